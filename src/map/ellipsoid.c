// Auxiliary latitudes of WGS84.
#include "map/ellipsoid.h"

#include <math.h>

double ellipsoid_e2(void) {
    return ELLIPSOID_F * (2 - ELLIPSOID_F);
}

static double e(void) {
    return sqrt(ELLIPSOID_F * (2 - ELLIPSOID_F));
}

double ellipsoid_m(double lat) {
    double sine = sin(lat);
    return cos(lat) / sqrt(1 - ellipsoid_e2() * sine * sine);
}

double ellipsoid_q(double lat) {
    double sine = sin(lat), es = e() * sine;
    return (1 - ellipsoid_e2()) * (sine / (1 - es * es) + atanh(es) / e());
}

double ellipsoid_authalic(double lat) {
    double ratio = ellipsoid_q(lat) / ellipsoid_q(PI / 2);
    return asin(fmax(-1, fmin(1, ratio)));
}

double ellipsoid_authalic_radius(void) {
    return ELLIPSOID_A * sqrt(ellipsoid_q(PI / 2) / 2);
}

double ellipsoid_t(double lat) {
    double es = e() * sin(lat);
    return tan(PI / 4 - lat / 2) * exp(e() * atanh(es));
}
