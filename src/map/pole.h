// Where a name stands best in a region: the place inside that is farthest from every border.
//
// The pole of inaccessibility, found best cell first in a quadtree (Garcia-Castellanos and
// Lombardo, Scottish Geographical Journal 123, 2007, for the notion). For a name the distance is
// that of its own shape: half the height of the largest box of the name's proportions that fits.
#pragma once

#include "base/arena.h"
#include "base/geometry.h"

#include <stddef.h>

// One polygon: an outer ring and its holes, in any order and direction; rings close by themselves.
struct pole_polygon {
    const struct point *points; // px
    const size_t *ring_ends;    // index behind each ring's last point
    size_t ring_count;
};

struct pole {
    struct point at;
    double reach; // px to the nearest border (box: half the height); <= 0: the polygon is empty
};

// The centre of the largest circle inside, to `precision` px.
struct pole pole_of_circle(struct arena *arena, const struct pole_polygon *polygon,
                           double precision);

// The centre of the largest box of `aspect` (width by height, > 0) inside, to `precision` px.
struct pole pole_of_box(struct arena *arena, const struct pole_polygon *polygon, double aspect,
                        double precision);

// Half the height of the largest box of `aspect` around `at`; negative outside.
double pole_box_reach(const struct pole_polygon *polygon, double aspect, struct point at);
