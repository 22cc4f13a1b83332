// impute: rows for keys that a group lacks, with a constant or what the group has around them.
#include "base/i18n.h"
#include "chart/transforms/summary.h"

#include <math.h>

enum { KEYS_MOST = 10000 };

struct keys {
    struct value *list;
    size_t count;
};

static struct value value_of(const struct json *json) {
    if (!json || json->kind == JSON_NULL)
        return (struct value){.kind = VALUE_NULL};
    if (json->kind == JSON_STRING)
        return (struct value){.kind = VALUE_STRING, .string = json->string};
    return (struct value){.kind = VALUE_NUMBER, .number = json_number(json, 0)};
}

// Those that the author lists ({"start", "stop", "step"}: numbers up to stop), then the table's.
static struct keys list_keys(const struct transform_run *run, const struct table *table,
                             const struct value *column, const struct json *given) {
    double start = json_number(json_get(given, "start"), 0);
    double stop = json_number(json_get(given, "stop"), start);
    double step = json_number(json_get(given, "step"), 1);
    bool range = given && given->kind == JSON_OBJECT;
    double steps = range && step != 0 ? fmin(fmax(ceil((stop - start) / step), 0), KEYS_MOST) : 0;
    size_t listed = range ? (size_t)steps : given ? given->count : 0, all = 0;
    struct value *values = ARENA_ARRAY(run->arena, listed + table->row_count, struct value);
    const struct json *one = given && !range ? given->first : NULL;
    for (; all < listed; all++, one = one ? one->next : NULL) {
        values[all] =
            one ? value_of(one)
                : (struct value){.kind = VALUE_NUMBER, .number = start + (double)all * step};
    }
    for (size_t row = 0; row < table->row_count; row++) {
        values[all++] = column[row];
    }
    const struct value *const columns[] = {values};
    struct groups groups = group_rows(run->arena, columns, 1, all);
    struct keys keys = {ARENA_ARRAY(run->arena, groups.count, struct value), groups.count};
    for (size_t g = 0; g < groups.count; g++) {
        keys.list[g] = values[groups.members[groups.starts[g]]];
    }
    return keys;
}

// The rows: those of the table, then for each group the keys that it lacks.
struct imputed {
    size_t *origin;    // the row of the table whose group it is
    struct value *key; // of rows that were added
    size_t *group;
    size_t count;
};

static bool group_has(const struct groups *groups, size_t g, const struct value *column,
                      struct value key) {
    for (size_t i = groups->starts[g]; i < groups->starts[g + 1]; i++) {
        if (group_compare(column[groups->members[i]], key) == 0) {
            return true;
        }
    }
    return false;
}

static struct imputed list_rows(const struct transform_run *run, const struct table *table,
                                const struct groups *groups, const struct value *column,
                                struct keys keys) {
    size_t most = table->row_count + groups->count * keys.count;
    struct imputed rows = {ARENA_ARRAY(run->arena, most, size_t),
                           ARENA_ARRAY(run->arena, most, struct value),
                           ARENA_ARRAY(run->arena, most, size_t), table->row_count};
    for (size_t row = 0; row < table->row_count; row++) {
        rows.origin[row] = row;
        rows.group[row] = groups->of[row];
    }
    for (size_t g = 0; g < groups->count; g++) {
        for (size_t k = 0; k < keys.count; k++) {
            if (!group_has(groups, g, column, keys.list[k])) {
                rows.origin[rows.count] = groups->members[groups->starts[g]];
                rows.key[rows.count] = keys.list[k];
                rows.group[rows.count++] = g;
            }
        }
    }
    return rows;
}

// A column of the table, with nothing in the rows that were added.
static struct value *extend(const struct transform_run *run, const struct imputed *rows,
                            const struct value *column, size_t own) {
    struct value *values = ARENA_ARRAY(run->arena, rows->count, struct value);
    for (size_t row = 0; row < own; row++) {
        values[row] = column[row];
    }
    return values;
}

// Absent amounts become what the operation makes of the rows of the group within the frame.
static void fill_in(const struct transform_run *run, const struct imputed *rows, enum aggregate op,
                    const struct json *frame, struct value *amounts) {
    const struct json *first = json_at(frame, 0), *last = json_at(frame, 1);
    double before = first && first->kind == JSON_NUMBER ? first->number : -INFINITY;
    double behind = last && last->kind == JSON_NUMBER ? last->number : INFINITY;
    struct value *given = ARENA_ARRAY(run->arena, rows->count, struct value);
    size_t *members = ARENA_ARRAY(run->arena, rows->count, size_t);
    for (size_t row = 0; row < rows->count; row++) {
        given[row] = amounts[row];
    }
    for (size_t row = 0; row < rows->count; row++) {
        if (given[row].kind != VALUE_NULL) {
            continue;
        }
        size_t own = 0, count = 0, place = 0;
        for (size_t i = 0; i < row; i++) {
            own += rows->group[i] == rows->group[row];
        }
        for (size_t i = 0; i < rows->count; i++) {
            if (rows->group[i] != rows->group[row]) {
                continue;
            }
            double away = (double)place++ - (double)own;
            if (away >= before && away <= behind) {
                members[count++] = i;
            }
        }
        amounts[row] = aggregate_rows(run->arena, op, given, members, count);
    }
}

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    const struct json *name = json_get(json, "impute"), *key = json_get(json, "key");
    const struct json *groupby = json_get(json, "groupby");
    struct str method = json_string(json_get(json, "method"), STR("value"));
    struct groups groups;
    if (!key) {
        diag_error(run->diag, DIAG_MISSING_FIELD, json_place(run->arena, json),
                   STR("add \"key\": \"name\""), _("the field “%s” is missing"), "key");
        return NULL;
    }
    const struct value *amounts = transform_column(run, table, name, name->string);
    const struct value *column = amounts ? transform_column(run, table, key, key->string) : NULL;
    if (!column || !summary_groups(run, table, groupby, &groups)) {
        return NULL;
    }
    if (str_is(method, "linear")) {
        diag_error(run->diag, DIAG_UNSUPPORTED, json_place(run->arena, json_get(json, "method")),
                   STR("write value, mean, median, min or max"),
                   _("the transform “%s” has no method “%.*s”"), "impute", STR_ARG(method));
        return NULL;
    }
    struct keys keys = list_keys(run, table, column, json_get(json, "keyvals"));
    if (keys.count * groups.count > TABLE_CELL_LIMIT / (table->column_count + 1)) {
        diag_error(run->diag, DIAG_LIMIT, json_place(run->arena, json), STR_NONE,
                   _("the table would have more than %d cells"), TABLE_CELL_LIMIT);
        return NULL;
    }
    struct imputed rows = list_rows(run, table, &groups, column, keys);
    struct table *result =
        derived_new(run->arena, table, rows.origin, rows.count, table->column_count);
    for (size_t i = 0; i < table->column_count; i++) {
        derived_set(result, table->columns[i].name,
                    extend(run, &rows, table->columns[i].values, table->row_count));
    }
    transform_keep_groups(run, table, groupby, rows.origin, result);
    struct value *filled = extend(run, &rows, amounts, table->row_count);
    struct value *named = extend(run, &rows, column, table->row_count);
    bool constant = str_is(method, "value");
    struct value value = constant && json_get(json, "value") ? value_of(json_get(json, "value"))
                         : constant ? (struct value){.kind = VALUE_NUMBER, .number = 0}
                                    : (struct value){.kind = VALUE_NULL};
    for (size_t row = table->row_count; row < rows.count; row++) {
        filled[row] = value;
        named[row] = rows.key[row];
    }
    if (!constant) {
        fill_in(run, &rows, aggregate_find(method), json_get(json, "frame"), filled);
    }
    derived_set(result, key->string, named);
    derived_set(result, name->string, filled);
    return result;
}

const struct transform transform_impute = {"impute", apply};
