// The values of a group brought together, as Vega's aggregate does.
#pragma once

#include "document/table.h"

// AGGREGATE_COUNT and so on, in the order of aggregate.def.
enum aggregate {
#define AGGREGATE(id, name) AGGREGATE_##id,
#include "chart/aggregate.def"
#undef AGGREGATE
    AGGREGATE_NONE,
};

extern const char *const aggregate_words[]; // AGGREGATE_NONE of them

enum aggregate aggregate_find(struct str name); // AGGREGATE_NONE when there is none

// Whether the operation reads amounts (count, valid, missing and distinct take any values).
bool aggregate_needs_numbers(enum aggregate op);

// Over the rows `members` of a column (NULL: none, for count). Null when there are too few amounts
// to bring together.
struct value aggregate_rows(struct arena *arena, enum aggregate op, const struct value *column,
                            const size_t *members, size_t count);
