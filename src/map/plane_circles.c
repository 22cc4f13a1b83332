// Circles of one size that push each other apart until none overlap.
#include "map/plane_circles.h"

#include "base/i18n.h"
#include "map/ellipsoid.h"
#include "map/plane_builder.h"
#include "map/projection.h"

#include <math.h>

enum { CORNERS = 64, MOST_CIRCLES = 400, ROUNDS = 400 };

static const double SIDE = 20;    // "degrees" across the longer side of all centres
static const double FILLED = 0.5; // of the area around the centres that circles cover
static const double APART = 2.12; // radii between two centres, at least

// The seat with the feature's code, else the middle of its points.
static struct point seat_of(const struct geo *geo, const struct geo_feature *feature,
                            const struct geo *seats) {
    struct str code = geo_property(feature, "adcode");
    for (size_t i = 0; code.len && i < seats->feature_count; i++) {
        if (str_equal(geo_property(&seats->features[i], "adcode"), code)) {
            return seats->points[seats->parts[seats->features[i].part_start].start];
        }
    }
    struct point sum = {0, 0};
    double count = 0;
    for (size_t i = feature->part_start; i < feature->part_end; i++) {
        for (size_t j = 0; j < geo->parts[i].count; j++, count++) {
            sum.x += geo->points[geo->parts[i].start + j].x;
            sum.y += geo->points[geo->parts[i].start + j].y;
        }
    }
    return (struct point){sum.x / count, sum.y / count};
}

static struct rect box_of(const struct point *points, size_t count) {
    struct point least = points[0], most = points[0];
    for (size_t i = 1; i < count; i++) {
        least = (struct point){fmin(least.x, points[i].x), fmin(least.y, points[i].y)};
        most = (struct point){fmax(most.x, points[i].x), fmax(most.y, points[i].y)};
    }
    return (struct rect){least.x, least.y, most.x - least.x, most.y - least.y};
}

// Centres in the plane, `SIDE` across; the radius of the circles.
static double place_centres(const struct geo *geo, const struct geo *seats, struct point *centres) {
    struct projection projection = projection_for_extent(geo->extent, NULL);
    projection_prepare(&projection); // parallels of an extent always leave a cone
    for (size_t i = 0; i < geo->feature_count; i++) {
        struct point seat = seat_of(geo, &geo->features[i], seats);
        centres[i] = projection_forward(&projection, seat.x, seat.y);
    }
    struct rect box = box_of(centres, geo->feature_count);
    double side = fmax(box.width, box.height), scale = side > 0 ? SIDE / side : 0;
    for (size_t i = 0; i < geo->feature_count; i++) {
        centres[i] = (struct point){(centres[i].x - box.x) * scale, (centres[i].y - box.y) * scale};
    }
    double area = fmax(box.width, side / 3) * fmax(box.height, side / 3) * scale * scale;
    return sqrt(fmax(area, 1) * FILLED / (PI * (double)geo->feature_count));
}

// Moves both of a pair apart; two in one place go different ways by their numbers.
static bool push(struct point *centres, size_t i, size_t j, double least) {
    double dx = centres[j].x - centres[i].x, dy = centres[j].y - centres[i].y;
    double away = hypot(dx, dy);
    if (away >= least - 1e-9) {
        return false;
    }
    if (away < 1e-9) {
        dx = cos((double)(i + 2 * j));
        dy = sin((double)(i + 2 * j));
        away = 1;
    }
    double half = (least - hypot(centres[j].x - centres[i].x, centres[j].y - centres[i].y)) / 2;
    centres[i].x -= dx / away * half;
    centres[i].y -= dy / away * half;
    centres[j].x += dx / away * half;
    centres[j].y += dy / away * half;
    return true;
}

static void push_apart(struct point *centres, size_t count, double radius) {
    bool moved = true;
    for (int round = 0; moved && round < ROUNDS; round++) {
        moved = false;
        for (size_t i = 0; i < count; i++) {
            for (size_t j = i + 1; j < count; j++) {
                moved = push(centres, i, j, APART * radius) || moved;
            }
        }
    }
}

static void add_circle(struct plane_builder *builder, struct point centre, double radius) {
    struct point corners[CORNERS];
    for (int i = 0; i < CORNERS; i++) {
        double angle = 2 * PI * i / CORNERS;
        corners[i] = (struct point){centre.x + radius * cos(angle), centre.y + radius * sin(angle)};
    }
    plane_add_shape(builder, corners, CORNERS);
}

const struct geo *plane_circles_load(const struct base_reader *reader, const struct json *name) {
    const struct geo *geo = base_load(reader, name);
    const struct geo *seats = geo ? base_load_named(reader, "places") : NULL;
    if (!seats) {
        return NULL;
    }
    if (!geo->feature_count || geo->feature_count > MOST_CIRCLES) {
        diag_error(reader->diag, DIAG_LIMIT, json_place(reader->arena, name), STR_NONE,
                   _("a map of circles has 1 to %d regions"), MOST_CIRCLES);
        return NULL;
    }
    struct point *centres = ARENA_ARRAY(reader->arena, geo->feature_count, struct point);
    double radius = place_centres(geo, seats, centres);
    push_apart(centres, geo->feature_count, radius);
    struct plane_builder builder = plane_open(reader->arena, geo->feature_count, CORNERS);
    for (size_t i = 0; i < geo->feature_count; i++) {
        builder.geo->features[i] = geo->features[i]; // its name and code
        add_circle(&builder, centres[i], radius);
    }
    geo_measure(builder.geo);
    return builder.geo;
}
