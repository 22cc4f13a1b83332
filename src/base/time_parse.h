// Reading dates and times as people and programs write them.
#pragma once

#include "base/str.h"

// ISO 8601 (2022, 2022-05, 2022-05-14, 2022-05-14T10:30:00.000Z, with an offset), 2022/5/14 10:30,
// 2022-Q2, 2022年5月14日 10时30分, 2022年二季度, and the English forms of ECMAScript engines (May
// 14, 2022; 14 May 2022 10:30; Sat May 14 2022). A time with a zone is taken to UTC. False for
// anything else, and for days that the calendar does not have.
bool time_parse(struct str text, double *out);
