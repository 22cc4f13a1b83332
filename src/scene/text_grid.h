// A grid over the picture that finds the texts near a place without looking at all of them.
#pragma once

#include "scene/scene.h"

// Texts are numbered by the caller, from 0.
struct text_grid {
    struct arena *arena;
    double cell; // px
    size_t columns, rows;
    struct grid_cell {
        uint32_t *texts;
        size_t count, capacity;
    } * cells;
    uint32_t *seen; // the query that last met a text
    uint32_t query;
    uint32_t *found;
};

void text_grid_init(struct text_grid *grid, struct arena *arena, double width, double height,
                    size_t text_count);
void text_grid_add(struct text_grid *grid, uint32_t text, struct rect box);
// Texts whose cells `box` touches, each once; the array is good until the next query.
size_t text_grid_find(struct text_grid *grid, struct rect box, const uint32_t **out);
