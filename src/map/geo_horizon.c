// Distances and directions on the sphere around a projection's centre.
#include "map/geo_horizon.h"

#include "map/ellipsoid.h"

#include <math.h>

struct polar {
    double distance, azimuth; // degrees; radians from north
};

static struct polar to_polar(const struct projection *projection, struct point at) {
    double lon = radians(at.x - projection->lon_0), lat = radians(at.y);
    double lat_0 = radians(projection->lat_0);
    double north = cos(lat_0) * sin(lat) - sin(lat_0) * cos(lat) * cos(lon);
    double east = cos(lat) * sin(lon);
    double up = sin(lat_0) * sin(lat) + cos(lat_0) * cos(lat) * cos(lon);
    return (struct polar){degrees(atan2(hypot(north, east), up)), atan2(east, north)};
}

static struct point on_horizon(const struct projection *projection, double azimuth) {
    double c = radians(projection->kind->reach), lat_0 = radians(projection->lat_0);
    double sine = sin(lat_0) * cos(c) + cos(lat_0) * sin(c) * cos(azimuth);
    double lon =
        atan2(sin(c) * sin(azimuth), cos(lat_0) * cos(c) - sin(lat_0) * sin(c) * cos(azimuth));
    return (struct point){projection->lon_0 + degrees(lon), degrees(asin(fmax(-1, fmin(1, sine))))};
}

bool horizon_shows(const struct projection *projection, struct rect extent) {
    enum { STEPS = 8 };
    for (int i = 0; i <= STEPS; i++) {
        for (int j = 0; j <= STEPS; j++) {
            struct point at = {extent.x + extent.width * i / STEPS,
                               extent.y + extent.height * j / STEPS};
            if (to_polar(projection, at).distance > projection->kind->reach - 15) {
                return false;
            }
        }
    }
    return true;
}

// Where the edge meets the horizon, by halving.
static struct point cross(const struct projection *projection, struct point inside,
                          struct point outside) {
    for (int i = 0; i < 30; i++) {
        struct point middle = {(inside.x + outside.x) / 2, (inside.y + outside.y) / 2};
        if (to_polar(projection, middle).distance <= projection->kind->reach) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    return inside;
}

bool horizon_clamp(const struct projection *projection, const struct ring *ring, struct ring *out) {
    double reach = projection->kind->reach;
    bool seen = false;
    for (size_t i = 0; i < ring->count; i++) {
        struct point at = ring->points[i], next = ring->points[(i + 1) % ring->count];
        struct polar here = to_polar(projection, at), there = to_polar(projection, next);
        bool inside = here.distance <= reach, next_inside = there.distance <= reach;
        ring_add(out, inside ? at : on_horizon(projection, here.azimuth));
        if (inside != next_inside) {
            ring_add(out, inside ? cross(projection, at, next) : cross(projection, next, at));
        }
        seen = seen || inside;
    }
    return seen;
}

bool horizon_holds_antipode(const struct projection *projection, const struct ring *ring) {
    double y = -projection->lat_0, x = projection->lon_0 + 180;
    bool inside = false;
    for (double turn = -720; turn <= 720; turn += 360) {
        for (size_t i = 0; i < ring->count; i++) {
            struct point a = ring->points[i], b = ring->points[(i + 1) % ring->count];
            if ((a.y > y) != (b.y > y) && x + turn < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)) {
                inside = !inside;
            }
        }
    }
    return inside;
}

void horizon_circle(const struct projection *projection, struct ring *out) {
    enum { STEPS = 360 };
    for (int i = 0; i < STEPS; i++) {
        ring_add(out, on_horizon(projection, radians(i)));
    }
}
