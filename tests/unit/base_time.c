// The calendar, formats of times and reading dates.
#include "unit.h"

#include "base/calendar.h"
#include "base/time_format.h"
#include "base/time_parse.h"
#include "base/time_units.h"
#include "table.h"

#include <math.h>

static struct arena arena;

static void check_format(const char *pattern, double time, bool chinese, const char *expected,
                         size_t line) {
    struct buf out = BUF_INIT(&arena);
    time_format_write(&out, str_from(pattern), chinese, time);
    if (!str_is(buf_str(&out), expected)) {
        fail_msg("line %zu: “%s” of %.0f is “%s”, not “%s”", line, pattern, time, out.data,
                 expected);
    }
    buf_done(&out);
}

static void check_line(char **fields, size_t count, size_t line) {
    assert_int_equal(count, 4);
    check_format(fields[0], strtod(fields[1], NULL), false, fields[2], line);
    check_format(fields[0], strtod(fields[1], NULL), true, fields[3], line);
}

static void times_are_printed_as_d3_does(void **state) {
    (void)state;
    assert_true(table_each("times", check_line) > 3000);
}

static void days_go_there_and_back(void **state) {
    (void)state;
    for (double day = -1e6; day < 1e6; day += 997) {
        struct civil civil = calendar_civil(day * 864e5 + 12345678);
        assert_true(calendar_time(civil) == day * 864e5 + 12345678);
    }
    assert_int_equal(calendar_days_in_month(2024, 1), 29);
    assert_int_equal(calendar_days_in_month(1900, 1), 28);
    assert_true(calendar_time((struct civil){.year = 2022, .month = 14, .day = 1}) ==
                calendar_time((struct civil){.year = 2023, .month = 2, .day = 1}));
}

static double at(int year, int month, int day, int hour, int minute) {
    return calendar_time((struct civil){
        .year = year, .month = month - 1, .day = day, .hour = hour, .minute = minute});
}

static void dates_are_read_as_people_write_them(void **state) {
    (void)state;
    const struct {
        const char *text;
        double time;
    } dates[] = {
        {"2022", at(2022, 1, 1, 0, 0)},
        {"2022-05", at(2022, 5, 1, 0, 0)},
        {"2022-05-14", at(2022, 5, 14, 0, 0)},
        {"2022-5-4", at(2022, 5, 4, 0, 0)},
        {"2022/05/14 10:30", at(2022, 5, 14, 10, 30)},
        {"2022.5.14", at(2022, 5, 14, 0, 0)},
        {"2022-05-14T10:30:00.000Z", at(2022, 5, 14, 10, 30)},
        {"2022-05-14T10:30+08:00", at(2022, 5, 14, 2, 30)},
        {"2022-05-14 24:00", at(2022, 5, 15, 0, 0)},
        {"2022年", at(2022, 1, 1, 0, 0)},
        {"2022年5月", at(2022, 5, 1, 0, 0)},
        {"2022年5月14日", at(2022, 5, 14, 0, 0)},
        {"2022年05月14日 10时30分", at(2022, 5, 14, 10, 30)},
        {"2022年5月14日10:30", at(2022, 5, 14, 10, 30)},
        {"2022-Q2", at(2022, 4, 1, 0, 0)},
        {"5/14/2022", at(2022, 5, 14, 0, 0)},
        {"May 14, 2022", at(2022, 5, 14, 0, 0)},
        {"May 14 2022 3:05 PM", at(2022, 5, 14, 15, 5)},
        {"14 May 2022", at(2022, 5, 14, 0, 0)},
        {"14-May-2022", at(2022, 5, 14, 0, 0)},
        {"Sat May 14 2022", at(2022, 5, 14, 0, 0)},
        {"Sept 2022", at(2022, 9, 1, 0, 0)},
    };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        double time;
        if (!time_parse(str_from(dates[i].text), &time) || time != dates[i].time) {
            fail_msg("“%s”", dates[i].text);
        }
    }
}

static void other_texts_are_no_dates(void **state) {
    (void)state;
    static const char *const texts[] = {"",
                                        "abc",
                                        "2022-13",
                                        "2022-02-30",
                                        "2023-02-29",
                                        "2022-05-",
                                        "2022-05-14x",
                                        "20220514",
                                        "22-5-14",
                                        "2022年13月",
                                        "2022年5日",
                                        "2022-05-14 25:00",
                                        "2022-05-14 10:60",
                                        "Mayor 14, 2022",
                                        "14",
                                        "2022-Q5"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        double time;
        if (time_parse(str_from(texts[i]), &time)) {
            fail_msg("“%s” was read", texts[i]);
        }
    }
}

static void check_unit(const char *name, double time, double start, double end) {
    struct time_units units;
    assert_true(time_units_parse(str_from(name), &units));
    if (time_units_floor(units, time) != start || time_units_end(units, start) != end) {
        fail_msg("%s: %.0f to %.0f", name, time_units_floor(units, time),
                 time_units_end(units, start));
    }
}

static void units_cut_times(void **state) {
    (void)state;
    double time = at(2022, 5, 14, 10, 30); // a Saturday
    check_unit("year", time, at(2022, 1, 1, 0, 0), at(2023, 1, 1, 0, 0));
    check_unit("yearquarter", time, at(2022, 4, 1, 0, 0), at(2022, 7, 1, 0, 0));
    check_unit("quarter", time, at(2012, 4, 1, 0, 0), at(2012, 7, 1, 0, 0));
    check_unit("month", time, at(2012, 5, 1, 0, 0), at(2012, 6, 1, 0, 0));
    check_unit("yearmonth", time, at(2022, 5, 1, 0, 0), at(2022, 6, 1, 0, 0));
    check_unit("yearmonthdate", time, at(2022, 5, 14, 0, 0), at(2022, 5, 15, 0, 0));
    check_unit("date", time, at(2012, 1, 14, 0, 0), at(2012, 1, 15, 0, 0));
    check_unit("day", time, at(2012, 1, 7, 0, 0), at(2012, 1, 8, 0, 0));
    check_unit("hours", time, at(2012, 1, 1, 10, 0), at(2012, 1, 1, 11, 0));
    check_unit("utcyearmonthdatehoursminutes", time, time, time + 6e4);
    struct time_units units;
    assert_false(time_units_parse(STR("monthyear"), &units));
    assert_false(time_units_parse(STR("jahr"), &units));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_are_printed_as_d3_does),
        cmocka_unit_test(days_go_there_and_back),
        cmocka_unit_test(dates_are_read_as_people_write_them),
        cmocka_unit_test(other_texts_are_no_dates),
        cmocka_unit_test(units_cut_times),
    };
    arena_init(&arena, NULL, NULL);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_done(&arena);
    return failed;
}
