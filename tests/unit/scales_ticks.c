// Ticks as d3-array 3 gives them; the expected values are d3's own results.
#include "unit.h"

#include "scales/ticks.h"

#include <math.h>

static void check(double start, double stop, double count, const double *expected, size_t n) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    double *ticks;
    assert_int_equal(ticks_make(&arena, start, stop, count, &ticks), n);
    for (size_t i = 0; i < n; i++) {
        assert_true(ticks[i] == expected[i]);
    }
    arena_done(&arena);
}

#define CHECK(start, stop, count, ...)                                           \
    do {                                                                         \
        const double expected[] = {__VA_ARGS__};                                 \
        check(start, stop, count, expected, sizeof expected / sizeof *expected); \
    } while (0)

// d3.ticks(0, 1, 10), d3.ticks(0, 1, 1), … from d3-array's documentation and tests.
static void ticks_are_those_of_d3(void **state) {
    (void)state;
    CHECK(0, 1, 10, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);
    CHECK(0, 1, 5, 0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
    CHECK(0, 1, 2, 0.0, 0.5, 1.0);
    CHECK(0, 1, 1, 0.0, 1.0);
    CHECK(0, 10, 5, 0, 2, 4, 6, 8, 10);
    CHECK(-10, 10, 4, -10, -5, 0, 5, 10);
    CHECK(-10, 0, 5, -10, -8, -6, -4, -2, 0);
    CHECK(1, 0, 5, 1.0, 0.8, 0.6, 0.4, 0.2, 0.0);
    CHECK(0, 300, 8, 0, 50, 100, 150, 200, 250, 300);
    CHECK(7, 7, 3, 7);
}

static void no_ticks_without_count_or_extent(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    double *ticks;
    assert_int_equal(ticks_make(&arena, 0, 1, 0, &ticks), 0);
    assert_int_equal(ticks_make(&arena, 0, 1, -1, &ticks), 0);
    assert_int_equal(ticks_make(&arena, 0, 1, NAN, &ticks), 0);
    assert_int_equal(ticks_make(&arena, NAN, 1, 5, &ticks), 0);
    arena_done(&arena);
}

static void increments_below_one_are_inverse(void **state) {
    (void)state;
    assert_true(ticks_increment(0, 1, 10) == -10);
    assert_true(ticks_increment(0, 1, 5) == -5);
    assert_true(ticks_increment(0, 1, 1) == 1);
    assert_true(ticks_increment(0, 10, 5) == 2);
    assert_true(ticks_increment(-10, 10, 2) == 10);
}

static void check_nice(double start, double stop, double count, double low, double high) {
    ticks_nice(&start, &stop, count);
    assert_true(start == low);
    assert_true(stop == high);
}

// From d3-scale's tests of linear.nice.
static void nice_widens_to_ticks(void **state) {
    (void)state;
    check_nice(0, 0.96, 10, 0, 1);
    check_nice(0, 96, 10, 0, 100);
    check_nice(0.96, 0, 10, 1, 0);
    check_nice(0, -0.96, 10, 0, -1);
    check_nice(-0.1, 51.1, 8, -10, 60);
    check_nice(1.1, 10.9, 10, 1, 11);
    check_nice(10.9, 1.1, 10, 11, 1);
    check_nice(0.7, 11.001, 10, 0, 12);
    check_nice(0, 0.49, 10, 0, 0.5);
    check_nice(0, 14.1, 5, 0, 20); // two rounds: by 2 to 16, by 5 to 20
    check_nice(12, 87, 5, 0, 100);
    check_nice(12, 87, 10, 10, 90);
    check_nice(12, 87, 100, 12, 87);
}

static void decimals_follow_the_step(void **state) {
    (void)state;
    assert_int_equal(ticks_decimals(-10), 1);
    assert_int_equal(ticks_decimals(-20), 2);
    assert_int_equal(ticks_decimals(5), 0);
    assert_int_equal(ticks_decimals(-1e6), 6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_are_those_of_d3),
        cmocka_unit_test(no_ticks_without_count_or_extent),
        cmocka_unit_test(increments_below_one_are_inverse),
        cmocka_unit_test(nice_widens_to_ticks),
        cmocka_unit_test(decimals_follow_the_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
