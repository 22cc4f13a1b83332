// The texts around a chart: what the figure says, what its data adds.
#pragma once

#include "chart/plot.h"
#include "guides/frame.h"

struct frame_texts foot_texts(const struct plot *plot, const struct figure_request *request);
