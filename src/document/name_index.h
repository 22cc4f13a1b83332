// Names and the order in which they first came: column heads, ids.
#pragma once

#include "base/str.h"

struct name_index {
    struct arena *arena;
    struct str *names; // borrowed, in order of first appearance
    size_t count, capacity;
    size_t *slots; // index + 1; 0 is free
    size_t slot_count;
};

// SIZE_MAX when it was not added.
size_t name_index_find(const struct name_index *index, struct str name);

// The place of `name` in the order, added if it is new (then index->count has grown).
size_t name_index_add(struct name_index *index, struct str name);
