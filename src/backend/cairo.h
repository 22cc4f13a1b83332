// Draws a scene on a Cairo context: what PNG, PDF and EPS have in common.
#pragma once

#include "backend/glyph_masks.h"
#include "scene/scene.h"

#include <cairo.h>

struct cairo_target {
    cairo_t *cr; // its matrix maps px to the device; its clip tells what need not be drawn
    struct text_engine *text;
    struct glyph_masks *masks; // text as pixels; NULL: as glyphs of fonts, words kept for copying
};

// Draws all items in order; the paper is the caller's. Faults stay in cairo_status(cr).
void cairo_draw_scene(const struct cairo_target *target, const struct scene *scene);

void cairo_set_colour(cairo_t *cr, struct colour colour, double opacity);
