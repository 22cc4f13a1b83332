// The corners of a map's area, where legends, insets and furniture look for a free place.
#pragma once

#include "map/border_grid.h"

enum corner { BOTTOM_LEFT, BOTTOM_RIGHT, TOP_LEFT, TOP_RIGHT, CORNERS };

enum { CORNER_BOXES = 24 };

// What has its place already, and where the subject lies.
struct corners {
    const struct map *map;
    struct border_grid mask;
    struct rect *taken; // CORNER_BOXES of them
    size_t *taken_count;
};

// Of the map as it is fitted now, its places still metres.
struct corners corners_open(const struct map *map, struct rect *taken, size_t *taken_count);

void corners_take(struct corners *corners, struct rect box);

// Moves the box to the first corner of `order` where it keeps off the subject and all that is
// taken, above or below what stands there already, and takes it; false when there is none.
bool corners_find(struct corners *corners, struct rect *box, const enum corner order[CORNERS]);
