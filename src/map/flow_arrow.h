// A flow on a map: a curved arrow that grows from its origin to its head.
#pragma once

#include "scene/path.h"

struct flow {
    struct point from, to;
    const struct point *course; // px along the way instead of a bend; NULL: none
    size_t course_count;
    double bend;        // how far the curve leaves the chord, in chords; positive: to its left
    double start_width; // px of the shaft at the origin
    double end_width;   // px of the shaft where the head begins
    double head_length; // px; shortened where the flow is shorter than three heads; 0: no head
    double head_width;  // px
    double start_gap;   // px left free after `from`
    double end_gap;     // px left free before `to`
};

// The arrow's outline, to be filled; empty where the gaps leave nothing.
struct path flow_outline(struct arena *arena, const struct flow *flow);

// The place on the curve at `share` of its way from the origin (0) to the end (1), and the unit
// direction there.
struct point flow_point(const struct flow *flow, double share, struct point *direction);

// px along the curve, gaps not counted.
double flow_length(const struct flow *flow);

// Near `share` of the way, at no cost: what lies between is not measured.
struct point flow_point_near(const struct flow *flow, double share);
