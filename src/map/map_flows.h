// Flows: curved arrows from place to place.
#pragma once

#include "map/map_busy.h"

// Draws "flows"; what they cover is added to `busy`. False when a place is unknown.
bool map_flows_draw(const struct map *map, struct map_busy *busy);
