// Days since 1970 and the calendar's years, months and days; steps of time.
#include "base/calendar.h"

#include <math.h>

static const double DAY_MS = 864e5;

// Days from 1970-01-01 to the first of March of a year, by the 400 years in which the calendar
// repeats; March first, so that the leap day ends the year.
static double days_of(double year, int month, double day) {
    double y = month < 2 ? year - 1 : year;
    double m = month < 2 ? month + 10 : month - 2; // March is 0
    double days = 365 * y + floor(y / 4) - floor(y / 100) + floor(y / 400);
    return days + floor((153 * m + 2) / 5) + day - 1 - 719468;
}

static struct civil civil_of_days(double days) {
    double z = days + 719468, era = floor(z / 146097), doe = z - era * 146097;
    double yoe = floor((doe - floor(doe / 1460) + floor(doe / 36524) - floor(doe / 146096)) / 365);
    double doy = doe - (365 * yoe + floor(yoe / 4) - floor(yoe / 100));
    int m = (int)floor((5 * doy + 2) / 153);
    struct civil civil = {.day = (int)(doy - floor((153 * m + 2) / 5)) + 1,
                          .month = m < 10 ? m + 2 : m - 10};
    civil.year = (int)(yoe + era * 400) + (civil.month < 2);
    civil.weekday = (int)fmod(fmod(days + 4, 7) + 7, 7);
    civil.yearday = (int)(days - days_of(civil.year, 0, 1));
    return civil;
}

struct civil calendar_civil(double time) {
    double days = floor(time / DAY_MS), rest = floor(time - days * DAY_MS);
    struct civil civil = civil_of_days(days);
    civil.hour = (int)(rest / 36e5);
    civil.minute = (int)fmod(rest / 6e4, 60);
    civil.second = (int)fmod(rest / 1e3, 60);
    civil.ms = (int)fmod(rest, 1e3);
    return civil;
}

double calendar_time(struct civil civil) {
    double years = floor(civil.month / 12.0);
    int month = civil.month - (int)years * 12;
    double days = days_of(civil.year + years, month, civil.day);
    return days * DAY_MS + civil.hour * 36e5 + civil.minute * 6e4 + civil.second * 1e3 + civil.ms;
}

int calendar_days_in_month(int year, int month) {
    double next = month == 11 ? days_of(year + 1, 0, 1) : days_of(year, month + 1, 1);
    return (int)(next - days_of(year, month, 1));
}

int calendar_iso_week(struct civil civil, int *year) {
    double days = days_of(civil.year, civil.month, civil.day);
    int from_monday = (civil.weekday + 6) % 7;
    struct civil thursday = civil_of_days(days - from_monday + 3);
    *year = thursday.year;
    return thursday.yearday / 7 + 1;
}

// ---- steps

static double floor_clock(double time, double length) {
    return floor(time / length) * length;
}

static double floor_unit(enum time_unit unit, double time) {
    static const double lengths[] = {1, 1e3, 6e4, 36e5, 864e5};
    if (unit <= TIME_DAY) {
        return floor_clock(time, lengths[unit]);
    }
    struct civil civil = calendar_civil(time);
    if (unit == TIME_WEEK) {
        return floor_clock(time, DAY_MS) - civil.weekday * DAY_MS;
    }
    return calendar_time(
        (struct civil){.year = civil.year, .month = unit == TIME_YEAR ? 0 : civil.month, .day = 1});
}

double time_offset(enum time_unit unit, double time, double count) {
    static const double lengths[] = {1, 1e3, 6e4, 36e5, 864e5, 7 * 864e5};
    if (unit <= TIME_WEEK) {
        return time + lengths[unit] * count;
    }
    struct civil civil = calendar_civil(time);
    if (unit == TIME_YEAR) {
        civil.year += (int)count;
    } else {
        civil.month += (int)count;
    }
    return calendar_time(civil);
}

// What a step counts: the part of the next larger one.
static double part_of(enum time_unit unit, double time) {
    struct civil civil = calendar_civil(time);
    switch (unit) {
    case TIME_SECOND:
        return civil.second;
    case TIME_MINUTE:
        return civil.minute;
    case TIME_HOUR:
        return civil.hour;
    case TIME_DAY:
        return civil.day - 1;
    case TIME_MONTH:
        return civil.month;
    case TIME_WEEK: // weeks since that of 1970-01-01
        return floor((floor(time / DAY_MS) + 4) / 7);
    case TIME_YEAR:
        return civil.year;
    case TIME_MS:
        break;
    }
    return time;
}

static bool is_on_step(struct time_step step, double time) {
    return fmod(part_of(step.unit, time), step.step) == 0;
}

double time_step_floor(struct time_step step, double time) {
    double at = floor_unit(step.unit, time);
    if (step.unit == TIME_MS) {
        return floor_clock(time, step.step);
    }
    if (step.unit == TIME_YEAR) {
        double year = floor(calendar_civil(at).year / step.step) * step.step;
        return calendar_time((struct civil){.year = (int)year, .day = 1});
    }
    while (step.step > 1 && !is_on_step(step, at)) {
        at = floor_unit(step.unit, at - 1);
    }
    return at;
}

double time_step_next(struct time_step step, double time) {
    double at = time_step_floor(step, time);
    if (step.unit == TIME_MS || step.unit == TIME_YEAR) {
        return time_offset(step.unit, at, step.step);
    }
    do {
        at = time_offset(step.unit, at, 1);
    } while (step.step > 1 && !is_on_step(step, at));
    return at;
}

double time_step_ceil(struct time_step step, double time) {
    double at = time_step_floor(step, time);
    return at == time ? at : time_step_next(step, time);
}
