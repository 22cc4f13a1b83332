// Arrows of flows: where they begin, bend and end, and how wide they are.
#include "unit.h"

#include "map/flow_arrow.h"

#include <math.h>

static struct arena arena;
static const struct flow plain = {.from = {0, 0},
                                  .to = {300, 0},
                                  .bend = 0,
                                  .start_width = 4,
                                  .end_width = 10,
                                  .head_length = 24,
                                  .head_width = 30,
                                  .start_gap = 10,
                                  .end_gap = 20};

static bool near(double a, double b, double by) {
    return fabs(a - b) <= by;
}

static void a_straight_arrow_keeps_its_gaps_and_widths(void **state) {
    (void)state;
    struct path path = flow_outline(&arena, &plain);
    struct rect box = path_bounds(&path);
    assert_true(near(box.x, 10, 0.01) && near(rect_right(box), 280, 0.01));
    assert_true(near(box.y, -15, 0.01) && near(rect_bottom(box), 15, 0.01));
    assert_true(near(path.points[0].y, -2, 0.01));
}

static void a_positive_bend_goes_to_the_left_of_the_way(void **state) {
    (void)state;
    struct flow flow = plain;
    flow.bend = 0.2;
    struct point direction;
    struct point middle = flow_point(&flow, 0.5, &direction);
    assert_true(near(middle.x, 150, 0.1) && near(middle.y, -60, 0.1)); // left of "east" is up
    assert_true(near(direction.x, 1, 0.001) && near(direction.y, 0, 0.001));
    assert_true(flow_length(&flow) > 300);
    struct point end = flow_point(&flow, 1, &direction);
    assert_true(near(end.x, 300, 0.01) && near(end.y, 0, 0.01) && direction.y > 0);
}

static void shares_are_of_the_length(void **state) {
    (void)state;
    struct flow flow = plain;
    flow.bend = 0.4;
    struct point direction, before = flow.from;
    double least = INFINITY, most = 0;
    for (int i = 1; i <= 10; i++) {
        struct point here = flow_point(&flow, i / 10.0, &direction);
        double step = hypot(here.x - before.x, here.y - before.y);
        least = fmin(least, step);
        most = fmax(most, step);
        before = here;
    }
    assert_true(most < least * 1.05);
}

static void a_short_flow_has_a_small_head_and_none_without_room(void **state) {
    (void)state;
    struct flow flow = plain;
    flow.to.x = 60; // 30 px are free: a head of 10
    struct path path = flow_outline(&arena, &flow);
    struct rect box = path_bounds(&path);
    assert_true(near(rect_right(box), 40, 0.01) && box.height < 13);
    flow.to.x = 25;
    assert_int_equal(flow_outline(&arena, &flow).verb_count, 0);
    flow.to = flow.from;
    assert_int_equal(flow_outline(&arena, &flow).verb_count, 0);
}

int main(void) {
    arena_init(&arena, NULL, NULL);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_straight_arrow_keeps_its_gaps_and_widths),
        cmocka_unit_test(a_positive_bend_goes_to_the_left_of_the_way),
        cmocka_unit_test(shares_are_of_the_length),
        cmocka_unit_test(a_short_flow_has_a_small_head_and_none_without_room),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(&arena);
    return failed;
}
