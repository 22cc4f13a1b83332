// Rows in groups of equal values.
#pragma once

#include "document/table.h"

#include <stdint.h>

struct groups {
    size_t count;
    // Rows of group g: members[starts[g]] up to members[starts[g + 1]], in the table's order;
    // groups in the order of their first row.
    size_t *starts, *members;
    size_t *of; // the group of each row
};

// Groups by the values of `column_count` columns, each of `rows` values; none: one group of all.
struct groups group_rows(struct arena *arena, const struct value *const *columns,
                         size_t column_count, size_t rows);

// Order of two values: null, then numbers, texts by code point, false before true.
int group_compare(struct value a, struct value b);

// Equal for equal values.
uint64_t group_hash(struct value value);
