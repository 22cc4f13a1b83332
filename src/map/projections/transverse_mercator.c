// Transverse Mercator by Krüger's series in n (Karney, Journal of Geodesy 85, 2011, equation 35).
#include "map/ellipsoid.h"
#include "map/projection.h"

#include <math.h>

enum { TERMS = 6, RADIUS = TERMS, NORTHING }; // constants 0 to 5: the terms' coefficients

static double conformal_tangent(double lat) {
    double t = ellipsoid_t(lat);
    return (1 / t - t) / 2;
}

// ξ and η of a point, in units of the rectifying radius.
static struct point series(const double *alpha, double lon, double lat) {
    double tangent = conformal_tangent(lat), cosine = cos(lon);
    double xi = atan2(tangent, cosine), eta = asinh(sin(lon) / hypot(tangent, cosine));
    struct point sum = {eta, xi};
    for (int i = 1; i <= TERMS; i++) {
        sum.y += alpha[i - 1] * sin(2 * i * xi) * cosh(2 * i * eta);
        sum.x += alpha[i - 1] * cos(2 * i * xi) * sinh(2 * i * eta);
    }
    return sum;
}

static bool prepare(struct projection *projection) {
    double *k = projection->constants;
    double n = ELLIPSOID_F / (2 - ELLIPSOID_F), n2 = n * n, n3 = n2 * n, n4 = n2 * n2;
    double n5 = n4 * n, n6 = n3 * n3;
    k[0] = n / 2 - n2 * 2 / 3 + n3 * 5 / 16 + n4 * 41 / 180 - n5 * 127 / 288 + n6 * 7891 / 37800;
    k[1] = n2 * 13 / 48 - n3 * 3 / 5 + n4 * 557 / 1440 + n5 * 281 / 630 - n6 * 1983433 / 1935360;
    k[2] = n3 * 61 / 240 - n4 * 103 / 140 + n5 * 15061 / 26880 + n6 * 167603 / 181440;
    k[3] = n4 * 49561 / 161280 - n5 * 179 / 168 + n6 * 6601661 / 7257600;
    k[4] = n5 * 34729 / 80640 - n6 * 3418889 / 1995840;
    k[5] = n6 * 212378941 / 319334400;
    k[RADIUS] = ELLIPSOID_A / (1 + n) * (1 + n2 / 4 + n4 / 64 + n6 / 256);
    k[NORTHING] = k[RADIUS] * series(k, 0, radians(projection->lat_0)).y;
    return true;
}

static struct point forward(const struct projection *projection, double lon, double lat) {
    const double *k = projection->constants;
    struct point at = series(k, lon, lat);
    return (struct point){k[RADIUS] * at.x, k[RADIUS] * at.y - k[NORTHING]};
}

extern const struct projection_kind projection_transverse_mercator;
// The series holds to a nanometre within 40°, to a millimetre at 60° from the middle meridian.
const struct projection_kind projection_transverse_mercator = {.name = "transverseMercator",
                                                               .cut = CUT_BAND,
                                                               .reach = 60,
                                                               .latitude_limit = 89.999,
                                                               .prepare = prepare,
                                                               .forward = forward};
