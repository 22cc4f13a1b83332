// The pipeline of a map, one stage a line.
#include "map/map.h"

#include "map/approval.h"
#include "map/fill.h"
#include "map/graticule.h"
#include "map/map_alt.h"
#include "map/map_flows.h"
#include "map/map_labels.h"
#include "map/map_layout.h"
#include "map/map_pins.h"
#include "map/map_regions.h"
#include "map/map_subject.h"

#include <math.h>

struct point map_place(const struct map *map, double lon_deg, double lat_deg) {
    struct point metres = projection_forward(&map->projection, lon_deg, lat_deg);
    return (struct point){map->origin.x + metres.x * map->px_per_metre,
                          map->origin.y - metres.y * map->px_per_metre};
}

struct base_reader map_bases(const struct map *map) {
    return (struct base_reader){map->guide.arena, map->guide.diag, map->context->document,
                                map->context->bases};
}

void map_add_obstacle(struct map *map, struct rect rect) {
    if (map->obstacle_count < MAP_OBSTACLE_LIMIT) {
        map->obstacles[map->obstacle_count++] = rect;
    }
}

// ---- drawing

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
    struct str alt = map_alt_write(map, fill);
    struct str symbols = map_symbols_describe(map, &layout->symbols);
    struct str flows = map_flows_describe(map, &layout->flows);
    scene_init(scene, map->guide.arena, request->id, ceil(layout->width), ceil(layout->height));
    scene->paper = map->style->paper;
    scene->language = map->guide.language;
    scene->title = request->title;
    scene->description = request->alt.len
                             ? request->alt
                             : str_trim(str_printf(map->guide.arena, "%.*s%.*s%.*s", STR_ARG(alt),
                                                   STR_ARG(symbols), STR_ARG(flows)));
    map->scene = scene;
}

static bool draw_scene(struct map *map, struct map_layout *layout) {
    if (!map_subject_draw(map)) {
        return false;
    }
    fill_legend_draw(map, &layout->legend,
                     (struct point){layout->legend_box.x, layout->legend_box.y});
    if (layout->legend.width > 0) {
        map_add_obstacle(map, layout->legend_box);
    }
    map_insets_draw(map, &layout->insets);
    map_furniture_draw(map, &layout->furniture);
    draw_approval(map, layout);
    graticule_label(map);
    if (layout->title.width > 0) {
        map_add_obstacle(map, layout->title);
    }
    struct map_busy busy = {.arena = map->guide.arena};
    bool sound = map_symbols_draw(map, &layout->symbols, &busy) &&
                 map_flows_draw(map, &layout->flows, &busy) && map_pins_draw(map, &busy);
    if (sound) {
        map_flows_label(map, &layout->flows, &busy);
        sound = map_labels_draw(map, &busy);
    }
    frame_draw(&map->guide, map->scene, &layout->frame, layout->head, layout->foot);
    return sound;
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
    if (!map_subject_load(map) || !fill_read(map, &fill) || !map_regions_highlight(map) ||
        !map_symbols_read(map, &layout.symbols) || !map_flows_read(map, &layout.flows) ||
        !map_insets_load(map, &layout.insets) || !map_layout_make(map, &fill, &layout)) {
        return false;
    }
    if (!json_get(map->json, "approval")) {
        approval_check(map->guide.diag, map->guide.arena, request, map->json,
                       STR("add \"approval\": \"审图号：…\" or \"approval\": \"示意图\""));
    }
    start_scene(map, &layout, &fill, scene);
    return draw_scene(map, &layout);
}
