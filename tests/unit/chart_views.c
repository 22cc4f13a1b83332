// Lists of charts in a picture of given size: plots agree across lines and down columns.
#include "chart_fixture.h"

#define ROWS_OF(names)                                                      \
    "\"data\": {\"values\": [{\"a\": \"" names "\", \"b\": 20, \"c\": 4}, " \
    "{\"a\": \"B\", \"b\": 100, \"c\": 6}]}"
#define BARS(data)                                                             \
    "{\"mark\": \"bar\", " data ", \"encoding\": {\"y\": {\"field\": \"a\"}, " \
    "\"x\": {\"field\": \"b\", \"type\": \"quantitative\"}}}"
#define COLUMN_BARS(data)                                                      \
    "{\"mark\": \"bar\", " data ", \"encoding\": {\"x\": {\"field\": \"a\"}, " \
    "\"y\": {\"field\": \"b\", \"type\": \"quantitative\"}}}"

static struct rect bar_of(const struct scene *scene, size_t nth) {
    return scene_item_bounds(scene, find_role(scene, ROLE_MARK_RECT, nth));
}

// However long the names of one are, all begin and end together.
static void plots_of_a_column_agree_across(void **state) {
    struct scene scene;
    assert_true(
        draw(*state, "rong",
             "{\"vconcat\": [" BARS(ROWS_OF("A")) ", " BARS(ROWS_OF("A rather long name")) "]}",
             &scene));
    assert_near(bar_of(&scene, 0).x, bar_of(&scene, 2).x);
    assert_near(bar_of(&scene, 1).width, bar_of(&scene, 3).width);
    assert_true(bar_of(&scene, 1).y < bar_of(&scene, 2).y);
}

static void plots_of_a_line_agree_downwards(void **state) {
    struct scene scene;
    assert_true(draw(*state, "rong",
                     "{\"frameWidth\": 1280, \"frameHeight\": 720, \"hconcat\": [" COLUMN_BARS(
                         ROWS_OF("A")) ", " COLUMN_BARS(ROWS_OF("A name of several words")) "]}",
                     &scene));
    assert_near(scene.width, 1280);
    assert_near(scene.height, 720);
    struct rect left = bar_of(&scene, 1), right = bar_of(&scene, 3);
    assert_near(left.y, right.y);
    assert_near(rect_bottom(left), rect_bottom(right));
    assert_true(rect_right(left) < right.x);
}

// One scale for both, so the lesser amounts are as long in one as in the other.
static void shared_scales_are_one(void **state) {
    struct scene scene;
    assert_true(
        draw(*state, "vega",
             "{\"resolve\": {\"scale\": {\"x\": \"shared\"}}, " ROWS_OF(
                 "A") ", \"vconcat\": ["
                      "{\"mark\": \"bar\", \"encoding\": {\"y\": {\"field\": \"a\"}, \"x\": "
                      "{\"field\": \"b\", \"type\": \"quantitative\"}}}, "
                      "{\"mark\": \"bar\", \"encoding\": {\"y\": {\"field\": \"a\"}, \"x\": "
                      "{\"field\": \"c\", \"type\": \"quantitative\"}}}]}",
             &scene));
    assert_near(bar_of(&scene, 1).width, 300);
    assert_near(bar_of(&scene, 2).width, 12); // 4 of 100
}

// The first at the left, the second at the right of the same plot.
static void layers_may_have_two_axes(void **state) {
    struct scene scene;
    assert_true(
        draw(*state, "vega",
             "{\"resolve\": {\"scale\": {\"y\": \"independent\"}}, " ROWS_OF(
                 "A") ", "
                      "\"width\": 100, \"height\": 100, \"encoding\": {\"x\": {\"field\": \"a\"}}, "
                      "\"layer\": [{\"mark\": \"bar\", \"encoding\": {\"y\": {\"field\": \"b\", "
                      "\"type\": \"quantitative\"}}}, {\"mark\": \"bar\", \"encoding\": {\"y\": "
                      "{\"field\": \"c\", \"type\": \"quantitative\"}}}]}",
             &scene));
    assert_near(bar_of(&scene, 1).height, 100);
    assert_near(bar_of(&scene, 3).height, 100);
    assert_int_equal(count_role(&scene, ROLE_FRAME), 1);
    double left = INFINITY, right = 0;
    for (size_t i = 0; i < scene.count; i++) {
        if (scene.items[i].role == ROLE_AXIS_TITLE && scene.items[i].kind == SCENE_TEXT) {
            left = fmin(left, scene.items[i].text.box.x);
            right = fmax(right, scene.items[i].text.box.x);
        }
    }
    assert_true(left < bar_of(&scene, 0).x && right > rect_right(bar_of(&scene, 1)));
}

static void views_take_over_what_stands_around_them(void **state) {
    struct scene scene;
    assert_true(draw(
        *state, "rong",
        "{" ROWS_OF(
            "A") ", \"transform\": [{\"filter\": \"datum.b > 50\"}], "
                 "\"encoding\": {\"y\": {\"field\": \"a\"}}, \"hconcat\": [{\"mark\": \"bar\", "
                 "\"encoding\": {\"x\": {\"field\": \"b\", \"type\": \"quantitative\"}}}, "
                 "{\"mark\": \"bar\", " ROWS_OF("C") ", \"encoding\": {\"x\": {\"field\": \"c\", "
                                                     "\"type\": \"quantitative\"}}}]}",
        &scene));
    assert_int_equal(count_role(&scene, ROLE_MARK_RECT), 3); // own data knows no outer filter
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plots_of_a_column_agree_across),
        cmocka_unit_test(plots_of_a_line_agree_downwards),
        cmocka_unit_test(shared_scales_are_one),
        cmocka_unit_test(layers_may_have_two_axes),
        cmocka_unit_test(views_take_over_what_stands_around_them),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
