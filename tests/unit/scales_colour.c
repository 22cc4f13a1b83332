// Colour schemes, blends of colours and steps of amounts as Vega and d3 have them.
#include "unit.h"

#include "scales/blend.h"
#include "scales/scheme.h"
#include "scales/steps.h"
#include "table.h"

static struct colour colour_of(const char *text) {
    struct colour colour = COLOUR_NONE;
    assert_true(colour_parse(str_from(text), &colour));
    return colour;
}

static void check_colour(struct colour found, const char *expected, size_t line) {
    struct colour wanted = colour_of(expected);
    if (!colour_equal(found, wanted)) {
        fail_msg("line %zu: #%02x%02x%02x instead of %s", line, found.r, found.g, found.b,
                 expected);
    }
}

// name, place on the way or index, colour.
static void check_scheme(char **fields, size_t count, size_t line) {
    assert_int_equal(count, 3);
    const struct scheme *scheme = scheme_find(str_from(fields[0]));
    assert_non_null(scheme);
    struct colour colours[SCHEME_COLOURS];
    size_t own = scheme_colours(scheme, colours);
    double at = strtod(fields[1], NULL);
    check_colour(scheme->ramp ? blend_stops(BLEND_RGB, colours, own, at) : colours[(size_t)at],
                 fields[2], line);
}

static void schemes_are_vegas(void **state) {
    (void)state;
    assert_int_equal(table_each("schemes", check_scheme), 1933);
    assert_ptr_equal(scheme_find(STR("YellowGreenBlue")), scheme_find(STR("yellowgreenblue")));
    assert_null(scheme_find(STR("blue")));
    assert_null(scheme_find(STR("bluesy")));
}

// space, two colours, place between, colour.
static void check_blend(char **fields, size_t count, size_t line) {
    assert_int_equal(count, 5);
    unsigned blend = 0;
    while (blend < BLEND_COUNT && strcmp(blend_words[blend], fields[0])) {
        blend++;
    }
    assert_true(blend < BLEND_COUNT);
    struct colour found = blend_colours((enum blend)blend, colour_of(fields[1]),
                                        colour_of(fields[2]), strtod(fields[3], NULL));
    check_colour(found, fields[4], line);
}

static void blends_are_those_of_d3(void **state) {
    (void)state;
    assert_int_equal(table_each("mixes", check_blend), 576);
}

// d3.scaleQuantile, d3.scaleQuantize of these domains.
static void steps_are_half_open(void **state) {
    (void)state;
    const double amounts[] = {1, 2, 2, 5, 9, 20};
    double limits[3];
    step_type_find(STR("quantile"))->limits(amounts, 6, 4, limits);
    assert_float_equal(limits[0], 2, 1e-12);
    assert_float_equal(limits[1], 3.5, 1e-12);
    assert_float_equal(limits[2], 8, 1e-12);
    step_type_find(STR("quantize"))->limits((double[]){0, 100}, 2, 4, limits);
    assert_float_equal(limits[0], 25, 1e-12);
    assert_float_equal(limits[2], 75, 1e-12);
    struct steps steps = {limits, 3};
    assert_int_equal(steps_find(&steps, 24.9), 0);
    assert_int_equal(steps_find(&steps, 25), 1);
    assert_int_equal(steps_find(&steps, 1000), 3);
    assert_null(step_type_find(STR("threshold"))->limits);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(schemes_are_vegas),
        cmocka_unit_test(blends_are_those_of_d3),
        cmocka_unit_test(steps_are_half_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
