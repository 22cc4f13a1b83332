// Dates on axes, and numbers as the style writes them.
#include "chart_fixture.h"

#include <stdio.h>

// Columns over the categories; their labels, joined by bars.
static void check_labels(struct fixture *fixture, const char *style, const char *categories,
                         const char *expected) {
    struct scene scene;
    char figure[1000];
    snprintf(figure, sizeof figure,
             "{\"mark\": {\"type\": \"bar\", \"label\": true}, \"data\": {\"values\": [%s]}, "
             "\"encoding\": {\"x\": {\"field\": \"d\", \"type\": \"ordinal\"}, "
             "\"y\": {\"field\": \"n\", \"type\": \"quantitative\"}}}",
             categories);
    assert_true(draw(fixture, style, figure, &scene));
    struct buf labels = BUF_INIT(&fixture->arena);
    for (size_t i = 0; i < scene.count; i++) {
        const struct scene_item *item = &scene.items[i];
        if (item->role == ROLE_AXIS_LABEL && item->kind == SCENE_TEXT) {
            buf_add_text(&labels, labels.len ? "|" : "");
            buf_add_str(&labels, item->text.words);
        }
    }
    buf_add_char(&labels, '\0');
    assert_string_equal(labels.data, expected);
    buf_done(&labels);
}

static void a_year_is_said_once(void **state) {
    check_labels(*state, "rong", "{\"d\": \"2020\", \"n\": 1}, {\"d\": \"2021\", \"n\": 2}",
                 "2020年|2021");
    check_labels(*state, "rong", "{\"d\": 2020, \"n\": 1}, {\"d\": 2021, \"n\": 2}", "2020年|2021");
    check_labels(*state, "rong",
                 "{\"d\": \"2021-12\", \"n\": 1}, {\"d\": \"2022-01\", \"n\": 2}, "
                 "{\"d\": \"2022-02\", \"n\": 2}",
                 "2021年12月|2022年1月|2月");
    check_labels(*state, "rong",
                 "{\"d\": \"2022-Q1\", \"n\": 1}, {\"d\": \"2022-Q2\", \"n\": 2}, "
                 "{\"d\": \"2023-Q1\", \"n\": 2}",
                 "2022年一季度|二季度|2023年一季度");
}

static void other_categories_stay(void **state) {
    check_labels(*state, "rong", "{\"d\": \"2020\", \"n\": 1}, {\"d\": \"合计\", \"n\": 2}",
                 "2020|合计");
    check_labels(*state, "rong", "{\"d\": \"2020\", \"n\": 1}", "2020");
    check_labels(*state, "rong", "{\"d\": \"1005\", \"n\": 1}, {\"d\": \"2021\", \"n\": 2}",
                 "1005|2021");
}

static void a_style_of_d3_leaves_dates(void **state) {
    struct scene scene;
    assert_true(draw(*state, "vega",
                     "{\"mark\": \"bar\", \"data\": {\"values\": [{\"d\": \"2020\", \"n\": 1}, "
                     "{\"d\": \"2021\", \"n\": 2}]}, \"encoding\": {\"x\": {\"field\": \"d\"}, "
                     "\"y\": {\"field\": \"n\", \"type\": \"quantitative\"}}}",
                     &scene));
    check_words(&scene, ROLE_AXIS_LABEL, 0, "2020");
}

// Screen readers are told each date whole.
static void a_row_says_its_whole_date(void **state) {
    struct scene scene;
    assert_true(draw(*state, "rong",
                     "{\"mark\": \"bar\", \"data\": {\"values\": [{\"d\": \"2022-01\", \"n\": "
                     "538000000}, {\"d\": \"2022-02\", \"n\": 2}]}, \"encoding\": {\"x\": "
                     "{\"field\": \"d\"}, \"y\": {\"field\": \"n\", \"type\": \"quantitative\"}}}",
                     &scene));
    struct str label = scene.items[find_role(&scene, ROLE_MARK_RECT, 0)].label;
    assert_true(str_is(label, "2022年1月：5.38亿"));
}

static void a_style_decides_scale_and_grouping(void **state) {
    static const struct {
        const char *style, *label;
    } cases[] = {{"{}", "123.4567万"},
                 {"{\"numbers\": \"plain\"}", "1234567"},
                 {"{\"numbers\": \"plain\", \"grouping\": \"commas\"}", "1,234,567"},
                 {"{\"numbers\": \"plain\", \"grouping\": \"spaces\"}", "1\xE2\x80\x85"
                                                                        "234\xE2\x80\x85"
                                                                        "567"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scene scene;
        char figure[600];
        snprintf(
            figure, sizeof figure,
            "{\"style\": %s, \"mark\": {\"type\": \"bar\", \"label\": true}, \"data\": "
            "{\"values\": [{\"d\": \"A\", \"n\": 1234567}]}, \"encoding\": {\"y\": {\"field\": "
            "\"d\"}, \"x\": {\"field\": \"n\", \"type\": \"quantitative\"}}}",
            cases[i].style);
        assert_true(draw(*state, "rong", figure, &scene));
        check_words(&scene, ROLE_MARK_LABEL, 0, cases[i].label);
    }
}

static void a_ranged_bar_says_both_ends(void **state) {
    struct scene scene;
    assert_true(draw(*state, "rong",
                     "{\"mark\": {\"type\": \"bar\", \"label\": true}, \"data\": {\"values\": "
                     "[{\"d\": \"A\", \"a\": 170000, \"b\": 130000}]}, \"encoding\": {\"y\": "
                     "{\"field\": \"d\"}, \"x\": {\"field\": \"a\", \"type\": "
                     "\"quantitative\"}, \"x2\": {\"field\": \"b\"}}}",
                     &scene));
    check_words(&scene, ROLE_MARK_LABEL, 0, "13万～17万");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_is_said_once),
        cmocka_unit_test(other_categories_stay),
        cmocka_unit_test(a_style_of_d3_leaves_dates),
        cmocka_unit_test(a_row_says_its_whole_date),
        cmocka_unit_test(a_style_decides_scale_and_grouping),
        cmocka_unit_test(a_ranged_bar_says_both_ends),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
