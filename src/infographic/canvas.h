// One canvas of blocks: the title block of any figure above them and its foot below, where they
// have no banner and no footer of their own.
#pragma once

#include "guides/frame.h"
#include "infographic/flow.h"

struct canvas {
    struct guide_context guide;
    struct frame frame; // title block and foot; empty where the blocks have their own
    struct flow flow;
    double top, height; // of the title block; of the whole
};

// What a page has of a picture's surround.
struct canvas_edges {
    bool head, foot;    // title block; notes and sources
    double least_inset; // px above the first block of a page
};

// Measures the blocks at the context's look and places them on a canvas of their own.
void canvas_make(const struct block_context *context, struct block *blocks, size_t count,
                 struct canvas_edges edges, struct canvas *out);

// Finds the look with which the blocks fill a canvas of fixed height: as large as fits, within
// reason. False when they do not fit, with the height that they would take.
bool canvas_fit(const struct block_context *context, struct block *blocks, size_t count,
                double height, struct look *look, double *needed);

// Uses the room that is left up to `height` px.
void canvas_fill(const struct block_context *context, struct canvas *canvas, double height);

// The part from `top` to `bottom` px with the blocks from `first` up to `end`: a canvas of its own.
struct canvas canvas_part(const struct block_context *context, const struct canvas *canvas,
                          size_t first, size_t end, double top, double bottom);

void canvas_draw(const struct block_context *context, const struct canvas *canvas,
                 struct scene *scene);
