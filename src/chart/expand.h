// The metrics shorthand written out: a bar of metrics without encoding becomes a full spec.
#pragma once

#include "chart/chart.h"

// The figure's object, expanded when it is shorthand. NULL when a fault was reported.
const struct json *expand_spec(const struct chart_context *context,
                               const struct figure_request *request);
