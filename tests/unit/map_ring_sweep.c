// Rings that cross and holes outside, against looking at every pair of edges.
#include "unit.h"

#include "map/ring_sweep.h"

#include <math.h>

static int set_up(void **state) {
    static struct arena arena;
    arena_init(&arena, NULL, NULL);
    *state = &arena;
    return 0;
}

static int tear_down(void **state) {
    arena_done(*state);
    return 0;
}

#define RING(...)                                                              \
    (struct sweep_ring) {                                                      \
        (const struct point[]){__VA_ARGS__},                                   \
            sizeof((const struct point[]){__VA_ARGS__}) / sizeof(struct point) \
    }

static void knows_sound_rings(void **state) {
    struct arena *arena = *state;
    struct sweep_ring square = RING({0, 0}, {4, 0}, {4, 4}, {0, 4});
    struct sweep_ring rings[][2] = {
        {square, RING({1, 1}, {2, 1}, {2, 2}, {1, 2})},
        {square, RING({0, 0}, {2, 1}, {1, 2})},                 // touches a corner
        {square, RING({0, 1}, {2, 1}, {1, 2})},                 // touches a side
        {square, RING({1, 1}, {1, 1}, {2, 1}, {2, 2}, {1, 1})}, // vertices repeated
        {RING({0, 0}, {4, 0}, {4, 4}, {2, 2}, {0, 4}, {2, 2}), RING({1, 0.5}, {3, 0.5}, {2, 1})},
    };
    for (size_t i = 0; i < sizeof rings / sizeof *rings; i++) {
        struct sweep_fault fault = ring_sweep(arena, rings[i], 2);
        assert_false(fault.crosses || fault.outside);
    }
    struct sweep_ring spike = RING({0, 0}, {4, 0}, {4, 4}, {6, 4}, {4, 4}, {0, 4});
    assert_false(ring_sweep(arena, &spike, 1).crosses);
    struct sweep_ring around = RING({170, 0}, {-170, 0}, {-170, 5}, {170, 5});
    assert_false(ring_sweep(arena, &around, 1).crosses); // not looked at
    struct sweep_ring place = RING({1, 1}, {1, 1}, {1, 1});
    assert_false(ring_sweep(arena, &place, 1).crosses);
}

static void knows_crossings(void **state) {
    struct arena *arena = *state;
    struct sweep_ring bow = RING({0, 0}, {4, 4}, {4, 0}, {0, 4});
    struct sweep_fault fault = ring_sweep(arena, &bow, 1);
    assert_true(fault.crosses && fabs(fault.at.x - 2) < 1e-9 && fabs(fault.at.y - 2) < 1e-9);
    struct sweep_ring rings[] = {RING({0, 0}, {4, 0}, {4, 4}, {0, 4}),
                                 RING({3, 1}, {6, 2}, {3, 3})};
    fault = ring_sweep(arena, rings, 2);
    assert_true(fault.crosses && fabs(fault.at.x - 4) < 1e-9);
}

static void knows_holes_outside(void **state) {
    struct arena *arena = *state;
    struct sweep_ring outer = RING({0, 0}, {4, 0}, {4, 4}, {2, 1}, {0, 4});
    struct sweep_ring places[] = {RING({5, 1}, {6, 1}, {5, 2}), RING({-3, 1}, {-2, 1}, {-3, 2}),
                                  RING({1.9, 2}, {2.1, 2}, {2, 3}),
                                  RING({1, -3}, {2, -3}, {1, -2})};
    for (size_t i = 0; i < 4; i++) {
        struct sweep_ring rings[] = {outer, places[i]};
        struct sweep_fault fault = ring_sweep(arena, rings, 2);
        assert_true(fault.outside && !fault.crosses);
        assert_true(fault.outside_at.x == places[i].points[0].x);
    }
}

static double turn(struct point a, struct point b, struct point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

// Depth of the deepest crossing of two edges that do not meet, degrees.
static double deepest(const struct point *ring, size_t count) {
    double deepest = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 2; j < count && !(i == 0 && j + 1 == count); j++) {
            struct point a = ring[i], b = ring[i + 1], c = ring[j], d = ring[(j + 1) % count];
            double ab = hypot(b.x - a.x, b.y - a.y), cd = hypot(d.x - c.x, d.y - c.y);
            double s = turn(a, b, c) / ab, t = turn(a, b, d) / ab;
            double u = turn(c, d, a) / cd, v = turn(c, d, b) / cd;
            double depth = fmin(fmin(fabs(s), fabs(t)), fmin(fabs(u), fabs(v)));
            if (s * t < 0 && u * v < 0) {
                deepest = fmax(deepest, depth);
            }
        }
    }
    return deepest;
}

static void agrees_with_every_pair(void **state) {
    struct arena *arena = *state;
    uint64_t seed = 20221231;
    size_t crossing = 0, sound = 0;
    for (int round = 0; round < 4000; round++) {
        struct point ring[40];
        size_t count = 4 + (size_t)round % 37;
        for (size_t i = 0; i < count; i++) { // around a middle: some cross, some do not
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            double wild = round % 3 ? 0.02 : 1.5, angle = 6.283185307179586 * (double)i;
            double lean = wild * ((double)(seed >> 40) / (1 << 24) - 0.5);
            double radius = 1 + 0.9 * ((double)(seed >> 20 & 0xfffff) / (1 << 20));
            angle = angle / (double)count + lean;
            ring[i] = (struct point){100 + radius * cos(angle), 30 + radius * sin(angle)};
        }
        double depth = deepest(ring, count);
        if (depth > 0 && depth < 1e-5) {
            continue; // too near to call
        }
        struct sweep_ring one = {ring, count};
        bool crosses = ring_sweep(arena, &one, 1).crosses;
        if (crosses != (depth > 0)) {
            fail_msg("round %d: %d corners, depth %g", round, (int)count, depth);
        }
        crossing += crosses;
        sound += !crosses;
        arena_reset(arena);
    }
    assert_true(crossing > 500 && sound > 500);
}

// A comb with teeth across the whole width: most edges lie under the line at once.
static void is_quick_where_edges_are_long(void **state) {
    struct arena *arena = *state;
    enum { TEETH = 50000 };
    struct point *ring = ARENA_ARRAY(arena, 2 * TEETH + 2, struct point);
    size_t count = 0;
    for (size_t i = 0; i < TEETH; i++) {
        double y = (double)i / TEETH;
        ring[count++] = (struct point){i % 2 ? 0.01 : 100, y};
        ring[count++] = (struct point){i % 2 ? 0.01 : 100, y + 0.4 / TEETH};
    }
    ring[count++] = (struct point){-1, 2};
    ring[count++] = (struct point){-1, -1};
    struct sweep_ring one = {ring, count};
    assert_false(ring_sweep(arena, &one, 1).crosses);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(knows_sound_rings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(knows_crossings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(knows_holes_outside, set_up, tear_down),
        cmocka_unit_test_setup_teardown(agrees_with_every_pair, set_up, tear_down),
        cmocka_unit_test_setup_teardown(is_quick_where_edges_are_long, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
