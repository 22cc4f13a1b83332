// pivot: the values of a column become columns.
#include "base/i18n.h"
#include "base/sort.h"
#include "chart/plot.h"
#include "chart/transforms/summary.h"

enum { PIVOT_MOST = 1000 };

static int compare_words(const void *a, const void *b, const void *context) {
    (void)context;
    const struct value *x = a, *y = b;
    return group_compare(*x, *y);
}

// The distinct values, rising; `limit` of them at most.
static struct value *list_keys(const struct transform_run *run, const struct value *names,
                               size_t rows, size_t limit, size_t *count) {
    struct groups groups = group_rows(run->arena, &names, 1, rows);
    struct value *keys = ARENA_ARRAY(run->arena, groups.count, struct value);
    for (size_t g = 0; g < groups.count; g++) {
        keys[g] = names[groups.members[groups.starts[g]]];
    }
    if (groups.count) {
        sort_stable(run->arena, keys, groups.count, sizeof *keys, compare_words, NULL);
    }
    *count = limit && limit < groups.count ? limit : groups.count;
    return keys;
}

// One column: the amounts of the rows that have the key, brought together in each group.
static const struct value *pivot_column(const struct transform_run *run,
                                        const struct groups *groups, const struct value *names,
                                        struct value key, const struct summary *summary) {
    struct value *values = ARENA_ARRAY(run->arena, groups->count, struct value);
    for (size_t g = 0; g < groups->count; g++) {
        size_t all = groups->starts[g + 1] - groups->starts[g], count = 0;
        size_t *members = ARENA_ARRAY(run->arena, all, size_t);
        for (size_t i = groups->starts[g]; i < groups->starts[g + 1]; i++) {
            if (group_compare(names[groups->members[i]], key) == 0) {
                members[count++] = groups->members[i];
            }
        }
        values[g] = count ? aggregate_rows(run->arena, summary->op, summary->column, members, count)
                          : (struct value){.kind = VALUE_NULL};
    }
    return values;
}

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    const struct json *name = json_get(json, "pivot"), *value = json_get(json, "value");
    const struct json *groupby = json_get(json, "groupby");
    struct summary summary = {.op = aggregate_find(json_string(json_get(json, "op"), STR("sum")))};
    struct groups groups;
    size_t count;
    if (!value || value->kind != JSON_STRING) {
        diag_error(run->diag, DIAG_MISSING_FIELD, json_place(run->arena, json),
                   STR("add \"value\": \"name\""), _("the field “%s” is missing"), "value");
        return NULL;
    }
    const struct value *names = transform_column(run, table, name, name->string);
    summary.column = names ? transform_column(run, table, value, value->string) : NULL;
    if (!summary.column || !summary_groups(run, table, groupby, &groups)) {
        return NULL;
    }
    size_t limit = (size_t)json_number(json_get(json, "limit"), 0);
    struct value *keys = list_keys(run, names, table->row_count, limit, &count);
    if (count > PIVOT_MOST) {
        diag_error(run->diag, DIAG_LIMIT, json_place(run->arena, json), STR_NONE,
                   _("the table would have more than %d columns"), PIVOT_MOST);
        return NULL;
    }
    size_t *rows = summary_heads(run->arena, &groups);
    struct table *result =
        derived_new(run->arena, table, rows, groups.count, count + (groupby ? groupby->count : 0));
    transform_keep_groups(run, table, groupby, rows, result);
    for (size_t i = 0; i < count; i++) {
        derived_set(result, plot_word(run->arena, keys[i]),
                    pivot_column(run, &groups, names, keys[i], &summary));
    }
    return result;
}

const struct transform transform_pivot = {"pivot", apply};
