// Charts of places: shapes and points where Vega-Lite has them, and what is refused.
#include "chart_fixture.h"

#include "config.h"
#include "figure/figure_places.h"

static bool draw_figure(struct fixture *fixture, const char *figure, struct scene *scene) {
    fixture->diag.count = fixture->diag.errors = fixture->diag.warnings = 0;
    *scene = (struct scene){0};
    const struct json *json =
        json_parse(&fixture->arena, &fixture->diag, STR("figure.json"), str_from(figure));
    assert_non_null(json);
    struct document document = {.arena = &fixture->arena,
                                .folder = STR("."),
                                .language = STR("zh-Hans"),
                                .json = json,
                                .allow_outside = true};
    struct figure_request request = {.id = STR("f"), .title = STR("示意图"), .json = json};
    struct figure_context context = {
        .arena = &fixture->arena,
        .diag = &fixture->diag,
        .document = &document,
        .style = style_load(&fixture->arena, &fixture->diag, (struct diag_place){0}, STR("vega"),
                            STR("."), NULL),
        .text = fixture->text,
    };
    return figure_kind_of(&request) && figure_draw(&context, &request, scene);
}

#define REGIONS                                                                     \
    "{\"data\": {\"url\": \"sichuan\", \"format\": {\"property\": \"features\"}}, " \
    "\"mark\": {\"type\": \"geoshape\", \"fill\": \"lightgray\"}}"
#define DEGREES                                                       \
    "\"longitude\": {\"field\": \"x\", \"type\": \"quantitative\"}, " \
    "\"latitude\": {\"field\": \"y\", \"type\": \"quantitative\"}"
#define PLACES                                                                                \
    "{\"data\": {\"values\": [{\"x\": 98, \"y\": 27}, {\"x\": 102, \"y\": 29}, {\"x\": 108, " \
    "\"y\": 33}]}, \"mark\": \"point\", \"encoding\": {" DEGREES "}}"

// Vega 6.4's places of three points in a plot of 400 × 300 px. Its earth is a sphere, ours WGS84:
// they differ by less than a px.
static void stands_where_vega_has_it(void **state) {
    struct fixture *fixture = *state;
    static const struct {
        const char *projection;
        struct point at[3];
    } cases[] = {
        {"\"type\": \"mercator\", \"scale\": 2000, \"center\": [103, 30], \"translate\": [200, "
         "150]",
         {{25.47, 269.18}, {165.09, 190.11}, {374.53, 27.16}}},
        {"\"type\": \"albers\", \"rotate\": [-102, 0], \"parallels\": [28, 33], \"scale\": 1500, "
         "\"center\": [0.5, 30], \"translate\": [180, 140]",
         {{75.31, 216.93}, {168.67, 166.23}, {300.35, 57.93}}},
        {"\"type\": \"azimuthalEqualArea\", \"rotate\": [-102.5, -30]",
         {{39.69, 262.76}, {169.38, 192.92}, {352.67, 43.62}}},
        {"\"type\": \"equirectangular\"", {{23.26, 263.75}, {166.25, 192.26}, {380.75, 49.26}}},
        {"\"type\": \"mercator\"", {{45.11, 266.71}, {170.43, 195.74}, {358.40, 49.49}}},
        {"\"type\": \"conicConformal\", \"rotate\": [-102.5, 0], \"parallels\": [28, 33]",
         {{39.64, 262.60}, {169.43, 192.85}, {352.68, 43.70}}},
        {"\"type\": \"conicEqualArea\", \"rotate\": [-102.5], \"parallels\": [28, 33]",
         {{39.67, 262.70}, {169.43, 192.98}, {352.66, 43.64}}},
        {"\"type\": \"orthographic\", \"rotate\": [-102.5, -30]",
         {{39.74, 262.73}, {169.38, 192.93}, {352.60, 43.67}}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scene scene;
        struct str figure = str_printf(&fixture->arena,
                                       "{\"width\": 400, \"height\": 300, \"projection\": {%s}, "
                                       "\"layer\": [" REGIONS ", " PLACES "]}",
                                       cases[i].projection);
        assert_true(draw_figure(fixture, figure.data, &scene));
        struct point corner = {5, scene.height - 305}; // padding, below the title
        for (size_t j = 0; j < 3; j++) {
            struct rect dot = scene_item_bounds(&scene, find_role(&scene, ROLE_MARK_SYMBOL, j));
            struct point at = {dot.x + dot.width / 2, dot.y + dot.height / 2};
            if (fabs(at.x - corner.x - cases[i].at[j].x) > 1 ||
                fabs(at.y - corner.y - cases[i].at[j].y) > 1) {
                fail_msg("%s: %.2f, %.2f", cases[i].projection, at.x - corner.x, at.y - corner.y);
            }
        }
        assert_int_equal(count_role(&scene, ROLE_REGION), 21);
    }
}

static void fits_shapes_into_the_plot(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    assert_true(draw_figure(fixture,
                            "{\"width\": 400, \"height\": 300, \"projection\": {\"type\": "
                            "\"mercator\"}, \"layer\": [" REGIONS "]}",
                            &scene));
    struct rect all = {0, 0, 0, 0};
    for (size_t i = 0; i < 21; i++) {
        all = rect_union(all, scene_item_bounds(&scene, find_role(&scene, ROLE_REGION, i)));
    }
    assert_true(fabs(all.height - 300) < 0.5 && all.width < 400); // its height is what limits it
    assert_true(str_starts(scene.items[find_role(&scene, ROLE_REGION, 0)].label, STR("成都市")));
}

static void joins_rows_of_features(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    assert_true(draw_figure(
        fixture,
        "{\"width\": 300, \"height\": 300, \"data\": {\"url\": \"sichuan\", \"format\": "
        "{\"property\": \"features\"}}, \"transform\": [{\"filter\": {\"field\": "
        "\"properties.adcode\", \"lt\": 510400}}], \"mark\": \"geoshape\", \"encoding\": "
        "{\"color\": {\"field\": \"properties.adcode\", \"type\": \"quantitative\"}}}",
        &scene));
    assert_int_equal(count_role(&scene, ROLE_REGION), 2);
    const struct scene_item *first = &scene.items[find_role(&scene, ROLE_REGION, 0)];
    const struct scene_item *last = &scene.items[find_role(&scene, ROLE_REGION, 1)];
    assert_false(colour_equal(first->path.fill.colour, last->path.fill.colour));
    assert_true(str_starts(last->label, STR("自贡市: ")));
}

static void draws_borders_once(void **state) {
    struct fixture *fixture = *state;
    struct scene scene;
    size_t points[3];
    static const char *const filters[] = {"", ", \"filter\": \"interior\"",
                                          ", \"filter\": \"exterior\""};
    for (size_t i = 0; i < 3; i++) {
        struct str figure = str_printf(
            &fixture->arena,
            "{\"width\": 300, \"height\": 300, \"data\": {\"url\": "
            "\"" TUSHUO_SOURCE_DIR "/tests/drawn/borders-shared.topojson\", \"format\": {\"type\": "
            "\"topojson\", \"mesh\": \"land\"%s}}, \"mark\": {\"type\": \"geoshape\", \"filled\": "
            "false}}",
            filters[i]);
        assert_true(draw_figure(fixture, figure.data, &scene));
        const struct scene_item *item = &scene.items[find_role(&scene, ROLE_REGION, 0)];
        assert_int_equal(item->path.fill.kind, PAINT_NONE);
        points[i] = item->path.path.point_count;
    }
    assert_int_equal(points[1], 2); // the one border between two squares
    assert_int_equal(points[0], points[1] + points[2]);
}

static const struct {
    const char *figure, *message;
} refused[] = {
    {"{\"data\": {\"values\": [{\"a\": 1}]}, \"mark\": \"geoshape\"}",
     "the mark “geoshape” needs boundaries"},
    {"{\"layer\": [" REGIONS ", {\"data\": {\"values\": [{\"x\": 1}]}, \"mark\": \"point\", "
     "\"encoding\": {\"x\": {\"field\": \"x\", \"type\": \"quantitative\"}}}]}",
     "a layer over shapes has no place on the map"},
    {"{\"data\": {\"values\": [{\"x\": 1, \"y\": 1}]}, \"mark\": \"bar\", \"encoding\": {" DEGREES
     ", \"y\": {\"field\": \"y\", \"type\": \"quantitative\"}}}",
     "“longitude” and “latitude” place points and texts together"},
    {"{\"data\": {\"values\": [{\"x\": null, \"y\": 1}]}, \"mark\": \"point\", \"encoding\": "
     "{" DEGREES "}}",
     "no row has a place on the map"},
    {"{\"projection\": {\"type\": \"mercator\", \"rotate\": [0, 30]}, \"layer\": [" REGIONS "]}",
     "only azimuthal projections turn to the north: write [longitude]"},
    {"{\"projection\": {\"type\": \"conicEqualArea\", \"parallels\": [30, -30]}, \"layer\": "
     "[" REGIONS "]}",
     "these parallels make no cone"},
    {"{\"projection\": {\"type\": \"mercator\"}, \"data\": {\"values\": [{\"a\": 1}]}, \"mark\": "
     "\"point\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"quantitative\"}}}",
     "a projection goes with maps"},
    {"{\"projection\": {\"type\": \"mercator\"}, \"hconcat\": [" REGIONS "]}",
     "“projection” does not go with “hconcat”"},
    {"{\"data\": {\"values\": [], \"format\": {\"type\": \"topojson\"}}, \"mark\": \"geoshape\"}",
     "boundaries are read from a file"},
    {"{\"data\": {\"url\": \"a.csv\", \"format\": {\"type\": \"json\"}}, \"mark\": \"point\", "
     "\"encoding\": {" DEGREES "}}",
     "tables are read by the file's name"},
};

static void refuses_with_reasons(void **state) {
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct scene scene;
        draw_figure(fixture, refused[i].figure, &scene);
        if (!fixture->diag.errors) {
            fail_msg("nothing said of %s", refused[i].figure);
        }
        struct str message = fixture->diag.entries[fixture->diag.count - 1].message;
        assert_string_equal(str_terminate(&fixture->arena, message), refused[i].message);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(stands_where_vega_has_it, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(fits_shapes_into_the_plot, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(joins_rows_of_features, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(draws_borders_once, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(refuses_with_reasons, open_fixture, close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
