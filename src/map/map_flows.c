// One family of arrows: the same width, bent to the same side of up.
#include "map/map_flows.h"

#include "map/flow_arrow.h"
#include "map/map_spot.h"

#include <math.h>

static const double BEND = 0.16; // of the way; upwards, as arcs are drawn on maps

static struct flow make_flow(const struct map *map, struct point from, struct point to) {
    double em = map->style->label.size;
    return (struct flow){
        .from = from,
        .to = to,
        .bend = to.x < from.x ? -BEND : BEND,
        .start_width = 0.12 * em,
        .end_width = 0.34 * em,
        .head_length = 0.9 * em,
        .head_width = 0.95 * em,
        .start_gap = 0.45 * em,
        .end_gap = 0.35 * em,
    };
}

// Squares along the curve, close enough that no name slips between them.
static void keep_off(const struct map *map, const struct flow *flow, struct map_busy *busy) {
    double side = 0.6 * map->style->label.size;
    double steps = fmax(2, ceil(flow_length(flow) / (0.7 * side)));
    for (double i = 0; i <= steps; i++) {
        struct point direction, at = flow_point(flow, i / steps, &direction);
        map_busy_add(busy, (struct rect){at.x - side / 2, at.y - side / 2, side, side});
    }
}

static void draw_origin(const struct map *map, struct point at, struct map_busy *busy) {
    double radius = 0.26 * map->style->label.size;
    struct path_builder dot = PATH_BUILDER(map->guide.arena);
    path_circle(&dot, at, radius);
    scene_add_path(map->scene, ROLE_MARK_SYMBOL, OWNER_NONE,
                   (struct scene_path){.path = path_done(&dot),
                                       .fill = paint_solid(map->style->ink),
                                       .stroke = {.paint = paint_solid(map->style->paper),
                                                  .width = 0.07 * map->style->label.size},
                                       .opacity = 1});
    map_busy_add(busy, (struct rect){at.x - radius, at.y - radius, 2 * radius, 2 * radius});
}

static void draw_flow(const struct map *map, const struct map_spot *from, const struct map_spot *to,
                      struct map_busy *busy) {
    struct flow flow = make_flow(map, from->at, to->at);
    struct path outline = flow_outline(map->guide.arena, &flow);
    if (!outline.verb_count) {
        return;
    }
    struct scene_item *item =
        scene_add_path(map->scene, ROLE_MARK_SHAPE, OWNER_NONE,
                       (struct scene_path){.path = outline,
                                           .fill = paint_solid(map->style->accent),
                                           .stroke = {.paint = paint_solid(map->style->paper),
                                                      .width = 0.09 * map->style->label.size,
                                                      .join = JOIN_ROUND},
                                           .opacity = 1});
    item->label =
        str_printf(map->guide.arena, "%.*s→%.*s", STR_ARG(from->words), STR_ARG(to->words));
    keep_off(map, &flow, busy);
}

bool map_flows_draw(const struct map *map, struct map_busy *busy) {
    const struct json *flows = json_get(map->json, "flows");
    bool sound = true;
    for (const struct json *item = flows ? flows->first : NULL; item; item = item->next) {
        struct map_spot from, to;
        bool found = map_spot_find(map, json_get(item, "from"), &from);
        found = map_spot_find(map, json_get(item, "to"), &to) && found;
        if (found) {
            draw_flow(map, &from, &to, busy);
            draw_origin(map, from.at, busy);
        }
        sound = sound && found;
    }
    return sound;
}
