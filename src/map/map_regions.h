// The regions of a map's subject: their names, places and drawing.
#pragma once

#include "map/map.h"

void map_regions_list(struct map *map);
// Marks the regions of "highlight"; false when one is unknown.
bool map_regions_highlight(struct map *map);
// After the layer has been fitted: boxes in px.
void map_regions_place(struct map *map);
void map_regions_draw(const struct map *map);
// The region that a point (px) lies in; NULL outside.
const struct map_region *map_region_at(const struct map *map, struct point at);
