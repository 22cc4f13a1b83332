// Cutting polygons open where a projection cannot show them whole: at its far meridian, beyond its
// latitudes, behind the horizon.
#pragma once

#include "map/geo.h"
#include "map/projection.h"

// The same geo when nothing needs a cut; else a copy whose polygons are cut. Points and lines stay.
const struct geo *geo_cut(struct arena *arena, const struct geo *geo,
                          const struct projection *projection);
