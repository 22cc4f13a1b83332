// Colours: printing, mixing, contrast, lightness.
#include "unit.h"

#include "base/colour.h"

#include <math.h>

static void prints_six_digits(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct buf buf = BUF_INIT(&arena);
    buf_add_colour(&buf, (struct colour){0, 10, 255, 3});
    assert_string_equal(buf.data, "#000aff");
    buf_done(&buf);
    arena_done(&arena);
}

static void mixes_and_covers(void **state) {
    (void)state;
    struct colour black = {0, 0, 0, 255}, white = {255, 255, 255, 255};
    assert_true(colour_equal(colour_mix(black, white, 0), black));
    assert_true(colour_equal(colour_mix(black, white, 1), white));
    assert_int_equal(colour_mix(black, white, 0.5).g, 128);
    assert_int_equal(colour_mix(black, COLOUR_NONE, 0.5).a, 128);
    assert_true(colour_equal(colour_mix(black, white, 7), white));
    struct colour half = {200, 100, 0, 51}; // a fifth
    assert_true(colour_equal(colour_over(half, black), (struct colour){40, 20, 0, 255}));
    assert_true(colour_equal(colour_over(COLOUR_NONE, white), white));
    assert_true(colour_equal(colour_over(white, black), white));
}

static void contrast_of_known_pairs(void **state) {
    (void)state;
    struct colour black = {0, 0, 0, 255}, white = {255, 255, 255, 255};
    assert_true(fabs(colour_contrast(black, white) - 21) < 1e-9);
    assert_true(fabs(colour_contrast(white, black) - 21) < 1e-9);
    assert_true(fabs(colour_contrast(white, white) - 1) < 1e-9);
    // #767676 is the lightest grey that reaches 4.5 on white, #777777 the first that does not.
    assert_true(colour_contrast((struct colour){0x76, 0x76, 0x76, 255}, white) >= 4.5);
    assert_true(colour_contrast((struct colour){0x77, 0x77, 0x77, 255}, white) < 4.5);
}

static void lightness_of_greys(void **state) {
    (void)state;
    assert_true(fabs(colour_lightness((struct colour){119, 119, 119, 255}) - 50.03) < 0.01);
    assert_true(fabs(colour_lightness((struct colour){255, 255, 255, 255}) - 100) < 1e-9);
    assert_true(fabs(colour_lightness((struct colour){0, 0, 0, 255})) < 1e-9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_six_digits),
        cmocka_unit_test(mixes_and_covers),
        cmocka_unit_test(contrast_of_known_pairs),
        cmocka_unit_test(lightness_of_greys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
