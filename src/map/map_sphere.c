// A thin line around the earth, so that land cut by it does not end in the air.
#include "map/map_sphere.h"

#include "map/geo_cut.h"

#include <math.h>

static const double WORLD = 300; // degrees of longitude that make a base one of the earth

static bool is_world(const struct map *map) {
    return map->whole->extent.width >= WORLD;
}

struct rect map_sphere_bounds(const struct map *map) {
    if (!is_world(map)) {
        return (struct rect){0};
    }
    struct ring ring = geo_cut_edge(map->guide.arena, &map->projection);
    struct point least = {INFINITY, INFINITY}, most = {-INFINITY, -INFINITY};
    for (size_t i = 0; i < ring.count; i++) {
        struct point at = projection_forward(&map->projection, ring.points[i].x, ring.points[i].y);
        least = (struct point){fmin(least.x, at.x), fmin(least.y, at.y)};
        most = (struct point){fmax(most.x, at.x), fmax(most.y, at.y)};
    }
    return (struct rect){least.x, least.y, most.x - least.x, most.y - least.y};
}

void map_sphere_draw(const struct map *map) {
    if (!is_world(map)) {
        return;
    }
    struct ring ring = geo_cut_edge(map->guide.arena, &map->projection);
    struct path_builder edge = PATH_BUILDER(map->guide.arena);
    for (size_t i = 0; i < ring.count; i++) {
        struct point at = map_place(map, ring.points[i].x, ring.points[i].y);
        if (i) {
            path_line(&edge, at.x, at.y);
        } else {
            path_move(&edge, at.x, at.y);
        }
    }
    path_close(&edge);
    struct colour line = colour_mix(map->style->paper, map->style->ink, 0.35);
    scene_add_path(map->scene, ROLE_BORDER, OWNER_NONE,
                   (struct scene_path){.path = path_done(&edge),
                                       .stroke = {.paint = paint_solid(line), .width = 1},
                                       .opacity = 1});
}
