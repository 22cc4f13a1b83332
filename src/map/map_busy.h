// Boxes on a map that names keep off: symbols and flows.
#pragma once

#include "map/map.h"

struct map_busy {
    struct arena *arena;
    struct rect *items;
    size_t count, capacity;
};

static inline void map_busy_add(struct map_busy *busy, struct rect rect) {
    ARENA_RESERVE(busy->arena, busy->items, busy->count, busy->capacity);
    busy->items[busy->count++] = rect;
}
