// Shared borders: found once, thinned alike for both neighbours; cuts of the sphere.
#include "fixture.h"

#include "base/file.h"
#include "config.h"
#include "map/geo_cut.h"
#include "map/mesh.h"

#include <math.h>

static const struct geo *read_base(struct fixture *f, const char *name) {
    struct str bytes, path = str_printf(&f->arena, TUSHUO_SOURCE_DIR "/data/geo/%s", name);
    assert_true(file_read(&f->arena, &f->diag, (struct diag_place){0}, path, FILE_LIMIT, &bytes));
    const struct geo *geo = geo_read(&f->arena, &f->diag, path, bytes);
    assert_non_null(geo);
    return geo;
}

// Two squares side by side, wound in opposite ways, and an island inside the second.
static void neighbours_share_an_arc(void **state) {
    struct fixture *f = *state;
    static const char text[] =
        "{\"type\":\"GeometryCollection\",\"geometries\":["
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[2,0],[2,1],[2,2],[0,2],[0,0]]]},"
        "{\"type\":\"Polygon\",\"coordinates\":[[[2,0],[4,0],[4,2],[2,2],[2,1],[2,0]],"
        "[[3,1],[3.5,1],[3.5,1.5],[3,1]]]},"
        "{\"type\":\"Polygon\",\"coordinates\":[[[3.5,1],[3,1],[3.5,1.5],[3.5,1]]]}]}";
    const struct geo *geo = geo_read(&f->arena, &f->diag, STR("m"), str_from(text));
    assert_non_null(geo);
    struct mesh mesh = mesh_make(&f->arena, geo);
    size_t shared = 0, outer = 0;
    for (size_t i = 0; i < mesh.arc_count; i++) {
        shared += mesh.arcs[i].shared;
        outer += mesh.arcs[i].uses == 1;
    }
    assert_int_equal(mesh.arc_count, 4); // left, right, between, and the island's ring
    assert_int_equal(shared, 2);
    assert_int_equal(outer, 2);
    assert_int_equal(mesh.vertex_count, 10);
}

static double area_of(const struct path *path) {
    double area = 0;
    struct point start = {0, 0}, at = start;
    for (size_t i = 0, next = 0; i < path->verb_count; i++) {
        struct point to = path->verbs[i] == PATH_CLOSE ? start : path->points[next++];
        start = path->verbs[i] == PATH_MOVE ? to : start;
        area += path->verbs[i] == PATH_MOVE ? 0 : (at.x * to.y - to.x * at.y) / 2;
        at = to;
    }
    return fabs(area);
}

static double feature_area(struct fixture *f, const struct mesh *mesh, size_t feature) {
    struct path_builder builder = PATH_BUILDER(&f->arena);
    mesh_add_feature(mesh, feature, &builder);
    struct path path = path_done(&builder);
    return area_of(&path);
}

// The sum of the regions' areas is that of the whole before and after: no gap, no overlap.
static void thinning_opens_no_gaps(void **state) {
    struct fixture *f = *state;
    struct mesh mesh = mesh_make(&f->arena, read_base(f, "sichuan_county.geojson"));
    for (size_t i = 0; i < mesh.vertex_count; i++) { // about 500 px wide
        mesh.places[i] = (struct point){mesh.vertices[i].x * 45, mesh.vertices[i].y * -50};
    }
    mesh_thin(&mesh, 0.5);
    size_t kept = 0;
    for (size_t i = 0; i < mesh.vertex_count; i++) {
        kept += mesh.kept[i];
    }
    assert_true(kept < mesh.vertex_count * 3 / 4);
    double parts = 0, whole = 0;
    for (size_t i = 0; i < 183; i++) {
        parts += feature_area(f, &mesh, i);
    }
    // The outer border alone, ring by ring: arcs used once, joined end to end.
    for (size_t i = 0; i < mesh.ring_count; i++) {
        const struct mesh_ring *ring = &mesh.rings[i];
        for (size_t j = 0; j < ring->count; j++) {
            int32_t ref = mesh.refs[ring->start + j];
            const struct mesh_arc *arc = &mesh.arcs[ref < 0 ? -1 - ref : ref];
            struct point before = {0, 0};
            bool begun = false;
            for (size_t k = 0; arc->uses == 1 && k < arc->count; k++) {
                uint32_t vertex = mesh.chain[arc->start + (ref < 0 ? arc->count - 1 - k : k)];
                struct point at = mesh.places[vertex];
                if (!mesh.kept[vertex]) {
                    continue;
                }
                whole += begun ? (before.x * at.y - at.x * before.y) / 2 : 0;
                before = at;
                begun = true;
            }
        }
    }
    assert_true(fabs(fabs(whole) / parts - 1) < 1e-9);
}

// No kept line lies farther than the tolerance from a vertex that was left out.
static void thinning_keeps_the_tolerance(void **state) {
    struct fixture *f = *state;
    struct mesh mesh = mesh_make(&f->arena, read_base(f, "sichuan_prefecture.geojson"));
    for (size_t i = 0; i < mesh.vertex_count; i++) {
        mesh.places[i] = (struct point){mesh.vertices[i].x * 45, mesh.vertices[i].y * -50};
    }
    const double tolerance = 0.3;
    mesh_thin(&mesh, tolerance);
    for (size_t i = 0; i < mesh.arc_count; i++) {
        const uint32_t *chain = mesh.chain + mesh.arcs[i].start;
        struct point from = mesh.places[chain[0]];
        for (size_t j = 1, first = 1; j < mesh.arcs[i].count; j++) {
            if (!mesh.kept[chain[j]]) {
                continue;
            }
            struct point to = mesh.places[chain[j]];
            double length = hypot(to.x - from.x, to.y - from.y);
            for (; first < j; first++) {
                struct point at = mesh.places[chain[first]];
                double off =
                    fabs((to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x));
                assert_true(off <= 1.001 * tolerance * length ||
                            hypot(at.x - from.x, at.y - from.y) <= 2 * tolerance);
            }
            from = to;
            first = j + 1;
        }
    }
}

// The land of the earth has the same area wherever an equal-area map is cut.
static void cuts_keep_the_land(void **state) {
    struct fixture *f = *state;
    const struct geo *world = read_base(f, "world_land.geojson");
    static const struct {
        const char *name;
        double lon_0, lat_0;
    } cases[] = {{"equalEarth", 0, 0},
                 {"equalEarth", 105, 0},
                 {"equalEarth", -100, 0},
                 {"albers", 150, 30},
                 {"azimuthalEqualArea", 52, 42}};
    double first = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct projection projection = {.kind = projection_find(str_from(cases[i].name)),
                                        .lon_0 = cases[i].lon_0,
                                        .lat_0 = cases[i].lat_0,
                                        .lat_1 = 25,
                                        .lat_2 = 47};
        assert_true(projection_prepare(&projection));
        struct mesh mesh = mesh_make(&f->arena, geo_cut(&f->arena, world, &projection));
        for (size_t j = 0; j < mesh.vertex_count; j++) {
            mesh.places[j] =
                projection_forward(&projection, mesh.vertices[j].x, mesh.vertices[j].y);
            mesh.kept[j] = true;
        }
        double area = feature_area(f, &mesh, 0);
        first = first > 0 ? first : area;
        assert_true(first > 1.4e14 && first < 1.55e14); // m²; the earth has 1.49
        if (fabs(area / first - 1) > (i == 4 ? 0.01 : 0.003)) {
            fail_msg("%s at %g: %g, not %g", cases[i].name, cases[i].lon_0, area, first);
        }
    }
}

// Seen from afar only one half shows, and nothing beyond its edge.
static void horizon_hides_the_far_half(void **state) {
    struct fixture *f = *state;
    const struct geo *world = read_base(f, "world_land.geojson");
    for (double lon = -180; lon < 180; lon += 45) {
        struct projection projection = {
            .kind = projection_find(STR("orthographic")), .lon_0 = lon, .lat_0 = 30};
        assert_true(projection_prepare(&projection));
        const struct geo *cut = geo_cut(&f->arena, world, &projection);
        struct mesh mesh = mesh_make(&f->arena, cut);
        for (size_t j = 0; j < mesh.vertex_count; j++) {
            mesh.places[j] =
                projection_forward(&projection, mesh.vertices[j].x, mesh.vertices[j].y);
            mesh.kept[j] = true;
            assert_true(hypot(mesh.places[j].x, mesh.places[j].y) < 6.39e6);
        }
        double area = feature_area(f, &mesh, 0), disc = 3.14159 * 6.378e6 * 6.378e6;
        assert_true(area > 0.05 * disc && area < 0.75 * disc);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(neighbours_share_an_arc, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(thinning_opens_no_gaps, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(thinning_keeps_the_tolerance, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(cuts_keep_the_land, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(horizon_hides_the_far_half, open_fixture, close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
