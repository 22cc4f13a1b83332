// Mercator (Snyder, section 7).
#include "map/ellipsoid.h"
#include "map/projection.h"

#include <math.h>

static bool prepare(struct projection *projection) {
    (void)projection; // y counts from the equator, whatever lat_0 is
    return true;
}

static struct point forward(const struct projection *projection, double lon, double lat) {
    (void)projection;
    return (struct point){ELLIPSOID_A * lon, -ELLIPSOID_A * log(ellipsoid_t(lat))};
}

extern const struct projection_kind projection_mercator;
// The poles lie at infinity; a square world ends near 85.05°.
const struct projection_kind projection_mercator = {.name = "mercator",
                                                    .cut = CUT_BAND,
                                                    .reach = 180,
                                                    .latitude_limit = 85.05,
                                                    .prepare = prepare,
                                                    .forward = forward};
