// Glyph masks: coverage of a glyph as pixels, kept from text to text and from picture to picture.
//
// A glyph is rasterised once for each font, size and turn at quarter pixels of both axes, so that
// gaps of an eighth em survive at small sizes (Cairo's own glyph cache snaps to whole pixels).
// Coverage is kept in 32 steps: at most 4/255 beside the exact area, which no eye sees, and a
// picture with four colours of text still fits a palette of 256.
#pragma once

#include "text/font.h"

#include <cairo.h>

enum { GLYPH_MASK_STEPS = 4 }; // positions a pixel, each axis

struct glyph_masks;

// One a run; never NULL. `arena` is only asked for its out of memory handler.
struct glyph_masks *glyph_masks_new(struct arena *arena);
void glyph_masks_free(struct glyph_masks *masks); // NULL is allowed

// How glyphs of a run reach the device: em (y upwards) to pixels (y downwards).
struct glyph_turn {
    double xx, yx, xy, yy; // of cairo_matrix_t, for an em of 1
};

struct glyph_mask {
    cairo_surface_t *surface; // A8, borrowed until the next call; NULL for a blank glyph
    int left, top;            // whole pixel of the surface's corner
};

// The mask of a glyph whose origin lies at (x, y) in device pixels (rounded to quarters).
struct glyph_mask glyph_masks_get(struct glyph_masks *masks, struct text_engine *text, font_id font,
                                  uint32_t glyph, struct glyph_turn turn, struct point at);

// The whole pixel of a coordinate and the quarters (0 to 3) beyond it, rounded.
int glyph_masks_split(double at, uint8_t *quarter);

// A mask of any outline; the caller destroys its surface.
struct glyph_mask glyph_masks_rasterise(const struct path *outline, cairo_matrix_t matrix);
