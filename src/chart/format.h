// How a chart prints values when the author says so: `format` of axes, labels and texts.
#pragma once

#include "base/number_format.h"
#include "document/json.h"
#include "scales/scale.h"

struct format_spec {
    const struct json *json; // NULL: not given
    bool timed;              // a pattern of times
    struct number_format number;
};

// Reads `format` of `owner`, which may be NULL: of times when `formatType` or `timed` says so.
// False when it is no specifier, with a report.
bool format_read(struct arena *arena, struct diag *diag, const struct json *owner, bool timed,
                 struct format_spec *out);

struct str format_write(struct arena *arena, const struct format_spec *format, double value);

// The format of an axis: what the specifier leaves open is taken from the ticks, about `count` of
// them, as d3-scale's tickFormat does.
struct format_spec format_for_ticks(const struct format_spec *format, const struct scale *scale,
                                    double count);
