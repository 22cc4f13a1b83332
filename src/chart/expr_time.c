// Functions of expressions: times. They have no zone, as everywhere in a document.
#include "base/calendar.h"
#include "base/time_format.h"
#include "chart/expr_functions.h"

#include <math.h>

#define DEFINE(id)                                                   \
    struct expr_value expr_function_##id(const struct expr_run *run, \
                                         const struct expr_value *args, size_t count)

static bool read_time(const struct expr_run *run, struct expr_value value, struct civil *out) {
    double time = expr_to_time(run->arena, value);
    bool sound = fabs(time) <= CALENDAR_LIMIT;
    *out = calendar_civil(sound ? time : 0);
    return sound;
}

#define PART(id, part)                                            \
    DEFINE(id) {                                                  \
        (void)count;                                              \
        struct civil civil;                                       \
        bool sound = read_time(run, args[0], &civil);             \
        return expr_number(sound ? (double)(part) : (double)NAN); \
    }

PART(year, civil.year)
PART(quarter, civil.month / 3 + 1)
PART(month, civil.month)
PART(day, civil.weekday)
PART(dayofyear, civil.yearday + 1)
PART(hours, civil.hour)
PART(minutes, civil.minute)
PART(seconds, civil.second)
PART(milliseconds, civil.ms)
PART(week, (civil.yearday + 7 - civil.weekday) / 7)
PART(timezoneoffset, 0)

// The day of the month.
DEFINE(date) {
    struct civil civil;
    bool sound = count && read_time(run, args[0], &civil);
    return expr_number(sound ? (double)civil.day : (double)NAN);
}

DEFINE(time) {
    (void)count;
    return expr_number(expr_to_time(run->arena, args[0]));
}

static struct expr_value make_time(const struct expr_run *run, const struct expr_value *args,
                                   size_t count) {
    double parts[7] = {0, 0, 1, 0, 0, 0, 0};
    for (size_t i = 0; i < count; i++) {
        parts[i] = trunc(expr_to_number(run->arena, args[i]));
        if (!(fabs(parts[i]) < 1e6)) {
            return expr_date(NAN);
        }
    }
    struct civil civil = {.year = (int)parts[0],
                          .month = (int)parts[1],
                          .day = (int)parts[2],
                          .hour = (int)parts[3],
                          .minute = (int)parts[4],
                          .second = (int)parts[5],
                          .ms = (int)parts[6]};
    return expr_date(calendar_time(civil));
}

DEFINE(datetime) {
    return count < 2 ? expr_date(count ? expr_to_time(run->arena, args[0]) : NAN)
                     : make_time(run, args, count);
}

DEFINE(utc) {
    return expr_number(make_time(run, args, count).number);
}

static struct expr_value write_time(const struct expr_run *run, struct str pattern, double time) {
    struct buf out = BUF_INIT(run->arena);
    time_format_write(&out, pattern, run->chinese, time);
    struct expr_value value = expr_string(str_copy(run->arena, out.len ? buf_str(&out) : STR("")));
    buf_done(&out);
    return value;
}

DEFINE(time_format) {
    (void)count;
    struct str pattern = expr_to_string(run->arena, args[1]);
    return write_time(run, pattern, expr_to_time(run->arena, args[0]));
}

// 2006-01-01 was a Sunday.
static struct expr_value name_of(const struct expr_run *run, struct expr_value value,
                                 struct civil civil, const char *pattern) {
    double number = expr_to_number(run->arena, value);
    if (!(fabs(number) < 1e6)) {
        return EXPR_NOTHING;
    }
    civil.year = 2006;
    civil.month = civil.day ? 0 : (int)number;
    civil.day += civil.day ? (int)number : 1;
    return write_time(run, str_from(pattern), calendar_time(civil));
}

DEFINE(day_format) {
    (void)count;
    return name_of(run, args[0], (struct civil){.day = 1}, "%A");
}

DEFINE(day_abbrev_format) {
    (void)count;
    return name_of(run, args[0], (struct civil){.day = 1}, "%a");
}

DEFINE(month_format) {
    (void)count;
    return name_of(run, args[0], (struct civil){0}, "%B");
}

DEFINE(month_abbrev_format) {
    (void)count;
    return name_of(run, args[0], (struct civil){0}, "%b");
}

enum { QUARTER_LIMIT = 10000 };

// Month by month to the nth beginning of a quarter, as d3's month.every(3) goes.
static double offset_quarters(double time, double count) {
    double direction = count < 0 ? -1 : 1;
    for (double i = 0; i < fabs(count) && fabs(count) <= QUARTER_LIMIT; i++) {
        do {
            time = time_offset(TIME_MONTH, time, direction);
        } while (calendar_civil(time).month % 3);
    }
    return fabs(count) <= QUARTER_LIMIT ? time : (double)NAN;
}

DEFINE(time_offset) {
    static const char *const units[] = {"milliseconds", "seconds", "minutes", "hours",
                                        "date",         "week",    "month",   "year"};
    struct str unit = expr_to_string(run->arena, args[0]);
    double time = expr_to_time(run->arena, args[1]);
    double step = floor(count > 2 ? expr_to_number(run->arena, args[2]) : 1);
    if (!(fabs(time) <= CALENDAR_LIMIT) || !(fabs(step) < 1e9)) {
        return expr_date(NAN);
    }
    if (str_is(unit, "quarter")) {
        return expr_date(offset_quarters(time, step));
    }
    unit = str_is(unit, "day") || str_is(unit, "dayofyear") ? STR("date") : unit;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (str_is(unit, units[i])) {
            return expr_date(time_offset((enum time_unit)i, time, step));
        }
    }
    return expr_date(NAN);
}
