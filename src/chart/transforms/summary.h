// Aggregated fields of a transform: {"op": "sum", "field": "value", "as": "total"}.
#pragma once

#include "chart/group.h"
#include "chart/transforms/transform.h"

struct summary {
    enum aggregate op;
    const struct value *column; // NULL: of count
    struct str name;
};

// Reads a list of them, and checks that amounts are numbers; NULL with a report.
struct summary *summaries_read(const struct transform_run *run, const struct table *table,
                               const struct json *list, size_t *count);

// Groups of the rows by the fields that `groupby` names. False with a report.
bool summary_groups(const struct transform_run *run, const struct table *table,
                    const struct json *groupby, struct groups *out);

// The first row of each group.
size_t *summary_heads(struct arena *arena, const struct groups *groups);

// The rows group by group, each group in `order`, which holds all rows.
size_t *summary_order(struct arena *arena, const struct groups *groups, const size_t *order,
                      size_t count);
