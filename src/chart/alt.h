// Alternative text written from the data.
#pragma once

#include "chart/plot.h"

struct str alt_write(const struct plot *plot, const struct figure_request *request);
