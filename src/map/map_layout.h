// The plan of a map's picture: title, map, legend and foot, none on top of another.
#pragma once

#include "map/corner.h"
#include "map/fill_legend.h"
#include "map/map_flows.h"
#include "map/map_furniture.h"
#include "map/map_inset.h"
#include "map/map_symbols.h"

enum {
    MAP_LEGEND_LIMIT = 3,
    MAP_WIDE_PX = 1200, // from here on a picture is a page to look at, below one to scroll
    MAP_LEAST_PX = 60,  // of a map's sides
};

struct map_layout {
    struct frame frame;
    double width, height; // of the picture
    struct rect head, foot;
    struct fill_legend legend;
    struct rect legend_box;                 // px of the legend of colours
    struct rect *legends[MAP_LEGEND_LIMIT]; // boxes of all legends that there are
    size_t legend_count;
    bool legends_placed;               // they stand in free corners
    const struct text_block *approval; // NULL: none
    struct point approval_corner;
    struct map_insets insets;
    struct map_furniture furniture;
    struct map_symbols symbols;
    struct map_flows flows;
    struct rect taken[CORNER_BOXES]; // px of what has its place
    size_t taken_count;
    struct rect title; // px of the title where the map rises beside it; else of size 0
};

// Fits the map into the picture: sets area, scale and origin of `map`, and px of its subject. False
// when there is no room (reported).
bool map_layout_make(struct map *map, const struct fill *fill, struct map_layout *layout);

// Scale and origin of a map of `bounds` (metres) in the middle of `area` (px).
void map_layout_fit(struct map *map, struct rect bounds, struct rect area);

// px that the title takes above the map.
double map_layout_head(const struct map *map, const struct map_layout *layout);

// Whether the style has titles below their pictures.
bool map_layout_is_below(const struct map *map);
