// Projections backwards, by Newton's method from the nearest vertex, and their derivatives.
#include "map/map_ground.h"

#include "map/ellipsoid.h"

#include <math.h>

static const double STEP = 1e-4; // degrees of a derivative

// Metres on paper for each degree of longitude and of latitude.
struct slopes {
    struct point lon, lat;
};

static struct slopes slopes_at(const struct projection *projection, struct point degrees) {
    struct point west = projection_forward(projection, degrees.x - STEP, degrees.y);
    struct point east = projection_forward(projection, degrees.x + STEP, degrees.y);
    struct point south = projection_forward(projection, degrees.x, degrees.y - STEP);
    struct point north = projection_forward(projection, degrees.x, degrees.y + STEP);
    return (struct slopes){
        {(east.x - west.x) / (2 * STEP), (east.y - west.y) / (2 * STEP)},
        {(north.x - south.x) / (2 * STEP), (north.y - south.y) / (2 * STEP)},
    };
}

// The degrees that (x, y) metres on paper stand for.
static struct point solve(const struct slopes *slopes, double x, double y) {
    double area = slopes->lon.x * slopes->lat.y - slopes->lat.x * slopes->lon.y;
    return (struct point){(x * slopes->lat.y - y * slopes->lat.x) / area,
                          (y * slopes->lon.x - x * slopes->lon.y) / area};
}

// Near enough to begin with: of some hundred vertices the nearest.
static struct point near_vertex(const struct map *map, struct point metres) {
    enum { LOOKED_AT = 400 };
    const struct mesh *mesh = &map->subject.mesh;
    size_t best = 0, step = mesh->vertex_count / LOOKED_AT + 1;
    double least = INFINITY;
    for (size_t i = 0; i < mesh->vertex_count; i += step) {
        struct point at =
            projection_forward(&map->projection, mesh->vertices[i].x, mesh->vertices[i].y);
        double away = hypot(at.x - metres.x, at.y - metres.y);
        if (away < least) {
            least = away;
            best = i;
        }
    }
    return mesh->vertices[best];
}

struct point map_ground_degrees(const struct map *map, struct point at) {
    enum { ROUNDS = 20 };
    struct point metres = {(at.x - map->origin.x) / map->px_per_metre,
                           (map->origin.y - at.y) / map->px_per_metre};
    struct point start = near_vertex(map, metres), found = start;
    for (int i = 0; i < ROUNDS; i++) {
        struct point now = projection_forward(&map->projection, found.x, found.y);
        double x = metres.x - now.x, y = metres.y - now.y;
        if (hypot(x, y) < 1) {
            return found;
        }
        struct slopes slopes = slopes_at(&map->projection, found);
        struct point more = solve(&slopes, x, y);
        found = (struct point){found.x + more.x, found.y + more.y};
        if (!(fabs(found.y) < 90 - STEP)) { // also when it is no number
            break;
        }
    }
    return start;
}

double map_ground_scale(const struct map *map, struct point at) {
    struct point place = map_ground_degrees(map, at);
    struct slopes slopes = slopes_at(&map->projection, place);
    struct point right = solve(&slopes, 1 / map->px_per_metre, 0);
    // Radii of curvature along the parallel and the meridian (Snyder 4-20, 4-18).
    double lat = radians(place.y), e2 = ellipsoid_e2();
    double w = 1 - e2 * sin(lat) * sin(lat);
    double prime = ELLIPSOID_A / sqrt(w), meridian = ELLIPSOID_A * (1 - e2) / (w * sqrt(w));
    return hypot(radians(right.x) * prime * cos(lat), radians(right.y) * meridian);
}

double map_ground_north(const struct map *map, struct point at) {
    struct slopes slopes = slopes_at(&map->projection, map_ground_degrees(map, at));
    return degrees(atan2(slopes.lat.x, slopes.lat.y));
}
