// Boxes on a map that names keep off.
#include "map/map_busy.h"

void map_busy_add(struct map_busy *busy, struct rect rect) {
    ARENA_RESERVE(busy->arena, busy->items, busy->count, busy->capacity);
    busy->items[busy->count++] = rect;
}

struct rect *map_busy_obstacles(const struct map *map, const struct map_busy *busy, size_t extra,
                                size_t *count) {
    struct rect *all =
        ARENA_ARRAY(map->guide.arena, map->obstacle_count + busy->count + extra, struct rect);
    *count = 0;
    for (size_t i = 0; i < map->obstacle_count; i++) {
        all[(*count)++] = map->obstacles[i];
    }
    for (size_t i = 0; i < busy->count; i++) {
        all[(*count)++] = busy->items[i];
    }
    return all;
}
