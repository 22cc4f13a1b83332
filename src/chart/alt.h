// Alternative text written from the data.
#pragma once

#include "chart/plot.h"

struct str alt_write(const struct plot *plot, const struct figure_request *request);

// Of several charts: what each is, how many rows it has, its extremes.
struct str alt_write_several(struct plot *const *plots, size_t count,
                             const struct figure_request *request);
