// A flow on a map: a curved arrow that grows from its origin to its head.
#include "map/flow_arrow.h"

#include <math.h>

enum { SPANS = 12, LENGTH_STEPS = 64 };

// The line in the middle: a quadratic Bézier curve whose control point stands beside the chord, or
// a smooth curve through the points of a course.
struct spine {
    struct point from, control, to;
    const struct point *course; // NULL: the Bézier curve
    size_t count;
};

static struct spine spine_of(const struct flow *flow) {
    double dx = flow->to.x - flow->from.x, dy = flow->to.y - flow->from.y;
    // The curve reaches half as far as its control point; y points down, so left is (dy, -dx).
    return (struct spine){
        .from = flow->from,
        .control = {(flow->from.x + flow->to.x) / 2 + 2 * flow->bend * dy,
                    (flow->from.y + flow->to.y) / 2 - 2 * flow->bend * dx},
        .to = flow->to,
        .course = flow->course_count > 1 ? flow->course : NULL,
        .count = flow->course_count,
    };
}

// The part of a course around parameter t: four points, and how far t lies between the inner two.
struct course_part {
    struct point p[4];
    double share;
};

static struct course_part course_part(const struct spine *s, double t) {
    double place = fmin(fmax(t, 0), 1) * (double)(s->count - 1);
    size_t i = (size_t)fmin(floor(place), (double)(s->count - 2));
    return (struct course_part){{s->course[i ? i - 1 : 0], s->course[i], s->course[i + 1],
                                 s->course[i + 2 < s->count ? i + 2 : i + 1]},
                                place - (double)i};
}

// Catmull and Rom's spline: through all points, with the direction of their neighbours.
static double rom(double a, double b, double c, double d, double u) {
    return 0.5 * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u * u +
                  (3 * b - a - 3 * c + d) * u * u * u);
}

static double rom_slope(double a, double b, double c, double d, double u) {
    return 0.5 *
           (c - a + 2 * (2 * a - 5 * b + 4 * c - d) * u + 3 * (3 * b - a - 3 * c + d) * u * u);
}

static struct point course_at(const struct spine *s, double t) {
    struct course_part c = course_part(s, t);
    return (struct point){rom(c.p[0].x, c.p[1].x, c.p[2].x, c.p[3].x, c.share),
                          rom(c.p[0].y, c.p[1].y, c.p[2].y, c.p[3].y, c.share)};
}

static struct point course_velocity(const struct spine *s, double t) {
    struct course_part c = course_part(s, t);
    double spans = (double)(s->count - 1);
    return (struct point){spans * rom_slope(c.p[0].x, c.p[1].x, c.p[2].x, c.p[3].x, c.share),
                          spans * rom_slope(c.p[0].y, c.p[1].y, c.p[2].y, c.p[3].y, c.share)};
}

static struct point spine_at(const struct spine *s, double t) {
    if (s->course)
        return course_at(s, t);
    double a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;
    return (struct point){a * s->from.x + b * s->control.x + c * s->to.x,
                          a * s->from.y + b * s->control.y + c * s->to.y};
}

static struct point spine_velocity(const struct spine *s, double t) {
    if (s->course)
        return course_velocity(s, t);
    return (struct point){
        2 * (1 - t) * (s->control.x - s->from.x) + 2 * t * (s->to.x - s->control.x),
        2 * (1 - t) * (s->control.y - s->from.y) + 2 * t * (s->to.y - s->control.y)};
}

static double spine_length(const struct spine *spine, double until) {
    double length = 0;
    struct point before = spine->from;
    for (int i = 1; i <= LENGTH_STEPS; i++) {
        struct point here = spine_at(spine, until * i / LENGTH_STEPS);
        length += hypot(here.x - before.x, here.y - before.y);
        before = here;
    }
    return length;
}

// The parameter that lies `distance` px along the curve.
static double spine_parameter(const struct spine *spine, double distance) {
    double low = 0, high = 1;
    for (int i = 0; i < 40; i++) {
        double middle = (low + high) / 2;
        if (spine_length(spine, middle) < distance)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}

static struct point unit(struct point v) {
    double length = hypot(v.x, v.y);
    return length > 0 ? (struct point){v.x / length, v.y / length} : (struct point){1, 0};
}

// A point beside the curve, `aside` px to its left, and how it moves with the parameter.
struct side_point {
    struct point at, velocity;
};

struct shaft {
    struct spine spine;
    double from, to;             // parameters where it begins and where the head does
    double start_half, end_half; // px from the middle to the edge
};

static struct point beside(const struct shaft *shaft, double t, double side) {
    struct point at = spine_at(&shaft->spine, t), u = unit(spine_velocity(&shaft->spine, t));
    double share = shaft->to > shaft->from ? (t - shaft->from) / (shaft->to - shaft->from) : 1;
    double half = side * (shaft->start_half + (shaft->end_half - shaft->start_half) * share);
    return (struct point){at.x + u.y * half, at.y - u.x * half};
}

static struct side_point side_point(const struct shaft *shaft, double t, double side) {
    double step = (shaft->to - shaft->from) / 1000;
    struct point a = beside(shaft, t - step, side), b = beside(shaft, t + step, side);
    return (struct side_point){beside(shaft, t, side),
                               {(b.x - a.x) / (2 * step), (b.y - a.y) / (2 * step)}};
}

// One edge of the shaft as cubic curves that share position and direction with it at every span.
static void add_edge(struct path_builder *builder, const struct shaft *shaft, double side,
                     bool backwards) {
    double span = (shaft->to - shaft->from) / SPANS * (backwards ? -1 : 1);
    double t = backwards ? shaft->to : shaft->from;
    struct side_point here = side_point(shaft, t, side);
    for (int i = 0; i < SPANS; i++, t += span) {
        struct side_point next = side_point(shaft, t + span, side);
        struct point c1 = {here.at.x + here.velocity.x * span / 3,
                           here.at.y + here.velocity.y * span / 3};
        struct point c2 = {next.at.x - next.velocity.x * span / 3,
                           next.at.y - next.velocity.y * span / 3};
        path_curve(builder, c1, c2, next.at);
        here = next;
    }
}

static void add_head(struct path_builder *builder, struct point neck, struct point tip,
                     double width) {
    struct point u = unit((struct point){tip.x - neck.x, tip.y - neck.y});
    double half = width / 2;
    path_line(builder, neck.x + u.y * half, neck.y - u.x * half);
    path_line(builder, tip.x, tip.y);
    path_line(builder, neck.x - u.y * half, neck.y + u.x * half);
}

double flow_length(const struct flow *flow) {
    struct spine spine = spine_of(flow);
    return spine_length(&spine, 1);
}

struct point flow_point_near(const struct flow *flow, double share) {
    struct spine spine = spine_of(flow);
    return spine_at(&spine, share);
}

struct point flow_point(const struct flow *flow, double share, struct point *direction) {
    struct spine spine = spine_of(flow);
    double t = spine_parameter(&spine, share * spine_length(&spine, 1));
    *direction = unit(spine_velocity(&spine, t));
    return spine_at(&spine, t);
}

struct path flow_outline(struct arena *arena, const struct flow *flow) {
    struct path_builder builder = PATH_BUILDER(arena);
    struct spine spine = spine_of(flow);
    double end = spine_length(&spine, 1) - flow->end_gap, free = end - flow->start_gap;
    if (!(free > 0))
        return path_done(&builder);
    double head = flow->head_length > 0 ? fmin(flow->head_length, free / 3) : 0;
    struct shaft shaft = {
        .spine = spine,
        .from = spine_parameter(&spine, flow->start_gap),
        .to = spine_parameter(&spine, end - head),
        .start_half = flow->start_width / 2,
        .end_half = flow->end_width / 2,
    };
    struct point start = beside(&shaft, shaft.from, 1);
    path_move(&builder, start.x, start.y);
    add_edge(&builder, &shaft, 1, false);
    if (head > 0)
        add_head(&builder, spine_at(&spine, shaft.to),
                 spine_at(&spine, spine_parameter(&spine, end)),
                 flow->head_width * head / flow->head_length);
    struct point back = beside(&shaft, shaft.to, -1);
    path_line(&builder, back.x, back.y);
    add_edge(&builder, &shaft, -1, true);
    path_close(&builder);
    return path_done(&builder);
}
