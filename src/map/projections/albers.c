// Albers equal-area conic (Snyder, section 14).
#include "map/ellipsoid.h"
#include "map/projection.h"

#include <math.h>

enum { N, C, RHO_0 };

static double rho(const double *k, double lat) {
    return ELLIPSOID_A * sqrt(fmax(0, k[C] - k[N] * ellipsoid_q(lat))) / k[N];
}

static bool prepare(struct projection *projection) {
    double *k = projection->constants;
    double lat_1 = radians(projection->lat_1), lat_2 = radians(projection->lat_2);
    double m_1 = ellipsoid_m(lat_1), m_2 = ellipsoid_m(lat_2);
    double q_1 = ellipsoid_q(lat_1), q_2 = ellipsoid_q(lat_2);
    k[N] = fabs(lat_1 - lat_2) > 1e-10 ? (m_1 * m_1 - m_2 * m_2) / (q_2 - q_1) : sin(lat_1);
    k[C] = m_1 * m_1 + k[N] * q_1;
    if (fabs(k[N]) < 1e-10) {
        return false;
    }
    k[RHO_0] = rho(k, radians(projection->lat_0));
    return true;
}

static struct point forward(const struct projection *projection, double lon, double lat) {
    const double *k = projection->constants;
    double radius = rho(k, lat), angle = k[N] * lon;
    return (struct point){radius * sin(angle), k[RHO_0] - radius * cos(angle)};
}

extern const struct projection_kind projection_albers;
const struct projection_kind projection_albers = {.name = "albers",
                                                  .cut = CUT_BAND,
                                                  .reach = 180,
                                                  .latitude_limit = 90,
                                                  .equal_area = true,
                                                  .conic = true,
                                                  .prepare = prepare,
                                                  .forward = forward};
