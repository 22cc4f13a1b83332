// The legend of a choropleth: what the colours mean, classes one below the other or a ramp.
#pragma once

#include "map/fill.h"

struct fill_legend {
    const struct fill *fill;
    const struct text_block *title;
    const struct text_block **blocks; // of the entries
    const struct text_block *no_data;
    double ticks[5]; // values along a ramp
    size_t tick_count;
    double title_height, row, swatch_width, ramp_height; // px
    double width, height;
};

// Of size 0 when the map needs none.
struct fill_legend fill_legend_set(const struct map *map, const struct fill *fill);
void fill_legend_draw(const struct map *map, const struct fill_legend *legend, struct point corner);
