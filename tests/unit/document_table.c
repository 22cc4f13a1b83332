// Tables: RFC 4180, encodings of office programs, faults with their rows, linear time.
#include "fixture.h"

#include "document/csv.h"
#include "document/table.h"

#include <stdio.h>
#include <time.h>

static const struct table *read(struct fixture *f, struct str bytes) {
    return table_read_delimited(&f->arena, &f->diag, STR("t.csv"), bytes, ',', ENCODING_DETECT);
}

static const struct value *cell(const struct table *table, size_t row, const char *column) {
    size_t index = table_find_column(table, str_from(column));
    assert_true(index < table->column_count);
    assert_true(row < table->row_count);
    return &table->columns[index].values[row];
}

static void assert_text(const struct value *value, const char *expected) {
    assert_int_equal(value->kind, VALUE_STRING);
    assert_true(str_is(value->string, expected));
}

static void assert_number(const struct value *value, double expected) {
    assert_int_equal(value->kind, VALUE_NUMBER);
    assert_true(value->number == expected);
}

static void reads_fields_and_quotes(void **state) {
    const struct table *t =
        read(*state, STR("名称,\"a,b\",c\r\n\"第一\n行\",\"say \"\"hi\"\"\",1\r\n"
                         "x,,-2.5\r\n\r\n"));
    assert_non_null(t);
    assert_int_equal(t->row_count, 2);
    assert_text(cell(t, 0, "名称"), "第一\n行");
    assert_text(cell(t, 0, "a,b"), "say \"hi\"");
    assert_int_equal(cell(t, 1, "a,b")->kind, VALUE_NULL);
    assert_number(cell(t, 1, "c"), -2.5);
    assert_int_equal(table_find_column(t, STR("d")), SIZE_MAX);
    struct diag_place place = t->place(&((struct fixture *)*state)->arena, t, 1, 2);
    assert_int_equal(place.line, 4);
    assert_true(str_is(place.pointer, "row 3, column c"));
}

static void decides_numbers_by_column(void **state) {
    const struct table *t = read(*state, STR("a,b,c,d,e,f\n\"1,234\",1,007,,5e3,\"1,23\"\n"
                                             "-2,x,010,, 7 ,1\n"));
    assert_non_null(t);
    assert_number(cell(t, 0, "a"), 1234);
    assert_number(cell(t, 1, "a"), -2);
    assert_text(cell(t, 0, "b"), "1");
    assert_text(cell(t, 0, "c"), "007");
    assert_int_equal(cell(t, 0, "d")->kind, VALUE_NULL);
    assert_number(cell(t, 0, "e"), 5000);
    assert_number(cell(t, 1, "e"), 7);
    assert_text(cell(t, 0, "f"), "1,23");
}

static void reads_encodings_of_office_programs(void **state) {
    const struct table *t = read(*state, STR("\xEF\xBB\xBF名称\n一\n"));
    assert_text(cell(t, 0, "名称"), "一");
    t = read(*state, STR("\xC3\xFB\xB3\xC6,\xCA\xFD\xD6\xB5\n\xB3\xC9\xB6\xBC,12\n"));
    assert_text(cell(t, 0, "名称"), "成都");
    assert_number(cell(t, 0, "数值"), 12);
    struct fixture *f = *state;
    t = table_read_delimited(&f->arena, &f->diag, STR("t.csv"), STR("a\n\xD2\xBB\n"), ',',
                             ENCODING_GB18030);
    assert_text(cell(t, 0, "a"), "一");
    assert_int_equal(f->diag.count, 0);
}

static void expect_faults(struct str bytes, const char *expected) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    assert_null(table_read_delimited(&arena, &diag, STR("t.csv"), bytes, ',', ENCODING_DETECT));
    struct buf out = BUF_INIT(&arena);
    diag_print(&diag, (struct diag_print_options){.form = DIAG_FORM_TEXT}, &out);
    assert_string_equal(out.data ? out.data : "", expected);
    buf_done(&out);
    arena_done(&arena);
}

static void names_what_is_wrong(void **state) {
    (void)state;
    expect_faults(STR("a,b\n1,2\n3\n4,5,6\n\n7,8\n"),
                  "t.csv:3: error[ragged-row]: row 3: the head has 2 fields, this row has 1\n"
                  "t.csv:4: error[ragged-row]: row 4: the head has 2 fields, this row has 3\n"
                  "t.csv:5: error[ragged-row]: row 5: the head has 2 fields, this row has 1\n");
    expect_faults(STR("a,,a\n1,2,3\n"),
                  "t.csv:1: error[column-name]: column 2 has no name\n"
                  "t.csv:1: error[column-name]: columns 1 and 3 have the same name, \"a\"\n");
    expect_faults(STR("a，b\n1，2\n"), "t.csv:1: error[column-name]: the columns are separated by "
                                       "“，”, not by a comma\n");
    expect_faults(STR("a,b\n1,\"2\n3,4\n"),
                  "t.csv:2: error[table-syntax]: a quote opens here and does not close\n");
    expect_faults(STR("a,b\n5\",1\n\"x\"y,2\n"),
                  "t.csv:2: error[table-syntax]: a quote stands inside a field without quotes\n"
                  "t.csv:3: error[table-syntax]: text stands behind a closing quote\n");
    expect_faults(STR(""), "t.csv:1: error[empty-data]: the table is empty\n");
}

static void takes_a_doubtful_encoding_for_an_error(void **state) {
    (void)state;
    const char *advice = "; save it as UTF-8 (“CSV UTF-8” in office programs)\n";
    char expected[200];
    snprintf(expected, sizeof expected, "%s%s",
             "t.csv:1: error[encoding]: the table could be in UTF-8 or in GB18030", advice);
    expect_faults(STR("a\n\xD2\xBB\n"), expected);
    snprintf(expected, sizeof expected, "%s%s", "t.csv:1: error[encoding]: the table is in UTF-16",
             advice);
    expect_faults(STR("\xFF\xFE"
                      "a\0\n\0"),
                  expected);
    snprintf(expected, sizeof expected, "%s%s",
             "t.csv:2: error[encoding]: the table is neither sound UTF-8 nor sound GB18030",
             advice);
    expect_faults(STR("名称,数值\n成都\xFF,1\n"), expected);
}

// The last field of a text may be empty, with or without a line end behind it.
static void counts_fields_at_the_end(void **state) {
    struct fixture *f = *state;
    static const char *const texts[] = {"a,", ",", "a,\n", "\"a\",", "a,\"\""};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct csv_reader reader = {
            .arena = &f->arena, .text = str_from(texts[i]), .delimiter = ',', .line = 1};
        struct csv_field field;
        assert_true(csv_next(&reader, &field) && !field.last);
        assert_true(csv_next(&reader, &field) && field.last && !field.text.len);
        assert_false(csv_next(&reader, &field));
    }
}

static void reads_rows_of_json(void **state) {
    struct fixture *f = *state;
    const struct json *json =
        json_parse(&f->arena, &f->diag, STR("t.json"),
                   STR("[{\"a\": 1, \"b\": \"x\"},\n{\"c\": true, \"a\": null}]"));
    const struct table *t = table_read_json(&f->arena, &f->diag, json);
    assert_non_null(t);
    assert_int_equal(t->column_count, 3);
    assert_true(str_is(t->columns[2].name, "c"));
    assert_number(cell(t, 0, "a"), 1);
    assert_int_equal(cell(t, 1, "a")->kind, VALUE_NULL);
    assert_int_equal(cell(t, 1, "b")->kind, VALUE_NULL);
    assert_int_equal(cell(t, 1, "c")->kind, VALUE_BOOL);
    struct diag_place place = t->place(&f->arena, t, 1, 2);
    assert_int_equal(place.line, 2);
    assert_true(str_is(place.pointer, "/1/c"));
    json = json_parse(&f->arena, &f->diag, STR("t.json"), STR("[1, 2]"));
    assert_number(cell(table_read_json(&f->arena, &f->diag, json), 1, "data"), 2);
    json = json_parse(&f->arena, &f->diag, STR("t.json"), STR("[{\"a\": [1]}, 2]"));
    assert_null(table_read_json(&f->arena, &f->diag, json));
    assert_int_equal(f->diag.errors, 2);
}

static double seconds_to_read(size_t rows) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    struct buf text = BUF_INIT(&arena);
    buf_add_text(&text, "名称,值\n");
    for (size_t i = 0; i < rows; i++)
        buf_printf(&text, "\"第%zu \"\"项\"\"\",%zu\n", i, i);
    clock_t begin = clock();
    const struct table *t =
        table_read_delimited(&arena, &diag, STR("t.csv"), buf_str(&text), ',', ENCODING_DETECT);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    assert_int_equal(t->row_count, rows);
    assert_true(t->columns[1].values[rows - 1].number == (double)(rows - 1));
    buf_done(&text);
    arena_done(&arena);
    return seconds;
}

// Ten times the rows may take ten times as long; the margin is for the machine's other work.
static void reads_rows_in_linear_time(void **state) {
    (void)state;
    double few = seconds_to_read(20000);
    assert_true(seconds_to_read(200000) < 40 * few + 0.5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_fields_and_quotes, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(decides_numbers_by_column, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(reads_encodings_of_office_programs, open_fixture,
                                        close_fixture),
        cmocka_unit_test(names_what_is_wrong),
        cmocka_unit_test(takes_a_doubtful_encoding_for_an_error),
        cmocka_unit_test_setup_teardown(counts_fields_at_the_end, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(reads_rows_of_json, open_fixture, close_fixture),
        cmocka_unit_test(reads_rows_in_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
