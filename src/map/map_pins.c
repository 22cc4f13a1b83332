// Dots with words in the first free place around them.
#include "map/map_pins.h"

#include "base/i18n.h"
#include "map/label_solver.h"
#include "map/map_look.h"
#include "map/map_spot.h"

#include <math.h>

enum { PLACES = 8, WORDS_EM = 13 };

struct pin {
    struct point at;
    const struct text_block *block;
    struct label_candidate places[PLACES];
};

static double radius_of(const struct map *map) {
    return 0.32 * map->style->label.size;
}

// Right and left before above and below, then the corners.
static void list_places(const struct map *map, struct pin *pin) {
    static const struct {
        double x, y; // where the box's centre lies from the dot, in halves of the box
    } sides[PLACES] = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}};
    double gap = 2.2 * radius_of(map);
    double width = pin->block->width + 8, height = pin->block->height + 4;
    for (int i = 0; i < PLACES; i++) {
        double corner = i < 4 ? 1 : 0.6;
        struct point centre = {pin->at.x + sides[i].x * (width / 2 + gap * corner),
                               pin->at.y + sides[i].y * (height / 2 + gap * corner)};
        pin->places[i] = (struct label_candidate){
            {centre.x - width / 2, centre.y - height / 2, width, height}, i};
    }
}

static bool read_pins(const struct map *map, const struct json *list, struct pin *pins) {
    bool sound = true;
    for (const struct json *item = list->first; item; item = item->next) {
        struct pin *pin = &pins[item->index];
        struct map_spot spot = {0};
        sound = map_spot_find(map, json_get(item, "at"), &spot) && sound;
        struct str words =
            document_text(map->context->document, map->guide.diag, json_get(item, "label"));
        struct text_request request = {
            .words = words.len ? words : spot.words,
            .markup = true,
            .style = guide_text_style(&map->guide, &map->style->label, &map->style->body_font),
            .width = WORDS_EM * map->style->label.size,
            .mode = TEXT_BALANCE,
            .line_pitch = 1.25,
            .place = json_place(map->guide.arena, item),
        };
        request.style.size = map->style->legend_label.size;
        pin->at = spot.at;
        pin->block = text_set(map->guide.text, map->guide.arena, map->guide.diag, &request);
        list_places(map, pin);
    }
    return sound;
}

static void draw_dot(const struct map *map, const struct pin *pin, uint32_t owner) {
    struct path_builder dot = PATH_BUILDER(map->guide.arena);
    path_circle(&dot, pin->at, radius_of(map));
    struct scene_item *item =
        scene_add_path(map->scene, ROLE_MARK_SYMBOL, owner,
                       (struct scene_path){.path = path_done(&dot),
                                           .fill = paint_solid(map->style->accent),
                                           .stroke = {.paint = paint_solid(map->style->paper),
                                                      .width = 0.09 * map->style->label.size},
                                           .opacity = 1});
    item->label = pin->block->words;
}

static void draw_words(const struct map *map, const struct pin *pin, struct rect box,
                       uint32_t owner) {
    bool left = rect_right(box) <= pin->at.x;
    struct text_placement place = {
        .at = {left ? rect_right(box) - 4 : box.x + 4, box.y + box.height / 2},
        .align = left ? ALIGN_END : ALIGN_START,
        .baseline = BASELINE_MIDDLE,
        .halo_width = 0.18 * map->style->label.size,
        .halo = map_look_land(map->style)};
    text_place(map->scene, ROLE_MARK_LABEL, owner, pin->block, &place);
}

// Words keep off the map's furniture, flows, and all dots but their own.
static struct rect *list_obstacles(const struct map *map, const struct map_busy *busy,
                                   const struct pin *pins, size_t count, size_t *total) {
    struct rect *all =
        ARENA_ARRAY(map->guide.arena, map->obstacle_count + busy->count + count, struct rect);
    size_t n = 0;
    for (size_t i = 0; i < map->obstacle_count; i++) {
        all[n++] = map->obstacles[i];
    }
    for (size_t i = 0; i < busy->count; i++) {
        all[n++] = busy->items[i];
    }
    double r = radius_of(map);
    for (size_t i = 0; i < count; i++) {
        all[n++] = (struct rect){pins[i].at.x - r, pins[i].at.y - r, 2 * r, 2 * r};
    }
    *total = n;
    return all;
}

bool map_pins_draw(struct map *map, struct map_busy *busy) {
    const struct json *list = json_get(map->json, "pins");
    if (!list) {
        return true;
    }
    struct arena *arena = map->guide.arena;
    struct pin *pins = ARENA_ARRAY(arena, list->count, struct pin);
    if (!read_pins(map, list, pins)) {
        return false;
    }
    struct label_wish *wishes = ARENA_ARRAY(arena, list->count, struct label_wish);
    uint32_t *chosen = ARENA_ARRAY(arena, list->count, uint32_t);
    for (size_t i = 0; i < list->count; i++) {
        wishes[i] = (struct label_wish){pins[i].places, PLACES, -(double)i};
    }
    size_t obstacle_count;
    struct rect *obstacles = list_obstacles(map, busy, pins, list->count, &obstacle_count);
    label_solve(arena, map->area, wishes, list->count, obstacles, obstacle_count, chosen);
    for (size_t i = 0; i < list->count; i++) {
        uint32_t owner = scene_new_owner(map->scene);
        double r = radius_of(map);
        draw_dot(map, &pins[i], owner);
        map_busy_add(busy, (struct rect){pins[i].at.x - r, pins[i].at.y - r, 2 * r, 2 * r});
        if (chosen[i] == LABEL_UNPLACED) {
            diag_warning(map->guide.diag, DIAG_LABEL_UNPLACED, json_place(arena, json_at(list, i)),
                         str_from(_("make the picture larger, or shorten the label")),
                         _("the words of a pin have no room on the map: %.*s"),
                         STR_ARG(pins[i].block->words));
            continue;
        }
        draw_words(map, &pins[i], pins[i].places[chosen[i]].box, owner);
        map_busy_add(busy, pins[i].places[chosen[i]].box);
    }
    return true;
}
