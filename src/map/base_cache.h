// What the figures of a run share of their maps: boundary files, and their borders in a projection.
#pragma once

#include "map/mesh.h"
#include "map/projection.h"

struct base_cache;

struct base_cache *base_cache_new(struct arena *run);
struct arena *base_cache_arena(const struct base_cache *cache);

// False when the path was not kept. *geo is NULL where the file had a fault.
// Warnings of reading it count again, for the figure that uses it now.
bool base_cache_find(const struct base_cache *cache, struct str path, struct diag *diag,
                     const struct geo **geo);
// Both live as long as the run.
void base_cache_keep(struct base_cache *cache, struct str path, const struct geo *geo,
                     size_t warnings);

// Boundaries cut for the projection and joined; places are metres, to be changed as the caller
// likes. Made once for a kept file and projection; without a cache, or for a part of a file, made
// in `arena`.
struct mesh base_cache_mesh(struct base_cache *cache, struct arena *arena, const struct geo *geo,
                            const struct projection *projection);
