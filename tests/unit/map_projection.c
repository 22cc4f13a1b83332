// Projections: the same metres as PROJ, areas as on the ellipsoid, and sensible choices.
#include "unit.h"

#include "map/ellipsoid.h"
#include "map/projection.h"

#include <math.h>

static struct projection make(const char *name, double lon_0, double lat_0, double lat_1,
                              double lat_2) {
    struct projection projection = {.kind = projection_find(str_from(name)),
                                    .lon_0 = lon_0,
                                    .lat_0 = lat_0,
                                    .lat_1 = lat_1,
                                    .lat_2 = lat_2};
    assert_non_null(projection.kind);
    assert_true(projection_prepare(&projection));
    return projection;
}

static void agrees_with_proj(void **state) {
    (void)state;
    static const struct {
        const char *name;
        double lon_0, lat_0, lat_1, lat_2, lon, lat, x, y;
    } rows[] = {
#define ROW(...) {__VA_ARGS__},
#include "map_projection.def"
#undef ROW
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct projection projection =
            make(rows[i].name, rows[i].lon_0, rows[i].lat_0, rows[i].lat_1, rows[i].lat_2);
        struct point at = projection_forward(&projection, rows[i].lon, rows[i].lat);
        if (!(hypot(at.x - rows[i].x, at.y - rows[i].y) <= 1e-6)) {
            fail_msg("%s at %g, %g: %.8f, %.8f, not %.8f, %.8f", rows[i].name, rows[i].lon,
                     rows[i].lat, at.x, at.y, rows[i].x, rows[i].y);
        }
    }
}

// The area of a small quadrangle of the graticule, on the ellipsoid: a² (q₂ − q₁) Δλ / 2.
static void equal_area_projections_keep_areas(void **state) {
    (void)state;
    const struct projection projections[] = {make("albers", 103, 30, 27, 33.5),
                                             make("azimuthalEqualArea", 52, 42, 0, 0),
                                             make("equalEarth", 60, 0, 0, 0)};
    const double step = 0.02;
    for (size_t i = 0; i < 3; i++) {
        assert_true(projections[i].kind->equal_area);
        for (double lat = 5; lat < 60; lat += 7.3) {
            double lon = 90 + lat / 4, area = 0;
            struct point corners[4];
            for (int j = 0; j < 4; j++) {
                corners[j] = projection_forward(&projections[i], lon + (j == 1 || j == 2) * step,
                                                lat + (j >= 2) * step);
            }
            for (int j = 0; j < 4; j++) {
                struct point a = corners[j], b = corners[(j + 1) % 4];
                area += (a.x * b.y - b.x * a.y) / 2;
            }
            double wanted = ELLIPSOID_A * ELLIPSOID_A *
                            (ellipsoid_q(radians(lat + step)) - ellipsoid_q(radians(lat))) *
                            radians(step) / 2;
            assert_true(fabs(area / wanted - 1) < 1e-6);
        }
    }
}

static void wraps_longitudes(void **state) {
    (void)state;
    assert_true(projection_wrap(180, 0) == 180);
    assert_true(projection_wrap(-180, 0) == -180);
    assert_true(projection_wrap(-170, 105) == 85);
    assert_true(projection_wrap(10, -175) == -175);
    assert_true(projection_wrap(359, 0) == -1);
}

static void an_extent_finds_its_projection(void **state) {
    (void)state;
    static const struct {
        struct rect extent;
        const char *name;
    } cases[] = {
        {{97, 26, 12, 8}, "albers"},                 // 四川
        {{102.9, 30, 2, 1.4}, "transverseMercator"}, // 成都
        {{-180, -90, 360, 174}, "equalEarth"},
        {{-10, 35, 140, 40}, "albers"},
        {{95, -11, 46, 17}, "azimuthalEqualArea"}, // at the equator
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct projection projection = projection_for_extent(cases[i].extent, NULL);
        assert_string_equal(projection.kind->name, cases[i].name);
        assert_true(projection_prepare(&projection));
    }
    struct projection cone = {.kind = projection_find(STR("albers")), .lat_1 = 20, .lat_2 = -20};
    assert_false(projection_prepare(&cone));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_proj),
        cmocka_unit_test(equal_area_projections_keep_areas),
        cmocka_unit_test(wraps_longitudes),
        cmocka_unit_test(an_extent_finds_its_projection),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
