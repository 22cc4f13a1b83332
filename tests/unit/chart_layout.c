// Where the parts of a chart stand: margins, the middle of a fixed frame, lines behind names.
#include "chart_fixture.h"

#define FRAME "\"frameWidth\": 1600, \"frameHeight\": 900, "
#define TWO "\"data\": {\"values\": [{\"a\": \"甲\", \"b\": 1200}, {\"a\": \"乙\", \"b\": 900}]}, "

static void the_last_number_of_an_axis_ends_at_the_margin(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    assert_true(
        draw(fixture, "rong", "{\"frameWidth\": 1600, \"mark\": \"bar\", " TWO ROWS "}", &scene));
    double right = 0;
    for (size_t i = 0; i < count_role(&scene, ROLE_AXIS_LABEL); i++) {
        struct rect label = scene_item_bounds(&scene, find_role(&scene, ROLE_AXIS_LABEL, i));
        right = fmax(right, rect_right(label));
    }
    assert_in_range((long)right, 1600 - 72 - 4, 1600 - 72);
}

// As much as 0.4 of what the bars leave free goes above them.
static void few_bars_stand_in_the_middle_of_a_fixed_frame(void **state) {
    struct fixture *fixture = *state;
    struct scene grown, fixed;
    static const char *const rest = "\"title\": \"题\", \"mark\": {\"type\": \"bar\", \"label\": "
                                    "true}, \"style\": {\"barPitch\": 60}, " TWO ROWS "}";
    struct arena *arena = &fixture->arena;
    struct str own = str_printf(arena, "{\"frameWidth\": 1600, %s", rest);
    struct str given = str_printf(arena, "{" FRAME "%s", rest);
    assert_true(draw(fixture, "rong", str_terminate(arena, own), &grown));
    assert_true(draw(fixture, "rong", str_terminate(arena, given), &fixed));
    struct rect first = scene_item_bounds(&fixed, find_role(&fixed, ROLE_MARK_RECT, 0));
    struct rect last = scene_item_bounds(&fixed, find_role(&fixed, ROLE_MARK_RECT, 1));
    double top = scene_item_bounds(&grown, find_role(&grown, ROLE_MARK_RECT, 0)).y;
    double above = first.y - top, below = 900 - 72 - rect_bottom(last);
    assert_true(above > 100 && below > above && below < 2 * above);
}

static void the_value_of_a_bar_set_back_is_as_dark_as_others(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    assert_true(draw(
        fixture, "rong",
        "{\"frameWidth\": 1600, \"mark\": {\"type\": \"bar\", \"label\": true}, " TWO
        "\"encoding\": {\"y\": {\"field\": \"a\"}, "
        "\"x\": {\"field\": \"b\", \"type\": \"quantitative\"}, \"color\": {\"value\": \"accent\", "
        "\"condition\": {\"test\": \"datum.b < 1000\", \"value\": \"context\"}}}}",
        &scene));
    struct colour first = scene.items[find_role(&scene, ROLE_MARK_LABEL, 0)].text.runs[0].colour;
    struct colour second = scene.items[find_role(&scene, ROLE_MARK_LABEL, 1)].text.runs[0].colour;
    assert_true(colour_equal(first, second));
    assert_true(colour_contrast(second, scene.paper) >= 4.5);
}

#define LINES                                                                                     \
    "\"data\": {\"values\": [{\"t\": \"1\", \"v\": 1, \"s\": \"甲\"}, {\"t\": \"2\", \"v\": 2, " \
    "\"s\": \"甲\"}, {\"t\": \"1\", \"v\": 3, \"s\": \"乙\"}, {\"t\": \"2\", \"v\": 4, "        \
    "\"s\": \"乙\"}]}, \"encoding\": {\"x\": {\"field\": \"t\", \"type\": \"ordinal\"}, "        \
    "\"y\": {\"field\": \"v\", \"type\": \"quantitative\"}, \"color\": {\"field\": \"s\"}}"

static void no_grid_line_runs_behind_the_name_of_a_line(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    assert_true(draw(fixture, "rong", "{" FRAME "\"mark\": \"line\", " LINES "}", &scene));
    struct rect name = scene_item_bounds(&scene, find_role(&scene, ROLE_LEGEND_LABEL, 0));
    size_t count = count_role(&scene, ROLE_AXIS_GRID);
    assert_true(count > 2);
    for (size_t i = 0; i < count; i++) {
        struct rect line = scene_item_bounds(&scene, find_role(&scene, ROLE_AXIS_GRID, i));
        assert_true(rect_right(line) <= name.x);
    }
}

// Vega draws 100,000,000200,000,000 when the two just do not touch.
static void numbers_of_an_axis_never_read_as_one(void **state) {
    struct fixture *fixture = *state;
    for (int width = 150; width <= 450; width += 20) {
        struct scene scene;
        struct str figure = str_printf(&fixture->arena,
                                       "{\"width\": %d, \"mark\": \"bar\", \"data\": {\"values\": "
                                       "[{\"a\": \"a\", \"b\": 530000000}]}, " ROWS "}",
                                       width);
        assert_true(draw(fixture, "vega", str_terminate(&fixture->arena, figure), &scene));
        double behind = -1;
        for (size_t i = 0; i < count_role(&scene, ROLE_AXIS_LABEL); i++) {
            size_t item = find_role(&scene, ROLE_AXIS_LABEL, i);
            struct rect label = scene_item_bounds(&scene, item);
            if (str_is(scene.items[item].text.words, "a")) {
                continue;
            }
            assert_true(behind < 0 || label.x >= behind + 2);
            behind = rect_right(label);
        }
        assert_true(behind > 0);
    }
}

#define LOGO                                                                         \
    "\"style\": {\"logo\": {\"side\": \"%s\", \"box\": [200, 100], \"height\": 80, " \
    "\"paths\": [{\"path\": \"M0 0H200V100H0z\"}]}}, "

// The logo ends at the right margin, in the foot or beside the title, and no text comes near it.
static void texts_leave_the_logo_its_room(void **state) {
    struct fixture *fixture = *state;
    static const char *const sides[] = {"foot", "top"};
    for (size_t i = 0; i < 2; i++) {
        struct scene scene;
        struct str figure =
            str_printf(&fixture->arena,
                       "{\"frameWidth\": 800, \"title\": \"一个很长的题目要让出右边的标志才好看\", "
                       "\"mark\": \"bar\", " LOGO TWO ROWS "}",
                       sides[i]);
        assert_true(draw(fixture, "rong", str_terminate(&fixture->arena, figure), &scene));
        struct rect logo = scene_item_bounds(&scene, find_role(&scene, ROLE_ORNAMENT, 0));
        assert_near(rect_right(logo), 800 - 72);
        assert_near(logo.width, 160);
        assert_near(i ? logo.y : rect_bottom(logo), i ? 72 : scene.height - 72);
        for (size_t t = 0; t < scene.count; t++) {
            struct rect box = scene_item_bounds(&scene, t);
            bool level = box.y < rect_bottom(logo) && rect_bottom(box) > logo.y;
            assert_true(scene.items[t].kind != SCENE_TEXT || !level ||
                        rect_right(box) <= logo.x - 30);
        }
    }
}

// A picture that follows its plot holds a title that is wider, centred over the plot.
static void a_wide_title_stays_in_the_picture(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    assert_true(draw(fixture, "vega",
                     "{\"title\": \"一个比图形本身宽得多的题目一个比图形本身宽得多的题目\", "
                     "\"mark\": \"bar\", " TWO COLUMNS "}",
                     &scene));
    struct rect title = scene_item_bounds(&scene, find_role(&scene, ROLE_TITLE_TEXT, 0));
    assert_true(title.x >= 0 && rect_right(title) <= scene.width);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_number_of_an_axis_ends_at_the_margin),
        cmocka_unit_test(few_bars_stand_in_the_middle_of_a_fixed_frame),
        cmocka_unit_test(the_value_of_a_bar_set_back_is_as_dark_as_others),
        cmocka_unit_test(no_grid_line_runs_behind_the_name_of_a_line),
        cmocka_unit_test(numbers_of_an_axis_never_read_as_one),
        cmocka_unit_test(texts_leave_the_logo_its_room),
        cmocka_unit_test(a_wide_title_stays_in_the_picture),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
