// Unit grids: one square for each thing counted, in groups of five or ten.
#pragma once

#include "infographic/block.h"

enum { UNIT_GRID_MOST = 1000 };

struct unit_grid {
    size_t count, columns;
    double side, pitch, group_gap; // px; group_gap: more, between groups of columns and rows
    double width, height;
};

// How many squares show the metric (NULL: none is named); 0 with a report when squares cannot.
size_t unit_grid_count(const struct block_context *context, const struct json *value,
                       const struct metric *metric);

// Squares of `side` px (`pitch` from one to the next) as many a row as fit, in groups of five.
struct unit_grid unit_grid_make(size_t count, double side, double width);

// The widest side, at most `most` px, with which `count` squares take at most `height` px.
double unit_grid_side(size_t count, double most, double width, double height);

void unit_grid_draw(struct scene *scene, const struct unit_grid *grid, struct point corner,
                    struct colour colour, struct str label);
