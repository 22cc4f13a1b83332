// Great circles on the sphere of geodetic latitudes: on maps of the world the ellipsoid's shortest
// way differs from them by less than a line's width.
#include "map/flow_course.h"

#include "map/ellipsoid.h"
#include "map/map_ground.h"

#include <math.h>

enum { STEPS = 96 };

struct vector {
    double x, y, z;
};

static struct vector vector_of(struct point place) {
    double lon = radians(place.x), lat = radians(place.y);
    return (struct vector){cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)};
}

static struct point place_of(struct vector v) {
    return (struct point){degrees(atan2(v.y, v.x)), degrees(atan2(v.z, hypot(v.x, v.y)))};
}

static double angle_between(struct vector a, struct vector b) {
    struct vector cross = {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
    return atan2(sqrt(cross.x * cross.x + cross.y * cross.y + cross.z * cross.z),
                 a.x * b.x + a.y * b.y + a.z * b.z);
}

// The point at `share` of the way from a to b, `angle` apart (Shoemake 1985).
static struct vector between(struct vector a, struct vector b, double angle, double share) {
    double p = sin((1 - share) * angle), q = sin(share * angle);
    return (struct vector){p * a.x + q * b.x, p * a.y + q * b.y, p * a.z + q * b.z};
}

// Whether the way from a to b runs over the meridian opposite the middle.
static bool is_cut(const struct projection *projection, struct point a, struct point b) {
    double p = projection_wrap(a.x, projection->lon_0), q = projection_wrap(b.x, projection->lon_0);
    return projection->kind->cut == CUT_BAND && fabs(p - q) > 180;
}

static void close_part(struct flow_course *course) {
    size_t start = course->count ? course->ends[course->count - 1] : 0;
    if (course->total - start < 2 || course->count == FLOW_COURSE_PARTS)
        course->total = start; // a single point is no way
    else
        course->ends[course->count++] = course->total;
}

struct flow_course flow_course_make(const struct map *map, struct point from, struct point to) {
    struct flow_course course = {.points = ARENA_ARRAY(map->guide.arena, STEPS + 1, struct point)};
    const struct projection *projection = &map->projection;
    struct vector a = vector_of(map_ground_degrees(map, from)),
                  b = vector_of(map_ground_degrees(map, to));
    double angle = angle_between(a, b);
    struct point before = place_of(a);
    for (int i = 0; i <= STEPS && angle > 0; i++) {
        struct point place = place_of(between(a, b, angle, (double)i / STEPS));
        bool shown = projection_shows(projection, place.x, place.y);
        if (!shown || is_cut(projection, before, place))
            close_part(&course);
        if (shown)
            course.points[course.total++] = map_place(map, place.x, place.y);
        before = place;
    }
    close_part(&course);
    return course;
}

struct flow flow_course_part(const struct flow_course *course, size_t index,
                             const struct flow *whole) {
    size_t start = index ? course->ends[index - 1] : 0, end = course->ends[index];
    double first = (double)start / (double)course->total,
           last = (double)end / (double)course->total;
    double growth = whole->end_width - whole->start_width;
    bool is_last = index + 1 == course->count;
    struct flow part = *whole;
    part.course = course->points + start;
    part.course_count = end - start;
    part.from = part.course[0];
    part.to = part.course[part.course_count - 1];
    part.start_width = whole->start_width + first * growth;
    part.end_width = whole->start_width + last * growth;
    part.start_gap = index ? 0 : whole->start_gap;
    part.end_gap = is_last ? whole->end_gap : 0;
    part.head_length = is_last ? whole->head_length : 0;
    return part;
}
