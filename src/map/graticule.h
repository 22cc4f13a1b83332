// The graticule: meridians and parallels as hairlines, with their degrees at the edges on request.
#pragma once

#include "map/map.h"

// The part of an area that is left for the map when degrees stand at its edges.
struct rect graticule_inside(const struct map *map, struct rect area);

// Lines over what the map shows, clear of legends and furniture. Nothing without "graticule".
void graticule_draw(const struct map *map);

// Degrees below the meridians and to the left of the parallels; they become obstacles.
void graticule_label(struct map *map);
