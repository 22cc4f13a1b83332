// Layers: boundaries made ready for drawing, and what is drawn of them.
#pragma once

#include "map/map.h"

// Cuts, joins and projects; places are in metres until map_layer_fit.
struct map_layer map_layer_make(const struct map *map, const struct geo *geo);

// Metres around the layer: x, y the least.
struct rect map_layer_bounds(const struct map_layer *layer);

// To px; leaves out what is too small to be seen.
void map_layer_fit(const struct map *map, struct map_layer *layer);

// Every polygon in one colour, what lies outside the map's area left out.
void map_layer_draw_land(const struct map *map, const struct map_layer *layer,
                         struct colour colour);
// The borders of each region once, as lines.
void map_layer_draw_borders(const struct map *map, const struct map_layer *layer, bool inner,
                            struct stroke stroke);
