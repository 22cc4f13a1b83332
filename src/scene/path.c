// Building paths: move, line, curve, close, and the shapes made of them.
#include "scene/path.h"

#include <assert.h>
#include <math.h>

static const double pi = 3.14159265358979323846;

static void add_verb(struct path_builder *builder, enum path_verb verb) {
    ARENA_RESERVE(builder->arena, builder->verbs, builder->verb_count, builder->verb_capacity);
    builder->verbs[builder->verb_count++] = (uint8_t)verb;
}

static void add_point(struct path_builder *builder, double x, double y) {
    ARENA_RESERVE(builder->arena, builder->points, builder->point_count, builder->point_capacity);
    builder->points[builder->point_count++] = (struct point){x, y};
}

// True when a line could start at the current point.
static bool has_current_point(const struct path_builder *builder) {
    return builder->verb_count && builder->verbs[builder->verb_count - 1] != PATH_CLOSE;
}

void path_move(struct path_builder *builder, double x, double y) {
    add_verb(builder, PATH_MOVE);
    add_point(builder, x, y);
}

void path_line(struct path_builder *builder, double x, double y) {
    assert(builder->verb_count);
    add_verb(builder, PATH_LINE);
    add_point(builder, x, y);
}

void path_curve(struct path_builder *builder, struct point c1, struct point c2, struct point to) {
    assert(builder->verb_count);
    add_verb(builder, PATH_CURVE);
    add_point(builder, c1.x, c1.y);
    add_point(builder, c2.x, c2.y);
    add_point(builder, to.x, to.y);
}

void path_close(struct path_builder *builder) {
    if (has_current_point(builder))
        add_verb(builder, PATH_CLOSE);
}

// Exact at the quarter turns, so that a circle's extremes lie where they should.
static struct point direction(double angle_deg) {
    double quarter = angle_deg / 90;
    if (quarter == floor(quarter)) {
        static const struct point exact[] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
        return exact[(int)(quarter - 4 * floor(quarter / 4))];
    }
    double angle = angle_deg * pi / 180;
    return (struct point){cos(angle), sin(angle)};
}

// Circle to cubic: control points at 4/3 tan(turn / 4) radii along the tangents; below 3e-4 radii
// of error for a quarter turn.
void path_arc(struct path_builder *builder, struct point centre, double radius, double from_deg,
              double to_deg) {
    double turn = to_deg - from_deg;
    int pieces = (int)fmin(fmax(ceil(fabs(turn) / 90 - 1e-9), 1), 64);
    double handle = 4.0 / 3 * tan(turn / pieces * pi / 720) * radius;
    struct point at = direction(from_deg);
    struct point start = {centre.x + radius * at.x, centre.y + radius * at.y};
    if (!has_current_point(builder))
        path_move(builder, start.x, start.y);
    else
        path_line(builder, start.x, start.y);
    for (int i = 1; i <= pieces; i++) {
        struct point next = direction(i == pieces ? to_deg : from_deg + turn * i / pieces);
        struct point end = {centre.x + radius * next.x, centre.y + radius * next.y};
        path_curve(builder, (struct point){start.x - handle * at.y, start.y + handle * at.x},
                   (struct point){end.x + handle * next.y, end.y - handle * next.x}, end);
        at = next;
        start = end;
    }
}

void path_circle(struct path_builder *builder, struct point centre, double radius) {
    path_move(builder, centre.x + radius, centre.y);
    static const struct point at[] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    double handle = 4.0 / 3 * (sqrt(2) - 1) * radius;
    for (int i = 0; i < 4; i++) {
        struct point a = at[i], b = at[(i + 1) % 4];
        struct point from = {centre.x + radius * a.x, centre.y + radius * a.y};
        struct point to = {centre.x + radius * b.x, centre.y + radius * b.y};
        path_curve(builder, (struct point){from.x - handle * a.y, from.y + handle * a.x},
                   (struct point){to.x + handle * b.y, to.y - handle * b.x}, to);
    }
    path_close(builder);
}

void path_rect(struct path_builder *builder, struct rect rect) {
    path_move(builder, rect.x, rect.y);
    path_line(builder, rect_right(rect), rect.y);
    path_line(builder, rect_right(rect), rect_bottom(rect));
    path_line(builder, rect.x, rect_bottom(rect));
    path_close(builder);
}

// The corner's quarter turn, or the bare corner when its radius is 0.
static void add_corner(struct path_builder *builder, struct point corner, int index,
                       double radius) {
    static const struct point inward[] = {{1, 1}, {-1, 1}, {-1, -1}, {1, -1}};
    if (radius > 0) {
        struct point centre = {corner.x + radius * inward[index].x,
                               corner.y + radius * inward[index].y};
        path_arc(builder, centre, radius, 180 + 90 * index, 270 + 90 * index);
    } else if (has_current_point(builder)) {
        path_line(builder, corner.x, corner.y);
    } else {
        path_move(builder, corner.x, corner.y);
    }
}

void path_rounded_rect(struct path_builder *builder, struct rect rect, const double radii[4]) {
    // All radii shrink by one factor when two on a side do not fit (CSS Backgrounds 3, 4.5).
    double fit = 1;
    for (int i = 0; i < 4; i++) {
        double side = i % 2 ? rect.height : rect.width;
        double sum = fmax(radii[i], 0) + fmax(radii[(i + 1) % 4], 0);
        if (sum > side)
            fit = fmin(fit, side / sum);
    }
    const struct point corners[] = {{rect.x, rect.y},
                                    {rect_right(rect), rect.y},
                                    {rect_right(rect), rect_bottom(rect)},
                                    {rect.x, rect_bottom(rect)}};
    if (has_current_point(builder)) // corners continue a subpath: start one of our own
        path_move(builder, corners[0].x + fit * fmax(radii[0], 0), corners[0].y);
    for (int i = 0; i < 4; i++)
        add_corner(builder, corners[i], i, fit * fmax(radii[i], 0));
    path_close(builder);
}

struct path path_done(struct path_builder *builder) {
    struct path path = {builder->verbs, builder->verb_count, builder->points, builder->point_count};
    *builder = PATH_BUILDER(builder->arena);
    return path;
}

struct extent {
    double low, high;
};

static void extend(struct extent *extent, double value) {
    extent->low = fmin(extent->low, value);
    extent->high = fmax(extent->high, value);
}

static void extend_at(struct extent *extent, const double p[4], double t) {
    if (!(t > 0 && t < 1))
        return;
    double u = 1 - t;
    extend(extent,
           u * u * u * p[0] + 3 * u * u * t * p[1] + 3 * u * t * t * p[2] + t * t * t * p[3]);
}

// Along one axis: the ends, and where the derivative is 0.
static void extend_by_curve(struct extent *extent, const double p[4]) {
    extend(extent, p[3]);
    double low = fmin(p[0], p[3]), high = fmax(p[0], p[3]);
    if (p[1] >= low && p[1] <= high && p[2] >= low && p[2] <= high)
        return;
    double a = p[3] - 3 * p[2] + 3 * p[1] - p[0];
    double b = 2 * (p[2] - 2 * p[1] + p[0]);
    double c = p[1] - p[0];
    double root = b * b - 4 * a * c;
    if (root < 0)
        return;
    // The stable pair: q does not cancel, so a near 0 only loses the far root.
    double q = -0.5 * (b + copysign(sqrt(root), b));
    if (q != 0)
        extend_at(extent, p, c / q);
    if (a != 0)
        extend_at(extent, p, q / a);
}

struct rect path_bounds(const struct path *path) {
    struct extent x = {INFINITY, -INFINITY}, y = x;
    const struct point *p = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        if (path->verbs[i] == PATH_CURVE) {
            extend_by_curve(&x, (double[]){p[-1].x, p[0].x, p[1].x, p[2].x});
            extend_by_curve(&y, (double[]){p[-1].y, p[0].y, p[1].y, p[2].y});
            p += 3;
        } else if (path->verbs[i] != PATH_CLOSE) {
            extend(&x, p->x);
            extend(&y, p->y);
            p++;
        }
    }
    if (x.low > x.high)
        return (struct rect){0};
    return (struct rect){x.low, y.low, x.high - x.low, y.high - y.low};
}
