// Reading aggregated fields.
#include "chart/transforms/summary.h"

#include "base/i18n.h"

static bool check_numbers(const struct transform_run *run, const struct table *table,
                          const struct json *json, const struct value *values) {
    for (size_t row = 0; row < table->row_count; row++) {
        if (values[row].kind != VALUE_NUMBER && values[row].kind != VALUE_NULL) {
            struct str field = json_string(json_get(json, "field"), STR_NONE);
            size_t column = table_find_column(table, field);
            struct diag_place place = table->place ? table->place(run->arena, table, row, column)
                                                   : json_place(run->arena, json);
            diag_error(run->diag, DIAG_NOT_A_NUMBER, place, STR_NONE,
                       _("“%.*s” is not a number, and “%.*s” is brought together as amounts"),
                       STR_ARG(values[row].string), STR_ARG(field));
            return false;
        }
    }
    return true;
}

static bool read_one(const struct transform_run *run, const struct table *table,
                     const struct json *json, struct summary *out) {
    struct str field = json_string(json_get(json, "field"), STR_NONE);
    out->op = aggregate_find(json_string(json_get(json, "op"), STR_NONE));
    struct str otherwise =
        field.len ? str_printf(run->arena, "%s_%.*s", aggregate_words[out->op], STR_ARG(field))
                  : str_from(aggregate_words[out->op]);
    out->name = json_string(json_get(json, "as"), otherwise);
    if (!field.len && out->op == AGGREGATE_COUNT) {
        return true;
    }
    if (!field.len) {
        diag_error(run->diag, DIAG_MISSING_FIELD, json_place(run->arena, json),
                   STR("add \"field\": \"name\""), _("“%s” needs a field"),
                   aggregate_words[out->op]);
        return false;
    }
    out->column = transform_column(run, table, json, field);
    return out->column &&
           (!aggregate_needs_numbers(out->op) || check_numbers(run, table, json, out->column));
}

struct summary *summaries_read(const struct transform_run *run, const struct table *table,
                               const struct json *list, size_t *count) {
    struct summary *summaries = ARENA_ARRAY(run->arena, list->count, struct summary);
    *count = 0;
    for (const struct json *json = list->first; json; json = json->next) {
        if (!read_one(run, table, json, &summaries[(*count)++])) {
            return NULL;
        }
    }
    return summaries;
}

bool summary_groups(const struct transform_run *run, const struct table *table,
                    const struct json *groupby, struct groups *out) {
    size_t count;
    const struct value **columns = transform_columns(run, table, groupby, &count);
    if (!columns) {
        return false;
    }
    *out = group_rows(run->arena, columns, count, table->row_count);
    return true;
}

size_t *summary_heads(struct arena *arena, const struct groups *groups) {
    size_t *rows = ARENA_ARRAY(arena, groups->count, size_t);
    for (size_t g = 0; g < groups->count; g++) {
        rows[g] = groups->members[groups->starts[g]];
    }
    return rows;
}

size_t *summary_order(struct arena *arena, const struct groups *groups, const size_t *order,
                      size_t count) {
    size_t *members = ARENA_ARRAY(arena, count, size_t);
    size_t *next = ARENA_ARRAY(arena, groups->count, size_t);
    for (size_t i = 0; i < count; i++) {
        size_t g = groups->of[order[i]];
        members[groups->starts[g] + next[g]++] = order[i];
    }
    return members;
}
