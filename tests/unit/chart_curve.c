// Curves against the paths that d3-shape 3.2 makes of the same five points.
#include "unit.h"

#include "chart/curve.h"

#include <math.h>

static const struct point five[] = {{0, 10}, {30, 40}, {60, 35}, {90, 90}, {120, 20}};

static void check(enum curve curve, bool upright, const struct point *wanted, size_t count) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct point points[5];
    for (size_t i = 0; i < 5; i++) {
        points[i] = upright ? (struct point){five[i].y, five[i].x} : five[i];
    }
    struct path_builder builder = PATH_BUILDER(&arena);
    curve_add(&builder, curve, points, 5, upright, false);
    assert_int_equal(builder.point_count, count);
    for (size_t i = 0; i < count; i++) {
        double x = upright ? wanted[i].y : wanted[i].x, y = upright ? wanted[i].x : wanted[i].y;
        assert_true(fabs(builder.points[i].x - x) < 0.001);
        assert_true(fabs(builder.points[i].y - y) < 0.001);
    }
    arena_done(&arena);
}

#define CHECK(curve, ...)                              \
    do {                                               \
        const struct point wanted[] = {__VA_ARGS__};   \
        size_t count = sizeof wanted / sizeof *wanted; \
        check((curve), false, wanted, count);          \
        check((curve), true, wanted, count);           \
    } while (0)

static void lines_and_steps(void **state) {
    (void)state;
    CHECK(CURVE_LINEAR, {0, 10}, {30, 40}, {60, 35}, {90, 90}, {120, 20});
    CHECK(CURVE_STEP, {0, 10}, {15, 10}, {15, 40}, {30, 40}, {45, 40}, {45, 35}, {60, 35}, {75, 35},
          {75, 90}, {90, 90}, {105, 90}, {105, 20}, {120, 20});
    CHECK(CURVE_STEP_BEFORE, {0, 10}, {0, 40}, {30, 40}, {30, 35}, {60, 35}, {60, 90}, {90, 90},
          {90, 20}, {120, 20});
    CHECK(CURVE_STEP_AFTER, {0, 10}, {30, 10}, {30, 40}, {60, 40}, {60, 35}, {90, 35}, {90, 90},
          {120, 90}, {120, 20});
    assert_int_equal(curve_reversed(CURVE_STEP_AFTER), CURVE_STEP_BEFORE);
    assert_int_equal(curve_reversed(CURVE_MONOTONE), CURVE_MONOTONE);
}

static void smooth_curves(void **state) {
    (void)state;
    CHECK(CURVE_MONOTONE, {0, 10}, {10, 25}, {20, 40}, {30, 40}, {40, 40}, {50, 35}, {60, 35},
          {70, 35}, {80, 90}, {90, 90}, {100, 90}, {110, 55}, {120, 20});
    CHECK(CURVE_BASIS, {0, 10}, {5, 15}, {10, 20}, {20, 30}, {30, 34.1667}, {40, 38.3333},
          {50, 36.6667}, {60, 45}, {70, 53.3333}, {80, 71.6667}, {90, 69.1667}, {100, 66.6667},
          {110, 43.3333}, {115, 31.6667}, {120, 20});
    CHECK(CURVE_CARDINAL, {0, 10}, {0, 10}, {20, 35.8333}, {30, 40}, {40, 44.1667}, {50, 26.6667},
          {60, 35}, {70, 43.3333}, {80, 92.5}, {90, 90}, {100, 87.5}, {120, 20}, {120, 20});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_and_steps),
        cmocka_unit_test(smooth_curves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
