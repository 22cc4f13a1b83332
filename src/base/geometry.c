// Points, sizes and rectangles in px (1/96 in), y downwards.
#include "base/geometry.h"

#include <math.h>

static bool is_empty(struct rect r) {
    return r.width == 0 && r.height == 0;
}

struct rect rect_union(struct rect a, struct rect b) {
    if (is_empty(a))
        return b;
    if (is_empty(b))
        return a;
    double x = fmin(a.x, b.x), y = fmin(a.y, b.y);
    return (struct rect){x, y, fmax(rect_right(a), rect_right(b)) - x,
                         fmax(rect_bottom(a), rect_bottom(b)) - y};
}
