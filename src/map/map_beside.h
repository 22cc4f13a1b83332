// Legends and insets in a strip of their own, where no corners of the map are free for them.
#pragma once

#include "map/map_layout.h"

// Fits the subject (`bounds`, metres) into what a column to its right or a row below it leaves of
// the map's area, whichever leaves it larger; a picture whose height is free grows by the row.
// False, with nothing changed, when neither fits.
bool map_beside_put(struct map *map, struct map_layout *layout, struct rect bounds, bool free);

// px per metre that the map would have there; 0 when neither fits.
double map_beside_scale(const struct map *map, const struct map_layout *layout, struct rect bounds,
                        bool free);
