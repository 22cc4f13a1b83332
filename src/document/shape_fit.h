// Inside the check of shapes: how well a value fits one, and what messages call the two.
#pragma once

#include "document/shape.h"

const char *shape_value_name(enum json_kind kind); // "an object", in the language of messages

// Appends what a shape takes: "a number, an array or null", each once. *count starts at 0.
void shape_add_expected(struct buf *out, const struct shape *shape, size_t *count);

// Whether the JSON kind alone is right.
bool shape_kind_fits(const struct json *value, const struct shape *shape);

const struct field *shape_find_field(const struct shape *shape, struct str name); // NULL: none
bool shape_has_word(struct str text, const struct shape *shape);                  // of SHAPE_WORD

// How badly `value` misses `shape`, 0 being not at all, looking no further than `depth` levels of
// members: chooses among the options of an EITHER without trying them all to their end (which would
// be exponential in the depth).
size_t shape_misfit(const struct json *value, const struct shape *shape, unsigned depth);
