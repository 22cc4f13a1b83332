// aggregate: one row for each group.
#include "chart/transforms/summary.h"

static const struct value *bring_together(const struct transform_run *run,
                                          const struct groups *groups,
                                          const struct summary *summary) {
    struct value *values = ARENA_ARRAY(run->arena, groups->count, struct value);
    for (size_t g = 0; g < groups->count; g++) {
        values[g] = aggregate_rows(run->arena, summary->op, summary->column,
                                   groups->members + groups->starts[g],
                                   groups->starts[g + 1] - groups->starts[g]);
    }
    return values;
}

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    size_t count;
    struct groups groups;
    const struct json *groupby = json_get(json, "groupby");
    struct summary *summaries = summaries_read(run, table, json_get(json, "aggregate"), &count);
    if (!summaries || !summary_groups(run, table, groupby, &groups)) {
        return NULL;
    }
    size_t *rows = summary_heads(run->arena, &groups);
    struct table *result =
        derived_new(run->arena, table, rows, groups.count, count + (groupby ? groupby->count : 0));
    for (const struct json *name = groupby ? groupby->first : NULL; name; name = name->next) {
        const struct summary key = {AGGREGATE_NONE,
                                    transform_column(run, table, name, name->string), name->string};
        derived_set(result, key.name, bring_together(run, &groups, &key));
    }
    for (size_t i = 0; i < count; i++) {
        derived_set(result, summaries[i].name, bring_together(run, &groups, &summaries[i]));
    }
    return result;
}

const struct transform transform_aggregate = {"aggregate", apply};
