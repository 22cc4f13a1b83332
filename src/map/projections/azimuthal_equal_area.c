// Lambert azimuthal equal-area (Snyder, section 24).
#include "map/ellipsoid.h"
#include "map/projection.h"

#include <math.h>

enum { R, D, SIN_1, COS_1, POLE };

static bool prepare(struct projection *projection) {
    double *k = projection->constants, lat_0 = radians(projection->lat_0);
    double beta = ellipsoid_authalic(lat_0);
    k[R] = ellipsoid_authalic_radius();
    k[SIN_1] = sin(beta);
    k[COS_1] = cos(beta);
    k[POLE] = fabs(projection->lat_0) > 90 - 1e-8 ? (projection->lat_0 > 0 ? 1 : -1) : 0;
    k[D] = k[POLE] != 0 ? 1 : ELLIPSOID_A * ellipsoid_m(lat_0) / (k[R] * k[COS_1]);
    return true;
}

static struct point forward(const struct projection *projection, double lon, double lat) {
    const double *k = projection->constants;
    if (k[POLE] != 0) { // (Snyder 24-23)
        double rho = ELLIPSOID_A * sqrt(fmax(0, ellipsoid_q(PI / 2) - k[POLE] * ellipsoid_q(lat)));
        return (struct point){rho * sin(lon), -k[POLE] * rho * cos(lon)};
    }
    double beta = ellipsoid_authalic(lat), sine = sin(beta), cosine = cos(beta);
    double away = 1 + k[SIN_1] * sine + k[COS_1] * cosine * cos(lon);
    double b = k[R] * sqrt(2 / fmax(away, 1e-12)); // the antipode is a circle
    return (struct point){b * k[D] * cosine * sin(lon),
                          b / k[D] * (k[COS_1] * sine - k[SIN_1] * cosine * cos(lon))};
}

extern const struct projection_kind projection_azimuthal_equal_area;
const struct projection_kind projection_azimuthal_equal_area = {.name = "azimuthalEqualArea",
                                                                .cut = CUT_HORIZON,
                                                                .reach = 170,
                                                                .latitude_limit = 90,
                                                                .equal_area = true,
                                                                .prepare = prepare,
                                                                .forward = forward};
