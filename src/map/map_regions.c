// Naming, finding and filling regions.
#include "map/map_regions.h"

#include "base/i18n.h"
#include "map/hatch.h"
#include "map/map_look.h"
#include "map/region_name.h"

#include <math.h>

void map_regions_list(struct map *map) {
    const struct geo *geo = map->subject.geo;
    struct arena *arena = map->guide.arena;
    map->region_count = geo->feature_count;
    map->regions = ARENA_ARRAY(arena, geo->feature_count, struct map_region);
    map->repeated = ARENA_ARRAY(arena, geo->feature_count, bool);
    map->names.arena = arena;
    for (size_t i = 0; i < geo->feature_count; i++) {
        struct map_region *region = &map->regions[i];
        region->feature = &geo->features[i];
        region->name = geo_name(region->feature);
        region->fill = map_look_land(map->style);
        size_t known = map->names.count;
        size_t index = name_index_add(&map->names, region->name);
        map->repeated[index] = index < known;
    }
}

struct map_region *map_find_region(const struct map *map, struct diag_place place,
                                   struct str written) {
    const struct geo *geo = map->subject.geo;
    size_t index = name_index_find(&map->names, written);
    bool unique = map->names.count == map->region_count; // then the two orders are one
    long found = unique && index != SIZE_MAX ? (long)index : region_name_find(geo, written);
    if (found >= 0) {
        return &map->regions[found];
    }
    struct str hint = region_name_hint(map->guide.arena, map->guide.diag, geo, written);
    if (found == REGION_SEVERAL) {
        diag_error(map->guide.diag, DIAG_NO_SUCH_REGION, place, hint,
                   _("“%.*s” means several regions"), STR_ARG(written));
    } else {
        diag_error(map->guide.diag, DIAG_NO_SUCH_REGION, place, hint,
                   _("the base has no region “%.*s”"), STR_ARG(written));
    }
    return NULL;
}

bool map_regions_highlight(struct map *map) {
    const struct json *names = json_get(map->json, "highlight");
    bool sound = true;
    for (const struct json *name = names ? names->first : NULL; name; name = name->next) {
        struct map_region *region =
            map_find_region(map, json_place(map->guide.arena, name), name->string);
        sound = sound && region;
        if (region) {
            region->highlighted = true;
            region->fill = region->filled ? region->fill : map_look_highlight(map);
        }
    }
    return sound;
}

// ---- places

static double ring_area(const struct point *points, size_t count) {
    double area = 0;
    for (size_t i = 0; i < count; i++) {
        struct point a = points[i], b = points[(i + 1) % count];
        area += (a.x * b.y - b.x * a.y) / 2;
    }
    return fabs(area);
}

static struct path ring_path(const struct map *map, const struct mesh_ring *ring) {
    struct path_builder builder = PATH_BUILDER(map->guide.arena);
    mesh_add_ring(&map->subject.mesh, ring, &builder);
    return path_done(&builder);
}

struct pole_polygon map_region_polygon(const struct map *map, const struct map_region *region) {
    const struct mesh *mesh = &map->subject.mesh;
    size_t index = (size_t)(region - map->regions);
    size_t first = mesh->ring_first[index], end = mesh->ring_first[index + 1], best = end;
    double most = 0;
    for (size_t i = first; i < end; i++) {
        struct path path = ring_path(map, &mesh->rings[i]);
        double area = ring_area(path.points, path.point_count);
        if (area > most) {
            most = area;
            best = i;
        }
    }
    struct pole_polygon polygon = {0};
    if (best == end) {
        return polygon;
    }
    struct path_builder all = PATH_BUILDER(map->guide.arena);
    size_t *ends = ARENA_ARRAY(map->guide.arena, end - first, size_t);
    uint32_t number = map->subject.geo->parts[mesh->rings[best].part].polygon;
    for (size_t i = first; i < end; i++) {
        if (map->subject.geo->parts[mesh->rings[i].part].polygon == number) {
            mesh_add_ring(mesh, &mesh->rings[i], &all);
            ends[polygon.ring_count++] = all.point_count;
        }
    }
    polygon.points = path_done(&all).points;
    polygon.ring_ends = ends;
    return polygon;
}

void map_regions_place(struct map *map) {
    const struct mesh *mesh = &map->subject.mesh;
    for (size_t i = 0; i < map->region_count; i++) {
        for (size_t j = mesh->ring_first[i]; j < mesh->ring_first[i + 1]; j++) {
            struct path path = ring_path(map, &mesh->rings[j]);
            if (path.point_count) {
                map->regions[i].box = rect_union(map->regions[i].box, path_bounds(&path));
            }
        }
    }
}

// Even-odd: whether a line to the left of the point meets the ring an odd number of times.
static bool is_inside(const struct point *points, size_t count, struct point at) {
    bool inside = false;
    for (size_t i = 0, j = count - 1; i < count; j = i++) {
        struct point a = points[i], b = points[j];
        if ((a.y > at.y) != (b.y > at.y) && at.x > a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y)) {
            inside = !inside;
        }
    }
    return inside;
}

const struct map_region *map_region_at(const struct map *map, struct point at) {
    const struct mesh *mesh = &map->subject.mesh;
    for (size_t i = 0; i < map->region_count; i++) {
        struct rect box = map->regions[i].box;
        if (at.x < box.x || at.x > rect_right(box) || at.y < box.y || at.y > rect_bottom(box)) {
            continue;
        }
        bool inside = false;
        for (size_t j = mesh->ring_first[i]; j < mesh->ring_first[i + 1]; j++) {
            struct path path = ring_path(map, &mesh->rings[j]);
            inside = inside != is_inside(path.points, path.point_count, at);
        }
        if (inside) {
            return &map->regions[i];
        }
    }
    return NULL;
}

// ---- drawing

static void draw_region(const struct map *map, const struct map_region *region) {
    size_t index = (size_t)(region - map->regions);
    struct path_builder outline = PATH_BUILDER(map->guide.arena);
    mesh_add_feature(&map->subject.mesh, index, &outline);
    struct path path = path_done(&outline);
    if (!path.verb_count) {
        return;
    }
    uint32_t owner = scene_new_owner(map->scene);
    struct scene_item *item = scene_add_path(
        map->scene, ROLE_REGION, owner,
        (struct scene_path){
            .path = path, .fill = paint_solid(region->fill), .even_odd = true, .opacity = 1});
    item->label = region->datum.len ? region->datum : region->name;
    if (!region->no_data) {
        return;
    }
    struct path_builder lines = PATH_BUILDER(map->guide.arena);
    hatch_add_feature(map->guide.arena, &map->subject.mesh, index, map_look_hatch_gap(map->style),
                      &lines);
    struct path hatch = path_done(&lines);
    if (hatch.verb_count) {
        scene_add_path(map->scene, ROLE_REGION, owner,
                       (struct scene_path){.path = hatch,
                                           .stroke = map_look_hatch_stroke(map->style),
                                           .opacity = 1});
    }
}

void map_regions_draw(const struct map *map) {
    scene_open_group(map->scene, ROLE_MARK, STR_NONE);
    for (size_t i = 0; i < map->region_count; i++) {
        draw_region(map, &map->regions[i]);
    }
    scene_close_group(map->scene);
}
