// Where a figure says its unit.
#include "chart_fixture.h"

#define MONEY                                                                                 \
    "\"subtitle\": \"2022年\", \"unitNote\": \"单位：元\", \"data\": {\"values\": ["     \
    "{\"a\": \"甲\", \"b\": 30000000}, {\"a\": \"乙\", \"b\": 52000000}]}, \"encoding\": {" \
    "\"x\": {\"field\": \"a\", \"type\": \"nominal\"}, "                                      \
    "\"y\": {\"field\": \"b\", \"type\": \"quantitative\", \"title\": \"金额\"}}"
#define AXIS "{\"mark\": \"bar\", " MONEY "}"
#define LABELLED "{\"mark\": {\"type\": \"bar\", \"label\": true}, " MONEY "}"

static void behind_the_subtitle(void **state) {
    struct scene scene;
    assert_true(draw(*state, "rong", AXIS, &scene));
    check_words(&scene, ROLE_SUBTITLE, 0, "2022年（单位：元）");
    check_words(&scene, ROLE_AXIS_TITLE, 0, "金额");
}

// The scale of the axis is a part of its unit, and is said once.
static void at_the_axis(void **state) {
    struct scene scene;
    assert_true(draw(*state, "journal", AXIS, &scene));
    check_words(&scene, ROLE_SUBTITLE, 0, "2022年");
    check_words(&scene, ROLE_AXIS_TITLE, 0, "金额/万元");
    for (size_t i = 0; i < count_role(&scene, ROLE_AXIS_LABEL); i++) {
        struct str words = scene.items[find_role(&scene, ROLE_AXIS_LABEL, i)].text.words;
        assert_true(str_find(words, STR("万"), 0) == SIZE_MAX);
    }
}

static void above_the_plot_without_an_axis(void **state) {
    struct scene scene;
    assert_true(draw(*state, "journal", LABELLED, &scene));
    check_words(&scene, ROLE_SUBTITLE, 0, "2022年");
    check_words(&scene, ROLE_AXIS_TITLE, 0, "单位：元");
    struct rect unit = scene_item_bounds(&scene, find_role(&scene, ROLE_AXIS_TITLE, 0));
    struct rect bar = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_RECT, 0));
    assert_true(rect_bottom(unit) <= bar.y);
}

// Over its labels in rong, along the axis in journal.
static void axis_titles_are_level_unless_turned(void **state) {
    struct scene scene;
    assert_true(draw(*state, "rong", AXIS, &scene));
    struct scene_text *title = &scene.items[find_role(&scene, ROLE_AXIS_TITLE, 0)].text;
    assert_near(title->angle_deg, 0);
    struct rect label = scene_item_bounds(&scene, find_role(&scene, ROLE_AXIS_LABEL, 0));
    assert_true(rect_bottom(title->box) < label.y);
    assert_true(draw(*state, "journal", AXIS, &scene));
    title = &scene.items[find_role(&scene, ROLE_AXIS_TITLE, 0)].text;
    assert_near(title->angle_deg, -90);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(behind_the_subtitle),
        cmocka_unit_test(at_the_axis),
        cmocka_unit_test(above_the_plot_without_an_axis),
        cmocka_unit_test(axis_titles_are_level_unless_turned),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
