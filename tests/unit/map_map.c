// Whole maps: from a figure's JSON to the items of its scene.
#include "map_fixture.h"

#include "map/region_name.h"

#include <math.h>

#define FIVE                                                                                                \
    "{\"地区\": \"成都市\", \"v\": 50}, {\"地区\": \"阿坝州\", \"v\": 12}, {\"地区\": 513300, " \
    "\"v\": "                                                                                               \
    "7}, {\"地区\": \"凉山\", \"v\": 31}, {\"地区\": \"德阳\", \"v\": null}"

static void a_choropleth_has_regions_and_classes(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw(f,
                     "{" DATA(FIVE) ", " MAP("\"fill\": {\"field\": \"v\", \"title\": \"数量\", "
                                             "\"unit\": \"个\", \"classes\": {\"method\": "
                                             "\"manual\", \"limits\": [0, 10, 20, 60]}}") "}",
                     1600, 900, &scene));
    assert_true(has_words(&scene, "数量（个）"));
    assert_true(has_words(&scene, "20～60"));
    assert_true(has_words(&scene, "12")); // one value is no range
    assert_true(has_words(&scene, "7"));
    assert_true(has_words(&scene, "无数据"));
    assert_true(has_words(&scene, "示意图"));
    const struct scene_item *chengdu = find_label(&scene, "成都市：50");
    const struct scene_item *liangshan = find_label(&scene, "凉山彝族自治州：31");
    const struct scene_item *aba = find_label(&scene, "阿坝藏族羌族自治州：12");
    find_label(&scene, "甘孜藏族自治州：7");
    find_label(&scene, "德阳市：无数据");
    assert_true(colour_equal(chengdu->path.fill.colour, liangshan->path.fill.colour));
    assert_false(colour_equal(chengdu->path.fill.colour, aba->path.fill.colour));
    check_said(f, DIAG_NO_SUCH_REGION, "16 regions have no row");
    assert_int_equal(f->diag.warnings, 0);
}

static void texts_make_categories(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw(
        f,
        "{" DATA(
            "{\"name\": \"成都\", \"v\": \"甲\"}, {\"name\": \"德阳\", \"v\": "
            "\"乙\"}, {\"name\": \"眉山\", \"v\": \"甲\"}") ", " MAP("\"fill\": {\"field\": \"v\", "
                                                                     "\"colors\": [\"#123456\", "
                                                                     "\"#abcdef\"]}") "}",
        1600, 0, &scene));
    assert_int_equal(find_label(&scene, "眉山市：甲")->path.fill.colour.b, 0x56);
    assert_int_equal(find_label(&scene, "德阳市：乙")->path.fill.colour.b, 0xef);
    assert_true(has_words(&scene, "甲") && has_words(&scene, "乙"));
}

// In every frame the legend keeps off the regions, and the texts off one another.
static void no_frame_makes_legend_and_map_meet(void **state) {
    struct fixture *f = *state;
    static const double frames[][2] = {{1600, 900}, {1080, 0}, {800, 800}, {600, 1100}, {900, 0}};
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        struct scene scene;
        assert_true(draw(f, "{" DATA(FIVE) ", " MAP("\"fill\": {\"field\": \"v\"}") "}",
                         frames[i][0], frames[i][1], &scene));
        const struct finding *findings;
        assert_int_equal(scene_check(&f->arena, &scene, (struct check_limits){0}, &findings), 0);
        struct rect legend = {0};
        for (size_t j = 0; j < scene.count; j++) {
            enum scene_role role = scene.items[j].role;
            if (scene.items[j].kind != SCENE_GROUP &&
                (role == ROLE_LEGEND_LABEL || role == ROLE_LEGEND_SYMBOL)) {
                legend = rect_union(legend, scene_item_bounds(&scene, j));
            }
        }
        for (size_t j = 0; j < scene.count; j++) {
            const struct scene_item *item = &scene.items[j];
            for (size_t k = 0; item->role == ROLE_REGION && k < item->path.path.point_count; k++) {
                struct point at = item->path.path.points[k];
                assert_false(at.x > legend.x && at.x < rect_right(legend) && at.y > legend.y &&
                             at.y < rect_bottom(legend));
            }
        }
    }
}

static void a_part_of_a_base_is_drawn(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw(f,
                     "{\"map\": {\"base\": \"sichuan-counties\", \"only\": [\"513200\", "
                     "\"513300\"], \"highlight\": [\"汶川\"], \"approval\": \"示意图\"}}",
                     1600, 900, &scene));
    assert_int_equal(count_role(&scene, ROLE_REGION), 31); // 阿坝州 13, 甘孜州 18
    find_label(&scene, "汶川县");
    assert_true(str_find(scene.description, STR("突出显示汶川县"), 0) != SIZE_MAX);
}

static void insets_stand_in_free_corners(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(
        draw(f,
             "{\"map\": {\"base\": \"chengdu\", \"approval\": \"示意图\", \"insets\": [{\"base\": "
             "\"sichuan\", \"highlight\": [\"成都\"], \"title\": \"位置\"}]}}",
             1600, 900, &scene));
    assert_int_equal(count_role(&scene, ROLE_REGION), 20 + 21);
    assert_true(has_words(&scene, "位置"));
    struct rect city = {0}, province = {0};
    for (size_t i = 0, seen = 0; i < scene.count; i++) {
        if (scene.items[i].role == ROLE_REGION) {
            struct rect *whole = seen++ < 20 ? &city : &province;
            *whole = rect_union(*whole, scene_item_bounds(&scene, i));
        }
    }
    assert_true(province.width < city.width / 2);
    const struct finding *findings;
    assert_int_equal(scene_check(&f->arena, &scene, (struct check_limits){0}, &findings), 0);
    assert_true(
        draw(f,
             "{\"map\": {\"base\": \"chengdu\", \"approval\": \"示意图\", \"insets\": [{\"base\": "
             "\"sichuan\", \"width\": 0.5}, {\"base\": \"sichuan\", \"width\": 0.5}]}}",
             500, 500, &scene));
    check_said(f, DIAG_LAYOUT, "free for the inset");
    assert_false(draw(f,
                      "{\"map\": {\"base\": \"chengdu\", \"insets\": [{\"base\": \"sichuan\", "
                      "\"highlight\": [\"上海\"]}]}}",
                      1600, 900, &scene));
}

static size_t count_words(const struct scene *scene, enum scene_role role) {
    size_t count = 0;
    for (size_t i = 0; i < scene->count; i++) {
        count += scene->items[i].role == role && scene->items[i].kind == SCENE_TEXT;
    }
    return count;
}

// Every name of these maps is shown, and none lies on another.
static void names_stand_apart(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *map;
        size_t names;
    } maps[] = {{"{\"map\": {\"base\": \"sichuan\", \"approval\": \"示意图\"}}", 21},
                {"{\"map\": {\"base\": \"chengdu\", \"approval\": \"示意图\"}}", 20},
                {"{\"map\": {\"base\": \"sichuan-counties\", \"only\": [\"513200\", \"513300\"], "
                 "\"approval\": \"示意图\"}}",
                 31}};
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++) {
        struct scene scene;
        assert_true(draw(f, maps[i].map, 1600, 900, &scene));
        assert_int_equal(f->diag.warnings, 0);
        const struct finding *findings;
        assert_int_equal(scene_check(&f->arena, &scene, (struct check_limits){0}, &findings), 0);
        assert_true(count_words(&scene, ROLE_MARK_LABEL) >= maps[i].names);
    }
}

static void flows_and_pins_keep_names_off(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(
        draw(f,
             "{\"map\": {\"base\": \"sichuan\", \"approval\": \"示意图\", \"labels\": [\"阿坝\", "
             "\"甘孜\", \"德阳\"], \"flows\": [{\"from\": "
             "\"成都\", \"to\": \"阿坝州\"}, {\"from\": [104.07, 30.67], \"to\": \"甘孜州\"}], "
             "\"pins\": [{\"at\": [101.72, 26.58], \"label\": \"攀枝花\"}]}}",
             1600, 900, &scene));
    assert_int_equal(count_role(&scene, ROLE_MARK_SHAPE), 2);
    assert_int_equal(count_role(&scene, ROLE_MARK_SYMBOL), 2 + 1); // two origins, a pin
    const struct finding *findings;
    assert_int_equal(scene_check(&f->arena, &scene, (struct check_limits){0}, &findings), 0);
    assert_int_equal(f->diag.warnings, 0);
    assert_false(draw(f, "{\"map\": {\"base\": \"sichuan\", \"pins\": [{\"at\": \"北京市\"}]}}",
                      1600, 900, &scene));
    check_said(f, DIAG_OUT_OF_RANGE, "“北京市” lies outside the map");
    assert_false(draw(f,
                      "{\"map\": {\"base\": \"sichuan\", \"flows\": [{\"from\": \"成都\", \"to\": "
                      "\"无此处\"}]}}",
                      1600, 900, &scene));
    check_said(f, DIAG_NO_SUCH_REGION, "there is no place “无此处”");
}

static const struct scene_item *legend_symbol(const struct scene *scene, const char *words) {
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->kind == SCENE_GROUP && item->role == ROLE_LEGEND && str_is(item->label, words)) {
            while (scene->items[++i].role != ROLE_LEGEND_SYMBOL) {
            }
            return &scene->items[i];
        }
    }
    fail_msg("nothing in the legend says %s", words);
    return NULL;
}

// A cone's north leans by its constant times the longitude from the middle (Snyder 15-3). A degree
// of longitude is 96.486 km at 30° north.
static void bar_and_arrow_are_true(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw(f,
                     "{\"map\": {\"base\": \"sichuan\", \"approval\": \"示意图\", "
                     "\"projection\": {\"type\": \"conicConformal\", \"center\": [75, 30], "
                     "\"parallels\": [30, 30]}, \"scaleBar\": true, \"northArrow\": true, "
                     "\"labels\": false, \"pins\": [{\"at\": [102.5, 30], \"label\": \"甲\"}, "
                     "{\"at\": [103.5, 30], \"label\": \"乙\"}]}}",
                     1600, 900, &scene));
    assert_int_equal(f->diag.warnings, 0);
    const struct finding *findings;
    assert_int_equal(scene_check(&f->arena, &scene, (struct check_limits){0}, &findings), 0);
    const struct path *needle = &legend_symbol(&scene, "北")->path.path;
    struct point tip = needle->points[0], tail = needle->points[2];
    double lean = atan2(tip.x - tail.x, tail.y - tip.y) * 180 / M_PI;
    assert_true(fabs(lean + sin(30 * M_PI / 180) * (109.5 - 75)) < 1.5); // in the upper right
    struct point pins[2] = {{0}};
    size_t seen = 0;
    for (size_t i = 0; i < scene.count && seen < 2; i++) {
        if (scene.items[i].role == ROLE_MARK_SYMBOL) {
            struct rect dot = path_bounds(&scene.items[i].path.path);
            pins[seen++] = (struct point){dot.x, dot.y};
        }
    }
    assert_int_equal(seen, 2);
    double apart = hypot(pins[1].x - pins[0].x, pins[1].y - pins[0].y);
    double bar = path_bounds(&legend_symbol(&scene, "200千米")->path.path).width;
    assert_true(fabs(apart / bar * 200 - 96.486) < 0.5);
    assert_true(draw(f,
                     "{\"map\": {\"base\": \"chengdu\", \"approval\": \"示意图\", "
                     "\"labels\": false, \"scaleBar\": true, \"northArrow\": true, \"insets\": "
                     "[{\"base\": \"sichuan\", \"width\": 0.5}]}}",
                     300, 300, &scene));
    check_said(f, DIAG_LAYOUT, "free for scale bar");
    assert_true(draw(f,
                     "{\"map\": {\"base\": \"world\", \"projection\": {\"type\": "
                     "\"orthographic\", \"center\": [105, 30]}, \"approval\": \"示意图\", "
                     "\"labels\": false, \"scaleBar\": true, \"northArrow\": true}}",
                     900, 900, &scene));
    double globe =
        12756.3 / 2000 * path_bounds(&legend_symbol(&scene, "2000千米")->path.path).width;
    assert_true(globe < scene.width && globe > 0.6 * scene.width); // the earth's diameter
}

static void symbols_have_true_areas(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw(f,
                     "{" DATA(FIVE) ", " MAP("\"labels\": true, \"symbols\": {\"field\": \"v\", "
                                             "\"title\": \"数量\", \"unit\": \"个\"}") "}",
                     1600, 900, &scene));
    assert_int_equal(f->diag.warnings, 0);
    assert_int_equal(count_role(&scene, ROLE_MARK_SYMBOL), 4);
    const struct finding *findings;
    assert_int_equal(scene_check(&f->arena, &scene, (struct check_limits){0}, &findings), 0);
    static const double values[] = {50, 31, 12, 7}; // the largest lies lowest
    double widths[4];
    for (size_t i = 0, seen = 0; i < scene.count; i++) {
        if (scene.items[i].role == ROLE_MARK_SYMBOL) {
            widths[seen++] = path_bounds(&scene.items[i].path.path).width;
        }
    }
    for (size_t i = 1; i < 4; i++) {
        double share = widths[i] * widths[i] / (widths[0] * widths[0]);
        assert_true(fabs(share - values[i] / values[0]) < 1e-3);
    }
    double legend = path_bounds(&legend_symbol(&scene, "数量（个）")->path.path).width;
    assert_true(has_words(&scene, "50") && fabs(legend - widths[0]) < 1e-3);
    assert_true(str_find(scene.description, STR("凉山彝族自治州：31"), 0) != SIZE_MAX);
}

static const struct {
    const char *figure;
    enum diag_code code;
    const char *said;
} faults[] = {
    {"{" MAP("\"highlight\": [\"阿坝区\"]") "}", DIAG_NO_SUCH_REGION,
     "it could be 阿坝藏族羌族自治州"},
    {"{\"map\": {\"base\": \"sichuan-counties\", \"highlight\": [\"安州\", \"阿坝州\"]}}",
     DIAG_NO_SUCH_REGION, "阿坝州"},
    {"{\"map\": {\"base\": \"sichuanx\"}}", DIAG_UNKNOWN_WORD, "did you mean \"sichuan\"?"},
    {"{\"map\": {\"base\": \"none.geojson\"}}", DIAG_UNREADABLE_FILE, "none.geojson"},
    {"{\"map\": {\"base\": \"../x.geojson\"}}", DIAG_OUTSIDE_PATH, "x.geojson"},
    {"{\"map\": {\"base\": \"places\"}}", DIAG_BOUNDARIES, "no polygons"},
    {"{" MAP("\"only\": [\"上海\"]") "}", DIAG_NO_SUCH_REGION, "上海"},
    {"{" MAP("\"projection\": {\"type\": \"albers\", \"parallels\": [20, -20]}") "}",
     DIAG_OUT_OF_RANGE, "no cone"},
    {"{" MAP("\"fill\": {\"field\": \"v\"}") "}", DIAG_NO_SUCH_DATA, "no data"},
    {"{" DATA("{\"name\": \"成都\", \"v\": 1}") ", " MAP("\"fill\": {\"field\": \"w\"}") "}",
     DIAG_NO_SUCH_COLUMN, "w"},
    {"{" DATA("{\"x\": \"成都\", \"v\": 1}") ", " MAP("\"fill\": {\"field\": \"v\"}") "}",
     DIAG_MISSING_FIELD, "names the regions"},
    {"{" DATA("{\"name\": \"成都\", \"v\": 1}, {\"name\": \"成都市\", \"v\": 2}") ", " MAP(
         "\"fill\": {\"field\": \"v\"}") "}",
     DIAG_DUPLICATE_ID, "成都市"},
    {"{" DATA("{\"name\": \"成都\", \"v\": null}") ", " MAP("\"fill\": {\"field\": \"v\"}") "}",
     DIAG_EMPTY_DATA, "no region of the map has a value"},
    {"{" DATA("{\"name\": \"成都\", \"v\": 1}, {\"name\": \"德阳\", \"v\": \"甲\"}") ", " MAP(
         "\"fill\": {\"field\": \"v\"}") "}",
     DIAG_NOT_A_NUMBER, "texts and numbers"},
    {"{" DATA("{\"name\": \"成都\", \"v\": 5}") ", " MAP(
         "\"fill\": {\"field\": \"v\", \"classes\": {\"limits\": [0, 3]}}") "}",
     DIAG_OUT_OF_RANGE, "lies in no class"},
    {"{" DATA("{\"name\": \"成都\", \"v\": 5}") ", " MAP(
         "\"fill\": {\"field\": \"v\", \"classes\": {\"limits\": [9, 3]}}") "}",
     DIAG_OUT_OF_RANGE, "must rise"},
    {"{" DATA("{\"name\": \"成都\", \"v\": 5}, {\"name\": \"德阳\", \"v\": -5}") ", " MAP(
         "\"symbols\": {\"field\": \"v\"}") "}",
     DIAG_OUT_OF_RANGE, "“德阳市” can have an area below zero"},
    {"{" DATA("{\"name\": \"成都\", \"v\": 0}") ", " MAP("\"symbols\": {\"field\": \"v\"}") "}",
     DIAG_EMPTY_DATA, "no region of the map has a value"},
};

static void faults_are_named(void **state) {
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct scene scene;
        if (draw(f, faults[i].figure, 1600, 900, &scene)) {
            fail_msg("drawn in spite of a fault: %s", faults[i].figure);
        }
        check_said(f, faults[i].code, faults[i].said);
    }
}

static void a_map_without_review_is_warned_of(void **state) {
    struct fixture *f = *state;
    struct scene scene;
    assert_true(draw(f, "{\"map\": {\"base\": \"sichuan\"}}", 1600, 900, &scene));
    check_said(f, DIAG_MAP_APPROVAL, "no review number");
    assert_int_equal(f->diag.warnings, 1);
}

static void names_have_short_forms(void **state) {
    (void)state;
    static const struct {
        const char *name, *written;
        enum region_name_fit fit;
    } cases[] = {
        {"阿坝藏族羌族自治州", "阿坝藏族羌族自治州", REGION_NAME_FULL},
        {"阿坝藏族羌族自治州", "阿坝州", REGION_NAME_SHORT},
        {"阿坝藏族羌族自治州", "阿坝", REGION_NAME_SHORT},
        {"阿坝藏族羌族自治州", "阿坝县", REGION_NAME_NO},
        {"阿坝县", "阿坝州", REGION_NAME_NO},
        {"成都市", "成都", REGION_NAME_SHORT},
        {"成都市", "成", REGION_NAME_NO},
        {"理县", "理", REGION_NAME_NO},
        {"理县", "理县", REGION_NAME_FULL},
        {"北川羌族自治县", "北川县", REGION_NAME_SHORT},
        {"石柱土家族自治县", "石柱", REGION_NAME_SHORT},
        {"新疆维吾尔自治区", "新疆", REGION_NAME_SHORT},
        {"都江堰市", "江堰", REGION_NAME_NO},
        {"成都市", "", REGION_NAME_NO},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (region_name_fits(str_from(cases[i].name), str_from(cases[i].written)) != cases[i].fit) {
            fail_msg("%s written as %s", cases[i].name, cases[i].written);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_choropleth_has_regions_and_classes, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(texts_make_categories, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(no_frame_makes_legend_and_map_meet, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(a_part_of_a_base_is_drawn, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(insets_stand_in_free_corners, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(names_stand_apart, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(bar_and_arrow_are_true, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(symbols_have_true_areas, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(flows_and_pins_keep_names_off, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(faults_are_named, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(a_map_without_review_is_warned_of, open_fixture,
                                        close_fixture),
        cmocka_unit_test(names_have_short_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
