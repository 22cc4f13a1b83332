// Points, sizes and rectangles in px (1/96 in), y downwards.
#pragma once

#include <stdbool.h>

struct point {
    double x, y;
};

struct rect {
    double x, y, width, height; // width and height are not negative
};

static inline double rect_right(struct rect r) {
    return r.x + r.width;
}

static inline double rect_bottom(struct rect r) {
    return r.y + r.height;
}

// True when the two share an area, not only an edge.
static inline bool rect_overlaps(struct rect a, struct rect b) {
    return a.x < rect_right(b) && b.x < rect_right(a) && a.y < rect_bottom(b) &&
           b.y < rect_bottom(a);
}

static inline struct rect rect_inset(struct rect r, double by) {
    double width = r.width - 2 * by, height = r.height - 2 * by;
    return (struct rect){r.x + by, r.y + by, width > 0 ? width : 0, height > 0 ? height : 0};
}

// The smallest rectangle around both; an empty one (no width and no height) does not count.
struct rect rect_union(struct rect a, struct rect b);
