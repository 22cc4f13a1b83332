// A grid over the picture that finds the texts near a place.
#include "scene/text_grid.h"

#include <math.h>

enum { CELLS_ACROSS = 256 }; // at most; cells are at least about a line of text high

static const double smallest_cell = 24;

struct span {
    size_t from, to; // cells, both included
};

// What lies outside the picture belongs to the cells at its edge.
static struct span cells_of(double from, double to, double cell, size_t count) {
    double last = (double)(count - 1);
    return (struct span){(size_t)fmin(fmax(floor(from / cell), 0), last),
                         (size_t)fmin(fmax(floor(to / cell), 0), last)};
}

void text_grid_init(struct text_grid *grid, struct arena *arena, double width, double height,
                    size_t text_count) {
    double cell = fmax(smallest_cell, fmax(width, height) / CELLS_ACROSS);
    *grid = (struct text_grid){.arena = arena,
                               .cell = cell,
                               .columns = (size_t)(width / cell) + 1,
                               .rows = (size_t)(height / cell) + 1};
    grid->cells = ARENA_ARRAY(arena, grid->columns * grid->rows, struct grid_cell);
    grid->seen = ARENA_ARRAY(arena, text_count, uint32_t);
    grid->found = ARENA_ARRAY(arena, text_count, uint32_t);
}

void text_grid_add(struct text_grid *grid, uint32_t text, struct rect box) {
    struct span x = cells_of(box.x, rect_right(box), grid->cell, grid->columns);
    struct span y = cells_of(box.y, rect_bottom(box), grid->cell, grid->rows);
    for (size_t row = y.from; row <= y.to; row++) {
        for (size_t column = x.from; column <= x.to; column++) {
            struct grid_cell *cell = &grid->cells[row * grid->columns + column];
            ARENA_RESERVE(grid->arena, cell->texts, cell->count, cell->capacity);
            cell->texts[cell->count++] = text;
        }
    }
}

size_t text_grid_find(struct text_grid *grid, struct rect box, const uint32_t **out) {
    struct span x = cells_of(box.x, rect_right(box), grid->cell, grid->columns);
    struct span y = cells_of(box.y, rect_bottom(box), grid->cell, grid->rows);
    size_t count = 0;
    grid->query++;
    for (size_t row = y.from; row <= y.to; row++) {
        for (size_t column = x.from; column <= x.to; column++) {
            const struct grid_cell *cell = &grid->cells[row * grid->columns + column];
            for (size_t i = 0; i < cell->count; i++) {
                if (grid->seen[cell->texts[i]] == grid->query)
                    continue;
                grid->seen[cell->texts[i]] = grid->query;
                grid->found[count++] = cell->texts[i];
            }
        }
    }
    *out = grid->found;
    return count;
}
