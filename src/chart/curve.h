// Curves through points: how a line or an area goes from row to row, in d3-shape's meanings.
#pragma once

#include "scene/path.h"

// In the order of curve_words in shapes.c.
enum curve {
    CURVE_LINEAR,
    CURVE_STEP,
    CURVE_STEP_BEFORE,
    CURVE_STEP_AFTER,
    CURVE_MONOTONE, // never beyond the values, as d3.curveMonotoneX (or Y)
    CURVE_BASIS,
    CURVE_CARDINAL,
};

// Adds the curve through `count` points. It starts a subpath, or goes on from the current point
// with a line when `joined`. `upright`: the points run along y.
void curve_add(struct path_builder *builder, enum curve curve, const struct point *points,
               size_t count, bool upright, bool joined);

// The curve that the same points have when they are walked backwards.
enum curve curve_reversed(enum curve curve);
