// Transforms: tables before and after, each as Vega makes them.
#include "unit.h"

#include "base/file.h"
#include "base/json_out.h"
#include "base/number.h"
#include "chart/transforms/transform.h"
#include "table.h"

#include <math.h>

static struct arena arena;
static struct diag diag;

static const struct json *read(const char *text) {
    return json_parse(&arena, &diag, STR("case.json"), str_copy(&arena, str_from(text)));
}

// The rows that a lookup names in its `values`.
static const struct table *find_rows(const void *context, const struct json *data,
                                     const struct json *from) {
    (void)context, (void)from;
    return table_read_json(&arena, &diag, json_get(data, "values"));
}

static const struct table *transform(const char *rows, const char *list) {
    const struct json *data = read(rows), *steps = read(list);
    assert_non_null(data);
    assert_non_null(steps);
    const struct transform_run run = {.arena = &arena, .diag = &diag, .find_data = find_rows};
    return transforms_apply(&run, table_read_json(&arena, &diag, data), steps);
}

static bool is_same(const struct table *table, size_t row, const struct json *cell) {
    size_t column = table_find_column(table, cell->key);
    struct value value = {.kind = VALUE_NULL};
    if (column != SIZE_MAX) {
        value = table->columns[column].values[row];
    }
    switch (cell->kind) {
    case JSON_NUMBER:
        return value.kind == VALUE_NUMBER &&
               fabs(value.number - cell->number) <= 1e-9 * fmax(1, fabs(cell->number));
    case JSON_STRING:
        return value.kind == VALUE_STRING && str_equal(value.string, cell->string);
    case JSON_BOOL:
        return value.kind == VALUE_BOOL && (value.number != 0) == cell->boolean;
    default:
        return value.kind == VALUE_NULL;
    }
}

static size_t wrong;

// Fields: rows, transforms, the rows that Vega makes.
static void check_line(char **fields, size_t count, size_t line) {
    assert_int_equal(count, 3);
    const struct table *table = transform(fields[0], fields[1]);
    const struct json *expected = read(fields[2]);
    if (!table) {
        fail_msg("transforms.tsv:%zu: %s is refused: %.*s", line, fields[1],
                 STR_ARG(diag.entries[diag.count - 1].message));
    }
    bool same = table->row_count == expected->count;
    size_t i = 0;
    for (const struct json *row = expected->first; same && row; row = row->next, i++) {
        for (const struct json *cell = row->first; cell; cell = cell->next) {
            if (!is_same(table, i, cell)) {
                print_error("row %zu, %.*s: ", i, STR_ARG(cell->key));
                same = false;
            }
        }
    }
    if (!same) {
        print_error("transforms.tsv:%zu: %s makes %zu rows, not %s\n", line, fields[1],
                    table->row_count, fields[2]);
        wrong++;
    }
}

static void transforms_are_those_of_vega(void **state) {
    (void)state;
    assert_true(table_each("transforms", check_line) >= 40);
    assert_int_equal(wrong, 0);
}

static void check_fault(const char *list, enum diag_code code, const char *pointer) {
    struct diag_entry *last;
    diag.count = 0;
    assert_null(transform("[{\"a\": 1, \"s\": \"x\"}, {\"a\": 2, \"s\": \"2022-13\"}]", list));
    last = &diag.entries[0];
    if (diag.count != 1 || last->code != code || !str_is(last->place.pointer, pointer)) {
        fail_msg("%s: %s at %.*s: %.*s", list, diag_code_name(last->code),
                 STR_ARG(last->place.pointer), STR_ARG(last->message));
    }
}

static void faults_name_their_place(void **state) {
    (void)state;
    check_fault("[{\"filter\": \"datum.b > 1\"}]", DIAG_NO_SUCH_COLUMN, "/0/filter");
    check_fault("[{\"filter\": \"datum.a >\"}]", DIAG_EXPRESSION, "/0/filter");
    check_fault("[{\"filter\": {\"field\": \"c\", \"equal\": 1}}]", DIAG_NO_SUCH_COLUMN,
                "/0/filter");
    check_fault("[{\"filter\": {\"equal\": 1}}]", DIAG_MISSING_FIELD, "/0/filter");
    check_fault("[{\"calculate\": \"1\"}]", DIAG_MISSING_FIELD, "/0");
    check_fault("[{\"as\": \"x\"}]", DIAG_MISSING_FIELD, "/0");
    check_fault("[{\"calculate\": \"1\", \"as\": \"b\", \"groupby\": [\"a\"]}]", DIAG_UNKNOWN_FIELD,
                "/0");
    check_fault("[{\"aggregate\": [{\"op\": \"mean\", \"field\": \"s\"}]}]", DIAG_NOT_A_NUMBER,
                "/0/s");
    check_fault("[{\"aggregate\": [{\"op\": \"mean\"}]}]", DIAG_MISSING_FIELD, "/0/aggregate/0");
    check_fault("[{\"fold\": [\"a\", \"z\"]}]", DIAG_NO_SUCH_COLUMN, "/0/fold/1");
    check_fault("[{\"filter\": \"datum.s == '2022-13'\"}, {\"timeUnit\": \"year\", \"field\": "
                "\"s\", \"as\": \"y\"}]",
                DIAG_NOT_A_DATE, "/1/s");
    check_fault("[{\"timeUnit\": \"jahr\", \"field\": \"s\", \"as\": \"y\"}]", DIAG_UNKNOWN_WORD,
                "/0/timeUnit");
    check_fault("[{\"window\": [{\"op\": \"lag\", \"as\": \"y\"}]}]", DIAG_MISSING_FIELD,
                "/0/window/0");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(transforms_are_those_of_vega),
        cmocka_unit_test(faults_name_their_place),
    };
    arena_init(&arena, NULL, NULL);
    diag_init(&diag, &arena);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(&arena);
    return failed;
}
