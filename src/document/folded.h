// Text as quotes are compared: white space removed, full-width forms and hyphens made one.
#pragma once

#include "base/str.h"

struct folded {
    uint32_t *chars;
    size_t *at; // byte offset of each character in the text; at[count] is the text's length
    size_t count;
};

struct folded folded_make(struct arena *arena, struct str text);

// Index of the first occurrence of `part` at or after `from`, or SIZE_MAX. An empty part is
// nowhere.
size_t folded_find(const struct folded *whole, const struct folded *part, size_t from);

// Offset behind character `index - 1`: where a match that ends before `index` ends in the text.
size_t folded_end(const struct folded *folded, struct str text, size_t index);
