// Lengths with their unit, in px.
#include "unit.h"

#include "base/length.h"

#include <math.h>

static void check(const char *text, double expected) {
    double px = -1;
    assert_true(length_parse(str_from(text), &px));
    if (fabs(px - expected) > 1e-9) {
        fail_msg("%s is %.6f px instead of %.6f", text, px, expected);
    }
}

static void units_are_css_units(void **state) {
    (void)state;
    check("40px", 40);
    check("1in", 96);
    check("2.54cm", 96);
    check("25.4mm", 96);
    check("72pt", 96);
    check("10.5 pt", 14);
    check("0mm", 0);
}

static void what_is_no_length_is_refused(void **state) {
    (void)state;
    static const char *const wrong[] = {"", "mm", "12", "12em", "-3mm", "1,5cm", "8 p t", "nanpx"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        double px;
        assert_false(length_parse(str_from(wrong[i]), &px));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_are_css_units),
        cmocka_unit_test(what_is_no_length_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
