// The tree of a document: values, places and the way back to text.
#include "fixture.h"

#include "document/json.h"

static const struct json *parse(struct fixture *f, const char *text) {
    const struct json *root = json_parse(&f->arena, &f->diag, STR("t.json"), str_from(text));
    assert_non_null(root);
    return root;
}

static void reads_values(void **state) {
    const struct json *root =
        parse(*state, "{\"z\": [1, -2.5, \"汉\\u0041\"], \"a\": {\"b\": true}, "
                      "\"n\": null, \"big\": 123456789012345678901}");
    assert_int_equal(root->count, 4);
    assert_true(str_is(root->first->key, "z")); // the file's order, not the alphabet's
    const struct json *z = json_get(root, "z");
    assert_true(json_number(json_at(z, 1), 0) == -2.5);
    assert_true(str_is(json_string(json_at(z, 2), STR_NONE), "汉A"));
    assert_null(json_at(z, 3));
    assert_true(json_bool(json_get(json_get(root, "a"), "b"), false));
    assert_int_equal(json_get(root, "n")->kind, JSON_NULL);
    assert_true(json_number(json_get(root, "big"), 0) == 123456789012345678901.0);
    assert_null(json_get(root, "absent"));
    assert_true(json_number(json_get(root, "z"), 7) == 7);
}

static void knows_places(void **state) {
    struct fixture *f = *state;
    const struct json *root = parse(f, "{\n  \"标题\": {\"a/b~c\": [0,\n  \"x\"]}}");
    const struct json *x = json_at(json_at(root->first->first, 0) ? root->first->first : NULL, 1);
    struct diag_place place = json_place(&f->arena, x);
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 3);
    assert_true(str_is(place.pointer, "/标题/a~1b~0c/1"));
    assert_true(str_is(place.file, "t.json"));
    place = json_key_place(&f->arena, root->first->first);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 10); // characters, not bytes
    assert_true(str_is(place.pointer, "/标题"));
    assert_int_equal(x->end - x->offset, 3);
}

static void writes_back_what_it_read(void **state) {
    struct fixture *f = *state;
    const char *text = "{\n  \"a\": [\n    1,\n    \"汉\\n\"\n  ],\n  \"b\": {},\n  \"c\": false,\n"
                       "  \"d\": null\n}";
    struct buf out = BUF_INIT(&f->arena);
    json_write(&out, parse(f, text), 0);
    assert_string_equal(out.data, text);
    buf_done(&out);
}

// Columns beyond one block of the file's character counts.
static void finds_columns_of_long_lines(void **state) {
    struct fixture *f = *state;
    struct buf text = BUF_INIT(&f->arena);
    buf_add_text(&text, "[\n[\"");
    for (int i = 0; i < 5000; i++)
        buf_add_text(&text, "汉");
    buf_add_text(&text, "\", 7]]");
    const struct json *seven = json_at(parse(f, text.data)->first, 1);
    struct diag_place place = json_place(&f->arena, seven);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 5006);
    buf_done(&text);
}

static void reads_many_values(void **state) {
    struct fixture *f = *state;
    struct buf text = BUF_INIT(&f->arena);
    buf_add_char(&text, '[');
    for (int i = 0; i < 100000; i++)
        buf_printf(&text, "%s{\"名称\": \"第%d项\", \"v\": %d.5}", i ? ",\n" : "", i, i);
    buf_add_char(&text, ']');
    const struct json *root = parse(f, text.data);
    assert_int_equal(root->count, 100000);
    size_t i = 0;
    for (const struct json *row = root->first; row; row = row->next, i++) {
        assert_int_equal(row->index, i);
        assert_true(json_number(row->first->next, 0) == (double)i + 0.5);
    }
    assert_int_equal(json_place(&f->arena, json_at(root, 99999)).line, 100000);
    buf_done(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_values, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(knows_places, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(writes_back_what_it_read, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(finds_columns_of_long_lines, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(reads_many_values, open_fixture, close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
