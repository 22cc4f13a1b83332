// Leader lines: from a place on a map to the words beside it.
#pragma once

#include "map/map.h"

struct leader {
    struct point from, to; // px
};

bool leaders_cross(struct leader a, struct leader b);
bool leader_enters(struct leader line, struct rect box);

// From a place to the nearest point of a box, `gap` px before it.
struct leader leader_to(struct point place, struct rect box, double gap);

void leader_draw(const struct map *map, struct leader line);
