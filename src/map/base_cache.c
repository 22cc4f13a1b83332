// Keeping boundary files and their meshes.
#include "map/base_cache.h"

#include "map/geo_cut.h"

#include <string.h>

enum { MESH_LIMIT = 8 }; // kept at most: a mesh is as large as its file

struct file_slot {
    struct str path;
    const struct geo *geo; // NULL: has a fault, which was reported
    size_t warnings;       // reported when it was read
};

struct mesh_slot {
    const struct geo *geo;
    struct projection projection;
    struct mesh mesh;
};

struct base_cache {
    struct arena *arena;
    struct file_slot *files;
    size_t file_count, file_capacity;
    struct mesh_slot meshes[MESH_LIMIT];
    size_t mesh_count;
};

struct base_cache *base_cache_new(struct arena *run) {
    struct base_cache *cache = ARENA_NEW(run, struct base_cache);
    cache->arena = run;
    return cache;
}

struct arena *base_cache_arena(const struct base_cache *cache) {
    return cache->arena;
}

bool base_cache_find(const struct base_cache *cache, struct str path, struct diag *diag,
                     const struct geo **geo) {
    for (size_t i = 0; i < cache->file_count; i++) {
        if (str_equal(cache->files[i].path, path)) {
            *geo = cache->files[i].geo;
            diag_repeat(diag, DIAG_WARNING, cache->files[i].warnings);
            return true;
        }
    }
    return false;
}

void base_cache_keep(struct base_cache *cache, struct str path, const struct geo *geo,
                     size_t warnings) {
    ARENA_RESERVE(cache->arena, cache->files, cache->file_count, cache->file_capacity);
    cache->files[cache->file_count++] = (struct file_slot){path, geo, warnings};
}

// ---- meshes

static struct mesh make_mesh(struct arena *arena, const struct geo *geo,
                             const struct projection *projection) {
    struct mesh mesh = mesh_make(arena, geo_cut(arena, geo, projection));
    for (size_t i = 0; i < mesh.vertex_count; i++) {
        mesh.places[i] = projection_forward(projection, mesh.vertices[i].x, mesh.vertices[i].y);
    }
    return mesh;
}

// With places and marks of its own.
static struct mesh copy_mesh(struct arena *arena, const struct mesh *mesh) {
    struct mesh copy = *mesh;
    copy.places = ARENA_ARRAY(arena, mesh->vertex_count, struct point);
    copy.kept = ARENA_ARRAY(arena, mesh->vertex_count, bool);
    memcpy(copy.places, mesh->places, mesh->vertex_count * sizeof *mesh->places);
    return copy;
}

static bool is_kept_file(const struct base_cache *cache, const struct geo *geo) {
    for (size_t i = 0; i < cache->file_count; i++) {
        if (cache->files[i].geo == geo) {
            return true;
        }
    }
    return false;
}

static bool same_projection(const struct projection *a, const struct projection *b) {
    return a->kind == b->kind && a->lon_0 == b->lon_0 && a->lat_0 == b->lat_0 &&
           a->lat_1 == b->lat_1 && a->lat_2 == b->lat_2;
}

struct mesh base_cache_mesh(struct base_cache *cache, struct arena *arena, const struct geo *geo,
                            const struct projection *projection) {
    if (!cache || !is_kept_file(cache, geo)) {
        return make_mesh(arena, geo, projection);
    }
    for (size_t i = 0; i < cache->mesh_count; i++) {
        if (cache->meshes[i].geo == geo &&
            same_projection(&cache->meshes[i].projection, projection)) {
            return copy_mesh(arena, &cache->meshes[i].mesh);
        }
    }
    if (cache->mesh_count == MESH_LIMIT) {
        return make_mesh(arena, geo, projection);
    }
    struct mesh_slot *slot = &cache->meshes[cache->mesh_count++];
    *slot = (struct mesh_slot){geo, *projection, make_mesh(cache->arena, geo, projection)};
    return copy_mesh(arena, &slot->mesh);
}
