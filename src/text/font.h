// What backends need of a font: outlines, a Cairo face, a subset. The font stays closed otherwise.
#pragma once

#include "scene/path.h"
#include "text/text.h"

typedef struct _cairo_font_face cairo_font_face_t;

struct font_info {
    struct str family, style, file; // as fontconfig names them
    int face_index;
    int units_per_em;
    bool may_embed, may_subset; // OS/2 fsType
    bool vertical;              // opened for columns
};

const struct font_info *font_get_info(const struct text_engine *engine, font_id font);

// The glyph's outline in font units, y upwards (as in the font). Cached; lives as long as the
// engine. An empty path for a blank glyph.
const struct path *font_outline(struct text_engine *engine, font_id font, uint32_t glyph);

// Borrowed; unhinted. Set size and matrix with a scaled font of your own.
cairo_font_face_t *font_cairo_face(struct text_engine *engine, font_id font);

// A font file with only these glyphs, for embedding, and their characters. The ids are new: kept
// ones would cost a table entry for each glyph left out. False with a report when the font forbids
// it.
bool font_subset(struct text_engine *engine, struct diag *diag, font_id font,
                 const uint32_t *glyphs, size_t glyph_count, struct buf *out);
