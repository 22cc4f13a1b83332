// Equirectangular, plate carrée (Snyder, section 12), on a sphere as everywhere else.
#include "map/ellipsoid.h"
#include "map/projection.h"

#include <math.h>

enum { COS };

// The parallel of true scale is the middle of the map.
static bool prepare(struct projection *projection) {
    projection->constants[COS] = cos(radians(projection->lat_1));
    return true;
}

static struct point forward(const struct projection *projection, double lon, double lat) {
    return (struct point){ELLIPSOID_A * projection->constants[COS] * lon,
                          ELLIPSOID_A * (lat - radians(projection->lat_0))};
}

extern const struct projection_kind projection_equirectangular;
const struct projection_kind projection_equirectangular = {.name = "equirectangular",
                                                           .cut = CUT_BAND,
                                                           .reach = 180,
                                                           .latitude_limit = 90,
                                                           .prepare = prepare,
                                                           .forward = forward};
