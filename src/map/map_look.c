// How a map's ground, borders and hatches look.
#include "map/map_look.h"

#include "map/hatch.h"

#include <math.h>

struct colour map_look_land(const struct style *style) {
    return colour_mix(style->paper, style->ink, 0.09);
}

struct colour map_look_highlight(const struct map *map) {
    const struct style *style = map->style;
    bool under = json_get(map->json, "flows") || json_get(map->json, "symbols") ||
                 json_get(map->json, "pins");
    return under ? colour_mix(style->paper, style->accent, 0.24) : style->accent;
}

struct colour map_look_ground(const struct style *style) {
    return colour_mix(style->paper, style->ink, 0.045);
}

double map_look_border(const struct style *style) {
    return fmax(0.6, style->label.size * 0.045);
}

double map_look_gap(const struct style *style) {
    return fmax(2, style->label.size * 0.16);
}

double map_look_outline(const struct style *style) {
    return fmax(0.6, style->label.size * 0.04);
}

double map_look_hatch_gap(const struct style *style) {
    return fmax(3, style->label.size * 0.28);
}

struct stroke map_look_hatch_stroke(const struct style *style) {
    return (struct stroke){.paint = paint_solid(colour_mix(style->paper, style->ink, 0.38)),
                           .width = fmax(0.5, style->label.size * 0.035)};
}

void map_look_hatch(const struct map *map, uint32_t owner, enum scene_role role, struct rect rect) {
    struct path_builder lines = PATH_BUILDER(map->guide.arena);
    hatch_add_rect(rect, map_look_hatch_gap(map->style), &lines);
    scene_add_path(map->scene, role, owner,
                   (struct scene_path){.path = path_done(&lines),
                                       .stroke = map_look_hatch_stroke(map->style),
                                       .opacity = 1});
}
