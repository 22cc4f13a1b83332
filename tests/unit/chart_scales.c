// Scales as charts use them: types, limits, turned axes, and what a log scale refuses.
#include "chart_fixture.h"

// Two bars of 1 and 100 on the scale, 200 px wide.
#define BARS(scale)                                                                              \
    "{\"id\": \"f\", \"mark\": \"bar\", \"width\": 200, \"data\": {\"values\": [{\"a\": \"A\", " \
    "\"b\": 1}, {\"a\": \"B\", \"b\": 100}]}, \"encoding\": {\"y\": {\"field\": \"a\", "         \
    "\"type\": \"nominal\"}, \"x\": {\"field\": \"b\", \"type\": \"quantitative\", \"scale\": "  \
    "{" scale "}}}}"

static double bar_width(const struct scene *scene, size_t nth) {
    return scene_item_bounds(scene, find_role(scene, ROLE_MARK_RECT, nth)).width;
}

static void draw_bars(void **state, const char *figure, double first, double second) {
    struct scene scene;
    assert_true(draw(*state, "vega", figure, &scene));
    assert_near(bar_width(&scene, 0), first);
    assert_near(bar_width(&scene, 1), second);
}

static void bars_follow_their_scale(void **state) {
    draw_bars(state, BARS("\"type\": \"linear\""), 2, 200);
    draw_bars(state, BARS("\"type\": \"sqrt\""), 20, 200);
    draw_bars(state, BARS("\"type\": \"pow\", \"exponent\": 2"), 0.02, 200);
    draw_bars(state, BARS("\"type\": \"symlog\""), 200 * log(2) / log(101), 200);
}

static void limits_set_the_domain(void **state) {
    draw_bars(state, BARS("\"domainMax\": 200"), 1, 100);
    draw_bars(state, BARS("\"domain\": [0, 50], \"clamp\": true"), 4, 200);
    draw_bars(state, BARS("\"domainMax\": 133, \"nice\": true"), 200.0 / 140, 20000.0 / 140);
}

static void turned_scales_run_the_other_way(void **state) {
    struct scene plain, turned;
    assert_true(draw(*state, "vega", BARS("\"reverse\": false"), &plain));
    assert_true(draw(*state, "vega", BARS("\"reverse\": true"), &turned));
    struct rect from = scene_item_bounds(&plain, find_role(&plain, ROLE_MARK_RECT, 0));
    struct rect to = scene_item_bounds(&turned, find_role(&turned, ROLE_MARK_RECT, 0));
    assert_near(to.x - from.x, 198);
    assert_near(to.width, from.width);
}

#define POINTS(least, scale)                                                                \
    "{\"id\": \"f\", \"mark\": \"point\", \"height\": 300, \"width\": 300, \"data\": "      \
    "{\"values\": [{\"a\": 1, \"b\": " least "}, {\"a\": 2, \"b\": 1000}]}, \"encoding\": " \
    "{\"x\": {\"field\": \"a\", \"type\": \"quantitative\"}, \"y\": {\"field\": \"b\", "    \
    "\"type\": \"quantitative\", \"scale\": {\"type\": \"log\"" scale "}}}}"

static double point_y(const struct scene *scene, size_t nth) {
    struct rect box = scene_item_bounds(scene, find_role(scene, ROLE_MARK_SYMBOL, nth));
    return box.y + box.height / 2;
}

static void log_axes_space_powers_evenly(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega", POINTS("10", ""), &scene));
    assert_near(point_y(&scene, 0) - point_y(&scene, 1), 300);
    assert_true(draw(*state, "vega", POINTS("10", ", \"domain\": [1, 1000]"), &scene));
    assert_near(point_y(&scene, 0) - point_y(&scene, 1), 200);
}

static void log_scales_refuse_bars_and_zero(void **state) {
    struct scene scene;
    struct fixture *fixture = *state;
    assert_false(draw(fixture, "rong", BARS("\"type\": \"log\""), &scene));
    check_error(fixture, DIAG_LOG_SCALE);
    assert_false(draw(fixture, "rong", POINTS("0", ""), &scene));
    check_error(fixture, DIAG_LOG_SCALE);
    assert_true(str_is(fixture->diag.entries[0].place.pointer, "/data/values/0/b"));
    assert_false(draw(fixture, "rong", POINTS("-5", ""), &scene));
    check_error(fixture, DIAG_LOG_SCALE);
    assert_false(draw(fixture, "rong", POINTS("10", ", \"domain\": [0, 1000]"), &scene));
    check_error(fixture, DIAG_LOG_SCALE);
}

#define FORMATTED(format, label)                                                                   \
    "{\"id\": \"f\", \"mark\": {\"type\": \"bar\", \"label\": {\"format\": \"" label "\"}}, "      \
    "\"width\": 200, \"data\": {\"values\": [{\"b\": 25000}]}, \"encoding\": {\"x\": {\"field\": " \
    "\"b\", \"type\": \"quantitative\", \"axis\": {\"format\": \"" format "\"}}}}"

static void formats_print_ticks_and_labels(void **state) {
    struct scene scene;
    struct fixture *fixture = *state;
    assert_true(draw(fixture, "vega", FORMATTED("s", ",.1f"), &scene));
    check_words(&scene, ROLE_AXIS_LABEL, 1, "5k");
    check_words(&scene, ROLE_MARK_LABEL, 0, "25,000.0");
    assert_true(draw(fixture, "vega", FORMATTED("w", ".1w"), &scene));
    check_words(&scene, ROLE_AXIS_LABEL, 2, "1万");
    check_words(&scene, ROLE_MARK_LABEL, 0, "2.5万");
    assert_false(draw(fixture, "vega", FORMATTED(",.1f1", ""), &scene));
    check_error(fixture, DIAG_FORMAT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bars_follow_their_scale),
        cmocka_unit_test(limits_set_the_domain),
        cmocka_unit_test(turned_scales_run_the_other_way),
        cmocka_unit_test(log_axes_space_powers_evenly),
        cmocka_unit_test(formats_print_ticks_and_labels),
        cmocka_unit_test(log_scales_refuse_bars_and_zero),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
