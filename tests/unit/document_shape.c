// Shapes: everything that does not fit is said, and the schema says the same.
#include "unit.h"

#include "document/shape.h"

static const char *const words[] = {"left", "right"};
static const struct shape side = {
    .kind = SHAPE_WORD, .name = "side", .words = words, .word_count = 2};
static const struct shape size = {.kind = SHAPE_NUMBER, .minimum = 1, .maximum = 100};
static const struct shape list = {
    .kind = SHAPE_ARRAY, .item = &shape_string, .least = 1, .most = 2};
static const struct field deep_fields[] = {{"colour", &shape_colour, true, NULL}};
static const struct shape deep = {.kind = SHAPE_OBJECT, .fields = deep_fields, .field_count = 1};
static const struct shape *const options[] = {&shape_string, &deep, &list};
static const struct shape either = {.kind = SHAPE_EITHER, .options = options, .option_count = 3};
static const struct field fields[] = {
    {"title", &shape_text, true, "The title."},
    {"side", &side, false, "Where it stands."},
    {"size", &size, false, "In px."},
    {"list", &list, false, "Names."},
    {"count", &shape_integer, false, "How many."},
    {"either", &either, false, "One of three."},
};
static const struct shape root = {
    .kind = SHAPE_OBJECT, .name = "root", .fields = fields, .field_count = 6, .doc = "A test."};

static void expect(const char *json, const char *expected) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    const struct json *value = json_parse(&arena, &diag, STR("t"), str_from(json));
    assert_non_null(value);
    assert_int_equal(shape_check(&arena, &diag, value, &root), !*expected);
    struct buf out = BUF_INIT(&arena);
    diag_print(&diag, (struct diag_print_options){.form = DIAG_FORM_TEXT}, &out);
    assert_string_equal(out.data ? out.data : "", expected);
    buf_done(&out);
    arena_done(&arena);
}

static void takes_what_fits(void **state) {
    (void)state;
    expect("{\"title\": \"x\", \"side\": \"left\", \"size\": 1, \"list\": [\"a\"], \"count\": 3}",
           "");
    expect("{\"title\": {\"zh-Hans\": \"x\", \"en\": \"y\"}, \"either\": {\"colour\": \"#f00\"}}",
           "");
    expect("{\"title\": \"x\", \"either\": [\"a\"]}", "");
}

static void names_every_misfit(void **state) {
    (void)state;
    expect("{\"titel\": \"x\", \"side\": \"rigth\", \"size\": 0,\n \"list\": [], \"count\": 1.5}",
           "t:1:2: error[unknown-field]: no field \"titel\"; did you mean \"title\"?\n"
           "t:1:24: error[unknown-word]: /side: \"rigth\" is not one of the words of this field; "
           "did you mean \"right\"?\n"
           "t:1:41: error[out-of-range]: /size: expected at least 1, found 0\n"
           "t:2:10: error[out-of-range]: /list: expected at least 1 elements, found 0\n"
           "t:2:23: error[wrong-type]: /count: expected a whole number, found 1.5\n"
           "t:1:1: error[missing-field]: the field \"title\" is missing\n");
    expect("{\"title\": 5, \"list\": [1], \"either\": {\"colour\": \"rot\"}}",
           "t:1:11: error[wrong-type]: /title: expected a text or an object of texts by language, "
           "found a number\n"
           "t:1:23: error[wrong-type]: /list/0: expected a text, found a number\n"
           "t:1:48: error[bad-colour]: /either/colour: \"rot\" is no colour; "
           "write #rrggbb or an English name\n");
    expect("{\"title\": {\"1x\": \"a\"}, \"either\": 1}",
           "t:1:12: error[bad-language]: /title: \"1x\" is no language tag\n"
           "t:1:34: error[wrong-type]: /either: expected a text or an object or an array, "
           "found a number\n");
}

static void writes_a_schema_that_is_json(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    struct buf out = BUF_INIT(&arena);
    shape_write_schema(&out, &root, "test.json", "Test");
    const struct json *schema = json_parse(&arena, &diag, STR("s"), buf_str(&out));
    assert_non_null(schema);
    const struct json *properties = json_get(schema, "properties");
    assert_int_equal(properties->count, 6);
    assert_true(str_is(json_string(json_get(json_get(properties, "side"), "$ref"), STR_NONE),
                       "#/$defs/side"));
    assert_true(str_is(json_string(json_get(json_get(properties, "size"), "description"), STR_NONE),
                       "In px."));
    assert_int_equal(json_get(json_get(json_get(schema, "$defs"), "side"), "enum")->count, 2);
    assert_int_equal(json_get(schema, "required")->count, 1);
    buf_done(&out);
    arena_done(&arena);
}

// An EITHER within an EITHER and so on must not be tried in every way.
static void nested_choices_take_linear_time(void **state) {
    (void)state;
    struct shape nest = {.kind = SHAPE_EITHER};
    const struct field member[] = {{"in", &nest, false, NULL}};
    const struct shape one = {.kind = SHAPE_OBJECT, .fields = member, .field_count = 1};
    const struct shape two = {.kind = SHAPE_OBJECT, .fields = member, .field_count = 1};
    const struct shape *const both[] = {&one, &two};
    nest.options = both;
    nest.option_count = 2;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    struct buf json = BUF_INIT(&arena);
    for (int i = 0; i < 100; i++)
        buf_add_text(&json, "{\"in\":");
    buf_add_text(&json, "{\"no\": 1}");
    for (int i = 0; i < 100; i++)
        buf_add_char(&json, '}');
    const struct json *value = json_parse(&arena, &diag, STR("t"), buf_str(&json));
    assert_false(shape_check(&arena, &diag, value, &nest));
    assert_int_equal(diag.count, 1);
    buf_done(&json);
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_what_fits),
        cmocka_unit_test(names_every_misfit),
        cmocka_unit_test(writes_a_schema_that_is_json),
        cmocka_unit_test(nested_choices_take_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
