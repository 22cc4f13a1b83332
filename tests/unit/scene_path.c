// Paths: shapes, and bounds that are exact for curves.
#include "unit.h"

#include <math.h>

#include "scene/path.h"

static struct arena arena;

static int start(void **state) {
    (void)state;
    arena_init(&arena, NULL, NULL);
    return 0;
}

static int stop(void **state) {
    (void)state;
    arena_done(&arena);
    return 0;
}

static void assert_near(double value, double expected, double within) {
    assert_true(fabs(value - expected) <= within);
}

static void assert_rect(struct rect r, double x, double y, double width, double height) {
    assert_near(r.x, x, 1e-9);
    assert_near(r.y, y, 1e-9);
    assert_near(r.width, width, 1e-9);
    assert_near(r.height, height, 1e-9);
}

static void a_circle_is_bounded_by_its_radius(void **state) {
    (void)state;
    struct path_builder builder = PATH_BUILDER(&arena);
    path_circle(&builder, (struct point){10, 20}, 5);
    struct path path = path_done(&builder);
    assert_rect(path_bounds(&path), 5, 15, 10, 10);
    assert_int_equal(path.verbs[path.verb_count - 1], PATH_CLOSE);
    assert_int_equal(builder.verb_count, 0);
}

static void an_arc_bulges_past_its_ends(void **state) {
    (void)state;
    struct path_builder builder = PATH_BUILDER(&arena);
    path_arc(&builder, (struct point){0, 0}, 10, -45, 45);
    struct path path = path_done(&builder);
    struct rect bounds = path_bounds(&path);
    assert_near(rect_right(bounds), 10, 0.005);
    assert_near(bounds.y, -7.0710678, 1e-6);
    path_arc(&builder, (struct point){0, 0}, 10, 90, 0);
    path = path_done(&builder);
    assert_near(path.points[0].y, 10, 1e-9);
    assert_near(path.points[path.point_count - 1].x, 10, 1e-9);
    assert_rect(path_bounds(&path), 0, 0, 10, 10);
}

static void an_arc_goes_on_from_the_current_point(void **state) {
    (void)state;
    struct path_builder builder = PATH_BUILDER(&arena);
    path_move(&builder, 0, 0);
    path_arc(&builder, (struct point){0, 0}, 10, 0, 90);
    path_close(&builder);
    path_close(&builder);
    struct path path = path_done(&builder);
    const uint8_t verbs[] = {PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE};
    assert_int_equal(path.verb_count, sizeof verbs);
    assert_memory_equal(path.verbs, verbs, sizeof verbs);
}

static void the_bounds_of_a_curve_are_its_extremes(void **state) {
    (void)state;
    struct path_builder builder = PATH_BUILDER(&arena);
    path_move(&builder, 0, 0);
    path_curve(&builder, (struct point){0, 8}, (struct point){10, 8}, (struct point){10, 0});
    struct path path = path_done(&builder);
    assert_rect(path_bounds(&path), 0, 0, 10, 6); // y(1/2) = 3/4 of the handles
    path_move(&builder, 0, 0);
    path_curve(&builder, (struct point){60, 0}, (struct point){-50, 0}, (struct point){10, 0});
    path = path_done(&builder);
    struct rect loop = path_bounds(&path); // goes past both ends, equally far
    assert_true(loop.x < -3);
    assert_near(loop.x + rect_right(loop), 10, 1e-9);
}

static void rounded_corners_shrink_to_fit(void **state) {
    (void)state;
    struct path_builder builder = PATH_BUILDER(&arena);
    path_rounded_rect(&builder, (struct rect){1, 2, 10, 4}, (double[]){9, 9, 9, 9});
    struct path path = path_done(&builder);
    assert_rect(path_bounds(&path), 1, 2, 10, 4);
    path_rounded_rect(&builder, (struct rect){1, 2, 10, 4}, (double[]){0, 0, 0, 0});
    path = path_done(&builder);
    assert_int_equal(path.point_count, 4);
    assert_rect(path_bounds(&path), 1, 2, 10, 4);
    path_rect(&builder, (struct rect){0, 0, 1, 1});
    path_move(&builder, 5, 5); // an open subpath must not be joined to the rectangle
    path_rounded_rect(&builder, (struct rect){1, 2, 10, 4}, (double[]){0, 2, 0, 2});
    path = path_done(&builder);
    assert_rect(path_bounds(&path), 0, 0, 11, 6);
}

static void an_empty_path_has_empty_bounds(void **state) {
    (void)state;
    struct path path = {0};
    assert_rect(path_bounds(&path), 0, 0, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_circle_is_bounded_by_its_radius),
        cmocka_unit_test(an_arc_bulges_past_its_ends),
        cmocka_unit_test(an_arc_goes_on_from_the_current_point),
        cmocka_unit_test(the_bounds_of_a_curve_are_its_extremes),
        cmocka_unit_test(rounded_corners_shrink_to_fit),
        cmocka_unit_test(an_empty_path_has_empty_bounds),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
