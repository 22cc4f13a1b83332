// What the ground is like under a place on paper: where it lies, its scale, and its north.
#pragma once

#include "map/map.h"

// Both only before map_layer_fit, while the subject is still in metres. Where no ground lies under
// `at`, as beside a globe, the nearest vertex of the subject stands for it.

// Metres on the ellipsoid that a px to the right is long there.
double map_ground_scale(const struct map *map, struct point at);
// Degrees clockwise from "up" to north.
double map_ground_north(const struct map *map, struct point at);

// The degrees that a px stands for; of the nearest vertex where the projection has none.
struct point map_ground_degrees(const struct map *map, struct point at);
