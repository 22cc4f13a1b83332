// A chart's rows, and whether they may stand on one axis.
#pragma once

#include "chart/plot.h"

// The table that `data` (metrics, name, values or url) means; `from` is where to complain when it
// is absent. NULL when a fault was reported.
const struct table *data_find(const struct chart_context *context, const struct json *data,
                              const struct json *from);

// Reports metrics on one axis that differ in unit or measure, unless the figure's `mixed` allows.
bool data_check_units(const struct plot *plot);
