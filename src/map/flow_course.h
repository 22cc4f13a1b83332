// The way of a flow along a great circle, cut where the projection cuts the sphere.
#pragma once

#include "map/flow_arrow.h"
#include "map/map.h"

enum { FLOW_COURSE_PARTS = 8 };

struct flow_course {
    struct point *points;           // px, part by part
    size_t ends[FLOW_COURSE_PARTS]; // index behind each part's last point
    size_t count;                   // of the parts with two points or more
    size_t total;                   // of all points
};

// From one place (px) to another. Points behind the horizon are left out.
struct flow_course flow_course_make(const struct map *map, struct point from, struct point to);

// Part `index` of an arrow: as wide as the whole is there, with a head at its end alone.
struct flow flow_course_part(const struct flow_course *course, size_t index,
                             const struct flow *whole);
