// Projections of the WGS84 ellipsoid: degrees in, metres out, x eastwards and y northwards.
//
// Formulas are Snyder's (Map Projections: A Working Manual, USGS Professional Paper 1395), the same
// that PROJ uses; tests compare the two to a micrometre.
#pragma once

#include "base/geometry.h"
#include "base/str.h"

struct projection;

// Where the sphere is cut open.
enum projection_cut {
    CUT_BAND,    // along two meridians, `reach` degrees on either side of lon_0
    CUT_HORIZON, // along a circle, `reach` degrees around (lon_0, lat_0)
};

struct projection_kind {
    const char *name; // in documents, as Vega-Lite has it
    enum projection_cut cut;
    double reach;          // degrees
    double latitude_limit; // degrees from the equator that are drawn
    bool equal_area, conic;
    // Fills the constants; false when the parallels leave no cone.
    bool (*prepare)(struct projection *projection);
    // Radians, longitude from lon_0.
    struct point (*forward)(const struct projection *projection, double lon, double lat);
};

struct projection {
    const struct projection_kind *kind;
    double lon_0, lat_0;  // degrees: where x and y are zero
    double lat_1, lat_2;  // standard parallels of cones, degrees
    double constants[10]; // of the kind
};

// NULL when there is none of this name.
const struct projection_kind *projection_find(struct str name);

// Takes kind, lon_0, lat_0, lat_1 and lat_2 of *projection. False: see prepare.
bool projection_prepare(struct projection *projection);

// A projection that suits an extent in degrees: equal-area, for a choropleth needs it. `kind` NULL
// chooses that too.
struct projection projection_for_extent(struct rect extent, const struct projection_kind *kind);

struct point projection_forward(const struct projection *projection, double lon_deg,
                                double lat_deg);

// Whether a place is on the part of the sphere that the projection shows.
bool projection_shows(const struct projection *projection, double lon_deg, double lat_deg);

// Degrees brought into [-180, 180] around `centre`.
double projection_wrap(double lon_deg, double centre);
