// Where the picture is free of the map's subject: a coarse grid, for what stands beside it.
#pragma once

#include "map/map.h"

struct map_outside {
    struct rect area;
    size_t columns, rows;
    uint8_t *cells; // enum outside_cell
};

// Of the map's area, once the subject is in place.
struct map_outside map_outside_make(const struct map *map);

// True when no part of the rectangle lies on the subject or beyond the area.
bool map_outside_holds(const struct map_outside *outside, struct rect rect);
