// Vega-Lite's time units: yearmonth, quarter, day and so on.
#pragma once

#include "base/str.h"

// Parts that a unit keeps; the others are those of 1 January 2012, a leap year that begins on a
// Sunday, as Vega has it.
enum time_part {
    PART_YEAR = 1,
    PART_QUARTER = 2,
    PART_MONTH = 4,
    PART_WEEK = 8,
    PART_DATE = 16,
    PART_DAY = 32, // of the week
    PART_DAYOFYEAR = 64,
    PART_HOURS = 128,
    PART_MINUTES = 256,
    PART_SECONDS = 512,
    PART_MILLISECONDS = 1024,
};

struct time_units {
    unsigned parts; // 0: none
    double step;    // of the smallest part
};

// "yearmonth", "utchoursminutes". False when there is no such unit.
bool time_units_parse(struct str name, struct time_units *out);

double time_units_floor(struct time_units units, double time);
double time_units_end(struct time_units units, double start); // where the next unit begins

// How such times are printed: d3-time-format's pattern.
struct str time_units_pattern(struct arena *arena, struct time_units units, bool chinese);

// The unit's name, "yearmonth"; STR_NONE when there is none.
struct str time_units_title(struct arena *arena, struct time_units units);

// The same with its parts joined by hyphens, "year-month".
struct str time_units_parted(struct arena *arena, struct time_units units);
