// Names and values in charts: each step of the ladders by which they fit, and the reports at their
// ends. Whatever the step, nothing overlaps.
#include "chart_fixture.h"

// "data" of `count` rows: names of `name` (with their number where `numbered`), values of `value`.
static struct str rows(struct fixture *fixture, size_t count, const char *name, const char *value) {
    struct buf out = BUF_INIT(&fixture->arena);
    buf_add_text(&out, "\"data\": {\"values\": [");
    for (size_t i = 0; i < count; i++) {
        buf_printf(&out, "%s{\"a\": \"%s%zu\", \"b\": %s}", i ? ", " : "", name, i, value);
    }
    buf_add_text(&out, "]}");
    struct str copy = str_copy(&fixture->arena, buf_str(&out));
    buf_done(&out);
    return copy;
}

static void draw_rows(struct fixture *fixture, const char *frame, struct str data,
                      const char *encoding, struct scene *scene) {
    struct str figure =
        str_printf(&fixture->arena, "{%s\"mark\": {\"type\": \"bar\", \"label\": true}, %.*s, %s}",
                   frame, STR_ARG(data), encoding);
    assert_true(draw(fixture, "rong", str_terminate(&fixture->arena, figure), scene));
}

static void check_no_overlap(struct fixture *fixture, const struct scene *scene) {
    const struct finding *findings;
    size_t count = scene_check(&fixture->arena, scene, (struct check_limits){0}, &findings);
    if (count) {
        fail_msg("“%.*s” has a finding of kind %d", STR_ARG(findings[0].text), findings[0].kind);
    }
}

static double size_of(const struct scene *scene, enum scene_role role) {
    return scene->items[find_role(scene, role, 0)].text.runs[0].size;
}

#define FRAME "\"frameWidth\": 1600, \"frameHeight\": 900, "

static void values_above_columns_take_a_size_less(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    draw_rows(fixture, FRAME, rows(fixture, 6, "甲", "1234567890.5"), COLUMNS, &scene);
    assert_near(size_of(&scene, ROLE_MARK_LABEL), 28);
    assert_int_equal(fixture->diag.count, 0);
    check_no_overlap(fixture, &scene);
    size_t fitting = 6;
    while (size_of(&scene, ROLE_MARK_LABEL) > 27) {
        draw_rows(fixture, FRAME, rows(fixture, ++fitting, "甲", "1234567890.5"), COLUMNS, &scene);
        assert_true(fitting < 40);
    }
    assert_near(size_of(&scene, ROLE_MARK_LABEL), 28 * 0.86);
    check_no_overlap(fixture, &scene);
}

static void values_without_room_give_way_to_an_axis(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    draw_rows(fixture, FRAME, rows(fixture, 30, "甲", "1234567890.5"), COLUMNS, &scene);
    assert_int_equal(count_role(&scene, ROLE_MARK_LABEL), 0);
    assert_true(count_role(&scene, ROLE_AXIS_GRID) > 2);
    check_error(fixture, DIAG_LAYOUT);
    check_no_overlap(fixture, &scene);
}

static size_t count_vertical(const struct scene *scene) {
    size_t count = 0;
    for (size_t i = 0; i < scene->count; i++) {
        count += scene->items[i].kind == SCENE_TEXT && scene->items[i].text.vertical;
    }
    return count;
}

static void names_below_columns_turn_upright_then_thin_out(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    draw_rows(fixture, FRAME, rows(fixture, 20, "统战工作培训班", "1"), COLUMNS, &scene);
    assert_int_equal(count_vertical(&scene), 20);
    assert_int_equal(fixture->diag.count, 0);
    check_no_overlap(fixture, &scene);
    draw_rows(fixture, FRAME, rows(fixture, 100, "统战工作培训班", "1"), COLUMNS, &scene);
    assert_in_range(count_vertical(&scene), 10, 50);
    check_error(fixture, DIAG_LAYOUT);
    check_no_overlap(fixture, &scene);
}

static void names_beside_bars_go_above_then_a_size_less(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    static const char *const frame = "\"frameWidth\": 400, ";
    draw_rows(fixture, frame, rows(fixture, 2, "短", "1"), ROWS, &scene);
    struct rect name = scene_item_bounds(&scene, find_role(&scene, ROLE_AXIS_LABEL, 0));
    struct rect bar = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, 0));
    assert_true(rect_right(name) < bar.x);
    draw_rows(fixture, frame, rows(fixture, 2, "社会力量捐款捐物", "1"), ROWS, &scene);
    name = scene_item_bounds(&scene, find_role(&scene, ROLE_AXIS_LABEL, 0));
    bar = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, 0));
    assert_true(rect_bottom(name) <= bar.y);
    assert_near(size_of(&scene, ROLE_AXIS_LABEL), 28);
    check_no_overlap(fixture, &scene);
    draw_rows(fixture, frame, rows(fixture, 2, "社会力量捐款捐物社会力量捐款捐", "1"), ROWS,
              &scene);
    assert_near(size_of(&scene, ROLE_AXIS_LABEL), 28);
    draw_rows(fixture, frame, rows(fixture, 2, "社会力量捐款捐物社会力量捐款捐物社会力", "1"), ROWS,
              &scene);
    assert_near(size_of(&scene, ROLE_AXIS_LABEL), 28 * 0.86);
    assert_int_equal(fixture->diag.count, 0);
    check_no_overlap(fixture, &scene);
}

// 200 characters: three lines and more over the bars, reported, never cut, never in the way.
static void a_name_of_two_hundred_characters_is_reported(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    struct str name = STR_NONE;
    for (size_t i = 0; i < 25; i++) {
        name = str_printf(&fixture->arena, "%.*s社会力量捐款捐物", STR_ARG(name));
    }
    struct str data = rows(fixture, 3, str_terminate(&fixture->arena, name), "5");
    draw_rows(fixture, "\"frameWidth\": 1600, ", data, ROWS, &scene);
    check_error(fixture, DIAG_LAYOUT);
    check_no_overlap(fixture, &scene);
}

#define YEAR(year) "{\"a\": \"" year "年\", \"b\": 3}"

static void years_without_room_say_the_word_once(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    static const char data[] = "\"data\": {\"values\": [" YEAR("2017") ", " YEAR("2018") ", " YEAR(
        "2019") ", " YEAR("2020") ", " YEAR("2021") "]}";
    draw_rows(fixture, "\"frameWidth\": 1600, \"frameHeight\": 600, ", str_from(data), COLUMNS,
              &scene);
    check_words(&scene, ROLE_AXIS_LABEL, 1, "2018年");
    draw_rows(fixture, "\"frameWidth\": 560, \"frameHeight\": 600, ", str_from(data), COLUMNS,
              &scene);
    check_words(&scene, ROLE_AXIS_LABEL, 0, "2017年");
    check_words(&scene, ROLE_AXIS_LABEL, 1, "2018");
    check_words(&scene, ROLE_AXIS_LABEL, 4, "2021");
    check_no_overlap(fixture, &scene);
}

#define SLICES                                                                                      \
    "\"mark\": {\"type\": \"arc\", \"innerRadius\": 150, \"label\": true}, "                        \
    "\"data\": {\"values\": [{\"a\": \"社会力量捐赠\", \"b\": 1}, {\"a\": \"财政拨款\", " \
    "\"b\": 2}]}, \"encoding\": {\"theta\": {\"field\": \"b\", \"type\": \"quantitative\"}, "       \
    "\"color\": {\"field\": \"a\"}}"

// In a narrow picture the amount goes under the name, and the hole leaves a ring.
static void narrow_donuts_keep_their_ring(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    static const int widths[] = {1600, 700};
    for (size_t i = 0; i < 2; i++) {
        struct str figure = str_printf(
            &fixture->arena, "{\"frameWidth\": %d, \"frameHeight\": 900, " SLICES "}", widths[i]);
        assert_true(draw(fixture, "rong", str_terminate(&fixture->arena, figure), &scene));
        struct rect name = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_LABEL, 0));
        struct rect amount = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_LABEL, 1));
        assert_int_equal(amount.y > rect_bottom(name), i);
        struct rect ring = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_ARC, 1));
        assert_true(ring.height > 100 && ring.width > 100);
        check_no_overlap(fixture, &scene);
    }
}

#define PILES                                                                                          \
    "\"mark\": \"bar\", \"encoding\": {\"y\": {\"field\": \"a\"}, \"x\": {\"field\": \"b\", "          \
    "\"type\": \"quantitative\"}, \"color\": {\"field\": \"c\"}}, \"data\": {\"values\": ["            \
    "{\"a\": \"乙\", \"b\": %d, \"c\": \"社区\"}, {\"a\": \"乙\", \"b\": 50, \"c\": \"学校\"}, " \
    "{\"a\": \"甲\", \"b\": 20, \"c\": \"社区\"}]}"

// Names of pieces stand above those of the first bar; where one is too short, a legend has them.
static void piled_bars_name_their_pieces(void **state) {
    struct fixture *fixture = *state;
    static const int lengths[] = {50, 1};
    for (size_t i = 0; i < 2; i++) {
        struct scene scene;
        struct str figure =
            str_printf(&fixture->arena, "{\"frameWidth\": 1600, " PILES "}", lengths[i]);
        assert_true(draw(fixture, "rong", str_terminate(&fixture->arena, figure), &scene));
        assert_int_equal(count_role(&scene, ROLE_LEGEND_SYMBOL), i ? 2 : 0);
        assert_int_equal(count_role(&scene, ROLE_LEGEND_LABEL), 2);
        struct rect name = scene_item_bounds(&scene, find_role(&scene, ROLE_LEGEND_LABEL, 1));
        struct rect piece = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, 0));
        bool within = name.x >= piece.x && rect_right(name) <= rect_right(piece);
        assert_true(i || (within && rect_bottom(name) <= piece.y));
        check_no_overlap(fixture, &scene);
    }
}

static bool has_words(const struct scene *scene, const char *words) {
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->items[i].kind == SCENE_TEXT && str_is(scene->items[i].text.words, words)) {
            return true;
        }
    }
    return false;
}

// Axis, labels and alternative text: commas instead of 万, marks with spaces, English dates.
static void english_documents_have_english_numbers(void **state) {
    struct scene scene;
    assert_true(
        draw(*state, "rong",
             "{\"language\": \"en\", \"title\": \"T\", \"mark\": {\"type\": \"bar\", "
             "\"label\": {}}, \"data\": {\"values\": [{\"a\": \"2022-05\", \"b\": 21268000}, "
             "{\"a\": \"2022-06\", \"b\": 4100}]}, \"encoding\": {\"x\": {\"field\": \"a\"}, "
             "\"y\": {\"field\": \"b\", \"type\": \"quantitative\", \"axis\": {}}}}",
             &scene));
    static const char *const shown[] = {"21,268,000", "4,100", "2022-05"};
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        assert_true(has_words(&scene, shown[i]));
    }
    assert_true(str_find(scene.description, STR("2022-05: 21,268,000; 2022-06: 4,100."), 0) !=
                SIZE_MAX);
}

static void formats_write_the_currency_of_the_language(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    static const char figure[] = "{\"mark\": {\"type\": \"bar\", \"label\": {\"format\": "
                                 "\"$,.2f\"}}, \"data\": {\"values\": "
                                 "[{\"a\": \"甲\", \"b\": 2800}]}, " ROWS "}";
    assert_true(draw(fixture, "rong", figure, &scene));
    check_words(&scene, ROLE_MARK_LABEL, 0, "¥2,800.00");
    assert_true(draw(fixture, "vega", figure, &scene));
    check_words(&scene, ROLE_MARK_LABEL, 0, "$2,800.00");
}

static void a_text_alone_needs_no_column(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    assert_true(draw(fixture, "rong",
                     "{\"height\": 200, \"mark\": \"text\", \"data\": {\"values\": [{\"b\": 28}]}, "
                     "\"encoding\": {\"text\": {\"field\": \"b\"}}}",
                     &scene));
    assert_int_equal(fixture->diag.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_above_columns_take_a_size_less),
        cmocka_unit_test(values_without_room_give_way_to_an_axis),
        cmocka_unit_test(names_below_columns_turn_upright_then_thin_out),
        cmocka_unit_test(names_beside_bars_go_above_then_a_size_less),
        cmocka_unit_test(years_without_room_say_the_word_once),
        cmocka_unit_test(narrow_donuts_keep_their_ring),
        cmocka_unit_test(piled_bars_name_their_pieces),
        cmocka_unit_test(english_documents_have_english_numbers),
        cmocka_unit_test(formats_write_the_currency_of_the_language),
        cmocka_unit_test(a_text_alone_needs_no_column),
        cmocka_unit_test(a_name_of_two_hundred_characters_is_reported),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
