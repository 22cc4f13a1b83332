// From a map's "base" to regions on paper.
#include "map/map_subject.h"

#include "base/i18n.h"
#include "map/border_grid.h"
#include "map/graticule.h"
#include "map/map_layer.h"
#include "map/map_look.h"
#include "map/map_regions.h"
#include "map/map_sphere.h"
#include "map/plane_base.h"

#include <math.h>

// ---- boundaries and projection

static const struct geo *load(const struct map *map, const struct json *name) {
    struct base_reader bases = map_bases(map);
    return base_load(&bases, name);
}

static bool choose_projection(struct map *map, const struct geo *geo) {
    const struct json *json = json_get(map->json, "projection");
    const struct json *type = json && json->kind == JSON_OBJECT ? json_get(json, "type") : json;
    const struct json *centre = json_get(json, "center"), *parallels = json_get(json, "parallels");
    map->projection = projection_for_extent(geo->extent, geo->plane ? &projection_plane
                                                         : type     ? projection_find(type->string)
                                                                    : NULL);
    if (centre) {
        map->projection.lon_0 = json_at(centre, 0)->number;
        map->projection.lat_0 = json_at(centre, 1)->number;
    }
    if (parallels) {
        map->projection.lat_1 = json_at(parallels, 0)->number;
        map->projection.lat_2 = json_at(parallels, 1)->number;
    }
    if (!projection_prepare(&map->projection)) {
        diag_error(map->guide.diag, DIAG_OUT_OF_RANGE, json_place(map->guide.arena, json), STR_NONE,
                   _("these parallels make no cone"));
        return false;
    }
    return true;
}

// Tiles and circles lie nowhere on the ground: what asks for places, lengths and directions has no
// meaning there.
static bool check_plane(const struct map *map) {
    static const char *const keys[] = {"projection", "ground",     "outlines",
                                       "scaleBar",   "northArrow", "graticule"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct json *json = json_get(map->json, keys[i]);
        if (json && !(json->kind == JSON_BOOL && !json->boolean)) {
            diag_error(map->guide.diag, DIAG_OUT_OF_RANGE, json_place(map->guide.arena, json),
                       STR_NONE, _("a map of tiles or circles has no “%s”"), keys[i]);
            return false;
        }
    }
    return true;
}

bool map_subject_load(struct map *map) {
    const struct json *base = json_get(map->json, "base"), *only = json_get(map->json, "only");
    const struct geo *geo = load(map, base);
    if (geo && only) {
        geo = base_select(map->guide.arena, map->guide.diag, geo, only);
    }
    if (!geo || (geo->plane && !check_plane(map)) || !choose_projection(map, geo)) {
        return false;
    }
    map->plane = geo->plane;
    map->whole = geo;
    map->subject = map_layer_make(map, geo);
    if (!map->subject.mesh.ring_count) {
        diag_error(map->guide.diag, DIAG_BOUNDARIES, json_place(map->guide.arena, base), STR_NONE,
                   _("the base has no polygons to draw"));
        return false;
    }
    map_regions_list(map);
    return true;
}

// ---- drawing

static bool draw_others(const struct map *map, bool ground) {
    const struct json *one = ground ? json_get(map->json, "ground") : NULL;
    const struct json *list = ground ? NULL : json_get(map->json, "outlines");
    for (const struct json *name = list ? list->first : one; name; name = name->next) {
        const struct geo *geo = load(map, name);
        if (!geo) {
            return false;
        }
        if (!ground) {
            geo = base_select_some(map->guide.arena, geo, json_get(map->json, "only"));
        }
        struct map_layer layer = map_layer_make(map, geo);
        map_layer_fit(map, &layer);
        if (ground) {
            map_layer_draw_land(map, &layer, map_look_ground(map->style));
            break; // its siblings are other keys
        }
        struct stroke stroke = {.paint = paint_solid(map->style->muted),
                                .width = 1.6 * map_look_outline(map->style)};
        map_layer_draw_borders(map, &layer, true, stroke);
        map_layer_draw_borders(map, &layer, false, stroke);
        border_grid_mark(map->lines, &layer.mesh, false);
    }
    return true;
}

// The map's area, out to whole pixels: clips between pixels are slow and blur.
static struct rect whole_area(const struct map *map) {
    double left = floor(map->area.x), top = floor(map->area.y);
    return (struct rect){left, top, ceil(rect_right(map->area)) - left,
                         ceil(rect_bottom(map->area)) - top};
}

bool map_subject_draw(struct map *map) {
    const struct style *style = map->style;
    map->lines = ARENA_NEW(map->guide.arena, struct border_grid);
    *map->lines = border_grid_empty(map);
    if (!map->plane) {
        border_grid_mark(map->lines, &map->subject.mesh, true);
    }
    scene_open_clip(map->scene, ROLE_FRAME, whole_area(map), 1);
    bool sound = draw_others(map, true);
    map_regions_draw(map);
    graticule_draw(map);
    struct stroke gap = {.paint = paint_solid(style->paper),
                         .width = map->plane ? map_look_gap(style) : map_look_border(style)};
    struct stroke edge = {.paint = paint_solid(style->muted), .width = map_look_outline(style)};
    map_layer_draw_borders(map, &map->subject, true, gap);
    map_layer_draw_borders(map, &map->subject, false, map->plane ? gap : edge);
    sound = draw_others(map, false) && sound;
    map_sphere_draw(map);
    scene_close_group(map->scene);
    return sound;
}
