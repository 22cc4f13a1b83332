// Bands as d3-scale 4 lays them, linear maps, word sets.
#include "unit.h"

#include "scales/scale.h"

static void check_band(double length, size_t count, double inner, double outer, double step,
                       double start, double width) {
    struct scale_band band;
    scale_band_init(&band, (double[2]){0, length}, count, inner, outer);
    assert_float_equal(band.step, step, 1e-9);
    assert_float_equal(scale_band_start(&band, 0), start, 1e-9);
    assert_float_equal(band.width, width, 1e-9);
}

// d3.scaleBand([…3], [0, 120]): step 40; with paddingInner 0.1 and paddingOuter 0.2 step 36.36….
static void bands_are_those_of_d3(void **state) {
    (void)state;
    check_band(120, 3, 0, 0, 40, 0, 40);
    check_band(120, 3, 0.2, 0.2, 37.5, 7.5, 30);
    check_band(120, 3, 0.1, 0.2, 120 / 3.3, 0.2 * 120 / 3.3, 0.9 * 120 / 3.3);
    check_band(60, 3, 0.1, 0.05, 20, 1, 18); // Vega-Lite's bars: step 20
    check_band(120, 3, 1, 0, 60, 0, 0);      // points
    check_band(120, 3, 1, 0.5, 40, 20, 0);
    check_band(100, 0, 0.1, 0.05, 100, 50 + 5, 90);
}

static void falling_ranges_turn_bands_round(void **state) {
    (void)state;
    struct scale_band band;
    scale_band_init(&band, (double[2]){120, 0}, 3, 0, 0);
    assert_float_equal(scale_band_start(&band, 0), 80, 1e-9);
    assert_float_equal(scale_band_start(&band, 2), 0, 1e-9);
}

static void linear_maps_both_ends_exactly(void **state) {
    (void)state;
    struct scale_linear scale = {{0, 0.3}, {0, 1}};
    assert_true(scale_linear_map(&scale, 0) == 0);
    assert_true(scale_linear_map(&scale, 0.3) == 1);
    struct scale_linear flat = {{5, 5}, {0, 10}};
    assert_true(scale_linear_map(&flat, 5) == 5);
}

static void words_keep_their_first_place(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct word_set set = WORD_SET(&arena);
    for (size_t i = 0; i < 1000; i++) {
        struct str word = str_printf(&arena, "w%zu", i % 500);
        assert_int_equal(word_set_add(&set, word), i % 500);
    }
    assert_int_equal(set.count, 500);
    assert_int_equal(word_set_find(&set, STR("w499")), 499);
    assert_true(word_set_find(&set, STR("x")) == SIZE_MAX);
    arena_done(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bands_are_those_of_d3),
        cmocka_unit_test(falling_ranges_turn_bands_round),
        cmocka_unit_test(linear_maps_both_ends_exactly),
        cmocka_unit_test(words_keep_their_first_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
