// Whether the rings of a polygon cross, and whether its holes lie in it.
//
// A line sweeps over the edges from the least x to the greatest and keeps those that it meets in
// order; crossing edges become neighbours before they cross (Shamos and Hoey 1976). n log n.
#pragma once

#include "base/arena.h"
#include "base/geometry.h"

#include <stdbool.h>
#include <stddef.h>

struct sweep_ring {
    const struct point *points; // degrees, its first point not repeated at the end
    size_t count;
};

struct sweep_fault {
    bool crosses;    // two edges do
    bool outside;    // a hole lies outside the outer ring
    struct point at; // where the first of the crossings is
    struct point outside_at;
};

// The first ring is the outer one. Crossings less deep than a centimetre do not count, nor do
// rings that touch. A polygon that jumps over the 180th meridian is not looked at.
struct sweep_fault ring_sweep(struct arena *scratch, const struct sweep_ring *rings, size_t count);
