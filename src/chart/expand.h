// Writing the metrics shorthand out as a spec like any other.
#pragma once

#include "chart/chart.h"

// The view's object, or what its shorthand stands for; NULL when a fault was reported.
const struct json *expand_metrics(struct arena *arena, struct diag *diag, const struct json *view);
