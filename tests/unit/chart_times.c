// Times, time units and bins on axes; places are Vega-Lite's.
#include "chart_fixture.h"

#define HEAD "{\"id\": \"f\", \"width\": 300, \"height\": 200, \"data\": {\"values\": "
#define AMOUNTS "[{\"a\": 1.2}, {\"a\": 2.5}, {\"a\": 2.7}, {\"a\": 8.8}, {\"a\": 5}]}"
#define DATES                                                                               \
    "[{\"a\": \"2020-01-05\", \"b\": 3}, {\"a\": \"2020年2月20日\", \"b\": 4}, {\"a\": " \
    "\"2020-05-01\", \"b\": 6}]}"
#define SUM ", \"y\": {\"aggregate\": \"sum\", \"field\": \"b\", \"type\": \"quantitative\"}}}"

// Where the bar stands beside the plot's corner.
static void check_at(const struct scene *scene, size_t nth, double x, double width) {
    struct rect bar = scene_item_bounds(scene, find_role(scene, ROLE_MARK_RECT, nth));
    struct rect box = scene_item_bounds(scene, find_role(scene, ROLE_FRAME, 0));
    assert_near(bar.x - (box.x + box.width / 2 - 150.5), x); // the frame runs through pixels
    assert_near(bar.width, width);
}

static void histograms_have_vegas_bins(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega",
                     HEAD AMOUNTS ", \"mark\": \"bar\", \"encoding\": {\"x\": {\"bin\": true, "
                                  "\"field\": \"a\"}, \"y\": {\"aggregate\": \"count\"}}}",
                     &scene));
    assert_int_equal(count_role(&scene, ROLE_MARK_RECT), 4);
    check_at(&scene, 0, 1, 36.5);
    check_at(&scene, 1, 38.5, 36.5);
    check_at(&scene, 2, 263.5, 36.5);
    check_words(&scene, ROLE_AXIS_LABEL, 0, "1.0");
}

static void bars_fill_their_months(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega",
                     HEAD DATES ", \"mark\": \"bar\", \"encoding\": {\"x\": {\"timeUnit\": "
                                "\"yearmonth\", \"field\": \"a\"}" SUM,
                     &scene));
    check_at(&scene, 0, 1, 60.184);
    check_at(&scene, 1, 62.184, 56.237);
    check_words(&scene, ROLE_AXIS_LABEL, 0, "Jan 2020");
    assert_true(draw(*state, "rong",
                     HEAD DATES ", \"mark\": \"bar\", \"encoding\": {\"x\": {\"timeUnit\": "
                                "\"month\", \"field\": \"a\", \"type\": \"ordinal\"}" SUM,
                     &scene));
    check_words(&scene, ROLE_AXIS_LABEL, 1, "2月");
}

static void bars_at_days_keep_off_the_ends(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega",
                     HEAD DATES ", \"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\", "
                                "\"type\": \"temporal\"}" SUM,
                     &scene));
    check_at(&scene, 0, 2.5, 5);
    check_at(&scene, 1, 116.517, 5);
    check_at(&scene, 2, 292.5, 5);
}

static void points_stand_at_their_times(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega",
                     HEAD DATES ", \"mark\": \"point\", \"encoding\": {\"x\": {\"timeUnit\": "
                                "\"yearmonth\", \"field\": \"a\"}" SUM,
                     &scene));
    double x[3];
    for (size_t i = 0; i < 3; i++) {
        struct rect box = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_SYMBOL, i));
        x[i] = box.x + box.width / 2;
    }
    assert_near(x[1] - x[0], 76.86);
    assert_near(x[2] - x[0], 300);
}

static void wrong_dates_are_refused(void **state) {
    struct scene scene;
    struct fixture *fixture = *state;
    assert_false(draw(fixture, "rong",
                      HEAD "[{\"a\": \"2020-13-05\", \"b\": 3}]}, \"mark\": \"bar\", "
                           "\"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"temporal\"}" SUM,
                      &scene));
    check_error(fixture, DIAG_NOT_A_DATE);
    assert_true(str_is(fixture->diag.entries[0].place.pointer, "/data/values/0/a"));
    assert_false(draw(fixture, "rong",
                      HEAD DATES ", \"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\", "
                                 "\"type\": \"temporal\", \"axis\": {\"format\": \"%k\"}}" SUM,
                      &scene));
    check_error(fixture, DIAG_FORMAT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(histograms_have_vegas_bins),
        cmocka_unit_test(bars_fill_their_months),
        cmocka_unit_test(bars_at_days_keep_off_the_ends),
        cmocka_unit_test(points_stand_at_their_times),
        cmocka_unit_test(wrong_dates_are_refused),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
