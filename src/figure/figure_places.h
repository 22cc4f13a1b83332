// Where charts and maps meet: boundaries and projections of map/ for the shapes of chart/.
#pragma once

#include "chart/places.h"
#include "figure/figure.h"

// For the charts of one figure.
const struct chart_places *figure_places(const struct figure_context *context);
