// The Gregorian calendar, also before its time. A time is ms since 1970-01-01 00:00 without a zone:
// clocks in a document say what they say, wherever it is drawn.
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct civil {
    int year, month, day;         // month 0 to 11, day 1 to 31
    int hour, minute, second, ms; //
    int weekday, yearday;         // 0: Sunday, 0: 1 January. Not read by calendar_time
};

#define CALENDAR_LIMIT 8.64e15 // ms on either side of 1970, as ECMAScript has it

// `time` must be within the limit.
struct civil calendar_civil(double time);

// Months below 0 and above 11, days and so on run over into the next larger part.
double calendar_time(struct civil civil);

int calendar_days_in_month(int year, int month); // month 0 to 11

// The week of ISO 8601 (begins on Monday, belongs to the year of its Thursday) and its year.
int calendar_iso_week(struct civil civil, int *year);

enum time_unit {
    TIME_MS,
    TIME_SECOND,
    TIME_MINUTE,
    TIME_HOUR,
    TIME_DAY,
    TIME_WEEK, // from Sunday on, as d3 has it
    TIME_MONTH,
    TIME_YEAR,
};

// Steps of time as d3-time's interval.every(step) has them: multiples of `step` in the next larger
// part (every 15 minutes: :00 :15 :30 :45; every 2 days: 1, 3, 5, … 31, 1).
struct time_step {
    enum time_unit unit;
    double step; // at least 1
};

double time_step_floor(struct time_step step, double time);
double time_step_ceil(struct time_step step, double time);
double time_step_next(struct time_step step, double time); // the first after `time`

// `count` units later.
double time_offset(enum time_unit unit, double time, double count);
