// What joins an inset and its map: on the larger of the two a box around what the other shows, and
// lines from a box on the map to the inset.
#pragma once

#include "map/map_inset.h"

// True when the inset shows more of the ground than the map: it is a locator.
bool inset_is_locator(const struct map *map, const struct map_inset *inset);

// Draws box and lines. `frame` is the inset's, px; both maps have been fitted.
void inset_link_draw(const struct map *map, const struct map_inset *inset, struct rect frame);
