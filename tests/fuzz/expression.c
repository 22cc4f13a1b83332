// Fuzz target: expressions, parsed and evaluated for rows of every kind of value.
#include "fuzz.h"

#include "chart/expr_value.h"

#include <math.h>

static const struct value column_a[] = {{.kind = VALUE_NUMBER, .number = -2.5},
                                        {.kind = VALUE_NULL}};
static const struct value column_s[] = {
    {.kind = VALUE_STRING, .string = STR_INIT("年a\xF0\x9F\x98\x80")},
    {.kind = VALUE_BOOL, .number = 1}};
static const struct column columns[] = {{STR_INIT("a"), column_a}, {STR_INIT("s"), column_s}};
static const struct table table = {
    .columns = columns, .column_count = 2, .row_count = 2, .place = NULL};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    const struct json *json = json_parse(&arena, &diag, STR("f.json"), STR("\"\""));
    struct str text = {(const char *)data, size};
    const struct expr *expr = expr_parse(&arena, &diag, json, text);
    assert(expr || diag.errors > 0);
    if (expr && expr_check_fields(expr, &arena, &diag, &table)) {
        struct expr_run run = expr_bind(&arena, expr, &table, size % 2 == 0);
        for (size_t row = 0; row < table.row_count; row++) {
            struct value value = expr_value_of_row(&run, row);
            assert(value.kind != VALUE_NUMBER || isfinite(value.number));
            expr_is_true(&run, row);
        }
    }
    arena_done(&arena);
    return 0;
}
