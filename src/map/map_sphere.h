// The edge of the earth on maps that show it whole.
#pragma once

#include "map/map.h"

// Metres around the whole earth when the base spans it; else of size 0.
struct rect map_sphere_bounds(const struct map *map);
void map_sphere_draw(const struct map *map);
