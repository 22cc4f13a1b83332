// Areas of the packaged boundaries in equal-area projections, against those on the ellipsoid.
#include "fixture.h"

#include "base/file.h"
#include "config.h"
#include "map/geo.h"
#include "map/projection.h"

#include <math.h>

static const struct geo *read_base(struct fixture *f, const char *name) {
    struct str bytes, path = str_printf(&f->arena, TUSHUO_SOURCE_DIR "/data/geo/%s", name);
    assert_true(file_read(&f->arena, &f->diag, (struct diag_place){0}, path, FILE_LIMIT, &bytes));
    const struct geo *geo = geo_read(&f->arena, &f->diag, path, bytes);
    assert_non_null(geo);
    return geo;
}

// Edges are straight in degrees, and curves on the map: they are followed in steps of 0.004°.
static double ring_area(const struct projection *projection, const struct geo *geo,
                        const struct geo_part *part) {
    const double step = 0.004;
    const struct point *ring = geo->points + part->start;
    struct point first = projection_forward(projection, ring[0].x, ring[0].y), before = first;
    double area = 0;
    for (size_t i = 0; i < part->count; i++) { // from the first point: large coordinates cancel
        struct point from = ring[i], to = ring[(i + 1) % part->count];
        double steps = fmax(1, ceil(fmax(fabs(to.x - from.x), fabs(to.y - from.y)) / step));
        for (double k = 1; k <= steps; k++) {
            struct point at = projection_forward(projection, from.x + (to.x - from.x) * k / steps,
                                                 from.y + (to.y - from.y) * k / steps);
            area +=
                (before.x - first.x) * (at.y - first.y) - (at.x - first.x) * (before.y - first.y);
            before = at;
        }
    }
    return fabs(area) / 2;
}

// km² of the polygon that begins at part `at`; *at goes behind it.
static double polygon_area(const struct projection *projection, const struct geo *geo, size_t *at) {
    uint32_t polygon = geo->parts[*at].polygon;
    double area = ring_area(projection, geo, &geo->parts[*at]);
    while (++*at < geo->part_count && geo->parts[*at].polygon == polygon) {
        area -= ring_area(projection, geo, &geo->parts[*at]);
    }
    return area / 1e6;
}

static void check_base(struct fixture *f, const char *name, const double *areas, size_t count) {
    static const char *const kinds[] = {"albers", "azimuthalEqualArea", "equalEarth"};
    const struct geo *geo = read_base(f, name);
    for (size_t i = 0; i < 3; i++) {
        struct projection projection =
            projection_for_extent(geo->extent, projection_find(str_from(kinds[i])));
        assert_true(projection.kind->equal_area && projection_prepare(&projection));
        size_t polygon = 0;
        for (size_t at = 0; at < geo->part_count; polygon++) {
            double area = polygon_area(&projection, geo, &at);
            assert_true(polygon < count);
            if (!(fabs(area / areas[polygon] - 1) <= 1e-4)) {
                fail_msg("%s, polygon %zu, %s: %.8g km², not %.8g", name, polygon, kinds[i], area,
                         areas[polygon]);
            }
        }
        assert_int_equal(polygon, count);
    }
}

static void every_polygon_keeps_its_area(void **state) {
    struct fixture *f = *state;
#define BASE(name, ...)                                \
    check_base(f, name, (const double[]){__VA_ARGS__}, \
               sizeof((const double[]){__VA_ARGS__}) / sizeof(double));
#include "map_areas.def"
#undef BASE
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_polygon_keeps_its_area, open_fixture, close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
