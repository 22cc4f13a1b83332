// Leader lines as straight hairlines in ink.
#include "map/leader.h"

#include <math.h>

static const double WIDTH = 1; // px

// Positive when c lies to the left of the way from a to b, by twice the triangle's area.
static double side_of(struct point a, struct point b, struct point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool leaders_cross(struct leader a, struct leader b) {
    return side_of(a.from, a.to, b.from) * side_of(a.from, a.to, b.to) < 0 &&
           side_of(b.from, b.to, a.from) * side_of(b.from, b.to, a.to) < 0;
}

bool leader_enters(struct leader line, struct rect box) {
    struct point corners[] = {{box.x, box.y},
                              {rect_right(box), box.y},
                              {rect_right(box), rect_bottom(box)},
                              {box.x, rect_bottom(box)}};
    for (int i = 0; i < 2; i++) {
        if (leaders_cross(line, (struct leader){corners[i], corners[i + 2]}))
            return true; // a line through a box crosses one of its diagonals
    }
    return false;
}

struct leader leader_to(struct point place, struct rect box, double gap) {
    struct point near = {fmin(fmax(place.x, box.x), rect_right(box)),
                         fmin(fmax(place.y, box.y), rect_bottom(box))};
    double length = hypot(near.x - place.x, near.y - place.y);
    double share = length > gap ? 1 - gap / length : 0;
    return (struct leader){
        place, {place.x + (near.x - place.x) * share, place.y + (near.y - place.y) * share}};
}

void leader_draw(const struct map *map, struct leader line) {
    scene_add_line(map->scene, ROLE_LEADER, line.from, line.to, WIDTH, map->style->ink);
}
