// Leaving out vertices that no one can see: one pass along each arc.
//
// From the last kept vertex a sector is narrowed to the directions that pass all skipped vertices
// within the tolerance (Williams 1978, "bounded straight-line approximation"); a vertex outside it,
// or one that turns back, ends the stretch.
#include "map/mesh.h"

#include <math.h>

struct sector {
    struct point from;
    struct point low, high; // directions
    bool open;              // no limits yet
    double furthest;
};

// Places are px: no need of hypot's care for the largest numbers.
static double distance(struct point a, struct point b) {
    return sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

static double cross(struct point a, struct point b) {
    return a.x * b.y - a.y * b.x;
}

static void start_at(struct sector *sector, struct point from) {
    *sector = (struct sector){.from = from, .open = true};
}

// Whether the line from the sector's start to `to` passes all it has seen; then narrows it.
static bool admits(struct sector *sector, struct point to, double tolerance) {
    struct point way = {to.x - sector->from.x, to.y - sector->from.y};
    double length = distance(sector->from, to);
    if (length <= tolerance) {
        return sector->furthest <= 2 * tolerance;
    }
    if (length < sector->furthest - tolerance ||
        (!sector->open && (cross(sector->low, way) < 0 || cross(way, sector->high) < 0))) {
        return false;
    }
    double sine = tolerance / length, cosine = sqrt(1 - sine * sine);
    struct point low = {way.x * cosine + way.y * sine, way.y * cosine - way.x * sine};
    struct point high = {way.x * cosine - way.y * sine, way.y * cosine + way.x * sine};
    if (sector->open || cross(sector->low, low) > 0) {
        sector->low = low;
    }
    if (sector->open || cross(high, sector->high) > 0) {
        sector->high = high;
    }
    sector->open = false;
    sector->furthest = length > sector->furthest ? length : sector->furthest;
    return true;
}

static void thin_stretch(struct mesh *mesh, const uint32_t *chain, size_t count, double tolerance) {
    struct sector sector;
    start_at(&sector, mesh->places[chain[0]]);
    mesh->kept[chain[0]] = mesh->kept[chain[count - 1]] = true;
    for (size_t i = 1; i < count; i++) {
        struct point to = mesh->places[chain[i]];
        if (!admits(&sector, to, tolerance)) {
            mesh->kept[chain[i - 1]] = true;
            start_at(&sector, mesh->places[chain[i - 1]]);
            admits(&sector, to, tolerance);
        }
    }
}

// A closed arc is cut at the vertex farthest from its first, so that it never shrinks to a line.
static void thin_closed(struct mesh *mesh, const uint32_t *chain, size_t count, double tolerance) {
    struct point first = mesh->places[chain[0]];
    size_t far = 1;
    double most = 0;
    for (size_t i = 1; i + 1 < count; i++) {
        double away = distance(mesh->places[chain[i]], first);
        far = away > most ? i : far;
        most = away > most ? away : most;
    }
    thin_stretch(mesh, chain, far + 1, tolerance);
    thin_stretch(mesh, chain + far, count - far, tolerance);
}

void mesh_thin(struct mesh *mesh, double tolerance) {
    for (size_t i = 0; i < mesh->arc_count; i++) {
        const struct mesh_arc *arc = &mesh->arcs[i];
        const uint32_t *chain = mesh->chain + arc->start;
        if (chain[0] == chain[arc->count - 1] && arc->count > 2) {
            thin_closed(mesh, chain, arc->count, tolerance);
        } else {
            thin_stretch(mesh, chain, arc->count, tolerance);
        }
    }
}
