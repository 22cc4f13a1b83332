// The parts of the layout of a chart, in the order in which layout.c takes them.
#pragma once

#include "chart/layout.h"

// layout_frame.c: title block and foot, and the room that they take; the line over the plot for the
// unit and the title of an upright axis; at last the places of all, and the picture's size.
void layout_set_frame(struct plot *plot, struct layout *layout, const struct frame_texts *texts);
void layout_make_room_over(struct plot *plot, struct layout *layout);
void layout_place_picture(struct plot *plot, struct layout *layout);

// layout_bands.c
bool layout_has_no_axes(const struct plot *plot);       // arcs and maps
double layout_band_steps(const struct plot_axis *axis); // that its bands take together
void layout_decide_padding(const struct plot *plot, struct plot_axis *axis);
// Px of an axis by its `width` or `height`, else as the style has it.
double layout_asked_extent(const struct plot *plot, const struct plot_axis *axis);
// Px from bar to bar when `available` px hold them all, `least` at least.
double layout_choose_pitch(const struct plot *plot, const struct plot_axis *axis, double available,
                           double least);
void layout_limit_thickness(const struct plot *plot, struct plot_axis *axis, double pitch);

// layout_axes.c: what an axis shows; names beside rows and under columns; numbers.
bool layout_axis_shown(const struct plot *plot, const struct plot_axis *axis);
void layout_start_axis(const struct plot *plot, const struct plot_axis *from, struct axis *axis);
void layout_set_row_labels(struct plot *plot, struct layout *layout);
void layout_set_column_labels(struct plot *plot, struct layout *layout, double pitch);
void layout_set_ticks(struct plot *plot, const struct plot_axis *from, struct axis *axis);
