// The pipeline of a map, one stage a line.
#include "map/map.h"

#include "base/i18n.h"
#include "map/fill.h"
#include "map/map_alt.h"
#include "map/map_layer.h"
#include "map/map_layout.h"
#include "map/map_look.h"
#include "map/map_regions.h"
#include "map/map_sphere.h"

#include <math.h>

struct point map_place(const struct map *map, double lon_deg, double lat_deg) {
    struct point metres = projection_forward(&map->projection, lon_deg, lat_deg);
    return (struct point){map->origin.x + metres.x * map->px_per_metre,
                          map->origin.y - metres.y * map->px_per_metre};
}

void map_add_obstacle(struct map *map, struct rect rect) {
    if (map->obstacle_count < MAP_OBSTACLE_LIMIT) {
        map->obstacles[map->obstacle_count++] = rect;
    }
}

// ---- boundaries and projection

static const struct geo *load(const struct map *map, const struct json *name) {
    return base_load(map->guide.arena, map->guide.diag, map->context->document, name);
}

static bool choose_projection(struct map *map, const struct geo *geo) {
    const struct json *json = json_get(map->json, "projection");
    const struct json *type = json && json->kind == JSON_OBJECT ? json_get(json, "type") : json;
    const struct json *centre = json_get(json, "center"), *parallels = json_get(json, "parallels");
    map->projection =
        projection_for_extent(geo_extent(geo), type ? projection_find(type->string) : NULL);
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

static bool load_subject(struct map *map) {
    const struct json *base = json_get(map->json, "base"), *only = json_get(map->json, "only");
    const struct geo *geo = load(map, base);
    if (geo && only) {
        geo = base_select(map->guide.arena, map->guide.diag, geo, only);
    }
    if (!geo || !choose_projection(map, geo)) {
        return false;
    }
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

// ---- what the law asks for

static bool says_schematic(struct str words) {
    return str_find(words, STR("示意图"), 0) != SIZE_MAX ||
           str_find(words, STR("审图号"), 0) != SIZE_MAX;
}

static void check_approval(const struct map *map) {
    const struct figure_request *request = map->request;
    bool said = json_get(map->json, "approval") || says_schematic(request->title) ||
                says_schematic(request->subtitle);
    for (size_t i = 0; i < request->note_count; i++) {
        said = said || says_schematic(request->notes[i]);
    }
    if (!said) {
        diag_warning(map->guide.diag, DIAG_MAP_APPROVAL, json_place(map->guide.arena, map->json),
                     STR("add \"approval\": \"审图号：…\" or \"approval\": \"示意图\""),
                     _("the map has no review number"));
    }
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
    }
    return true;
}

// The map's area, out to whole pixels: clips between pixels are slow and blur.
static struct rect whole_area(const struct map *map) {
    double left = floor(map->area.x), top = floor(map->area.y);
    return (struct rect){left, top, ceil(rect_right(map->area)) - left,
                         ceil(rect_bottom(map->area)) - top};
}

static bool draw_boundaries(const struct map *map) {
    const struct style *style = map->style;
    scene_open_clip(map->scene, ROLE_FRAME, whole_area(map), 1);
    bool sound = draw_others(map, true);
    map_regions_draw(map);
    map_layer_draw_borders(
        map, &map->subject, true,
        (struct stroke){.paint = paint_solid(style->paper), .width = map_look_border(style)});
    map_layer_draw_borders(
        map, &map->subject, false,
        (struct stroke){.paint = paint_solid(style->muted), .width = map_look_outline(style)});
    sound = draw_others(map, false) && sound;
    map_sphere_draw(map);
    scene_close_group(map->scene);
    return sound;
}

static void draw_approval(struct map *map, const struct map_layout *layout) {
    if (layout->approval) {
        struct text_placement place = {
            .at = layout->approval_corner, .align = ALIGN_START, .baseline = BASELINE_TOP};
        map_add_obstacle(map,
                         text_place(map->scene, ROLE_FOOT, OWNER_NONE, layout->approval, &place));
    }
}

static void start_scene(struct map *map, const struct map_layout *layout, const struct fill *fill,
                        struct scene *scene) {
    const struct figure_request *request = map->request;
    scene_init(scene, map->guide.arena, request->id, ceil(layout->width), ceil(layout->height));
    scene->paper = map->style->paper;
    scene->language = map->guide.language;
    scene->title = request->title;
    scene->description = request->alt.len ? request->alt : map_alt_write(map, fill);
    map->scene = scene;
}

static bool draw_scene(struct map *map, const struct map_layout *layout) {
    if (!draw_boundaries(map)) {
        return false;
    }
    fill_legend_draw(map, &layout->legend, layout->legend_corner);
    if (layout->legend.width > 0) {
        map_add_obstacle(map, (struct rect){layout->legend_corner.x, layout->legend_corner.y,
                                            layout->legend.width, layout->legend.height});
    }
    draw_approval(map, layout);
    if (layout->title.width > 0) {
        map_add_obstacle(map, layout->title);
    }
    frame_draw(&map->guide, map->scene, &layout->frame, layout->head, layout->foot);
    return true;
}

bool map_draw(const struct map_context *context, const struct figure_request *request,
              struct scene *scene) {
    struct map *map = ARENA_NEW(context->arena, struct map);
    map->context = context;
    map->style = context->style;
    map->request = request;
    map->json = json_get(request->json, "map");
    map->guide = (struct guide_context){
        .arena = context->arena,
        .diag = context->diag,
        .style = context->style,
        .text = context->text,
        .language = context->document->language,
        .markup = true,
        .place = json_place(context->arena, request->json),
    };
    struct fill fill = {.scale = 1};
    struct map_layout layout = {0};
    if (!load_subject(map) || !fill_read(map, &fill) || !map_regions_highlight(map) ||
        !map_layout_make(map, &fill, &layout)) {
        return false;
    }
    check_approval(map);
    start_scene(map, &layout, &fill, scene);
    return draw_scene(map, &layout);
}
