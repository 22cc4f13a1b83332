// Areas that shapes share with a text's ink.
//
// Any polygon is cut by a convex one edge by edge (Sutherland and Hodgman 1974), each corner going
// through all edges at once, so that nothing is stored however long the polygon is. What a concave
// polygon leaves is joined by lines along the edges, which have no area.
#include "scene/polygon.h"

#include <math.h>

enum { CURVE_STEPS = 12 };

struct cutter {
    const struct convex *convex;
    struct stage {
        struct point first, last;
        bool used, first_in, last_in;
    } stages[CONVEX_LIMIT];
    struct point start, at; // of what comes out
    bool open;
    double area2;        // signed, doubled
    struct convex *kept; // or NULL
};

static double cross(struct point o, struct point a, struct point b) {
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

static void take_out(struct cutter *cutter, struct point p) {
    if (!cutter->open) {
        cutter->start = p;
        cutter->open = true;
    } else {
        cutter->area2 += cross(cutter->start, cutter->at, p);
    }
    cutter->at = p;
    if (cutter->kept && cutter->kept->count < CONVEX_LIMIT)
        cutter->kept->corners[cutter->kept->count++] = p;
}

static double side(const struct convex *convex, size_t edge, struct point p) {
    return cross(convex->corners[edge], convex->corners[(edge + 1) % convex->count], p);
}

static struct point meet(const struct convex *convex, size_t edge, struct point a, struct point b) {
    double da = side(convex, edge, a), db = side(convex, edge, b), t = da / (da - db);
    return (struct point){a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

// The recursion is as deep as the polygon has edges.
static void put_in(struct cutter *cutter, size_t edge, struct point p) {
    if (edge == cutter->convex->count) {
        take_out(cutter, p);
        return;
    }
    struct stage *stage = &cutter->stages[edge];
    bool in = side(cutter->convex, edge, p) >= 0;
    if (!stage->used) {
        stage->used = true;
        stage->first = p;
        stage->first_in = in;
    } else if (in != stage->last_in) {
        put_in(cutter, edge + 1, meet(cutter->convex, edge, stage->last, p));
    }
    stage->last = p;
    stage->last_in = in;
    if (in)
        put_in(cutter, edge + 1, p);
}

// Closes the polygon at every edge and makes the cutter ready for the next.
static void close_cut(struct cutter *cutter) {
    for (size_t edge = 0; edge < cutter->convex->count; edge++) {
        struct stage *stage = &cutter->stages[edge];
        if (stage->used && stage->first_in != stage->last_in)
            put_in(cutter, edge + 1, meet(cutter->convex, edge, stage->last, stage->first));
        *stage = (struct stage){0};
    }
    cutter->open = false;
}

struct convex convex_from_rect(struct rect r) {
    return (struct convex){.corners = {{r.x, r.y},
                                       {rect_right(r), r.y},
                                       {rect_right(r), rect_bottom(r)},
                                       {r.x, rect_bottom(r)}},
                           .count = 4};
}

// Width and height before the turn, from those of the upright box around it: two equations that
// become one at 45°, where the advance stands in for the width.
static void untwist(const struct scene_text *text, double c, double s, double *width,
                    double *height) {
    double across = text->ink.width, down = text->ink.height, det = c * c - s * s;
    if (fabs(det) > 0.2) {
        *width = (across * c - down * s) / det;
        *height = (down * c - across * s) / det;
    } else {
        *width = text->advance;
        *height = c > s ? (down - *width * s) / c : (across - *width * c) / s;
    }
    *width = fmax(*width, 0);
    *height = fmax(*height, 0);
}

struct convex convex_from_text(const struct scene_text *text) {
    double turn = text->angle_deg / 90;
    if (turn == floor(turn))
        return convex_from_rect(text->ink);
    double angle = text->angle_deg * 3.14159265358979323846 / 180;
    double c = cos(angle), s = sin(angle), width, height;
    untwist(text, fabs(c), fabs(s), &width, &height);
    struct point centre = {text->ink.x + text->ink.width / 2, text->ink.y + text->ink.height / 2};
    struct convex convex = {.count = 4};
    for (size_t i = 0; i < 4; i++) {
        double x = (i == 1 || i == 2 ? 0.5 : -0.5) * width, y = (i < 2 ? -0.5 : 0.5) * height;
        convex.corners[i] = (struct point){centre.x + x * c - y * s, centre.y + x * s + y * c};
    }
    return convex;
}

struct convex convex_cut(const struct convex *convex, struct rect rect) {
    struct convex frame = convex_from_rect(rect), kept = {0};
    struct cutter cutter = {.convex = &frame, .kept = &kept};
    for (size_t i = 0; i < convex->count; i++)
        put_in(&cutter, 0, convex->corners[i]);
    close_cut(&cutter);
    return kept;
}

double convex_area(const struct convex *convex) {
    double area2 = 0;
    for (size_t i = 2; i < convex->count; i++)
        area2 += cross(convex->corners[0], convex->corners[i - 1], convex->corners[i]);
    return fabs(area2) / 2;
}

double convex_overlap(const struct convex *a, const struct convex *b) {
    struct cutter cutter = {.convex = b};
    if (b->count < 3)
        return 0;
    for (size_t i = 0; i < a->count; i++)
        put_in(&cutter, 0, a->corners[i]);
    close_cut(&cutter);
    return fabs(cutter.area2) / 2;
}

static void add_point(struct outline *outline, struct point p) {
    ARENA_RESERVE(outline->arena, outline->points, outline->count, outline->capacity);
    outline->points[outline->count++] = p;
}

static void end_part(struct outline *outline, bool closed) {
    size_t start = outline->part_count ? outline->parts[outline->part_count - 1].end : 0;
    if (outline->count == start)
        return;
    ARENA_RESERVE(outline->arena, outline->parts, outline->part_count, outline->part_capacity);
    outline->parts[outline->part_count++] = (struct outline_part){outline->count, closed};
}

static void add_curve(struct outline *outline, struct point from, const struct point p[3]) {
    for (int i = 1; i <= CURVE_STEPS; i++) {
        double t = (double)i / CURVE_STEPS, u = 1 - t;
        double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
        add_point(outline, (struct point){a * from.x + b * p[0].x + c * p[1].x + d * p[2].x,
                                          a * from.y + b * p[0].y + c * p[1].y + d * p[2].y});
    }
}

void outline_set(struct outline *outline, const struct path *path) {
    const struct point *p = path->points;
    struct point start = {0}, at = {0};
    outline->count = outline->part_count = 0;
    for (size_t i = 0; i < path->verb_count; i++) {
        if (path->verbs[i] == PATH_CLOSE) {
            end_part(outline, true);
            at = start;
            continue;
        }
        bool drawn = i && path->verbs[i - 1] != PATH_CLOSE;
        if (path->verbs[i] == PATH_MOVE) {
            end_part(outline, false);
            start = *p;
        } else if (!drawn) { // goes on where the closed part began
            add_point(outline, start);
        }
        if (path->verbs[i] == PATH_CURVE)
            add_curve(outline, at, p);
        else
            add_point(outline, *p);
        p += path->verbs[i] == PATH_CURVE ? 3 : 1;
        at = p[-1];
    }
    end_part(outline, false);
}

void outline_move(const struct outline *from, struct point place, double size, struct outline *to) {
    to->count = to->part_count = 0;
    for (size_t i = 0, part = 0; part < from->part_count; part++) {
        for (; i < from->parts[part].end; i++)
            add_point(to, (struct point){place.x + size * from->points[i].x,
                                         place.y + size * from->points[i].y});
        end_part(to, from->parts[part].closed);
    }
}

double outline_fill_overlap(const struct outline *outline, const struct convex *convex) {
    struct cutter cutter = {.convex = convex};
    if (convex->count < 3)
        return 0;
    for (size_t i = 0, part = 0; part < outline->part_count; part++) {
        for (; i < outline->parts[part].end; i++)
            put_in(&cutter, 0, outline->points[i]);
        close_cut(&cutter);
    }
    return fabs(cutter.area2) / 2;
}

static double line_overlap(struct point a, struct point b, double width,
                           const struct convex *convex) {
    double length = hypot(b.x - a.x, b.y - a.y);
    if (length == 0)
        return 0;
    double x = (a.y - b.y) / length * width / 2, y = (b.x - a.x) / length * width / 2;
    struct convex line = {
        .corners = {{a.x + x, a.y + y}, {a.x - x, a.y - y}, {b.x - x, b.y - y}, {b.x + x, b.y + y}},
        .count = 4};
    return convex_overlap(&line, convex);
}

double outline_stroke_overlap(const struct outline *outline, double width,
                              const struct convex *convex) {
    double area = 0;
    for (size_t from = 0, part = 0; part < outline->part_count; part++) {
        size_t end = outline->parts[part].end;
        for (size_t i = from + 1; i < end; i++)
            area += line_overlap(outline->points[i - 1], outline->points[i], width, convex);
        if (outline->parts[part].closed)
            area += line_overlap(outline->points[end - 1], outline->points[from], width, convex);
        from = end;
    }
    return area;
}

bool outline_contains(const struct outline *outline, bool even_odd, struct point point) {
    int winding = 0;
    for (size_t from = 0, part = 0; part < outline->part_count; part++) {
        size_t end = outline->parts[part].end;
        for (size_t i = from, last = end - 1; i < end; last = i++) {
            struct point a = outline->points[last], b = outline->points[i];
            if ((a.y <= point.y) == (b.y <= point.y))
                continue;
            bool right = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) > point.x;
            winding += right ? (a.y < b.y ? 1 : -1) : 0;
        }
        from = end;
    }
    return even_odd ? winding % 2 != 0 : winding != 0;
}
