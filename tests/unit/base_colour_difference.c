// CIEDE2000 against its authors' test data, and what dichromats cannot tell apart.
#include "unit.h"

#include "base/colour.h"

#include <math.h>

// Sharma, Wu and Dalal (2005), table 1: pairs chosen to show faults at the formula's seams.
static void agrees_with_the_published_pairs(void **state) {
    (void)state;
    static const struct {
        struct lab x, y;
        double difference;
    } pairs[] = {
        {{50.0000, 2.6772, -79.7751}, {50.0000, 0.0000, -82.7485}, 2.0425},
        {{50, 3.1571, -77.2803}, {50, 0, -82.7485}, 2.8615},
        {{50, 2.8361, -74.0200}, {50, 0, -82.7485}, 3.4412},
        {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
        {{50, -1.1848, -84.8006}, {50, 0, -82.7485}, 1.0000},
        {{50, -0.9009, -85.5211}, {50, 0, -82.7485}, 1.0000},
        {{50, 0, 0}, {50, -1, 2}, 2.3669},
        {{50, -1, 2}, {50, 0, 0}, 2.3669},
        {{50, 2.49, -0.001}, {50, -2.49, 0.0009}, 7.1792},
        {{50, 2.49, -0.001}, {50, -2.49, 0.0010}, 7.1792},
        {{50, 2.49, -0.001}, {50, -2.49, 0.0011}, 7.2195},
        {{50, 2.49, -0.001}, {50, -2.49, 0.0012}, 7.2195},
        {{50, -0.001, 2.49}, {50, 0.0009, -2.49}, 4.8045},
        {{50, -0.001, 2.49}, {50, 0.0010, -2.49}, 4.8045},
        {{50, -0.001, 2.49}, {50, 0.0011, -2.49}, 4.7461},
        {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
        {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
        {{50, 2.5, 0}, {61, -5, 29}, 22.8977},
        {{50, 2.5, 0}, {56, -27, -3}, 31.9030},
        {{50, 2.5, 0}, {58, 24, 15}, 19.4535},
        {{50, 2.5, 0}, {50, 3.1736, 0.5854}, 1.0000},
        {{50, 2.5, 0}, {50, 3.2972, 0}, 1.0000},
        {{50, 2.5, 0}, {50, 1.8634, 0.5757}, 1.0000},
        {{50, 2.5, 0}, {50, 3.2592, 0.3350}, 1.0000},
        {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
        {{63.0109, -31.0961, -5.8663}, {62.8187, -29.7946, -4.0864}, 1.2630},
        {{61.2901, 3.7196, -5.3901}, {61.4292, 2.2480, -4.9620}, 1.8731},
        {{35.0831, -44.1164, 3.7933}, {35.0232, -40.0716, 1.5901}, 1.8645},
        {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
        {{36.4612, 47.8580, 18.3852}, {36.2715, 50.5065, 21.2231}, 1.4146},
        {{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, 0.0447}, 1.4441},
        {{90.9257, -0.5406, -0.9208}, {88.6381, -0.8985, -0.7239}, 1.5381},
        {{6.7747, -0.2908, -2.4247}, {5.8714, -0.0985, -2.2286}, 0.6377},
        {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        double there = lab_difference(pairs[i].x, pairs[i].y);
        double back = lab_difference(pairs[i].y, pairs[i].x);
        if (fabs(there - pairs[i].difference) > 5e-5)
            print_error("pair %zu: %.5f, want %.4f\n", i + 1, there, pairs[i].difference);
        assert_true(fabs(there - pairs[i].difference) <= 5.001e-5);
        assert_true(fabs(there - back) < 1e-9);
    }
}

static void lab_of_known_colours(void **state) {
    (void)state;
    struct lab white = colour_lab((struct colour){255, 255, 255, 255}, VISION_NORMAL);
    assert_true(fabs(white.lightness - 100) < 1e-9 && fabs(white.a) < 1e-9 && fabs(white.b) < 1e-9);
    // sRGB red is L* 53.24, a* 80.09, b* 67.20.
    struct lab red = colour_lab((struct colour){255, 0, 0, 255}, VISION_NORMAL);
    assert_true(fabs(red.lightness - 53.24) < 0.02);
    assert_true(fabs(red.a - 80.09) < 0.05 && fabs(red.b - 67.20) < 0.05);
    struct lab black = colour_lab((struct colour){0, 0, 0, 255}, VISION_TRITAN);
    assert_true(fabs(black.lightness) < 1e-9);
}

static void dichromats_confuse_colours(void **state) {
    (void)state;
    struct colour red = {214, 73, 51, 255}, green = {122, 122, 40, 255};
    assert_true(colour_distance(red, green, VISION_NORMAL) > 35);
    assert_true(colour_distance(red, green, VISION_DEUTAN) <
                colour_distance(red, green, VISION_NORMAL) / 2);
    // Greys stay as they are for every eye.
    struct colour dark = {50, 50, 50, 255}, pale = {200, 200, 200, 255};
    double seen = colour_distance(dark, pale, VISION_NORMAL);
    for (int vision = VISION_PROTAN; vision <= VISION_TRITAN; vision++)
        assert_true(fabs(colour_distance(dark, pale, (enum colour_vision)vision) - seen) < 0.01);
    // Blue and green are what a tritanope confuses, not red and green.
    struct colour blue = {0, 120, 200, 255}, teal = {0, 140, 120, 255};
    assert_true(colour_distance(blue, teal, VISION_TRITAN) <
                colour_distance(blue, teal, VISION_DEUTAN) / 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_published_pairs),
        cmocka_unit_test(lab_of_known_colours),
        cmocka_unit_test(dichromats_confuse_colours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
