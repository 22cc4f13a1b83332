// What marks with outlines share: strokes by the mark's properties, and points.
#pragma once

#include "chart/mark.h"

// A stroke in the row's colour with the mark's strokeWidth (or `width` px) and strokeDash.
struct stroke stroke_of_mark(const struct plot *plot, const struct plot_unit *unit, size_t row,
                             double width);

// The outline of a filled mark by its properties stroke, strokeWidth (1 px) and strokeDash; none
// without stroke.
struct stroke stroke_of_outline(const struct plot *plot, const struct plot_unit *unit);

// Px² of the square around a row's symbol.
double points_area(const struct plot *plot, const struct plot_unit *unit, size_t row);

// A symbol at each row's place (marks/point.c): the mark point, and the points of lines and areas.
void points_draw(struct plot *plot, const struct plot_unit *unit);
