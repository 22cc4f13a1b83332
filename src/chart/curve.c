// d3-shape's curves as line segments and Bézier curves.
#include "chart/curve.h"

#include <math.h>

enum curve curve_reversed(enum curve curve) {
    return curve == CURVE_STEP_BEFORE  ? CURVE_STEP_AFTER
           : curve == CURVE_STEP_AFTER ? CURVE_STEP_BEFORE
                                       : curve;
}

static void add_lines(struct path_builder *builder, const struct point *points, size_t count) {
    for (size_t i = 1; i < count; i++) {
        path_line(builder, points[i].x, points[i].y);
    }
}

// `turn`: where between two points the step lies, 0 to 1.
static void add_steps(struct path_builder *builder, const struct point *points, size_t count,
                      double turn, bool upright) {
    for (size_t i = 1; i < count; i++) {
        struct point a = points[i - 1], b = points[i];
        struct point from = {a.x + (b.x - a.x) * turn, a.y}, to = {from.x, b.y};
        if (upright) {
            from = (struct point){a.x, a.y + (b.y - a.y) * turn};
            to = (struct point){b.x, from.y};
        }
        if (turn > 0) {
            path_line(builder, from.x, from.y);
        }
        path_line(builder, to.x, to.y);
        if (turn < 1) {
            path_line(builder, b.x, b.y);
        }
    }
}

static double sign(double value) {
    return value < 0 ? -1 : 1;
}

// Steffen's tangent (1990) at the middle of three points, as d3 takes it.
static double middle_slope(const struct point p[3]) {
    double h0 = p[1].x - p[0].x, h1 = p[2].x - p[1].x;
    double s0 = h0 != 0 ? (p[1].y - p[0].y) / h0 : 0, s1 = h1 != 0 ? (p[2].y - p[1].y) / h1 : 0;
    double mean = h0 + h1 != 0 ? (s0 * h1 + s1 * h0) / (h0 + h1) : 0;
    double slope = (sign(s0) + sign(s1)) * fmin(fmin(fabs(s0), fabs(s1)), 0.5 * fabs(mean));
    return isfinite(slope) ? slope : 0;
}

static double end_slope(struct point end, struct point next, double slope) {
    double h = next.x - end.x;
    return h != 0 ? (3 * (next.y - end.y) / h - slope) / 2 : slope;
}

static struct point swapped(struct point point, bool upright) {
    return upright ? (struct point){point.y, point.x} : point;
}

static double slope_at(const struct point *points, size_t count, size_t i, bool upright) {
    size_t first = i == 0 ? 0 : i + 1 < count ? i - 1 : count - 3;
    struct point p[3];
    for (size_t k = 0; k < 3; k++) {
        p[k] = swapped(points[first + k], upright);
    }
    double middle = middle_slope(p);
    return i == 0           ? end_slope(p[0], p[1], middle)
           : i + 1 == count ? end_slope(p[2], p[1], middle)
                            : middle;
}

static void add_monotone(struct path_builder *builder, const struct point *points, size_t count,
                         bool upright) {
    if (count < 3) {
        add_lines(builder, points, count);
        return;
    }
    double slope = slope_at(points, count, 0, upright);
    for (size_t i = 1; i < count; i++) {
        double next = slope_at(points, count, i, upright);
        struct point a = swapped(points[i - 1], upright), b = swapped(points[i], upright);
        double third = (b.x - a.x) / 3;
        struct point c1 = {a.x + third, a.y + third * slope};
        struct point c2 = {b.x - third, b.y - third * next};
        path_curve(builder, swapped(c1, upright), swapped(c2, upright), points[i]);
        slope = next;
    }
}

static struct point blend(struct point a, double ka, struct point b, double kb) {
    return (struct point){a.x * ka + b.x * kb, a.y * ka + b.y * kb};
}

// A uniform cubic B-spline; its ends touch the first and the last point.
static void add_basis(struct path_builder *builder, const struct point *points, size_t count) {
    if (count < 3) {
        add_lines(builder, points, count);
        return;
    }
    struct point start = blend(points[0], 5.0 / 6, points[1], 1.0 / 6);
    path_line(builder, start.x, start.y);
    for (size_t i = 2; i <= count; i++) {
        struct point a = points[i - 2], b = points[i - 1], c = points[i < count ? i : count - 1];
        struct point end = blend(blend(a, 1.0 / 6, b, 4.0 / 6), 1, c, 1.0 / 6);
        path_curve(builder, blend(a, 2.0 / 3, b, 1.0 / 3), blend(a, 1.0 / 3, b, 2.0 / 3), end);
    }
    path_line(builder, points[count - 1].x, points[count - 1].y);
}

// Tension 0: each tangent is a third of half the way between the neighbours.
static void add_cardinal(struct path_builder *builder, const struct point *points, size_t count) {
    for (size_t i = 1; i < count; i++) {
        struct point before = points[i > 1 ? i - 2 : 0], a = points[i - 1], b = points[i];
        struct point after = points[i + 1 < count ? i + 1 : i];
        if (i == 1) {
            before = b; // d3 starts with its first point twice: the tangent vanishes
        }
        if (i + 1 == count) {
            after = a;
        }
        struct point c1 = {a.x + (b.x - before.x) / 6, a.y + (b.y - before.y) / 6};
        struct point c2 = {b.x + (a.x - after.x) / 6, b.y + (a.y - after.y) / 6};
        path_curve(builder, c1, c2, b);
    }
}

void curve_add(struct path_builder *builder, enum curve curve, const struct point *points,
               size_t count, bool upright, bool joined) {
    if (!count) {
        return;
    }
    if (joined) {
        path_line(builder, points[0].x, points[0].y);
    } else {
        path_move(builder, points[0].x, points[0].y);
    }
    switch (curve) {
    case CURVE_STEP:
        add_steps(builder, points, count, 0.5, upright);
        break;
    case CURVE_STEP_BEFORE:
        add_steps(builder, points, count, 0, upright);
        break;
    case CURVE_STEP_AFTER:
        add_steps(builder, points, count, 1, upright);
        break;
    case CURVE_MONOTONE:
        add_monotone(builder, points, count, upright);
        break;
    case CURVE_BASIS:
        add_basis(builder, points, count);
        break;
    case CURVE_CARDINAL:
        add_cardinal(builder, points, count);
        break;
    default:
        add_lines(builder, points, count);
    }
}
