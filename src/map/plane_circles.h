// Schematic maps: one circle for each region of a base, at its seat of government, moved as far as
// the circles need to stand apart.
#pragma once

#include "map/base.h"

// `name` is a base's. NULL when a fault was reported.
const struct geo *plane_circles_load(const struct base_reader *reader, const struct json *name);
