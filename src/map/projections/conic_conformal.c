// Lambert conformal conic (Snyder, section 15).
#include "map/ellipsoid.h"
#include "map/projection.h"

#include <math.h>

enum { N, F, RHO_0 };

static double rho(const double *k, double lat) {
    return ELLIPSOID_A * k[F] * pow(fmax(0, ellipsoid_t(lat)), k[N]);
}

static bool prepare(struct projection *projection) {
    double *k = projection->constants;
    double lat_1 = radians(projection->lat_1), lat_2 = radians(projection->lat_2);
    double m_1 = ellipsoid_m(lat_1), t_1 = ellipsoid_t(lat_1);
    k[N] = fabs(lat_1 - lat_2) > 1e-10
               ? log(m_1 / ellipsoid_m(lat_2)) / log(t_1 / ellipsoid_t(lat_2))
               : sin(lat_1);
    if (!(fabs(k[N]) > 1e-10)) {
        return false;
    }
    k[F] = m_1 / (k[N] * pow(t_1, k[N]));
    k[RHO_0] = rho(k, radians(projection->lat_0));
    return true;
}

static struct point forward(const struct projection *projection, double lon, double lat) {
    const double *k = projection->constants;
    double radius = rho(k, lat), angle = k[N] * lon;
    return (struct point){radius * sin(angle), k[RHO_0] - radius * cos(angle)};
}

extern const struct projection_kind projection_conic_conformal;
// The far pole lies at infinity: 80° is where maps of a hemisphere end.
const struct projection_kind projection_conic_conformal = {.name = "conicConformal",
                                                           .cut = CUT_BAND,
                                                           .reach = 180,
                                                           .latitude_limit = 80,
                                                           .conic = true,
                                                           .prepare = prepare,
                                                           .forward = forward};
