// Number formats equal those of d3-format, on a table; and 万 and 亿 beside them.
#include "unit.h"

#include "base/number_format.h"
#include "scales/ticks.h"
#include "table.h"

#include <math.h>

static struct arena arena;

static void check(const char *specifier, double value, const char *expected, size_t line) {
    struct number_format format;
    size_t bad;
    if (!number_format_parse(str_from(specifier), &format, &bad)) {
        fail_msg("line %zu: “%s” is refused at %zu", line, specifier, bad);
    }
    struct buf text = BUF_INIT(&arena);
    number_format_write(&text, &format, value);
    if (!str_is(buf_str(&text), expected)) {
        fail_msg("line %zu: “%s” of %.17g is “%s”, not “%s”", line, specifier, value, text.data,
                 expected);
    }
    buf_done(&text);
}

static void check_line(char **fields, size_t count, size_t line) {
    assert_int_equal(count, 3);
    check(fields[0], strtod(fields[1], NULL), fields[2], line);
}

static void numbers_are_those_of_d3(void **state) {
    (void)state;
    assert_true(table_each("numbers", check_line) >= 6000);
}

static void check_tick(char **fields, size_t count, size_t line) {
    assert_int_equal(count, 6);
    struct number_format format;
    size_t bad;
    assert_true(number_format_parse(str_from(fields[0]), &format, &bad));
    double low = strtod(fields[1], NULL), high = strtod(fields[2], NULL);
    double step = ticks_increment(low, high, strtod(fields[3], NULL));
    number_format_for_ticks(&format, step < 0 ? -1 / step : step, fmax(fabs(low), fabs(high)));
    struct buf text = BUF_INIT(&arena);
    number_format_write(&text, &format, strtod(fields[4], NULL));
    if (!str_is(buf_str(&text), fields[5])) {
        fail_msg("tick-formats.tsv:%zu: “%s”, not “%s”", line, text.data, fields[5]);
    }
    buf_done(&text);
}

static void formats_of_ticks_are_those_of_d3(void **state) {
    (void)state;
    assert_true(table_each("tick-formats", check_tick) > 1000);
}

static void chinese_scales_follow_the_size(void **state) {
    (void)state;
    check("w", 300, "300", 1);
    check("w", 9999.6, "9999.6", 2);
    check(".0w", 9999.6, "1万", 3);
    check("w", 538000000, "5.38亿", 4);
    check(".1w", 538000000, "5.4亿", 5);
    check(".1w", 96e8, "96.0亿", 6);
    check(".1~w", 96e8, "96亿", 7);
    check("w", -123456,
          "\xE2\x88\x92"
          "12.3456万",
          8);
    check("+w", 30000, "+3万", 9);
    check("z", 0.052, "增长5.2%", 10);
    check(".0z", -0.052, "下降5%", 11);
    check("z", 0.0001, "持平", 12);
    check(".99z", 0.5, "增长50%", 13);
}

static void wrong_specifiers_name_the_place(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t bad;
    } wrong[] = {{"abc", 1}, {".", 0}, {"5.f", 1}, {",.2ff", 4}, {"$$", 1}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct number_format format;
        size_t bad;
        assert_false(number_format_parse(str_from(wrong[i].text), &format, &bad));
        assert_int_equal(bad, wrong[i].bad);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_those_of_d3),
        cmocka_unit_test(formats_of_ticks_are_those_of_d3),
        cmocka_unit_test(chinese_scales_follow_the_size),
        cmocka_unit_test(wrong_specifiers_name_the_place),
    };
    arena_init(&arena, NULL, NULL);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(&arena);
    return failed;
}
