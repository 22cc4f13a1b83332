// The scanner: events with offsets, each slip named, every fault of a file in one run.
#include "unit.h"

#include "document/json_scan.h"

#include <string.h>
#include <time.h>

struct log {
    struct buf text;
};

static void on_begin(void *context, enum json_kind kind, size_t offset) {
    buf_printf(&((struct log *)context)->text, "%s%zu ", kind == JSON_ARRAY ? "[" : "{", offset);
}

static void on_end(void *context, enum json_kind kind, size_t end) {
    buf_printf(&((struct log *)context)->text, "%s%zu ", kind == JSON_ARRAY ? "]" : "}", end);
}

static void on_key(void *context, struct str key, size_t offset) {
    buf_printf(&((struct log *)context)->text, "%.*s@%zu ", STR_ARG(key), offset);
}

static void on_string(void *context, struct str value, size_t offset, size_t end) {
    buf_printf(&((struct log *)context)->text, "'%.*s'%zu-%zu ", STR_ARG(value), offset, end);
}

static void on_number(void *context, double value, size_t offset, size_t end) {
    buf_printf(&((struct log *)context)->text, "%g:%zu-%zu ", value, offset, end);
}

static void on_literal(void *context, enum json_kind kind, bool value, size_t offset, size_t end) {
    buf_printf(&((struct log *)context)->text, "%s:%zu-%zu ",
               kind == JSON_NULL ? "null"
               : value           ? "true"
                                 : "false",
               offset, end);
}

static void on_position(void *context, const double *numbers, size_t count, size_t offset) {
    buf_printf(&((struct log *)context)->text, "(%g,%g;%zu)%zu ", numbers[0], numbers[1], count,
               offset);
}

static void expect_events(const char *json, bool positions, const char *expected) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    struct log log = {BUF_INIT(&arena)};
    const struct json_events events = {
        &log,      on_begin,  on_end,     on_key,
        on_string, on_number, on_literal, positions ? on_position : NULL};
    const struct json_file *file = json_file_open(&arena, &diag, STR("t.json"), str_from(json));
    assert_non_null(file);
    assert_true(json_scan(&arena, &diag, file, &events));
    assert_string_equal(log.text.data, expected);
    assert_int_equal(diag.count, 0);
    buf_done(&log.text);
    arena_done(&arena);
}

static void tells_every_value_and_its_place(void **state) {
    (void)state;
    expect_events("{\"a\": [1, true, null], \"b\\u0041\": \"\\u6c49\\n\"}", false,
                  "{0 a@1 [6 1:7-8 true:10-14 null:16-20 ]21 bA@23 '汉\n'34-44 }45 ");
    expect_events(" -0.5e1 ", false, "-5:1-7 ");
    expect_events("\"\\ud83d\\ude00\"", false, "'😀'0-14 ");
    expect_events("\xEF\xBB\xBF[]", false, "[0 ]2 ");
}

static void gives_positions_at_once(void **state) {
    (void)state;
    expect_events("[[1,2],[3 , 4.5, -6],[\"a\",1],[7],[]]", true,
                  "[0 (1,2;2)1 (3,4.5;3)7 [21 'a'22-25 1:26-27 ]28 [29 7:30-31 ]32 [33 ]35 ]36 ");
    expect_events("[[-0.5,0],[0,0.25e1]]", true, "[0 (-0.5,0;2)1 (0,2.5;2)10 ]21 ");
    expect_events("[1,2,3,4,5]", true, "[0 1:1-2 2:3-4 3:5-6 4:7-8 5:9-10 ]11 ");
}

// The diagnostics of `bytes`, one a line, as the command prints them.
static void expect_faults_of(struct str bytes, const char *expected) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    assert_null(json_parse(&arena, &diag, STR("t"), bytes));
    struct buf out = BUF_INIT(&arena);
    diag_print(&diag, (struct diag_print_options){.form = DIAG_FORM_TEXT}, &out);
    assert_string_equal(out.data ? out.data : "", expected);
    buf_done(&out);
    arena_done(&arena);
}

static void expect_faults(const char *json, const char *expected) {
    expect_faults_of(str_from(json), expected);
}

static void goes_on_after_each_fault(void **state) {
    (void)state;
    expect_faults("{\"a\": NaN,\n\"b\"： 'x',\n\"c\": [1 2, 03],\n}",
                  "t:1:7: error[number-range]: /a: NaN is no number of JSON; "
                  "write null where a value is missing\n"
                  "t:2:4: error[input-method]: /b: “：” of a Chinese input method; "
                  "JSON wants the ASCII mark :\n"
                  "t:2:6: error[syntax]: /b: texts stand in double quotes (\"), not in “'”\n"
                  "t:3:9: error[syntax]: /c/0: a comma is missing before this value\n"
                  "t:3:12: error[syntax]: /c/2: a number does not begin with 0\n"
                  "t:3:15: error[syntax]: a comma stands before “}”; take the comma out\n");
}

static void finds_keys_that_stand_twice(void **state) {
    (void)state;
    expect_faults("{\"a\": 1, \"b\": {\"c\": 1,\n\"\\u0063\": 2}}",
                  "t:2:1: error[duplicate-key]: /b: the key \"c\" stands twice in this object; "
                  "it stands first at line 1, column 16\n");
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct buf json = BUF_INIT(&arena);
    buf_add_char(&json, '{');
    for (int i = 0; i < 40; i++)
        buf_printf(&json, "\"k%d\": 0,\n", i);
    buf_add_text(&json, "\"k7\": 1}");
    expect_faults_of(buf_str(&json),
                     "t:41:1: error[duplicate-key]: the key \"k7\" stands twice in this object; "
                     "it stands first at line 8, column 1\n");
    buf_done(&json);
    arena_done(&arena);
}

static void names_other_encodings(void **state) {
    (void)state;
    expect_faults_of(STR("\xFF\xFE{\0}\0"), "t:1:1: error[encoding]: the file is in UTF-16; "
                                            "JSON is UTF-8; save it as UTF-8\n");
    expect_faults_of(STR("{\"\xB1\xEA\xCC\xE2\": \"\xB3\xC9\xB6\xBC\"}"),
                     "t:1:1: error[encoding]: the file is in GB18030 (GBK); JSON is UTF-8; "
                     "save it as UTF-8\n");
    expect_faults_of(STR("{\"标题\": \"成都\xFF"
                         "市\"}"),
                     "t:1:11: error[encoding]: the byte 0xFF is not UTF-8\n");
    expect_faults_of(STR("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
                     "t:1:1: error[encoding]: the file is no text\n");
}

static void stops_at_the_end_of_a_short_file(void **state) {
    (void)state;
    expect_faults("", "t:1:1: error[syntax]: the file is empty\n");
    expect_faults("{\"a\": [1,", "t:1:10: error[truncated]: /a/1: the file ends before “[” closes; "
                                 "it opens at line 1, column 7\n");
    expect_faults("{\"a\": \"x", "t:1:7: error[truncated]: /a: the file ends inside this text\n");
}

// Every prefix of a document is faulty and ends the scan.
static void every_prefix_is_a_fault(void **state) {
    (void)state;
    struct str json = STR("{\"a\": [1.5e3, \"\\u6c49“”\", {\"b\": null}], \"c\": true}");
    for (size_t len = 0; len < json.len; len++) {
        struct arena arena;
        arena_init(&arena, NULL, NULL);
        struct diag diag;
        diag_init(&diag, &arena);
        assert_null(json_parse(&arena, &diag, STR("t"), str_slice(json, 0, len)));
        assert_true(diag.errors > 0);
        arena_done(&arena);
    }
}

static void limits_depth(void **state) {
    (void)state;
    char json[2 * JSON_DEPTH_LIMIT + 3] = {0};
    memset(json, '[', JSON_DEPTH_LIMIT);
    memset(json + JSON_DEPTH_LIMIT, ']', JSON_DEPTH_LIMIT);
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    assert_non_null(json_parse(&arena, &diag, STR("t"), str_from(json)));
    memset(json, '[', JSON_DEPTH_LIMIT + 1);
    memset(json + JSON_DEPTH_LIMIT + 1, ']', JSON_DEPTH_LIMIT + 1);
    assert_null(json_parse(&arena, &diag, STR("t"), str_from(json)));
    assert_int_equal(diag.count, 1);
    assert_int_equal(diag.entries[0].code, DIAG_TOO_DEEP);
    assert_int_equal(diag.entries[0].place.column, JSON_DEPTH_LIMIT + 1);
    arena_done(&arena);
}

// A megabyte of brackets, quotes or commas must neither overflow the stack nor take long.
static void survives_floods(void **state) {
    (void)state;
    static const char *const floods[] = {"[",  "{\"a\":", "\"", ",",    "“\n", "'\n", "]",
                                         "：", "/*",      "\\", "nul ", "　",  "[1 ", "{1 2"};
    for (size_t i = 0; i < sizeof floods / sizeof *floods; i++) {
        struct arena arena;
        arena_init(&arena, NULL, NULL);
        struct diag diag;
        diag_init(&diag, &arena);
        struct buf json = BUF_INIT(&arena);
        while (json.len < 1 << 20)
            buf_add_text(&json, floods[i]);
        clock_t begin = clock();
        assert_null(json_parse(&arena, &diag, STR("t"), buf_str(&json)));
        assert_true(diag.count > 0 && diag.count <= JSON_FAULT_LIMIT);
        assert_true((double)(clock() - begin) / CLOCKS_PER_SEC < 20);
        buf_done(&json);
        arena_done(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_every_value_and_its_place),
        cmocka_unit_test(gives_positions_at_once),
        cmocka_unit_test(goes_on_after_each_fault),
        cmocka_unit_test(finds_keys_that_stand_twice),
        cmocka_unit_test(names_other_encodings),
        cmocka_unit_test(stops_at_the_end_of_a_short_file),
        cmocka_unit_test(every_prefix_is_a_fault),
        cmocka_unit_test(limits_depth),
        cmocka_unit_test(survives_floods),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
