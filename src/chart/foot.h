// The texts around a chart: what the figure says, what its data adds.
#pragma once

#include "chart/plot.h"
#include "guides/frame.h"

struct frame_texts foot_texts(const struct plot *plot, const struct figure_request *request);

// unit.c: says the unit (a figure's `unitNote`) where the style wants it: in the texts, or as the
// title of the axis of amounts. Without such an axis it stands above the plot.
void plot_say_unit(struct plot *plot, struct str note, struct frame_texts *texts);

// 金额/亿元, as tables and axes of journals write it (GB/T 3101: quantity divided by its unit), of
// an axis whose numbers are written in a scale: "万", "亿" or "".
struct str plot_unit_title(struct arena *arena, const struct plot_axis *axis, const char *scale);
