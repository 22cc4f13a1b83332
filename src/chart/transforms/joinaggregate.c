// joinaggregate: what a group has together, in each of its rows.
#include "chart/transforms/summary.h"

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    size_t count;
    struct groups groups;
    struct summary *summaries = summaries_read(run, table, json_get(json, "joinaggregate"), &count);
    if (!summaries || !summary_groups(run, table, json_get(json, "groupby"), &groups)) {
        return NULL;
    }
    struct table *result = derived_rows(run->arena, table, NULL, table->row_count, count);
    for (size_t i = 0; i < count; i++) {
        struct value *values = ARENA_ARRAY(run->arena, table->row_count, struct value);
        for (size_t g = 0; g < groups.count; g++) {
            struct value value = aggregate_rows(run->arena, summaries[i].op, summaries[i].column,
                                                groups.members + groups.starts[g],
                                                groups.starts[g + 1] - groups.starts[g]);
            for (size_t k = groups.starts[g]; k < groups.starts[g + 1]; k++) {
                values[groups.members[k]] = value;
            }
        }
        derived_set(result, summaries[i].name, values);
    }
    return result;
}

const struct transform transform_joinaggregate = {"joinaggregate", apply};
