// Bands as d3-scale 4 lays them, linear maps, word sets.
#include "unit.h"

#include "scales/scale.h"
#include "table.h"

#include <math.h>

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
    struct scale scale = {.type = &scale_linear, .domain = {0, 0.3}, .range = {0, 1}};
    assert_true(scale_map(&scale, 0) == 0);
    assert_true(scale_map(&scale, 0.3) == 1);
    struct scale flat = {.type = &scale_linear, .domain = {5, 5}, .range = {0, 10}};
    assert_true(scale_map(&flat, 5) == 5);
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

static bool near(double found, double expected) {
    return fabs(found - expected) <= 1e-9 * fmax(1e-9, fabs(expected));
}

// Fields: type, parameter, domain, count; how many ticks, first, second, last; the domain made
// nice; a value and its share of the range.
static void check_scale(char **fields, size_t count, size_t line) {
    assert_int_equal(count, 13);
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct scale scale = {.type = scale_type_find(str_from(fields[0])),
                          .parameter = atof(fields[1]),
                          .range = {0, 1}};
    scale.domain[0] = atof(fields[2]);
    scale.domain[1] = atof(fields[3]);
    double *ticks;
    size_t n = scale_ticks(&arena, &scale, atof(fields[4]), &ticks);
    if (n != (size_t)atoi(fields[5]) || (n && !near(ticks[0], atof(fields[6]))) ||
        (n > 1 && !near(ticks[1], atof(fields[7]))) ||
        (n && !near(ticks[n - 1], atof(fields[8])))) {
        fail_msg("scales.tsv:%zu: %zu ticks from %.17g to %.17g", line, n, n ? ticks[0] : 0,
                 n ? ticks[n - 1] : 0);
    }
    if (!near(scale_map(&scale, atof(fields[11])), atof(fields[12]))) {
        fail_msg("scales.tsv:%zu: place %.17g", line, scale_map(&scale, atof(fields[11])));
    }
    scale.type->nice(&scale, 10);
    if (!near(scale.domain[0], atof(fields[9])) || !near(scale.domain[1], atof(fields[10]))) {
        fail_msg("scales.tsv:%zu: nice from %.17g to %.17g", line, scale.domain[0],
                 scale.domain[1]);
    }
    arena_done(&arena);
}

// Fields: the domain, count; how many ticks, first, second, last; the domain made nice.
static void check_time(char **fields, size_t count, size_t line) {
    assert_int_equal(count, 9);
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct scale scale = {.type = &scale_time, .range = {0, 1}};
    scale.domain[0] = atof(fields[0]);
    scale.domain[1] = atof(fields[1]);
    double *ticks;
    size_t n = scale_ticks(&arena, &scale, atof(fields[2]), &ticks);
    if (n != (size_t)atoi(fields[3]) || (n && ticks[0] != atof(fields[4])) ||
        (n > 1 && ticks[1] != atof(fields[5])) || (n && ticks[n - 1] != atof(fields[6]))) {
        fail_msg("time-ticks.tsv:%zu: %zu ticks from %.0f", line, n, n ? ticks[0] : 0);
    }
    scale.type->nice(&scale, 10);
    if (scale.domain[0] != atof(fields[7]) || scale.domain[1] != atof(fields[8])) {
        fail_msg("time-ticks.tsv:%zu: nice from %.0f to %.0f", line, scale.domain[0],
                 scale.domain[1]);
    }
    arena_done(&arena);
}

static void times_have_the_ticks_of_d3(void **state) {
    (void)state;
    assert_true(table_each("time-ticks", check_time) > 1000);
}

static void scales_are_those_of_d3(void **state) {
    (void)state;
    assert_true(table_each("scales", check_scale) > 3000);
}

static void clamped_amounts_stand_at_the_ends(void **state) {
    (void)state;
    struct scale scale = {
        .type = &scale_linear, .domain = {0, 10}, .range = {0, 100}, .clamp = true};
    assert_true(scale_map(&scale, -5) == 0);
    assert_true(scale_map(&scale, 15) == 100);
    assert_true(scale_map(&scale, 5) == 50);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bands_are_those_of_d3),
        cmocka_unit_test(falling_ranges_turn_bands_round),
        cmocka_unit_test(linear_maps_both_ends_exactly),
        cmocka_unit_test(times_have_the_ticks_of_d3),
        cmocka_unit_test(scales_are_those_of_d3),
        cmocka_unit_test(clamped_amounts_stand_at_the_ends),
        cmocka_unit_test(words_keep_their_first_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
