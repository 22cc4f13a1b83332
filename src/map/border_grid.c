// Borders as marked cells.
#include "map/border_grid.h"

#include <math.h>

// Cells: vertices this near to the last one are passed over.
static const double NEAR = 0.2;

static void mark(struct border_grid *grid, struct point at) {
    if (at.x >= 0 && at.y >= 0 && at.x < (double)grid->columns && at.y < (double)grid->rows)
        grid->cells[(size_t)at.y * grid->columns + (size_t)at.x] = 1;
}

// Every cell that the line passes; points in cells.
void border_grid_mark_line(struct border_grid *grid, struct point from, struct point to) {
    double across = fabs(to.x - from.x), along = fabs(to.y - from.y);
    mark(grid, to);
    if (across < 1 && along < 1 && (long)to.x == (long)from.x && (long)to.y == (long)from.y) {
        mark(grid, from);
        return;
    }
    double length = across > along ? across : along;
    double steps = fmin(ceil(2 * length), 1e5) + 1;
    for (double i = 0; i < steps; i++)
        mark(grid, (struct point){from.x + (to.x - from.x) * i / steps,
                                  from.y + (to.y - from.y) * i / steps});
}

static void mark_arc(struct border_grid *grid, const struct mesh *mesh, const struct mesh_arc *arc,
                     struct border_scale scale) {
    struct border_scale cells = {{(scale.origin.x - grid->area.x) / BORDER_CELL_PX,
                                  (scale.origin.y - grid->area.y) / BORDER_CELL_PX},
                                 scale.x / BORDER_CELL_PX,
                                 scale.y / BORDER_CELL_PX};
    struct point from = {0};
    for (size_t j = 0; j < arc->count; j++) {
        struct point place = mesh->places[mesh->chain[arc->start + j]];
        struct point to = {cells.origin.x + place.x * cells.x, cells.origin.y + place.y * cells.y};
        bool between = j > 0 && j + 1 < arc->count;
        if (between && fabs(to.x - from.x) < NEAR && fabs(to.y - from.y) < NEAR)
            continue;
        border_grid_mark_line(grid, j ? from : to, to);
        from = to;
    }
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
