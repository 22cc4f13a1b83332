// Equal Earth (Šavrič, Patterson and Jenny, IJGIS 33, 2018), with the authalic latitude.
#include "map/ellipsoid.h"
#include "map/projection.h"

#include <math.h>

static const double A[] = {1.340264, -0.081106, 0.000893, 0.003796};

enum { R };

static bool prepare(struct projection *projection) {
    projection->constants[R] = ellipsoid_authalic_radius();
    return true;
}

static struct point forward(const struct projection *projection, double lon, double lat) {
    double theta = asin(sqrt(3) / 2 * sin(ellipsoid_authalic(lat)));
    double t2 = theta * theta, t6 = t2 * t2 * t2, r = projection->constants[R];
    double slope = A[0] + 3 * A[1] * t2 + t6 * (7 * A[2] + 9 * A[3] * t2);
    double rise = A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2);
    return (struct point){r * lon * cos(theta) / (sqrt(3) / 2 * slope), r * theta * rise};
}

extern const struct projection_kind projection_equal_earth;
const struct projection_kind projection_equal_earth = {.name = "equalEarth",
                                                       .cut = CUT_BAND,
                                                       .reach = 180,
                                                       .latitude_limit = 90,
                                                       .equal_area = true,
                                                       .prepare = prepare,
                                                       .forward = forward};
