// Orthographic, on the ellipsoid (IOGP Guidance Note 7-2, section 3.3.5): the earth from afar.
#include "map/ellipsoid.h"
#include "map/projection.h"

#include <math.h>

enum { SIN_0, COS_0, NU_0 };

static double nu(double sine) {
    return 1 / sqrt(1 - ellipsoid_e2() * sine * sine);
}

static bool prepare(struct projection *projection) {
    double *k = projection->constants, lat_0 = radians(projection->lat_0);
    k[SIN_0] = sin(lat_0);
    k[COS_0] = cos(lat_0);
    k[NU_0] = nu(k[SIN_0]);
    return true;
}

static struct point forward(const struct projection *projection, double lon, double lat) {
    const double *k = projection->constants;
    double sine = sin(lat), cosine = cos(lat), n = nu(sine);
    double y = n * (sine * k[COS_0] - cosine * k[SIN_0] * cos(lon)) +
               ellipsoid_e2() * (k[NU_0] * k[SIN_0] - n * sine) * k[COS_0];
    return (struct point){ELLIPSOID_A * n * cosine * sin(lon), ELLIPSOID_A * y};
}

extern const struct projection_kind projection_orthographic;
const struct projection_kind projection_orthographic = {.name = "orthographic",
                                                        .cut = CUT_HORIZON,
                                                        .reach = 89.5,
                                                        .latitude_limit = 90,
                                                        .prepare = prepare,
                                                        .forward = forward};
