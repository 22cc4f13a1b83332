// Axes: line, ticks, grid and labels along one side of the plot.
#pragma once

#include "guides/category.h"

enum axis_side { AXIS_LEFT, AXIS_BOTTOM, AXIS_RIGHT };

// What an axis shows; positions are px from the plot's corner along the axis.
struct axis {
    enum axis_side side;
    bool line, ticks, grid;
    const double *positions;
    size_t count;
    const struct category_labels *categories; // of a discrete axis, or NULL
    const struct str *words;                  // of a continuous axis, or NULL: no labels
    double angle_deg;                         // turn of the labels, clockwise
    struct str title;                         // STR_NONE: none
};

// Px that the axis takes outside the plot, the title included.
double axis_extent(const struct guide_context *context, const struct axis *axis);

// Px that the title of an upright axis takes over the plot; 0 when it stands beside the labels.
double axis_extent_over(const struct guide_context *context, const struct axis *axis);

// Px by which the numbers of a bottom axis of `length` px reach beyond its two ends; 0 within them.
void axis_reach(const struct guide_context *context, const struct axis *axis, double length,
                double *before, double *behind);

// Draws grid and, on top, labels, line and title beside `area`.
void axis_draw(const struct guide_context *context, struct scene *scene, const struct axis *axis,
               struct rect area);
void axis_draw_grid(const struct guide_context *context, struct scene *scene,
                    const struct axis *axis, struct rect area);
