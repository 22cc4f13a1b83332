// The texts around a chart: what the figure says, what its data adds.
#pragma once

#include "chart/plot.h"
#include "guides/frame.h"

// Of the figure's charts, each note once.
struct frame_texts foot_texts(struct plot *const *plots, size_t count,
                              const struct figure_request *request);

// A unit that several charts have in common stands with the subtitle.
void foot_say_unit(const struct guide_context *guide, struct str note, struct frame_texts *texts);

// unit.c: says the unit (a figure's `unitNote`) where the style wants it: in the texts, or as the
// title of the axis of amounts. Without such an axis it stands above the plot.
void plot_say_unit(struct plot *plot, struct str note, struct frame_texts *texts);

// Whether the unit is said with 万, 亿 or 千 in it, by the figure (`unitNote`, 单位：亿元 in the
// subtitle) or by the title of an axis (产值（亿元）, 产值/亿元, 亿元): numbers written with 万
// would contradict it.
bool plot_unit_has_scale(const struct plot *plot, struct str note, struct str subtitle);

// 金额/亿元, as tables and axes of journals write it (GB/T 3101: quantity divided by its unit), of
// an axis whose numbers are written in a scale: "万", "亿" or "".
struct str plot_unit_title(struct arena *arena, const struct plot_axis *axis, const char *scale);
