// The WGS84 ellipsoid and the auxiliary latitudes of projections (Snyder, section 3).
#pragma once

#define PI 3.14159265358979323846

static const double ELLIPSOID_A = 6378137.0; // m
static const double ELLIPSOID_F = 1 / 298.257223563;

double ellipsoid_e2(void);
// cos φ / sqrt(1 − e² sin² φ) (Snyder 14-15).
double ellipsoid_m(double lat);
// (Snyder 3-12): sin β = q / q at the pole.
double ellipsoid_q(double lat);
double ellipsoid_authalic(double lat); // β
double ellipsoid_authalic_radius(void);
// tan of half the colatitude of the conformal latitude (Snyder 15-9).
double ellipsoid_t(double lat);

static inline double radians(double degrees) {
    return degrees * (PI / 180);
}

static inline double degrees(double radians_) {
    return radians_ * (180 / PI);
}
