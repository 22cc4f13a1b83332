// Where legends, insets, review number and furniture stand on a map's picture.
#pragma once

#include "map/map_layout.h"

// Fits the subject (`bounds`, metres) into the map's area and gives legends, insets and review
// number their places: in corners that the subject leaves free, else in a strip of their own. False
// when the legends have no room (reported).
bool map_places_find(struct map *map, struct map_layout *layout, struct rect bounds);

// Scale bar and north arrow, after the map has its size for good: they depend on it. One without a
// free corner is reported and left out.
void map_places_furniture(struct map *map, struct map_layout *layout);
