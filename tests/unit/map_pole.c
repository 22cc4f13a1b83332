// Poles of regions: against brute force, with holes, for names of any proportions.
#include "unit.h"

#include "map/pole.h"

#include <math.h>
#include <stdlib.h>

static struct arena arena;

static const struct point ell[] = {{0, 0}, {100, 0}, {100, 40}, {30, 40}, {30, 200}, {0, 200}};
static const struct point framed[] = {{0, 0},   {90, 0},  {90, 90}, {0, 90},
                                      {20, 20}, {20, 70}, {70, 70}, {70, 20}};

static bool inside_box(struct rect box, struct point p) {
    return p.x > box.x && p.x < rect_right(box) && p.y > box.y && p.y < rect_bottom(box);
}

static void a_square_has_its_middle(void **state) {
    (void)state;
    const struct point square[] = {{10, 10}, {10, 50}, {50, 50}, {50, 10}};
    struct pole_polygon polygon = {square, (size_t[]){4}, 1};
    struct pole pole = pole_of_circle(&arena, &polygon, 0.01);
    assert_true(fabs(pole.at.x - 30) < 0.1 && fabs(pole.at.y - 30) < 0.1);
    assert_true(fabs(pole.reach - 20) < 0.02);
}

static void a_wide_name_and_a_tall_one_take_different_arms(void **state) {
    (void)state;
    struct pole_polygon polygon = {ell, (size_t[]){6}, 1};
    struct pole wide = pole_of_box(&arena, &polygon, 4, 0.01);
    struct pole tall = pole_of_box(&arena, &polygon, 0.2, 0.01);
    // 4 : 1 in the arm of 100 × 40: 100 wide, 25 high; 1 : 5 in that of 30 × 200: 30 wide, 150
    // high.
    assert_true(fabs(wide.reach - 12.5) < 0.05 && fabs(wide.at.x - 50) < 0.1 && wide.at.y < 28);
    assert_true(fabs(tall.reach - 75) < 0.5 && fabs(tall.at.x - 15) < 0.3);
}

static void holes_are_outside(void **state) {
    (void)state;
    struct pole_polygon polygon = {framed, (size_t[]){4, 8}, 2};
    struct pole pole = pole_of_circle(&arena, &polygon, 0.01);
    assert_false(inside_box((struct rect){20, 20, 50, 50}, pole.at));
    // In a corner: its distances to both outer sides and to the hole's corner are the same.
    double corner = 20 * sqrt(2) / (1 + sqrt(2));
    assert_true(fabs(pole.reach - corner) < 0.05);
}

static double random_number(unsigned *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed / 4294967296.0;
}

// Distance by looking at many points of the border: no formula shared with the code under test.
static double brute_reach(const struct point *star, size_t count, struct point at) {
    double best = INFINITY;
    bool inside = false;
    for (size_t i = 0, j = count - 1; i < count; j = i++) {
        for (int step = 0; step <= 60; step++) {
            double t = step / 60.0;
            best = fmin(best, hypot(star[j].x + t * (star[i].x - star[j].x) - at.x,
                                    star[j].y + t * (star[i].y - star[j].y) - at.y));
        }
        if ((star[i].y > at.y) != (star[j].y > at.y) &&
            at.x <
                star[i].x + (at.y - star[i].y) * (star[j].x - star[i].x) / (star[j].y - star[i].y))
            inside = !inside;
    }
    return inside ? best : -best;
}

static void random_stars_against_brute_force(void **state) {
    (void)state;
    unsigned seed = 7;
    for (int round = 0; round < 8; round++) {
        struct point star[14];
        for (size_t i = 0; i < 14; i++) {
            double angle = (double)i / 14 * 6.283185307179586;
            double radius = 15 + 60 * random_number(&seed);
            star[i] = (struct point){100 + radius * cos(angle), 80 + radius * sin(angle)};
        }
        struct pole_polygon polygon = {star, (size_t[]){14}, 1};
        struct pole pole = pole_of_circle(&arena, &polygon, 0.05);
        assert_true(fabs(brute_reach(star, 14, pole.at) - pole.reach) < 0.3);
        double best = 0;
        for (double x = 20; x < 180; x += 4) {
            for (double y = 0; y < 160; y += 4)
                best = fmax(best, brute_reach(star, 14, (struct point){x, y}));
        }
        assert_true(pole.reach > best - 0.3);
    }
}

static void degenerate_polygons_are_empty(void **state) {
    (void)state;
    const struct point line[] = {{5, 5}, {9, 5}, {20, 5}};
    struct pole_polygon flat = {line, (size_t[]){3}, 1}, none = {NULL, NULL, 0};
    assert_true(pole_of_circle(&arena, &flat, 0.1).reach <= 0);
    assert_true(pole_of_box(&arena, &none, 2, 0.1).reach <= 0);
}

int main(void) {
    arena_init(&arena, NULL, NULL);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_square_has_its_middle),
        cmocka_unit_test(a_wide_name_and_a_tall_one_take_different_arms),
        cmocka_unit_test(holes_are_outside),
        cmocka_unit_test(random_stars_against_brute_force),
        cmocka_unit_test(degenerate_polygons_are_empty),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(&arena);
    return failed;
}
