// The boundaries of a map: loading them in their projection, and drawing them.
#pragma once

#include "map/map.h"

// Loads "base" (and "only"), chooses the projection and lists the regions; false when a fault was
// reported.
bool map_subject_load(struct map *map);

// Draws ground, regions, borders and outlines, and marks the dark lines among them; false when a
// fault was reported.
bool map_subject_draw(struct map *map);
