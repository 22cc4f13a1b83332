// Whole charts: from a spec to the items of its scene.
#include "chart_fixture.h"

#define ABC                                                                          \
    "\"data\": {\"values\": [{\"a\": \"A\", \"b\": 28}, {\"a\": \"B\", \"b\": 55}, " \
    "{\"a\": \"C\", \"b\": 43}]}"

// Vega-Lite 6: step 20, paddingInner 0.1, a plot 300 px high, domain [0, 55] (nice by 5).
static void vega_columns_have_vegas_geometry(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega", "{\"mark\": \"bar\", " ABC ", " COLUMNS "}", &scene));
    struct rect frame = scene_item_bounds(&scene, find_role(&scene, ROLE_FRAME, 0));
    double x = frame.x, y = frame.y; // its stroke is 1 px wide, half a pixel in
    assert_near(frame.width, 61);
    assert_near(frame.height, 301);
    check_bar(&scene, 0, (struct rect){x + 1, y + 300 - 300 * 28 / 55.0, 18, 300 * 28 / 55.0});
    check_bar(&scene, 1, (struct rect){x + 21, y, 18, 300});
    check_bar(&scene, 2, (struct rect){x + 41, y + 300 - 300 * 43 / 55.0, 18, 300 * 43 / 55.0});
    assert_int_equal(count_role(&scene, ROLE_AXIS_GRID), 12);
}

static void vega_rows_take_width_and_step(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega",
                     "{\"mark\": \"bar\", \"width\": 120, \"height\": {\"step\": 30}, " ABC
                     ", " ROWS "}",
                     &scene));
    struct rect frame = scene_item_bounds(&scene, find_role(&scene, ROLE_FRAME, 0));
    double x = frame.x, y = frame.y;
    assert_near(frame.height, 91);
    check_bar(&scene, 0, (struct rect){x, y + 1.5, 120 * 28 / 55.0, 27});
    check_bar(&scene, 1, (struct rect){x, y + 31.5, 120, 27});
}

static void sums_and_sorts(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega",
                     "{\"mark\": {\"type\": \"bar\", \"label\": true}, \"data\": {\"values\": "
                     "[{\"a\": \"A\", \"b\": 1}, {\"a\": \"B\", \"b\": 2}, {\"a\": \"A\", \"b\": "
                     "5}]}, \"encoding\": {\"y\": {\"field\": \"a\", \"type\": \"nominal\", "
                     "\"sort\": \"-x\"}, \"x\": {\"aggregate\": \"sum\", \"field\": \"b\"}}}",
                     &scene));
    assert_int_equal(count_role(&scene, ROLE_MARK_RECT), 2);
    check_words(&scene, ROLE_MARK_LABEL, 0, "6");
    assert_true(str_is(scene.items[find_role(&scene, ROLE_MARK_RECT, 0)].label, "A：6"));
    struct rect a = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, 0));
    struct rect b = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, 1));
    assert_true(a.y < b.y && a.width > b.width);
}

static void condition_picks_the_accent(void **state) {
    struct scene scene;
    assert_true(draw(*state, "rong",
                     "{\"mark\": \"bar\", " ABC ", \"encoding\": {\"y\": {\"field\": \"a\"}, "
                     "\"x\": {\"field\": \"b\", \"type\": \"quantitative\"}, \"color\": "
                     "{\"condition\": {\"test\": {\"field\": \"a\", \"equal\": \"B\"}, \"value\": "
                     "\"accent\"}, \"value\": \"context\"}}}",
                     &scene));
    struct colour grey = scene.items[find_role(&scene, ROLE_MARK_RECT, 0)].path.fill.colour;
    struct colour accent = scene.items[find_role(&scene, ROLE_MARK_RECT, 1)].path.fill.colour;
    assert_true(colour_equal(grey, (struct colour){0x8d, 0x95, 0xa0, 255}));
    assert_true(colour_equal(accent, (struct colour){0xc2, 0x38, 0x5b, 255}));
}

// Three bars at the style's most: pitch 104, thickness 56, 2 · 104 + 56 px high.
static void few_bars_keep_their_thickness(void **state) {
    struct scene scene;
    assert_true(draw(*state, "rong",
                     "{\"mark\": {\"type\": \"bar\", \"label\": true}, " ABC ", " ROWS "}",
                     &scene));
    struct rect first = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, 0));
    struct rect second = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, 1));
    assert_near(first.height, 56);
    assert_near(second.y - first.y, 104);
    assert_near(scene.width, 1600);
    assert_near(scene.height, 72 + 2 * 104 + 56 + 72);
    assert_int_equal(count_role(&scene, ROLE_AXIS_GRID), 0); // each bar carries its value
}

static double text_size(const struct scene *scene, enum scene_role role) {
    return scene->items[find_role(scene, role, 0)].text.runs[0].size;
}

// A fixed frame is not left empty: bars, names and above all numbers grow.
static void few_bars_in_a_frame_grow(void **state) {
    struct scene scene;
    assert_true(draw(*state, "rong",
                     "{\"frameWidth\": 1600, \"frameHeight\": 900, "
                     "\"mark\": {\"type\": \"bar\", \"label\": true}, " ABC ", " ROWS "}",
                     &scene));
    struct rect first = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, 0));
    struct rect second = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, 1));
    assert_near(scene.height, 900);
    assert_near(first.height, floor(56 * 1.4));
    assert_near(second.y - first.y, floor(104 * 1.9));
    assert_near(text_size(&scene, ROLE_MARK_LABEL), 56);
    assert_near(text_size(&scene, ROLE_AXIS_LABEL), 28 * 1.15);
}

static void values_stay_within_the_margin(void **state) {
    struct scene scene;
    assert_true(draw(*state, "rong",
                     "{\"mark\": {\"type\": \"bar\", \"label\": true}, \"data\": {\"values\": "
                     "[{\"a\": \"A\", \"b\": 123456789}, {\"a\": \"B\", \"b\": -98765432}]}, " ROWS
                     "}",
                     &scene));
    for (size_t i = 0; i < 2; i++) {
        struct rect label = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_LABEL, i));
        assert_true(label.x > 72 && rect_right(label) < 1600 - 71);
    }
    check_words(&scene, ROLE_MARK_LABEL, 1,
                "\xE2\x88\x92"
                "9876.5432万");
}

static void long_labels_stand_above_their_bars(void **state) {
    struct scene scene;
    assert_true(draw(*state, "rong",
                     "{\"mark\": \"bar\", \"data\": {\"values\": [{\"a\": "
                     "\"深入开展矢志不渝跟党走携手奋进新时代喜迎二十大同心跟党走等主题教育活动以及"
                     "其他各类活动\", \"b\": 3}, {\"a\": \"短\", \"b\": 2}]}, " ROWS "}",
                     &scene));
    struct rect bar = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, 0));
    assert_near(bar.x, 72);
    const struct finding *findings;
    struct fixture *fixture = *state;
    assert_int_equal(scene_check(&fixture->arena, &scene, (struct check_limits){0}, &findings), 0);
}

static void faults_are_reported(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    assert_false(
        draw(fixture, "rong", "{\"mark\": \"bar\", \"data\": {\"values\": []}, " ROWS "}", &scene));
    check_error(fixture, DIAG_EMPTY_DATA);
    assert_false(draw(fixture, "rong",
                      "{\"mark\": \"bar\", " ABC ", \"encoding\": {\"x\": {\"field\": \"bb\", "
                      "\"type\": \"quantitative\"}, \"y\": {\"field\": \"a\"}}}",
                      &scene));
    check_error(fixture, DIAG_NO_SUCH_COLUMN);
    assert_false(draw(
        fixture, "rong",
        "{\"mark\": \"bar\", \"size\": \"slide-16x9\", \"width\": 3, " ABC ", " ROWS "}", &scene));
    check_error(fixture, DIAG_CONFLICT);
    assert_false(draw(fixture, "rong",
                      "{\"mark\": \"bar\", " ABC ", \"encoding\": {\"x\": {\"field\": \"a\", "
                      "\"type\": \"quantitative\"}, \"y\": {\"field\": \"a\"}}}",
                      &scene));
    check_error(fixture, DIAG_NOT_A_NUMBER);
    assert_false(draw(fixture, "rong",
                      "{\"mark\": \"bar\", " ABC ", \"encoding\": {\"x\": {\"field\": \"b\", "
                      "\"type\": \"quantitative\", \"scale\": {\"zero\": false}}, \"y\": "
                      "{\"field\": \"a\"}}}",
                      &scene));
    check_error(fixture, DIAG_CONFLICT);
}

static void check_extreme(struct fixture *fixture, const char *values) {
    struct scene scene;
    struct str figure = str_printf(&fixture->arena,
                                   "{\"mark\": {\"type\": \"bar\", \"label\": true}, \"data\": "
                                   "{\"values\": [%s]}, " ROWS "}",
                                   values);
    assert_true(draw(fixture, "rong", figure.data, &scene));
    for (size_t i = 0; i < count_role(&scene, ROLE_MARK_RECT); i++) {
        struct rect bar = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, i));
        assert_true(isfinite(bar.x) && isfinite(bar.width) && bar.width >= 0);
        assert_true(bar.x >= 71.9 && rect_right(bar) <= 1600 - 71.9);
    }
}

static void extremes_give_sound_bars(void **state) {
    check_extreme(*state, "{\"a\": \"A\", \"b\": 1e-12}, {\"a\": \"B\", \"b\": 1e15}");
    check_extreme(*state, "{\"a\": \"A\", \"b\": 0}, {\"a\": \"B\", \"b\": 0}");
    check_extreme(*state, "{\"a\": \"A\", \"b\": -5}");
    check_extreme(*state, "{\"a\": \"A\", \"b\": 1e-12}");
    check_extreme(*state, "{\"a\": \"A\\nB\\tC😀\", \"b\": 7}, {\"a\": \"<&>\\\"'\", \"b\": null}");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vega_columns_have_vegas_geometry),
        cmocka_unit_test(vega_rows_take_width_and_step),
        cmocka_unit_test(sums_and_sorts),
        cmocka_unit_test(condition_picks_the_accent),
        cmocka_unit_test(few_bars_keep_their_thickness),
        cmocka_unit_test(few_bars_in_a_frame_grow),
        cmocka_unit_test(values_stay_within_the_margin),
        cmocka_unit_test(long_labels_stand_above_their_bars),
        cmocka_unit_test(faults_are_reported),
        cmocka_unit_test(extremes_give_sound_bars),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
