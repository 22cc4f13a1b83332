// Columns of times: texts read as dates, cut to units.
#pragma once

#include "base/time_units.h"
#include "document/table.h"

// Reads "yearmonth" or {"unit": "month", "step": 3}; false with a report when there is no such
// unit.
bool times_read_unit(struct arena *arena, struct diag *diag, const struct json *json,
                     struct time_units *out);

// The values of a column as times (numbers, ms since 1970); texts are read as dates, whole numbers
// of four digits as years. NULL with reports when there is no such column or some are no dates.
const struct value *times_of_column(struct arena *arena, struct diag *diag,
                                    const struct table *table, const struct json *json,
                                    struct str field);

// Where each time's unit begins, and where the next one does.
void times_cut(struct time_units units, const struct value *times, size_t count,
               struct value *starts, struct value *ends);

// A JSON constant as a time: a date's text, a number, or an object {"year": 2022, "month": 5}.
bool times_of_json(const struct json *json, double *out);
