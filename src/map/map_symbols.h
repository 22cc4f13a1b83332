// Proportional symbols: a circle in each region, its area true to the region's value.
#pragma once

#include "map/fill.h"
#include "map/map_busy.h"
#include "map/symbol_scale.h"

struct map_symbols {
    double *amounts;   // of each region; NAN without one. NULL: the map has no symbols
    struct fill words; // how amounts are printed, and the legend's title
    double largest;
    struct symbol_scale scale;
    struct symbol_legend legend;
    struct rect legend_box; // px; of width 0 without a place
};

// Reads "symbols"; false when a fault was reported.
bool map_symbols_read(struct map *map, struct map_symbols *symbols);
// Of the map as it is fitted into its area.
void map_symbols_set(const struct map *map, struct map_symbols *symbols);
// Circles and legend, which become obstacles of names.
void map_symbols_draw(struct map *map, const struct map_symbols *symbols, struct map_busy *busy);
// What they show, for the picture's description; STR_NONE without symbols.
struct str map_symbols_describe(const struct map *map, const struct map_symbols *symbols);
