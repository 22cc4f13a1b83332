// fold: columns into rows of a key and a value.
#include "base/i18n.h"
#include "chart/transforms/transform.h"

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    size_t fields;
    const struct json *list = json_get(json, "fold");
    const struct value **columns = transform_columns(run, table, list, &fields);
    if (!columns) {
        return NULL;
    }
    if (table->row_count > TABLE_CELL_LIMIT / (fields * (table->column_count + 2))) {
        diag_error(run->diag, DIAG_LIMIT, json_place(run->arena, json), STR_NONE,
                   _("the table would have more than %d cells"), TABLE_CELL_LIMIT);
        return NULL;
    }
    size_t count = table->row_count * fields;
    size_t *rows = ARENA_ARRAY(run->arena, count, size_t);
    struct value *keys = ARENA_ARRAY(run->arena, count, struct value);
    struct value *values = ARENA_ARRAY(run->arena, count, struct value);
    for (size_t row = 0, at = 0; row < table->row_count; row++) {
        const struct json *name = list->first;
        for (size_t i = 0; i < fields; i++, at++, name = name->next) {
            rows[at] = row;
            keys[at] = (struct value){.kind = VALUE_STRING, .string = name->string};
            values[at] = columns[i][row];
        }
    }
    struct table *result = derived_rows(run->arena, table, rows, count, 2);
    derived_set(result, transform_name(json, 0, STR("key")), keys);
    derived_set(result, transform_name(json, 1, STR("value")), values);
    return result;
}

const struct transform transform_fold = {"fold", apply};
