// Where borders run on a map: a coarse grid, for finding places beside them.
#pragma once

#include "map/map.h"

enum { BORDER_CELL_PX = 6 };

struct border_grid {
    struct rect area; // px
    size_t columns, rows;
    uint8_t *cells; // 1 where a border runs, else 0; row by row
};

// How the subject's places become px: metres before the layer is fitted, px as they are after it.
struct border_scale {
    struct point origin; // px of (0, 0)
    double x, y;         // px by unit
};

// Of the map's area, empty.
struct border_grid border_grid_empty(const struct map *map);
// All borders of the subject.
struct border_grid border_grid_make(const struct map *map, struct border_scale scale);
// Marks borders of a layer that has been fitted: all of them, or its outer edge alone.
void border_grid_mark(struct border_grid *grid, const struct mesh *mesh, bool edge_only);
// Marks the cells that a line passes.
void border_grid_mark_line(struct border_grid *grid, struct point from, struct point to);
// How many cells in and around a rectangle have a border.
size_t border_grid_count(const struct border_grid *grid, struct rect rect);
