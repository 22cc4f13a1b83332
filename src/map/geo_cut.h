// Cutting polygons open where a projection cannot show them whole: at its far meridian, beyond its
// latitudes, behind the horizon.
#pragma once

#include "map/geo_horizon.h"

// The same geo when nothing needs a cut; else a copy whose polygons are cut. Points and lines stay.
const struct geo *geo_cut(struct arena *arena, const struct geo *geo,
                          const struct projection *projection);

// The edge of all that the projection can show, as one ring of degrees.
struct ring geo_cut_edge(struct arena *arena, const struct projection *projection);
