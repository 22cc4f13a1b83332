// What happens to a figure's rows before they are drawn.
#include "chart_fixture.h"

// Bars of the rows a to d, 10 px for each unit.
#define FIGURE(transform, color)                                                                 \
    "{\"id\": \"f\", \"mark\": \"bar\", \"width\": 400, \"data\": {\"values\": [{\"k\": \"a\", " \
    "\"v\": 10}, {\"k\": \"b\", \"v\": 40}, {\"k\": \"c\", \"v\": 20}, {\"k\": \"d\", \"v\": "   \
    "5}]}, "                                                                                     \
    "\"transform\": [" transform "], \"encoding\": {\"y\": {\"field\": \"k\", \"type\": "        \
    "\"nominal\"}, \"x\": {\"field\": \"v\", \"type\": \"quantitative\"}" color "}}"

static double bar_width(const struct scene *scene, size_t nth) {
    return scene_item_bounds(scene, find_role(scene, ROLE_MARK_RECT, nth)).width;
}

static void transforms_come_before_the_marks(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega", FIGURE("{\"filter\": \"datum.v > 5\"}", ""), &scene));
    assert_int_equal(count_role(&scene, ROLE_MARK_RECT), 3);
    assert_true(draw(*state, "vega",
                     FIGURE("{\"calculate\": \"datum.v * 2\", \"as\": \"v\"}, "
                            "{\"filter\": {\"field\": \"v\", \"gte\": 40}}",
                            ""),
                     &scene));
    assert_int_equal(count_role(&scene, ROLE_MARK_RECT), 2);
    assert_near(bar_width(&scene, 0), 400);
    assert_near(bar_width(&scene, 1), 200);
}

static void conditions_may_be_expressions(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega",
                     FIGURE("", ", \"color\": {\"condition\": {\"test\": \"datum.v >= 20\", "
                                "\"value\": \"red\"}, \"value\": \"blue\"}"),
                     &scene));
    for (size_t i = 0; i < 4; i++) {
        const struct scene_item *bar = &scene.items[find_role(&scene, ROLE_MARK_RECT, i)];
        assert_int_equal(bar->path.fill.colour.r, i == 1 || i == 2 ? 255 : 0);
    }
}

static void faults_refuse_the_figure(void **state) {
    struct scene scene;
    struct fixture *fixture = *state;
    assert_false(draw(fixture, "rong", FIGURE("{\"filter\": \"datum.w > 5\"}", ""), &scene));
    check_error(fixture, DIAG_NO_SUCH_COLUMN);
    assert_false(draw(fixture, "rong", FIGURE("{\"filter\": \"datum.v > 500\"}", ""), &scene));
    check_error(fixture, DIAG_EMPTY_DATA);
    assert_false(draw(fixture, "rong",
                      FIGURE("", ", \"color\": {\"condition\": {\"test\": \"datum.v >\", "
                                 "\"value\": \"red\"}, \"value\": \"blue\"}"),
                      &scene));
    check_error(fixture, DIAG_EXPRESSION);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(transforms_come_before_the_marks),
        cmocka_unit_test(conditions_may_be_expressions),
        cmocka_unit_test(faults_refuse_the_figure),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
