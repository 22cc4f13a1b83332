// Sizes, turning and drawing; the places are the layout's.
#include "map/map_furniture.h"

#include "map/map_ground.h"

#include <math.h>

static const double BAR_SHARE = 0.16; // of the map's width, at most
static const double NEEDLE_EM = 1.7;  // of the label's size

static bool wants(const struct map *map, const char *key) {
    return json_bool(json_get(map->json, key), false);
}

static struct point middle(const struct map *map) {
    return (struct point){map->area.x + map->area.width / 2, map->area.y + map->area.height / 2};
}

static struct north_arrow arrow_at(const struct map *map, struct point at) {
    return north_arrow_set(&map->guide, map_ground_north(map, at),
                           NEEDLE_EM * map->style->label.size);
}

void map_furniture_set(const struct map *map, struct map_furniture *furniture) {
    *furniture = (struct map_furniture){0};
    if (wants(map, "scaleBar")) {
        double most = fmax(BAR_SHARE * map->area.width, 4 * map->style->label.size);
        furniture->bar = scale_bar_set(&map->guide, map_ground_scale(map, middle(map)), most);
        furniture->bar_box = (struct rect){0, 0, furniture->bar.width, furniture->bar.height};
    }
    if (wants(map, "northArrow")) {
        furniture->arrow = arrow_at(map, middle(map));
        furniture->arrow_box = (struct rect){0, 0, furniture->arrow.width, furniture->arrow.height};
    }
}

void map_furniture_turn(const struct map *map, struct map_furniture *furniture) {
    struct rect *box = &furniture->arrow_box;
    if (!(box->width > 0)) {
        return;
    }
    struct point at = {box->x + box->width / 2, box->y + box->height / 2};
    furniture->arrow = arrow_at(map, at);
    if (at.x > middle(map).x) {
        box->x = rect_right(*box) - furniture->arrow.width;
    }
    box->width = furniture->arrow.width;
    box->height = furniture->arrow.height;
}

void map_furniture_draw(struct map *map, const struct map_furniture *furniture) {
    struct rect bar = furniture->bar_box, arrow = furniture->arrow_box;
    if (bar.width > 0) {
        scale_bar_draw(&map->guide, map->scene, &furniture->bar, (struct point){bar.x, bar.y});
        map_add_obstacle(map, bar);
    }
    if (arrow.width > 0) {
        north_arrow_draw(&map->guide, map->scene, &furniture->arrow,
                         (struct point){arrow.x, arrow.y});
        map_add_obstacle(map, arrow);
    }
}
