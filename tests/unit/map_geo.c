// Boundary files: what is read from GeoJSON and TopoJSON, and what is said of faults.
#include "fixture.h"

#include "base/file.h"
#include "config.h"
#include "map/geo.h"

#include <math.h>

static const struct geo *read_text(struct fixture *f, const char *text) {
    return geo_read(&f->arena, &f->diag, STR("map.json"), str_from(text));
}

static const struct geo *read_base(struct fixture *f, const char *name) {
    struct str bytes, path = str_printf(&f->arena, TUSHUO_SOURCE_DIR "/data/geo/%s", name);
    assert_true(file_read(&f->arena, &f->diag, (struct diag_place){0}, path, FILE_LIMIT, &bytes));
    return geo_read(&f->arena, &f->diag, path, bytes);
}

#define SQUARE "[[100,30],[101,30],[101,31],[100,31],[100,30]]"
#define HOLE "[[100.2,30.2],[100.4,30.2],[100.4,30.4],[100.2,30.2]]"

static void reads_polygons_and_properties(void **state) {
    struct fixture *f = *state;
    const struct geo *geo = read_text(
        f, "{\"type\":\"FeatureCollection\",\"bbox\":[1,2,3,4],\"features\":[{\"properties\":"
           "{\"name\":\"甲\",\"adcode\":510100,\"center\":[1,2],\"parent\":{\"adcode\":7}},"
           "\"geometry\":{\"coordinates\":[" SQUARE "," HOLE "],\"type\":\"Polygon\"},\"type\":"
           "\"Feature\"},{\"type\":\"Feature\",\"id\":\"乙\",\"properties\":null,\"geometry\":{"
           "\"type\":\"MultiPolygon\",\"coordinates\":[[" SQUARE "],[" SQUARE "," HOLE "]]}}]}");
    assert_non_null(geo);
    assert_int_equal(geo->feature_count, 2);
    assert_int_equal(geo->part_count, 5);
    assert_true(str_is(geo_name(&geo->features[0]), "甲"));
    assert_true(str_is(geo_property(&geo->features[0], "adcode"), "510100"));
    assert_true(str_is(geo_name(&geo->features[1]), "乙"));
    assert_int_equal(geo->parts[0].count, 4); // the closing point is left out
    assert_int_equal(geo->parts[1].count, 3);
    assert_int_equal(geo->parts[0].polygon, geo->parts[1].polygon);
    assert_int_not_equal(geo->parts[2].polygon, geo->parts[3].polygon);
    assert_int_equal(geo->parts[3].polygon, geo->parts[4].polygon);
    assert_int_not_equal(geo->parts[1].polygon, geo->parts[2].polygon);
}

static void reads_points_lines_and_collections(void **state) {
    struct fixture *f = *state;
    const struct geo *geo = read_text(
        f, "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":"
           "[104,30,500]},{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]},{\"type\":"
           "\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]},{\"type\":\"MultiLineString\","
           "\"coordinates\":[[[1,2],[3,4]],[[5,6],[7,8]]]}]}");
    assert_non_null(geo);
    assert_int_equal(geo->feature_count, 4);
    static const enum geo_kind kinds[] = {GEO_POINT, GEO_LINE, GEO_POINT, GEO_LINE, GEO_LINE};
    assert_int_equal(geo->part_count, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(geo->parts[i].kind, kinds[i]);
    }
    assert_true(geo->points[0].x == 104 && geo->points[0].y == 30);
}

// The example of the specification's section 1.1, its arcs at the front and at the end.
static void decodes_topojson(void **state) {
    struct fixture *f = *state;
    static const char *const parts[] = {
        "\"arcs\":[[[4000,0],[1999,9999],[2000,-9999],[2000,9999]],[[0,0],[0,9999],[2000,0],[0,"
        "-9999],[-2000,0]]]",
        "\"objects\":{\"example\":{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":"
        "\"Point\",\"properties\":{\"prop0\":\"value0\"},\"coordinates\":[4000,5000]},{\"type\":"
        "\"LineString\",\"properties\":{\"prop0\":\"value0\",\"prop1\":0},\"arcs\":[0]},{\"type\":"
        "\"Polygon\",\"properties\":{\"name\":\"p\"},\"arcs\":[[-2]]}]}}"};
    for (size_t i = 0; i < 2; i++) {
        struct str text =
            str_printf(&f->arena,
                       "{\"type\":\"Topology\",\"transform\":{\"scale\":[0.0005,0.0001],"
                       "\"translate\":[100,0]},%s,%s}",
                       parts[i], parts[1 - i]);
        const struct geo *geo = read_text(f, text.data);
        assert_non_null(geo);
        assert_int_equal(geo->feature_count, 3);
        const struct point *point = &geo->points[geo->parts[0].start];
        assert_true(fabs(point->x - 102) < 1e-12 && fabs(point->y - 0.5) < 1e-12);
        const struct geo_part *line = &geo->parts[1], *ring = &geo->parts[2];
        assert_int_equal(line->count, 4);
        assert_true(fabs(geo->points[line->start + 1].x - 102.9995) < 1e-9);
        assert_true(fabs(geo->points[line->start + 1].y - 0.9999) < 1e-9);
        assert_int_equal(ring->count, 4);
        assert_true(fabs(geo->points[ring->start + 1].x - 101) < 1e-9); // backwards
        assert_true(fabs(geo->points[ring->start + 1].y) < 1e-9);
    }
}

// Rings of two to four arcs, which come from the scanner as positions.
static void joins_arcs(void **state) {
    struct fixture *f = *state;
    const struct geo *geo = read_text(
        f, "{\"type\":\"Topology\",\"arcs\":[[[0,0],[1,0]],[[1,0],[1,1]],[[0,0],[0,1],[1,1]]],"
           "\"objects\":{\"o\":{\"type\":\"MultiPolygon\",\"arcs\":[[[0,1,-3]],[[0,1,-3]]]},\"l\":"
           "{\"type\":\"LineString\",\"arcs\":[0,1]},\"m\":{\"type\":\"MultiLineString\",\"arcs\":"
           "[[0],[1,-3]]}}}");
    assert_non_null(geo);
    assert_int_equal(geo->feature_count, 3);
    assert_int_equal(geo->part_count, 5);
    assert_int_equal(geo->parts[0].count, 4);
    assert_int_not_equal(geo->parts[0].polygon, geo->parts[1].polygon);
    assert_int_equal(geo->parts[2].count, 3);
    assert_int_equal(geo->parts[4].count, 4);
}

// A sliver of two points does not cost its region.
static void leaves_flat_rings_out(void **state) {
    struct fixture *f = *state;
    const struct geo *geo = read_text(
        f, "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
           "{\"name\":\"甲\"},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[100,30],"
           "[101,30],[100,30]]],[" SQUARE "]]}},{\"type\":\"Feature\",\"properties\":{},"
           "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" SQUARE "]}}]}");
    assert_non_null(geo);
    assert_int_equal(f->diag.warnings, 1);
    assert_int_equal(geo->part_count, 2);
    assert_int_equal(geo->features[0].part_start, 0);
    assert_int_equal(geo->features[0].part_end, 1);
    assert_int_equal(geo->features[1].part_end, 2);
    assert_int_equal(geo->parts[0].count, 4);
    assert_int_equal(geo->parts[1].count, 4);
}

static void knows_objects_of_a_topology(void **state) {
    struct fixture *f = *state;
    const struct geo *geo = read_text(
        f, "{\"type\":\"Topology\",\"arcs\":[[[0,0],[1,0],[1,1],[0,0]]],\"objects\":{\"counties\":"
           "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\",\"arcs\":[[0]]},"
           "{\"type\":\"Polygon\",\"arcs\":[[0]]}]},\"land\":{\"type\":\"Polygon\",\"arcs\":[[0]]}"
           "}}");
    assert_non_null(geo);
    assert_int_equal(geo->feature_count, 3);
    assert_true(str_is(geo->features[0].object, "counties"));
    assert_true(str_is(geo->features[1].object, "counties"));
    assert_true(str_is(geo->features[2].object, "land"));
}

// Written short, long, with an exponent and beyond what fast reading takes: the same number.
static void reads_numbers_exactly(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *text;
        double value;
    } cases[] = {{"104.065735", 104.065735},
                 {"-0.1", -0.1},
                 {"-0", 0},
                 {"1e2", 100},
                 {"103.99999999999999", 103.99999999999999},
                 {"0.123456789012345", 0.123456789012345},
                 {"12.34567890123456789", 12.345678901234567},
                 {"1.7976931348623157e1", 17.976931348623157}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text =
            str_printf(&f->arena, "{\"type\":\"LineString\",\"coordinates\":[[%s,1],[ 2 , 3\n]]}",
                       cases[i].text);
        const struct geo *geo = read_text(f, text.data);
        assert_non_null(geo);
        assert_true(geo->points[0].x == cases[i].value);
        assert_true(geo->points[1].y == 3);
    }
    static const char *const wrong[] = {"01", "1.", ".5", "+1", "1e", "-", "1.e3", "1-2", "--1"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct str text =
            str_printf(&f->arena, "{\"type\":\"Point\",\"coordinates\":[%s,2]}", wrong[i]);
        assert_null(read_text(f, text.data));
    }
}

static void every_base_is_sound(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *name;
        size_t features;
    } bases[] = {{"sichuan_prefecture.geojson", 21},
                 {"sichuan_county.geojson", 183},
                 {"chengdu_district.geojson", 20},
                 {"chengyu.geojson", 22},
                 {"chengyu_circle.geojson", 1},
                 {"chongqing_county.geojson", 38},
                 {"world_land.geojson", 1},
                 {"eurasia_land.geojson", 1},
                 {"points.geojson", 276}};
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        const struct geo *geo = read_base(f, bases[i].name);
        if (!geo) {
            fail_msg("%s: %.*s", bases[i].name, STR_ARG(f->diag.entries[0].message));
        }
        assert_int_equal(geo->feature_count, bases[i].features);
        geo_check_rings(&f->diag, geo);
    }
    assert_int_equal(f->diag.count, 0);
}

static const struct {
    const char *text, *place, *message, *hint;
} faults[] = {
    {"{\"type\":\"Feature\",\"geometry\":{\"type\":\"Poligon\",\"coordinates\":[" SQUARE "]}}",
     "feature 1", "“Poligon” is no type of GeoJSON or TopoJSON", "did you mean \"Polygon\"?"},
    {"{\"features\":1}", NULL, "an object without “type”",
     "a boundary file is GeoJSON or TopoJSON"},
    {"{\"type\":\"Polygon\",\"coordinates\":" SQUARE "}", "feature 1",
     "coordinates of a Polygon lie in 3 arrays, not in 2", NULL},
    {"{\"type\":\"Polygon\",\"coordinates\":[[[30,100],[30,101],[31,101],[30,100]]]}", "feature 1",
     "the position [30, 100] is no longitude and latitude",
     "longitude stands before latitude; here they seem to be swapped"},
    {"{\"type\":\"Point\",\"coordinates\":[11578000,3580000]}", "feature 1",
     "the position [11578000, 3580000] is no longitude and latitude",
     "these look like metres of a projection; write degrees of WGS84"},
    {"{\"type\":\"Polygon\",\"coordinates\":[[[100,30],[101,30],[100,30]]]}", "feature 1",
     "1 rings of fewer than three points enclose nothing and are left out", NULL},
    {"{\"type\":\"Polygon\",\"coordinates\":[[[100,30],[101,30],[101,31],[100,31]]]}", "feature 1",
     "a ring is not closed", "repeat the first position at the end"},
    {"{\"type\":\"Feature\",\"properties\":{\"name\":\"甲\"},\"geometry\":null}", "feature 1 (甲)",
     "the feature has no geometry and is not drawn", NULL},
    {"{\"type\":\"Polygon\",\"coordinates\":[[[100,30],[101,30],[\"a\",31],[100,31]]]}",
     "feature 1", "a text stands where a coordinate is wanted", NULL},
    {"{\"type\":\"Polygon\",\"coordinates\":[[[100,30],[null,30],[100,31]]]}", "feature 1",
     "null stands where a coordinate is wanted", NULL},
    {"{\"type\":\"Polygon\",\"coordinates\":[[[100],[101],[100]]]}", "feature 1",
     "a position has two to four numbers", NULL},
    {"{\"type\":\"LineString\",\"coordinates\":[[1,2],[[3,4],[5,6]]]}", "feature 1",
     "positions stand beside lists of positions", NULL},
    {"{\"type\":\"FeatureCollection\",\"features\":[]}", NULL, "the file has no features", NULL},
    {"{\"type\":\"Topology\",\"arcs\":[[[0,0],[1,0]]],\"objects\":{\"o\":{\"type\":\"Polygon\","
     "\"arcs\":[[0,7]]}}}",
     "feature 1", "arc 7 does not exist; the file has 1", NULL},
    {"{\"type\":\"Topology\",\"arcs\":[[[0,0],[1,0]]],\"objects\":{\"o\":{\"type\":\"Polygon\","
     "\"arcs\":[[0,-2]]}}}",
     "feature 1", "arc -2 does not exist; the file has 1", NULL},
    {"{\"type\":\"Topology\",\"arcs\":[[[0,0],[1,0]]],\"objects\":{\"o\":{\"type\":\"Polygon\","
     "\"arcs\":[[0.5]]}}}",
     "feature 1", "arc 0.5 does not exist; the file has 1", NULL},
};

static void faults_are_named(void **state) {
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        diag_init(&f->diag, &f->arena);
        const struct geo *geo = read_text(f, faults[i].text);
        if (!f->diag.count) {
            fail_msg("nothing said of %s", faults[i].text);
        }
        const struct diag_entry *entry = &f->diag.entries[0];
        assert_int_equal(geo == NULL, entry->severity == DIAG_ERROR);
        assert_string_equal(str_terminate(&f->arena, entry->message), faults[i].message);
        assert_string_equal(str_terminate(&f->arena, entry->hint),
                            faults[i].hint ? faults[i].hint : "");
        assert_string_equal(str_terminate(&f->arena, entry->place.pointer),
                            faults[i].place ? faults[i].place : "");
        assert_true(entry->place.line == 1);
    }
}

static void warns_of_rings(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *rings, *message;
    } cases[] = {
        {"[[100,30],[101,31],[101,30],[100,31],[100,30]]",
         "its border crosses itself at [100.5, 30.5]"},
        {SQUARE ",[[103,30],[104,30],[103,31],[103,30]]",
         "a hole lies outside its ring, at [103, 30]"},
        {SQUARE "," HOLE, NULL},
    };
    for (size_t i = 0; i < 3; i++) {
        struct str text =
            str_printf(&f->arena, "{\"type\":\"Polygon\",\"coordinates\":[%s]}", cases[i].rings);
        const struct geo *geo = read_text(f, text.data);
        assert_non_null(geo);
        diag_init(&f->diag, &f->arena);
        geo_check_rings(&f->diag, geo);
        assert_int_equal(f->diag.warnings, cases[i].message != NULL);
        if (cases[i].message) {
            const struct diag_entry *entry = &f->diag.entries[0];
            assert_string_equal(str_terminate(&f->arena, entry->message), cases[i].message);
            assert_true(str_is(entry->place.pointer, "feature 1"));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_polygons_and_properties, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(reads_points_lines_and_collections, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(decodes_topojson, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(joins_arcs, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(leaves_flat_rings_out, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(knows_objects_of_a_topology, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(reads_numbers_exactly, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(every_base_is_sound, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(warns_of_rings, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(faults_are_named, open_fixture, close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
