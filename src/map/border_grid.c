// Borders as marked cells.
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

static void mark_arc(struct border_grid *grid, const struct mesh *mesh, const struct mesh_arc *arc,
                     struct border_scale scale) {
    const uint32_t *chain = mesh->chain + arc->start;
    for (size_t i = 1; i < arc->count; i++)
        mark_line(grid, scaled(scale, mesh->places[chain[i - 1]]),
                  scaled(scale, mesh->places[chain[i]]));
}

struct border_grid border_grid_empty(const struct map *map) {
    struct border_grid grid = {.area = map->area};
    grid.columns = (size_t)ceil(map->area.width / BORDER_CELL_PX) + 1;
    grid.rows = (size_t)ceil(map->area.height / BORDER_CELL_PX) + 1;
    grid.cells = ARENA_ARRAY(map->guide.arena, grid.columns * grid.rows, uint8_t);
    return grid;
}

struct border_grid border_grid_make(const struct map *map, struct border_scale scale) {
    struct border_grid grid = border_grid_empty(map);
    const struct mesh *mesh = &map->subject.mesh;
    for (size_t i = 0; i < mesh->arc_count; i++)
        mark_arc(&grid, mesh, &mesh->arcs[i], scale);
    return grid;
}

void border_grid_mark(struct border_grid *grid, const struct mesh *mesh, bool edge_only) {
    for (size_t i = 0; i < mesh->arc_count; i++) {
        if (!edge_only || !mesh->arcs[i].shared)
            mark_arc(grid, mesh, &mesh->arcs[i], (struct border_scale){{0, 0}, 1, 1});
    }
}

size_t border_grid_count(const struct border_grid *grid, struct rect rect) {
    size_t count = 0;
    double left = (rect.x - grid->area.x) / BORDER_CELL_PX,
           top = (rect.y - grid->area.y) / BORDER_CELL_PX;
    for (double y = fmax(0, floor(top));
         y < fmin((double)grid->rows, ceil(top + rect.height / BORDER_CELL_PX)); y++) {
        for (double x = fmax(0, floor(left));
             x < fmin((double)grid->columns, ceil(left + rect.width / BORDER_CELL_PX)); x++) {
            count += grid->cells[(size_t)y * grid->columns + (size_t)x];
        }
    }
    return count;
}
