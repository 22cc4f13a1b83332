// Legend of a colour scale: squares with names, in lines above the plot or a column beside it.
#pragma once

#include "guides/guide.h"

// What stands beside a name: as the marks look.
enum legend_symbol { LEGEND_SQUARE, LEGEND_LINE, LEGEND_DOT, LEGEND_RING };

struct legend {
    const struct str *words;
    const struct colour *colours;
    size_t count;
    enum legend_symbol symbol;
    const struct path *shapes; // of each entry around (0, 0), px, in place of the symbol; or NULL
    bool outlined;             // only these shapes' outlines are drawn
    struct str title;          // STR_NONE: none
    // Set by legend_set:
    const struct text_block **blocks;
    const struct text_block *title_block;
    struct point *places; // of each entry's top left corner, from the legend's corner
    double width, height;
    double span; // px of the widest symbol
};

// Places the entries: within `width` px in lines, or one below the other when the style has the
// legend at the right.
void legend_set(const struct guide_context *context, struct legend *legend, double width);

void legend_draw(const struct guide_context *context, struct scene *scene,
                 const struct legend *legend, struct point corner);
