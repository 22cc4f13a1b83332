// From boundaries to px, and plain drawing of a whole layer.
#include "map/map_layer.h"

#include <math.h>

// Less than half a device pixel at --scale 2.
static const double TOLERANCE = 0.2;

struct map_layer map_layer_make(const struct map *map, const struct geo *geo) {
    struct mesh mesh =
        base_cache_mesh(map->context->bases, map->guide.arena, geo, &map->projection);
    return (struct map_layer){mesh.geo, mesh};
}

struct rect map_layer_bounds(const struct map_layer *layer) {
    const struct mesh *mesh = &layer->mesh;
    struct point least = {INFINITY, INFINITY}, most = {-INFINITY, -INFINITY};
    for (size_t i = 0; i < mesh->vertex_count; i++) {
        struct point at = mesh->places[i];
        least.x = at.x < least.x ? at.x : least.x;
        least.y = at.y < least.y ? at.y : least.y;
        most.x = at.x > most.x ? at.x : most.x;
        most.y = at.y > most.y ? at.y : most.y;
    }
    return (struct rect){least.x, least.y, most.x - least.x, most.y - least.y};
}

void map_layer_fit(const struct map *map, struct map_layer *layer) {
    struct mesh *mesh = &layer->mesh;
    for (size_t i = 0; i < mesh->vertex_count; i++) {
        struct point metres = mesh->places[i];
        mesh->places[i] = (struct point){map->origin.x + metres.x * map->px_per_metre,
                                         map->origin.y - metres.y * map->px_per_metre};
    }
    mesh_thin(mesh, TOLERANCE);
}

static bool is_seen(const struct map *map, const struct map_layer *layer,
                    const struct mesh_ring *ring) {
    struct path_builder outline = PATH_BUILDER(map->guide.arena);
    mesh_add_ring(&layer->mesh, ring, &outline);
    struct path path = path_done(&outline);
    return path.point_count > 2 && rect_overlaps(path_bounds(&path), map->area);
}

void map_layer_draw_land(const struct map *map, const struct map_layer *layer,
                         struct colour colour) {
    struct path_builder land = PATH_BUILDER(map->guide.arena);
    for (size_t i = 0; i < layer->mesh.ring_count; i++) {
        if (is_seen(map, layer, &layer->mesh.rings[i])) {
            mesh_add_ring(&layer->mesh, &layer->mesh.rings[i], &land);
        }
    }
    struct path path = path_done(&land);
    if (path.verb_count) { // a hairline of its own colour closes the cuts of the file
        scene_add_path(map->scene, ROLE_BORDER, OWNER_NONE,
                       (struct scene_path){.path = path,
                                           .fill = paint_solid(colour),
                                           .stroke = {.paint = paint_solid(colour), .width = 0.5},
                                           .even_odd = true,
                                           .opacity = 1});
    }
}

void map_layer_draw_borders(const struct map *map, const struct map_layer *layer, bool inner,
                            struct stroke stroke) {
    struct path_builder lines = PATH_BUILDER(map->guide.arena);
    mesh_add_borders(&layer->mesh, inner, &lines);
    struct path path = path_done(&lines);
    if (path.verb_count) {
        stroke.cap = CAP_SQUARE;
        stroke.join = JOIN_BEVEL;
        scene_add_path(map->scene, ROLE_BORDER, OWNER_NONE,
                       (struct scene_path){.path = path, .stroke = stroke, .opacity = 1});
    }
}
