// Each line is cut by the polygon's edges (even-odd), in coordinates turned by 45°.
#include "map/hatch.h"

#include "base/sort.h"

#include <math.h>

static const double TURN = 0.70710678118654752; // cos 45° = sin 45°

static struct point turn(struct point p) {
    return (struct point){(p.x + p.y) * TURN, (p.y - p.x) * TURN};
}

static struct point turn_back(double x, double y) {
    return (struct point){(x - y) * TURN, (x + y) * TURN};
}

struct crossing {
    double line, at;
};

struct crossings {
    struct arena *arena;
    struct crossing *items;
    size_t count, capacity;
    double gap;
};

static void cross_edge(struct crossings *all, struct point from, struct point to) {
    struct point a = turn(from), b = turn(to);
    if (a.y > b.y) {
        struct point swap = a;
        a = b;
        b = swap;
    }
    for (double line = ceil(a.y / all->gap); line * all->gap < b.y; line++) {
        double t = (line * all->gap - a.y) / (b.y - a.y);
        ARENA_RESERVE(all->arena, all->items, all->count, all->capacity);
        all->items[all->count++] = (struct crossing){line, a.x + (b.x - a.x) * t};
    }
}

static int compare(const void *x, const void *y, const void *context) {
    (void)context;
    const struct crossing *a = x, *b = y;
    if (a->line != b->line) {
        return a->line < b->line ? -1 : 1;
    }
    return (a->at > b->at) - (a->at < b->at);
}

static void add_lines(struct crossings *all, struct path_builder *out) {
    sort_stable(all->arena, all->items, all->count, sizeof *all->items, compare, NULL);
    for (size_t i = 0; i + 1 < all->count; i += 2) {
        const struct crossing *a = &all->items[i], *b = &all->items[i + 1];
        struct point from = turn_back(a->at, a->line * all->gap);
        struct point to = turn_back(b->at, b->line * all->gap);
        path_move(out, from.x, from.y);
        path_line(out, to.x, to.y);
    }
}

static void cross_path(struct crossings *all, const struct path *path) {
    struct point start = {0, 0}, at = {0, 0};
    for (size_t i = 0, next = 0; i < path->verb_count; i++) {
        struct point to = path->verbs[i] == PATH_CLOSE ? start : path->points[next++];
        if (path->verbs[i] == PATH_MOVE) {
            start = to;
        } else {
            cross_edge(all, at, to);
        }
        at = to;
    }
}

void hatch_add_feature(struct arena *arena, const struct mesh *mesh, size_t feature, double gap,
                       struct path_builder *out) {
    struct path_builder outline = PATH_BUILDER(arena);
    mesh_add_feature(mesh, feature, &outline);
    struct path path = path_done(&outline);
    struct crossings all = {.arena = arena, .gap = gap};
    cross_path(&all, &path);
    add_lines(&all, out);
}

void hatch_add_rect(struct rect rect, double gap, struct path_builder *out) {
    struct path_builder outline = PATH_BUILDER(out->arena);
    path_rect(&outline, rect);
    struct path path = path_done(&outline);
    struct crossings all = {.arena = out->arena, .gap = gap};
    cross_path(&all, &path);
    add_lines(&all, out);
}
