// Boxes on a map that names keep off: symbols and flows.
#pragma once

#include "map/map.h"

struct map_busy {
    struct arena *arena;
    struct rect *items;
    size_t count, capacity;
};

void map_busy_add(struct map_busy *busy, struct rect rect);

// All of them behind the map's own obstacles (legends and furniture); `extra` more may follow.
struct rect *map_busy_obstacles(const struct map *map, const struct map_busy *busy, size_t extra,
                                size_t *count);
