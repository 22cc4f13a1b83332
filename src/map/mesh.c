// From rings to shared arcs, by way of distinct vertices and junctions (as TopoJSON's writer does).
#include "map/mesh.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#define NO_VERTEX UINT32_MAX

static uint64_t mix(uint64_t x) {
    x ^= x >> 33;
    x *= 0xff51afd7ed558ccdULL;
    x ^= x >> 33;
    x *= 0xc4ceb9fe1a85ec53ULL;
    return x ^ x >> 33;
}

static uint64_t hash_point(struct point point) {
    uint64_t bits[2];
    struct point plain = {point.x + 0.0, point.y + 0.0}; // -0 is 0
    memcpy(bits, &plain, sizeof bits);
    return mix(bits[0] + mix(bits[1]));
}

static size_t table_size(size_t count) {
    size_t size = 16;
    while (size < 2 * count) {
        size *= 2;
    }
    return size;
}

// ---- distinct vertices

struct builder {
    struct arena *arena;
    struct mesh *mesh;
    uint32_t *ids;         // of each point of the geo
    uint32_t (*beside)[2]; // neighbours of each vertex, NO_VERTEX: none yet
    bool *junction;
    uint32_t *arc_slots; // hash table of arcs: index + 1
    size_t arc_slot_count;
    size_t chain_count, chain_capacity, arc_capacity, ref_count, ref_capacity;
};

static uint32_t number_vertex(struct mesh *mesh, uint32_t *slots, size_t size, struct point point) {
    size_t slot = hash_point(point) & (size - 1);
    while (slots[slot] && (mesh->vertices[slots[slot] - 1].x != point.x ||
                           mesh->vertices[slots[slot] - 1].y != point.y)) {
        slot = (slot + 1) & (size - 1);
    }
    if (!slots[slot]) {
        mesh->vertices[mesh->vertex_count++] = point;
        slots[slot] = (uint32_t)mesh->vertex_count;
    }
    return slots[slot] - 1;
}

static void number_vertices(struct builder *b) {
    const struct geo *geo = b->mesh->geo;
    size_t size = table_size(geo->point_count);
    uint32_t *slots = ARENA_ARRAY(b->arena, size, uint32_t);
    struct mesh *mesh = b->mesh;
    mesh->vertices = ARENA_ARRAY(b->arena, geo->point_count, struct point);
    b->ids = ARENA_ARRAY(b->arena, geo->point_count, uint32_t);
    for (size_t i = 0; i < geo->feature_count; i++) {
        const struct geo_feature *feature = &geo->features[i];
        for (size_t j = feature->part_start; j < feature->part_end; j++) {
            const struct geo_part *part = &geo->parts[j];
            for (size_t k = 0; part->kind == GEO_POLYGON && k < part->count; k++) {
                b->ids[part->start + k] =
                    number_vertex(mesh, slots, size, geo->points[part->start + k]);
            }
        }
    }
}

// ---- junctions: vertices whose neighbours are not the same two everywhere

static void meet(struct builder *b, uint32_t vertex, uint32_t before, uint32_t after) {
    uint32_t *known = b->beside[vertex];
    if (known[0] == NO_VERTEX) {
        known[0] = before;
        known[1] = after;
    } else if (!(known[0] == before && known[1] == after) &&
               !(known[0] == after && known[1] == before)) {
        b->junction[vertex] = true;
    }
}

static void meet_ring(struct builder *b, const struct geo_part *part) {
    const uint32_t *ring = b->ids + part->start;
    for (size_t j = 0; j < part->count; j++) {
        meet(b, ring[j], ring[(j + part->count - 1) % part->count], ring[(j + 1) % part->count]);
    }
}

static void find_junctions(struct builder *b) {
    const struct geo *geo = b->mesh->geo;
    b->junction = ARENA_ARRAY(b->arena, b->mesh->vertex_count, bool);
    b->beside = arena_alloc_array(b->arena, b->mesh->vertex_count, sizeof *b->beside);
    memset(b->beside, 0xff, b->mesh->vertex_count * sizeof *b->beside);
    for (size_t i = 0; i < geo->feature_count; i++) {
        const struct geo_feature *feature = &geo->features[i];
        for (size_t j = feature->part_start; j < feature->part_end; j++) {
            if (geo->parts[j].kind == GEO_POLYGON) {
                meet_ring(b, &geo->parts[j]);
            }
        }
    }
}

// ---- arcs

// `count` vertices of a ring from `from` on; the walk wraps around.
struct walk {
    const uint32_t *ring;
    size_t length, from, count;
};

static uint32_t step(const struct walk *walk, size_t i, bool backward) {
    assert(walk->length > 0);
    size_t at = backward ? walk->count - 1 - i : i;
    return walk->ring[(walk->from + at) % walk->length];
}

static void append_chain(struct builder *b, const struct walk *walk, bool backward,
                         struct mesh_arc *arc) {
    arc->start = b->chain_count;
    arc->count = walk->count;
    for (size_t i = 0; i < walk->count; i++) {
        ARENA_RESERVE(b->arena, b->mesh->chain, b->chain_count, b->chain_capacity);
        b->mesh->chain[b->chain_count++] = step(walk, i, backward);
    }
}

// A chain is known by its first two vertices, read from the end where these are smaller.
static bool runs_backward(const struct walk *walk) {
    uint32_t a = step(walk, 0, false), b = step(walk, 0, true);
    return a != b ? b < a : step(walk, 1, true) < step(walk, 1, false);
}

static void grow_slots(struct builder *b) {
    size_t size = b->arc_slot_count ? 2 * b->arc_slot_count : 64;
    uint32_t *slots = ARENA_ARRAY(b->arena, size, uint32_t);
    for (size_t i = 0; i < b->mesh->arc_count; i++) {
        const uint32_t *chain = b->mesh->chain + b->mesh->arcs[i].start;
        size_t slot = mix((uint64_t)chain[0] << 32 | chain[1]) & (size - 1);
        while (slots[slot]) {
            slot = (slot + 1) & (size - 1);
        }
        slots[slot] = (uint32_t)i + 1;
    }
    b->arc_slots = slots;
    b->arc_slot_count = size;
}

static size_t find_arc(struct builder *b, const struct walk *walk, bool backward,
                       uint32_t feature) {
    struct mesh *mesh = b->mesh;
    if (2 * mesh->arc_count >= b->arc_slot_count) {
        grow_slots(b);
    }
    uint32_t first = step(walk, 0, backward), second = step(walk, 1, backward);
    size_t slot = mix((uint64_t)first << 32 | second) & (b->arc_slot_count - 1);
    for (; b->arc_slots[slot]; slot = (slot + 1) & (b->arc_slot_count - 1)) {
        struct mesh_arc *arc = &mesh->arcs[b->arc_slots[slot] - 1];
        assert(mesh->chain); // of an arc that is there
        const uint32_t *chain = mesh->chain + arc->start;
        if (chain[0] == first && chain[1] == second) {
            arc->uses++;
            arc->shared = arc->shared || arc->feature != feature;
            return b->arc_slots[slot] - 1;
        }
    }
    ARENA_RESERVE(b->arena, mesh->arcs, mesh->arc_count, b->arc_capacity);
    struct mesh_arc *arc = &mesh->arcs[mesh->arc_count];
    *arc = (struct mesh_arc){.uses = 1, .feature = feature};
    append_chain(b, walk, backward, arc);
    b->arc_slots[slot] = (uint32_t)++mesh->arc_count;
    return mesh->arc_count - 1;
}

static void add_ref(struct builder *b, const struct walk *walk, uint32_t feature) {
    bool backward = runs_backward(walk);
    int32_t arc = (int32_t)find_arc(b, walk, backward, feature);
    ARENA_RESERVE(b->arena, b->mesh->refs, b->ref_count, b->ref_capacity);
    b->mesh->refs[b->ref_count++] = backward ? -1 - arc : arc;
}

static size_t first_junction(const struct builder *b, const uint32_t *ring, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (b->junction[ring[i]]) {
            return i;
        }
    }
    return length;
}

static void cut_ring(struct builder *b, const struct geo_part *part, uint32_t feature) {
    struct walk walk = {.ring = b->ids + part->start, .length = part->count};
    size_t start = first_junction(b, walk.ring, walk.length);
    if (start == walk.length) { // closed: from its smallest vertex
        for (size_t i = start = 0; i < walk.length; i++) {
            start = walk.ring[i] < walk.ring[start] ? i : start;
        }
        walk.from = start;
        walk.count = walk.length + 1;
        add_ref(b, &walk, feature);
        return;
    }
    walk.from = start;
    for (size_t i = 1; i <= walk.length; i++) {
        size_t at = start + i;
        if (b->junction[walk.ring[at % walk.length]]) {
            walk.count = at - walk.from + 1;
            add_ref(b, &walk, feature);
            walk.from = at;
        }
    }
}

static void cut_rings(struct builder *b) {
    struct mesh *mesh = b->mesh;
    const struct geo *geo = mesh->geo;
    mesh->rings = ARENA_ARRAY(b->arena, geo->part_count, struct mesh_ring);
    mesh->ring_first = ARENA_ARRAY(b->arena, geo->feature_count + 1, size_t);
    for (size_t i = 0; i < geo->feature_count; i++) {
        const struct geo_feature *feature = &geo->features[i];
        mesh->ring_first[i] = mesh->ring_count;
        for (size_t j = feature->part_start; j < feature->part_end; j++) {
            if (geo->parts[j].kind == GEO_POLYGON) {
                struct mesh_ring *ring = &mesh->rings[mesh->ring_count++];
                *ring = (struct mesh_ring){.start = b->ref_count, .part = j};
                cut_ring(b, &geo->parts[j], (uint32_t)i);
                ring->count = b->ref_count - ring->start;
            }
        }
    }
    mesh->ring_first[geo->feature_count] = mesh->ring_count;
}

struct mesh mesh_make(struct arena *arena, const struct geo *geo) {
    struct mesh mesh = {.geo = geo};
    struct builder b = {.arena = arena, .mesh = &mesh};
    number_vertices(&b);
    find_junctions(&b);
    cut_rings(&b);
    mesh.places = ARENA_ARRAY(arena, mesh.vertex_count, struct point);
    mesh.kept = ARENA_ARRAY(arena, mesh.vertex_count, bool);
    return mesh;
}

// ---- paths

static size_t arc_of(int32_t ref) {
    return (size_t)(ref < 0 ? -1 - ref : ref);
}

void mesh_add_ring(const struct mesh *mesh, const struct mesh_ring *ring,
                   struct path_builder *out) {
    bool begun = false;
    for (size_t i = 0; i < ring->count; i++) {
        int32_t ref = mesh->refs[ring->start + i];
        const struct mesh_arc *arc = &mesh->arcs[arc_of(ref)];
        for (size_t j = 0; j + 1 < arc->count; j++) { // the next arc begins where this one ends
            uint32_t vertex = mesh->chain[arc->start + (ref < 0 ? arc->count - 1 - j : j)];
            struct point at = mesh->places[vertex];
            if (!mesh->kept[vertex]) {
                continue;
            }
            if (begun) {
                path_line(out, at.x, at.y);
            } else {
                path_move(out, at.x, at.y);
            }
            begun = true;
        }
    }
    if (begun) {
        path_close(out);
    }
}

void mesh_add_feature(const struct mesh *mesh, size_t feature, struct path_builder *out) {
    for (size_t i = mesh->ring_first[feature]; i < mesh->ring_first[feature + 1]; i++) {
        mesh_add_ring(mesh, &mesh->rings[i], out);
    }
}

void mesh_add_borders(const struct mesh *mesh, bool shared, struct path_builder *out) {
    for (size_t i = 0; i < mesh->arc_count; i++) {
        const struct mesh_arc *arc = &mesh->arcs[i];
        if (shared ? !arc->shared : arc->uses != 1) {
            continue;
        }
        bool begun = false;
        for (size_t j = 0; j < arc->count; j++) {
            uint32_t vertex = mesh->chain[arc->start + j];
            struct point at = mesh->places[vertex];
            if (mesh->kept[vertex] && begun) {
                path_line(out, at.x, at.y);
            } else if (mesh->kept[vertex]) {
                path_move(out, at.x, at.y);
                begun = true;
            }
        }
    }
}
