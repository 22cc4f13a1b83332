// The table of projections, and which suits an extent.
#include "map/projection.h"

#include "map/ellipsoid.h"

#include <math.h>

#define PROJECTION(file) extern const struct projection_kind projection_##file;
#include "map/projections.def"
#undef PROJECTION

static const struct projection_kind *const kinds[] = {
#define PROJECTION(file) &projection_##file,
#include "map/projections.def"
#undef PROJECTION
};

const struct projection_kind *projection_find(struct str name) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (str_is(name, kinds[i]->name)) {
            return kinds[i];
        }
    }
    return NULL;
}

bool projection_prepare(struct projection *projection) {
    return projection->kind->prepare(projection);
}

double projection_wrap(double lon_deg, double centre) {
    double from = lon_deg - centre;
    if (from >= -180 && from <= 180) {
        return from;
    }
    from = fmod(from + 180, 360);
    return (from < 0 ? from + 360 : from) - 180;
}

struct point projection_forward(const struct projection *projection, double lon_deg,
                                double lat_deg) {
    double limit = projection->kind->latitude_limit;
    double lat = fmax(-limit, fmin(limit, lat_deg));
    return projection->kind->forward(
        projection, radians(projection_wrap(lon_deg, projection->lon_0)), radians(lat));
}

bool projection_shows(const struct projection *projection, double lon_deg, double lat_deg) {
    const struct projection_kind *kind = projection->kind;
    if (kind->cut == CUT_BAND) {
        return fabs(lat_deg) <= kind->latitude_limit;
    }
    // The angle from the centre (Snyder 5-3a, for small ones too).
    double lat = radians(lat_deg), lat_0 = radians(projection->lat_0);
    double lon = radians(lon_deg - projection->lon_0);
    double half_lat = sin((lat - lat_0) / 2), half_lon = sin(lon / 2);
    double square = half_lat * half_lat + cos(lat) * cos(lat_0) * half_lon * half_lon;
    return degrees(2 * asin(fmin(1, sqrt(square)))) <= kind->reach;
}

// Wide extents take the whole earth; strips along a meridian a cylinder over it; middle latitudes a
// cone; all else a plane that touches the middle.
static const struct projection_kind *choose(struct rect extent) {
    double middle = fabs(extent.y + extent.height / 2);
    if (extent.width > 150) {
        return &projection_equal_earth;
    }
    if (extent.width < 4 && extent.height < 4) {
        return &projection_transverse_mercator;
    }
    return middle >= 15 && middle <= 70 && extent.width > 0.6 * extent.height
               ? &projection_albers
               : &projection_azimuthal_equal_area;
}

struct projection projection_for_extent(struct rect extent, const struct projection_kind *kind) {
    struct projection projection = {
        .kind = kind ? kind : choose(extent),
        .lon_0 = extent.x + extent.width / 2,
        .lat_0 = extent.y + extent.height / 2,
        // A sixth of the extent inside (Snyder, section 14), where the scale errs least.
        .lat_1 = extent.y + extent.height / 6,
        .lat_2 = extent.y + extent.height * 5 / 6,
    };
    if (extent.width >= 359) { // a base of the whole earth has no middle of its own
        projection.lon_0 = 0;
    }
    if (projection.kind->conic && fabs(projection.lat_1 + projection.lat_2) < 1) {
        projection.lat_2 = projection.lat_1 = 20;
    }
    return projection;
}
