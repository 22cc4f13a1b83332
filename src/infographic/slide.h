// The body of one slide: blocks below one another, or in two columns where that fills it better.
#pragma once

#include "infographic/flow.h"

// Blocks that stay together: a heading with what it heads.
struct slide_cell {
    struct block *blocks;
    size_t count;
    unsigned numbers;    // that a reader has to take in
    double whole, half;  // px of its height in one column, and in one of two
    enum tone_kind tone; // of the slide
};

struct slide_plan {
    double zoom;  // of the blocks
    size_t left;  // cells of the left column; all: there is one
    double share; // of the width, of the left column; of the only one: less than all for a map
};

// Measures a cell at its own size in the two widths. Nothing is reported.
void slide_measure(const struct block_context *context, struct slide_cell *cell, double width);

// About how much the cells can be enlarged to fill the area: less than 1 when they are too many.
double slide_estimate(const struct block_context *context, const struct slide_cell *cells,
                      size_t count, struct rect area);

// Finds the arrangement with the largest type that fits. False when the smallest does not.
bool slide_fit(const struct block_context *context, const struct slide_cell *cells, size_t count,
               struct rect area, struct slide_plan *out);

void slide_draw(const struct block_context *context, const struct slide_cell *cells, size_t count,
                struct rect area, const struct slide_plan *plan, struct scene *scene);
