// Times by d3-time-format's directives: %Y-%m-%d and so on, with names in English or Chinese.
#pragma once

#include "base/str.h"

// False when `pattern` has a % without a directive; *bad is its offset.
bool time_format_check(struct str pattern, size_t *bad);

// `time`: ms since 1970 (calendar.h). Not finite: nothing is written.
void time_format_write(struct buf *buf, struct str pattern, bool chinese, double time);

// The pattern that says what distinguishes a tick of a time axis from the larger parts: hours on
// the hour, days at midnight, years on 1 January. English as Vega has it.
struct str time_format_of_tick(double time, bool chinese);
