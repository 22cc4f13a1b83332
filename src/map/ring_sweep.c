// The sweep: vertices from left to right, and a treap of the edges under the line.
#include "map/ring_sweep.h"

#include "base/sort.h"

#include <math.h>

#define NONE UINT32_MAX

static const double DEPTH = 1e-7; // degrees, about a centimetre

// From vertex i to the next of its ring.
struct edge {
    uint32_t left, right; // vertices, by x, then y
    uint32_t parent, child[2];
    uint32_t below, above; // its neighbours under the line
    bool inside_above;     // the polygon lies above it
};

struct sweep {
    struct arena *arena;
    struct point *points;
    uint32_t *ring; // of each vertex
    uint32_t *next, *before;
    struct edge *edges;
    size_t count;
    uint32_t root;
    size_t doubts; // holes that have been looked at closely
    struct sweep_fault fault;
};

// ---- geometry

static double turn(struct point a, struct point b, struct point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool comes_before(struct point a, struct point b) {
    return a.x < b.x || (a.x == b.x && a.y < b.y);
}

static double edge_turn(const struct sweep *sweep, uint32_t edge, uint32_t vertex) {
    const struct edge *e = &sweep->edges[edge];
    return turn(sweep->points[e->left], sweep->points[e->right], sweep->points[vertex]);
}

// Whether the edge `a`, which begins under the line now, lies above the edge `b`.
static bool lies_above(const struct sweep *sweep, uint32_t a, uint32_t b) {
    double start = edge_turn(sweep, b, sweep->edges[a].left);
    double end = edge_turn(sweep, b, sweep->edges[a].right);
    return start != 0 ? start > 0 : end != 0 ? end > 0 : a > b;
}

// How far the ends of `b` lie on both sides of the line through `a`: the lesser, degrees; at most 0
// when they lie on one side.
static double straddle(const struct sweep *sweep, uint32_t a, uint32_t b) {
    double low = edge_turn(sweep, a, sweep->edges[b].left);
    double high = edge_turn(sweep, a, sweep->edges[b].right);
    struct point from = sweep->points[sweep->edges[a].left];
    struct point to = sweep->points[sweep->edges[a].right];
    double length = hypot(to.x - from.x, to.y - from.y);
    return low * high < 0 ? fmin(fabs(low), fabs(high)) / length : 0;
}

static void check_crossing(struct sweep *sweep, uint32_t a, uint32_t b) {
    if (a == NONE || b == NONE || straddle(sweep, a, b) <= DEPTH ||
        straddle(sweep, b, a) <= DEPTH) {
        return;
    }
    double low = edge_turn(sweep, a, sweep->edges[b].left);
    double high = edge_turn(sweep, a, sweep->edges[b].right), share = low / (low - high);
    struct point from = sweep->points[sweep->edges[b].left];
    struct point to = sweep->points[sweep->edges[b].right];
    sweep->fault.crosses = true;
    sweep->fault.at =
        (struct point){from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

// ---- the edges under the line: a treap, whose priorities are hashes of the edges' numbers

static uint32_t priority(uint32_t edge) {
    edge ^= edge >> 16;
    edge *= 0x7feb352du;
    edge ^= edge >> 15;
    edge *= 0x846ca68bu;
    return edge ^ edge >> 16;
}

static void replace(struct sweep *sweep, uint32_t parent, uint32_t old, uint32_t edge) {
    if (parent == NONE) {
        sweep->root = edge;
    } else {
        struct edge *p = &sweep->edges[parent];
        p->child[p->child[1] == old] = edge;
    }
    if (edge != NONE) {
        sweep->edges[edge].parent = parent;
    }
}

// The edge takes its parent's place.
static void rotate_up(struct sweep *sweep, uint32_t edge) {
    struct edge *e = &sweep->edges[edge];
    uint32_t parent = e->parent;
    struct edge *p = &sweep->edges[parent];
    int side = p->child[1] == edge;
    uint32_t inner = e->child[!side];
    replace(sweep, p->parent, parent, edge);
    p->child[side] = inner;
    if (inner != NONE) {
        sweep->edges[inner].parent = parent;
    }
    e->child[!side] = parent;
    p->parent = edge;
}

static void insert(struct sweep *sweep, uint32_t edge) {
    struct edge *e = &sweep->edges[edge];
    uint32_t parent = NONE;
    int side = 0;
    e->below = e->above = e->child[0] = e->child[1] = NONE;
    for (uint32_t at = sweep->root; at != NONE; at = sweep->edges[at].child[side]) {
        side = lies_above(sweep, edge, at);
        *(side ? &e->below : &e->above) = at;
        parent = at;
    }
    e->parent = parent;
    if (parent == NONE) {
        sweep->root = edge;
    } else {
        sweep->edges[parent].child[side] = edge;
    }
    if (e->below != NONE) {
        sweep->edges[e->below].above = edge;
    }
    if (e->above != NONE) {
        sweep->edges[e->above].below = edge;
    }
    while (e->parent != NONE && priority(e->parent) < priority(edge)) {
        rotate_up(sweep, edge);
    }
}

static void take_out(struct sweep *sweep, uint32_t edge) {
    struct edge *e = &sweep->edges[edge];
    while (e->child[0] != NONE && e->child[1] != NONE) {
        bool right = priority(e->child[1]) > priority(e->child[0]);
        rotate_up(sweep, e->child[right]);
    }
    replace(sweep, e->parent, edge, e->child[0] != NONE ? e->child[0] : e->child[1]);
    if (e->below != NONE) {
        sweep->edges[e->below].above = e->above;
    }
    if (e->above != NONE) {
        sweep->edges[e->above].below = e->below;
    }
}

// ---- holes

// Even-odd, of the outer ring alone; a point on its border counts as inside.
static bool holds(const struct sweep *sweep, struct point point) {
    bool inside = false;
    for (uint32_t i = 0; i < sweep->count && sweep->ring[i] == 0; i++) {
        struct point a = sweep->points[i], b = sweep->points[sweep->next[i]];
        double side = turn(a, b, point);
        bool spans = (a.y > point.y) != (b.y > point.y);
        inside = inside != (spans && (side > 0) == (b.y > a.y));
        bool near = fabs(side) <= DEPTH * hypot(b.x - a.x, b.y - a.y);
        if (near && point.x >= fmin(a.x, b.x) - DEPTH && point.x <= fmax(a.x, b.x) + DEPTH &&
            point.y >= fmin(a.y, b.y) - DEPTH && point.y <= fmax(a.y, b.y) + DEPTH) {
            return true;
        }
    }
    return inside;
}

// At the leftmost vertex of a hole the polygon must lie around it. The sweep has its doubts too
// where rings touch: only a close look counts, and a few of these.
static void check_hole(struct sweep *sweep, uint32_t vertex, bool inside) {
    enum { DOUBTS = 8 };
    if (inside || sweep->fault.outside || sweep->doubts++ >= DOUBTS ||
        holds(sweep, sweep->points[vertex])) {
        return;
    }
    sweep->fault.outside = true;
    sweep->fault.outside_at = sweep->points[vertex];
}

// ---- the sweep

static void start_edge(struct sweep *sweep, uint32_t edge) {
    struct edge *e = &sweep->edges[edge];
    insert(sweep, edge);
    bool below = e->below != NONE && sweep->edges[e->below].inside_above;
    bool upright = sweep->points[e->left].x == sweep->points[e->right].x;
    e->inside_above = upright ? below : !below;
    check_crossing(sweep, edge, e->below);
    check_crossing(sweep, edge, e->above);
}

static void end_edge(struct sweep *sweep, uint32_t edge) {
    uint32_t below = sweep->edges[edge].below, above = sweep->edges[edge].above;
    take_out(sweep, edge);
    check_crossing(sweep, below, above);
}

static void visit(struct sweep *sweep, uint32_t vertex) {
    uint32_t edges[2] = {sweep->before[vertex], vertex}; // by the vertex that they leave
    bool first = sweep->edges[edges[0]].left == vertex && sweep->edges[edges[1]].left == vertex;
    if (first && lies_above(sweep, edges[0], edges[1])) { // the lower one first
        edges[0] = vertex;
        edges[1] = sweep->before[vertex];
    }
    for (int i = 0; i < 2; i++) {
        if (sweep->edges[edges[i]].right == vertex) {
            end_edge(sweep, edges[i]);
        }
    }
    for (int i = 0; i < 2; i++) {
        if (sweep->edges[edges[i]].left == vertex) {
            start_edge(sweep, edges[i]);
        }
    }
    if (first && sweep->ring[vertex] > 0) {
        uint32_t below = sweep->edges[edges[0]].below;
        check_hole(sweep, vertex, below != NONE && sweep->edges[below].inside_above);
    }
}

static int compare_vertices(const void *a, const void *b, const void *context) {
    const struct point *points = context;
    struct point p = points[*(const uint32_t *)a], q = points[*(const uint32_t *)b];
    return comes_before(p, q) ? -1 : comes_before(q, p);
}

// Vertices in order: put into as many buckets as there are vertices, then each bucket is sorted.
static uint32_t *order_vertices(const struct sweep *sweep) {
    size_t count = sweep->count;
    uint32_t *order = ARENA_ARRAY(sweep->arena, count, uint32_t);
    uint32_t *bucket = ARENA_ARRAY(sweep->arena, count, uint32_t);
    uint32_t *ends = ARENA_ARRAY(sweep->arena, count + 1, uint32_t);
    double least = INFINITY, most = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        least = fmin(least, sweep->points[i].x);
        most = fmax(most, sweep->points[i].x);
    }
    double scale = most > least ? (double)(count - 1) / (most - least) : 0;
    for (size_t i = 0; i < count; i++) {
        bucket[i] = (uint32_t)fmin((sweep->points[i].x - least) * scale, (double)(count - 1));
        ends[bucket[i] + 1]++;
    }
    for (size_t i = 1; i <= count; i++) {
        ends[i] += ends[i - 1];
    }
    for (size_t i = 0; i < count; i++) {
        order[ends[bucket[i]]++] = (uint32_t)i; // now the bucket's end
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t start = i ? ends[i - 1] : 0;
        if (ends[i] - start > 1) {
            sort_stable(sweep->arena, order + start, ends[i] - start, sizeof *order,
                        compare_vertices, sweep->points);
        }
    }
    return order;
}

// ---- the polygon

// Adds a ring without vertices that repeat the one before. False when it jumps over a meridian.
static bool add_ring(struct sweep *sweep, const struct sweep_ring *ring, uint32_t number) {
    size_t first = sweep->count;
    for (size_t i = 0; i < ring->count; i++) {
        struct point at = ring->points[i], last = ring->points[i ? i - 1 : ring->count - 1];
        if (fabs(at.x - last.x) > 180) {
            return false;
        }
        if (at.x != last.x || at.y != last.y) {
            sweep->points[sweep->count] = at;
            sweep->ring[sweep->count++] = number;
        }
    }
    if (sweep->count - first < 2) { // a single place
        sweep->count = first;
    }
    for (size_t i = first; i < sweep->count; i++) {
        bool last = i + 1 == sweep->count;
        sweep->next[i] = (uint32_t)(last ? first : i + 1);
        sweep->before[sweep->next[i]] = (uint32_t)i;
    }
    return true;
}

static void make_edges(struct sweep *sweep) {
    sweep->edges = ARENA_ARRAY(sweep->arena, sweep->count, struct edge);
    for (uint32_t i = 0; i < sweep->count; i++) {
        uint32_t next = sweep->next[i];
        bool forward = comes_before(sweep->points[i], sweep->points[next]);
        sweep->edges[i].left = forward ? i : next;
        sweep->edges[i].right = forward ? next : i;
    }
}

struct sweep_fault ring_sweep(struct arena *scratch, const struct sweep_ring *rings, size_t count) {
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        most += rings[i].count;
    }
    struct sweep sweep = {.arena = scratch,
                          .points = ARENA_ARRAY(scratch, most, struct point),
                          .ring = ARENA_ARRAY(scratch, most, uint32_t),
                          .next = ARENA_ARRAY(scratch, most, uint32_t),
                          .before = ARENA_ARRAY(scratch, most, uint32_t),
                          .root = NONE};
    for (size_t i = 0; i < count; i++) {
        if (!add_ring(&sweep, &rings[i], (uint32_t)i)) {
            return sweep.fault;
        }
    }
    make_edges(&sweep);
    const uint32_t *order = order_vertices(&sweep);
    for (size_t i = 0; i < sweep.count && !sweep.fault.crosses; i++) {
        visit(&sweep, order[i]);
    }
    return sweep.fault;
}
