// calculate: a column from an expression.
#include "base/i18n.h"
#include "chart/expr.h"
#include "chart/transforms/transform.h"

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    const struct json *text = json_get(json, "calculate");
    const struct expr *expr = expr_parse(run->arena, run->diag, text, text->string);
    struct str name = transform_name(json, 0, STR_NONE);
    if (!expr || !expr_check_fields(expr, run->arena, run->diag, table)) {
        return NULL;
    }
    if (!name.len) {
        diag_error(run->diag, DIAG_MISSING_FIELD, json_place(run->arena, json),
                   STR("add \"as\": \"name\""), _("what is calculated needs a name"));
        return NULL;
    }
    struct expr_run expr_run = expr_bind(run->arena, expr, table, run->chinese);
    struct value *values = ARENA_ARRAY(run->arena, table->row_count, struct value);
    for (size_t row = 0; row < table->row_count; row++) {
        values[row] = expr_value_of_row(&expr_run, row);
    }
    struct table *result = derived_rows(run->arena, table, NULL, table->row_count, 1);
    derived_set(result, name, values);
    return result;
}

const struct transform transform_calculate = {"calculate", apply};
