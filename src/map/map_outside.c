// Where the picture is free of the map's subject: a coarse grid, for what stands beside it.
#include "map/map_outside.h"

#include "map/border_grid.h"

#include <assert.h>

enum outside_cell { CELL_UNKNOWN, CELL_BORDER, CELL_OUTSIDE };

struct cell_stack {
    size_t *cells;
    size_t count;
};

static void reach(struct map_outside *outside, struct cell_stack *stack, size_t cell) {
    if (outside->cells[cell] == CELL_UNKNOWN) {
        outside->cells[cell] = CELL_OUTSIDE;
        stack->cells[stack->count++] = cell;
    }
}

// What can be reached from the area's edge without crossing a border.
static void flood(struct map_outside *outside, struct arena *arena) {
    size_t columns = outside->columns, rows = outside->rows;
    struct cell_stack stack = {ARENA_ARRAY(arena, columns * rows, size_t), 0};
    for (size_t x = 0; x < columns; x++) {
        reach(outside, &stack, x);
        reach(outside, &stack, (rows - 1) * columns + x);
    }
    for (size_t y = 0; y < rows; y++) {
        reach(outside, &stack, y * columns);
        reach(outside, &stack, y * columns + columns - 1);
    }
    assert(columns > 0);
    while (stack.count > 0) {
        size_t cell = stack.cells[--stack.count], x = cell % columns, y = cell / columns;
        if (x > 0)
            reach(outside, &stack, cell - 1);
        if (x + 1 < columns)
            reach(outside, &stack, cell + 1);
        if (y > 0)
            reach(outside, &stack, cell - columns);
        if (y + 1 < rows)
            reach(outside, &stack, cell + columns);
    }
}

struct map_outside map_outside_make(const struct map *map) {
    struct border_grid grid = border_grid_make(map, (struct border_scale){{0, 0}, 1, 1});
    struct map_outside outside = {grid.area, grid.columns, grid.rows, grid.cells};
    flood(&outside, map->guide.arena);
    return outside;
}

bool map_outside_holds(const struct map_outside *outside, struct rect rect) {
    struct rect area = outside->area;
    if (rect.x < area.x || rect.y < area.y || rect_right(rect) > rect_right(area) ||
        rect_bottom(rect) > rect_bottom(area))
        return false;
    size_t left = (size_t)((rect.x - area.x) / BORDER_CELL_PX),
           top = (size_t)((rect.y - area.y) / BORDER_CELL_PX);
    size_t right = (size_t)((rect_right(rect) - area.x) / BORDER_CELL_PX);
    size_t bottom = (size_t)((rect_bottom(rect) - area.y) / BORDER_CELL_PX);
    for (size_t y = top; y <= bottom; y++) {
        for (size_t x = left; x <= right; x++) {
            if (outside->cells[y * outside->columns + x] != CELL_OUTSIDE)
                return false;
        }
    }
    return true;
}
