// Scale bar and north arrow of a map.
#pragma once

#include "map/map.h"
#include "map/north_arrow.h"
#include "map/scale_bar.h"

struct map_furniture {
    struct scale_bar bar; // of width 0: none
    struct north_arrow arrow;
    struct rect bar_box, arrow_box; // px; of width 0 where nothing is drawn
};

// Of the map as it is fitted into its area. The arrow is turned as in the map's middle.
void map_furniture_set(const struct map *map, struct map_furniture *furniture);
// Turns the arrow as north is where it stands; it keeps to the side of the map it stands on.
void map_furniture_turn(const struct map *map, struct map_furniture *furniture);
void map_furniture_draw(struct map *map, const struct map_furniture *furniture);
