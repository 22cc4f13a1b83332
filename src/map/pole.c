// Where a name stands best in a region: the place inside that is farthest from every border.
#include "map/pole.h"

#include <math.h>

enum { CELL_LIMIT = 20000 }; // a net for precisions that doubles cannot reach

// Distance from the origin to the segment a–b.
typedef double segment_distance_fn(struct point a, struct point b);

struct search {
    struct arena *arena;
    const struct pole_polygon *polygon;
    segment_distance_fn *distance;
    double squeeze;         // every x is divided by this first: boxes become squares
    double corner;          // how far a cell's corner is from its centre, in half sides
    struct pole_cell *heap; // the most promising on top
    size_t count, capacity;
};

struct pole_cell {
    struct point centre;
    double half, reach, promise; // reach at the centre; no place in the cell can exceed promise
};

static double round_distance(struct point a, struct point b) {
    double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    double t = length > 0 ? -(a.x * dx + a.y * dy) / length : 0;
    t = fmin(fmax(t, 0), 1);
    return hypot(a.x + t * dx, a.y + t * dy);
}

static double square_norm_at(struct point a, struct point d, double t) {
    return fmax(fabs(a.x + t * d.x), fabs(a.y + t * d.y));
}

// The larger of |x| and |y| is least at an end of the segment or where one of its pieces turns:
// on an axis or on a diagonal.
static double square_distance(struct point a, struct point b) {
    struct point d = {b.x - a.x, b.y - a.y};
    double best = fmin(square_norm_at(a, d, 0), square_norm_at(a, d, 1));
    double tops[] = {-a.x, -a.y, a.y - a.x, -a.y - a.x};
    double bottoms[] = {d.x, d.y, d.x - d.y, d.x + d.y};
    for (size_t i = 0; i < sizeof tops / sizeof *tops; i++) {
        double t = bottoms[i] != 0 ? tops[i] / bottoms[i] : 0;
        if (t > 0 && t < 1)
            best = fmin(best, square_norm_at(a, d, t));
    }
    return best;
}

static bool crosses_ray(struct point a, struct point b) {
    return (a.y > 0) != (b.y > 0) && a.x - a.y * (b.x - a.x) / (b.y - a.y) > 0;
}

// Signed: positive inside, by the even-odd rule.
static double reach_at(const struct search *search, struct point at) {
    const struct pole_polygon *polygon = search->polygon;
    double nearest = INFINITY;
    bool inside = false;
    for (size_t ring = 0, start = 0; ring < polygon->ring_count; ring++) {
        size_t end = polygon->ring_ends[ring];
        for (size_t i = start, before = end - 1; i < end; before = i++) {
            struct point p = polygon->points[before], q = polygon->points[i];
            struct point a = {p.x / search->squeeze - at.x, p.y - at.y};
            struct point b = {q.x / search->squeeze - at.x, q.y - at.y};
            nearest = fmin(nearest, search->distance(a, b));
            inside ^= crosses_ray(a, b);
        }
        start = end;
    }
    return inside ? nearest : -nearest;
}

static void swap_cells(struct pole_cell *a, struct pole_cell *b) {
    struct pole_cell kept = *a;
    *a = *b;
    *b = kept;
}

static void push(struct search *search, struct point centre, double half) {
    double reach = reach_at(search, centre);
    ARENA_RESERVE(search->arena, search->heap, search->count, search->capacity);
    size_t i = search->count++;
    search->heap[i] = (struct pole_cell){centre, half, reach, reach + half * search->corner};
    for (; i > 0 && search->heap[(i - 1) / 2].promise < search->heap[i].promise; i = (i - 1) / 2)
        swap_cells(&search->heap[(i - 1) / 2], &search->heap[i]);
}

static struct pole_cell pop(struct search *search) {
    struct pole_cell top = search->heap[0];
    search->heap[0] = search->heap[--search->count];
    for (size_t i = 0;;) {
        size_t best = i;
        for (size_t child = 2 * i + 1; child <= 2 * i + 2 && child < search->count; child++) {
            if (search->heap[child].promise > search->heap[best].promise)
                best = child;
        }
        if (best == i)
            return top;
        swap_cells(&search->heap[i], &search->heap[best]);
        i = best;
    }
}

// The box around all points, x squeezed.
static struct rect bounds_of(const struct search *search) {
    const struct pole_polygon *polygon = search->polygon;
    size_t count = polygon->ring_count ? polygon->ring_ends[polygon->ring_count - 1] : 0;
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        double x = polygon->points[i].x / search->squeeze, y = polygon->points[i].y;
        left = fmin(left, x);
        right = fmax(right, x);
        top = fmin(top, y);
        bottom = fmax(bottom, y);
    }
    return count ? (struct rect){left, top, right - left, bottom - top} : (struct rect){0};
}

// The centre of mass of the outer outline is a good first guess; a convex region needs little more.
static struct point first_guess(const struct search *search) {
    const struct pole_polygon *polygon = search->polygon;
    double area = 0, x = 0, y = 0;
    struct point o = polygon->points[0];
    for (size_t i = 0, end = polygon->ring_ends[0], before = end - 1; i < end; before = i++) {
        struct point a = {polygon->points[before].x - o.x, polygon->points[before].y - o.y};
        struct point b = {polygon->points[i].x - o.x, polygon->points[i].y - o.y};
        double cross = a.x * b.y - b.x * a.y;
        area += cross;
        x += (a.x + b.x) * cross;
        y += (a.y + b.y) * cross;
    }
    if (area == 0)
        return (struct point){o.x / search->squeeze, o.y};
    return (struct point){(o.x + x / (3 * area)) / search->squeeze, o.y + y / (3 * area)};
}

static struct pole search_pole(struct search *search, double precision) {
    struct rect box = bounds_of(search);
    double side = fmin(box.width, box.height);
    if (side <= 0)
        return (struct pole){.at = {box.x * search->squeeze, box.y}, .reach = 0};
    push(search, first_guess(search), 0);
    for (double x = box.x; x < rect_right(box); x += side) {
        for (double y = box.y; y < rect_bottom(box); y += side)
            push(search, (struct point){x + side / 2, y + side / 2}, side / 2);
    }
    struct pole_cell best = {.reach = -INFINITY};
    for (size_t seen = 0; search->count > 0 && seen < CELL_LIMIT; seen++) {
        struct pole_cell cell = pop(search);
        if (cell.reach > best.reach)
            best = cell;
        if (cell.promise - best.reach <= precision)
            break;
        double half = cell.half / 2;
        for (int quarter = 0; quarter < 4; quarter++)
            push(search,
                 (struct point){cell.centre.x + (quarter & 1 ? half : -half),
                                cell.centre.y + (quarter & 2 ? half : -half)},
                 half);
    }
    return (struct pole){.at = {best.centre.x * search->squeeze, best.centre.y},
                         .reach = best.reach};
}

struct pole pole_of_circle(struct arena *arena, const struct pole_polygon *polygon,
                           double precision) {
    struct search search = {.arena = arena,
                            .polygon = polygon,
                            .distance = round_distance,
                            .squeeze = 1,
                            .corner = sqrt(2)};
    return search_pole(&search, precision);
}

struct pole pole_of_box(struct arena *arena, const struct pole_polygon *polygon, double aspect,
                        double precision) {
    struct search search = {.arena = arena,
                            .polygon = polygon,
                            .distance = square_distance,
                            .squeeze = aspect,
                            .corner = 1};
    return search_pole(&search, precision);
}

double pole_box_reach(const struct pole_polygon *polygon, double aspect, struct point at) {
    struct search search = {.polygon = polygon, .distance = square_distance, .squeeze = aspect};
    return reach_at(&search, (struct point){at.x / aspect, at.y});
}
