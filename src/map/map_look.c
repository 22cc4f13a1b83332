// How a map's ground, borders and hatches look.
#include "map/map_look.h"

#include "map/border_grid.h"
#include "map/hatch.h"
#include "map/map_regions.h"

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

static struct colour colour_at(const struct map *map, double x, double y) {
    const struct map_region *region = map_region_at(map, (struct point){x, y});
    return region ? region->fill : map->style->paper;
}

void map_look_halo(const struct map *map, struct rect box, struct text_placement *place) {
    double y = box.y + box.height / 2;
    struct colour middle = colour_at(map, box.x + box.width / 2, y);
    bool plain = colour_equal(colour_at(map, box.x, y), middle) &&
                 colour_equal(colour_at(map, rect_right(box), y), middle);
    place->halo = middle;
    place->halo_width =
        plain || border_grid_count(map->lines, box) ? 0.18 * map->style->label.size : 0;
}

void map_look_hatch(const struct map *map, uint32_t owner, enum scene_role role, struct rect rect) {
    struct path_builder lines = PATH_BUILDER(map->guide.arena);
    hatch_add_rect(rect, map_look_hatch_gap(map->style), &lines);
    scene_add_path(map->scene, role, owner,
                   (struct scene_path){.path = path_done(&lines),
                                       .stroke = map_look_hatch_stroke(map->style),
                                       .opacity = 1});
}
