// Numbers: rounding of the exact value, the shortest text that reads back, what is no number.
#include "unit.h"

#include "base/number.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct arena arena;

static int start(void **state) {
    (void)state;
    arena_init(&arena, NULL, NULL);
    return 0;
}

static int finish(void **state) {
    (void)state;
    arena_done(&arena);
    return 0;
}

static const char *fixed(double value, int decimals) {
    return number_print(&arena, value, decimals).data;
}

static const char *shortest(double value) {
    return number_print_shortest(&arena, value).data;
}

static void fixed_rounds_the_exact_value(void **state) {
    (void)state;
    assert_string_equal(fixed(0.125, 2), "0.12"); // a true tie: to even
    assert_string_equal(fixed(0.375, 2), "0.38"); // a true tie: to even
    assert_string_equal(fixed(2.5, 0), "2");      // a true tie: to even
    assert_string_equal(fixed(1.005, 2), "1");    // 1.00499999999999989…
    assert_string_equal(fixed(1.115, 2), "1.11"); // 1.11499999999999999…
    assert_string_equal(fixed(8.345, 2), "8.35"); // 8.34500000000000064…
    assert_string_equal(fixed(-1234.5678, 2), "-1234.57");
    assert_string_equal(fixed(999999.9999, 3), "1000000");
    assert_string_equal(fixed(0.1, 15), "0.1");
    assert_string_equal(fixed(1e21, 2), "1000000000000000000000");
}

static void fixed_trims_and_knows_no_minus_zero(void **state) {
    (void)state;
    assert_string_equal(fixed(5.380, 3), "5.38");
    assert_string_equal(fixed(300, 2), "300");
    assert_string_equal(fixed(300, 0), "300");
    assert_string_equal(fixed(1e7, 0), "10000000");
    assert_string_equal(fixed(0.05, 1), "0.1"); // 0.05000000000000000277…
    assert_string_equal(fixed(0.05, 2), "0.05");
    assert_string_equal(fixed(-0.001, 2), "0");
    assert_string_equal(fixed(-0.0000001, 6), "0");
    assert_string_equal(fixed(-0.0, 2), "0");
    assert_string_equal(fixed(-0.5, 1), "-0.5");
}

// The quick way and the C library's must not differ anywhere.
static void fixed_agrees_with_printf(void **state) {
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 200000; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        int decimals = (int)(seed >> 61) % 4;
        double value = (double)(int64_t)seed / 9.3e12 / (double)(1 + (i % 7) * 1000);
        if (i % 3 == 0)
            value = round(value * 2000) / 2000; // many ties and near ties
        char expected[64];
        int len = snprintf(expected, sizeof expected, "%.*f", decimals, value);
        while (decimals > 0 && expected[len - 1] == '0')
            expected[--len] = '\0';
        if (expected[len - 1] == '.')
            expected[--len] = '\0';
        const char *want = strcmp(expected, "-0") == 0 ? "0" : expected;
        if (i % 1000 == 0)
            arena_reset(&arena);
        assert_string_equal(fixed(value, decimals), want);
    }
}

static void shortest_is_short(void **state) {
    (void)state;
    assert_string_equal(shortest(0.1), "0.1");
    assert_string_equal(shortest(0.1 + 0.2), "0.30000000000000004");
    assert_string_equal(shortest(538000000), "538000000");
    assert_string_equal(shortest(-5.38), "-5.38");
    assert_string_equal(shortest(-0.0), "0");
    assert_string_equal(shortest(0.000001), "0.000001");
    assert_string_equal(shortest(0.00000015), "1.5e-7");
    assert_string_equal(shortest(123456789012345680000.0), "123456789012345680000");
    assert_string_equal(shortest(1e21), "1e21");
    assert_string_equal(shortest(ldexp(1, -44)), "5.684341886080802e-14"); // the nearest fails
    assert_string_equal(shortest(ldexp(1, 89)), "6.189700196426902e26");
    assert_string_equal(shortest(5e-324), "5e-324");
    assert_string_equal(shortest(1.7976931348623157e308), "1.7976931348623157e308");
}

static void shortest_reads_back(void **state) {
    (void)state;
    uint64_t seed = 7;
    for (int i = 0; i < 50000; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        double value, back;
        memcpy(&value, &seed, sizeof value);
        if (!isfinite(value))
            continue;
        if (i % 1000 == 0)
            arena_reset(&arena);
        struct str text = number_print_shortest(&arena, value);
        assert_true(number_parse(text, &back));
        assert_true(back == value);
        assert_true(strtod(text.data, NULL) == value);
    }
}

static void reads_numbers(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double value;
    } cases[] = {
        {"0", 0},
        {"-12.50", -12.5},
        {"+3", 3},
        {"007", 7},
        {"1e3", 1000},
        {"1.5E-2", 0.015},
        {"0.000000000000000000000000000001e30", 1},
        {"123456789012345678901234567890", 1.2345678901234568e29},
        {"1e-400", 0},
        {"0e999999999999", 0},
        {"9007199254740993", 9007199254740992.0},      // a tie: to even
        {"9007199254740993.0001", 9007199254740994.0}, // just above it
        {"2.2250738585072011e-308", 2.2250738585072011e-308},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double value = NAN;
        assert_true(number_parse(str_from(cases[i].text), &value));
        assert_true(value == cases[i].value);
    }
}

static void digits_beyond_the_limit_still_break_a_tie(void **state) {
    (void)state;
    struct buf buf = BUF_INIT(&arena);
    buf_add_text(&buf, "9007199254740993.");
    for (int i = 0; i < 5000; i++)
        buf_add_char(&buf, '0');
    double value;
    assert_true(number_parse(buf_str(&buf), &value));
    assert_true(value == 9007199254740992.0);
    buf_add_char(&buf, '1');
    assert_true(number_parse(buf_str(&buf), &value));
    assert_true(value == 9007199254740994.0);
    buf_done(&buf);
}

static void refuses_what_is_no_number(void **state) {
    (void)state;
    static const char *const cases[] = {
        "",     "-",  "+",  ".",   ".5",  "5.",   "1e",    "1e+",   "1e400", "NaN",           "inf",
        "0x10", "1 ", " 1", "1,2", "--1", "1..2", "1e1.5", "1-400", "１2",   "1e999999999999"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double value = 42;
        assert_false(number_parse(str_from(cases[i]), &value));
        assert_true(value == 42);
    }
}

static void the_locale_does_not_matter(void **state) {
    (void)state;
    static const char *const names[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "ps_AF.UTF-8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!setlocale(LC_NUMERIC, names[i]))
            continue;
        double value;
        assert_string_equal(fixed(1.0625, 15), "1.0625");
        assert_string_equal(shortest(0.1), "0.1");
        assert_true(number_parse(STR("1.23456789012345678"), &value));
        assert_true(value == 1.2345678901234568);
    }
    setlocale(LC_NUMERIC, "C");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fixed_rounds_the_exact_value),
        cmocka_unit_test(fixed_trims_and_knows_no_minus_zero),
        cmocka_unit_test(fixed_agrees_with_printf),
        cmocka_unit_test(shortest_is_short),
        cmocka_unit_test(shortest_reads_back),
        cmocka_unit_test(reads_numbers),
        cmocka_unit_test(digits_beyond_the_limit_still_break_a_tie),
        cmocka_unit_test(refuses_what_is_no_number),
        cmocka_unit_test(the_locale_does_not_matter),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
