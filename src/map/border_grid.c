// Where the borders of a map's subject run: a coarse grid, for finding places beside them.
#include "map/border_grid.h"

#include <math.h>

// Every cell that the line passes.
static void mark_line(struct border_grid *grid, struct point from, struct point to) {
    double length = fmax(fabs(to.x - from.x), fabs(to.y - from.y));
    double steps = fmin(ceil(2 * length / BORDER_CELL_PX), 1e5) + 1;
    for (double i = 0; i <= steps; i++) {
        double x = (from.x + (to.x - from.x) * i / steps - grid->area.x) / BORDER_CELL_PX;
        double y = (from.y + (to.y - from.y) * i / steps - grid->area.y) / BORDER_CELL_PX;
        if (x >= 0 && y >= 0 && x < (double)grid->columns && y < (double)grid->rows)
            grid->cells[(size_t)y * grid->columns + (size_t)x] = 1;
    }
}

static struct point scaled(struct border_scale scale, struct point place) {
    return (struct point){scale.origin.x + place.x * scale.x, scale.origin.y + place.y * scale.y};
}

struct border_grid border_grid_make(const struct map *map, struct border_scale scale) {
    struct border_grid grid = {.area = map->area};
    grid.columns = (size_t)ceil(map->area.width / BORDER_CELL_PX) + 1;
    grid.rows = (size_t)ceil(map->area.height / BORDER_CELL_PX) + 1;
    grid.cells = ARENA_ARRAY(map->guide.arena, grid.columns * grid.rows, uint8_t);
    const struct mesh *mesh = &map->subject.mesh;
    for (size_t i = 0; i < mesh->arc_count; i++) {
        const uint32_t *chain = mesh->chain + mesh->arcs[i].start;
        for (size_t j = 1; j < mesh->arcs[i].count; j++)
            mark_line(&grid, scaled(scale, mesh->places[chain[j - 1]]),
                      scaled(scale, mesh->places[chain[j]]));
    }
    return grid;
}
