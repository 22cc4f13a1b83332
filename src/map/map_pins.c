// Dots with words in the best free place around them, or farther off with a line.
#include "map/map_pins.h"

#include "base/i18n.h"
#include "base/sort.h"
#include "map/border_grid.h"
#include "map/label_solver.h"
#include "map/leader.h"
#include "map/map_look.h"
#include "map/map_spot.h"

#include <math.h>

enum { SIDES = 8, RINGS = 4, PLACES = SIDES * (1 + RINGS), WORDS_EM = 13, SOLVE_LIMIT = 30 };

static const double RING_EM = 2.5; // from one ring of places to the next, of the label's size

// What a place costs besides the order of its side.
enum place_cost {
    COST_FAR = 12, // a line leads to the words
    COST_RING = 6, // for each ring farther off
    COST_LINE = 40 // a dark line runs under the words
};

struct pin {
    struct point at;
    const struct text_block *block;
    struct label_candidate places[PLACES]; // cheapest first
    size_t place_count;
    const struct json *json;
};

static double radius_of(const struct map *map) {
    return 0.32 * map->style->label.size;
}

static int by_cost(const void *a, const void *b, const void *context) {
    (void)context;
    double p = ((const struct label_candidate *)a)->cost;
    double q = ((const struct label_candidate *)b)->cost;
    return (p > q) - (p < q);
}

// Right and left before above and below, then the corners; then the same farther off.
static void list_places(const struct map *map, struct pin *pin) {
    static const struct {
        double x, y; // where the box's centre lies from the dot, in halves of the box
    } sides[SIDES] = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}};
    double width = pin->block->width + 8, height = pin->block->height + 4;
    for (int i = 0; i < PLACES; i++) {
        int side = i % SIDES, ring = i / SIDES;
        double gap =
            (2.2 * radius_of(map) + ring * RING_EM * map->style->label.size) * (side < 4 ? 1 : 0.6);
        struct point centre = {pin->at.x + sides[side].x * (width / 2 + gap),
                               pin->at.y + sides[side].y * (height / 2 + gap)};
        struct rect box = {centre.x - width / 2, centre.y - height / 2, width, height};
        double cost = side + (ring ? COST_FAR + COST_RING * ring : 0) +
                      (border_grid_count(map->lines, box) ? COST_LINE : 0);
        pin->places[pin->place_count++] = (struct label_candidate){box, cost};
    }
    sort_stable(map->guide.arena, pin->places, PLACES, sizeof *pin->places, by_cost, NULL);
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
        pin->json = item;
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
    struct point middle = {box.x + box.width / 2, box.y + box.height / 2};
    struct text_placement place = {.at = {left ? rect_right(box) - 4 : box.x + 4, middle.y},
                                   .align = left ? ALIGN_END : ALIGN_START,
                                   .baseline = BASELINE_MIDDLE};
    map_look_halo(map, box, &place);
    text_place(map->scene, ROLE_MARK_LABEL, owner, pin->block, &place);
}

// ---- which places

struct pins {
    const struct map *map;
    struct pin *items;
    size_t count;
    uint32_t *chosen;
    struct rect *obstacles; // furniture, flows and the like, then the dots
    size_t obstacle_count;
};

// Words keep off the map's furniture, flows, and all dots but their own.
static void list_obstacles(struct pins *pins, const struct map_busy *busy) {
    const struct map *map = pins->map;
    pins->obstacles = map_busy_obstacles(map, busy, pins->count, &pins->obstacle_count);
    double r = radius_of(map);
    for (size_t i = 0; i < pins->count; i++) {
        struct point at = pins->items[i].at;
        pins->obstacles[pins->obstacle_count++] = (struct rect){at.x - r, at.y - r, 2 * r, 2 * r};
    }
}

// The line to words in a place; of length 0 where they stand at their dot.
static struct leader line_to(const struct map *map, const struct pin *pin, struct rect box) {
    struct leader line = leader_to(pin->at, box, 2);
    double length = hypot(line.to.x - line.from.x, line.to.y - line.from.y);
    return length > 4 * radius_of(map) ? line : (struct leader){pin->at, pin->at};
}

// Whether the line of a pin's chosen place runs through other words, dots or lines.
static bool is_crossed(const struct pins *pins, size_t index) {
    const struct pin *pin = &pins->items[index];
    struct leader line = line_to(pins->map, pin, pin->places[pins->chosen[index]].box);
    for (size_t i = 0; i < pins->count; i++) {
        const struct pin *other = &pins->items[i];
        if (i == index || pins->chosen[i] == LABEL_UNPLACED) {
            continue;
        }
        struct rect box = other->places[pins->chosen[i]].box;
        if (leader_enters(line, box) || leaders_cross(line, line_to(pins->map, other, box))) {
            return true;
        }
    }
    for (size_t i = 0; i < pins->obstacle_count; i++) {
        struct rect box = pins->obstacles[i];
        bool own = pin->at.x >= box.x && pin->at.x <= rect_right(box) && pin->at.y >= box.y &&
                   pin->at.y <= rect_bottom(box);
        if (!own && leader_enters(line, box)) {
            return true;
        }
    }
    return false;
}

static void drop_place(struct pin *pin, uint32_t place) {
    pin->place_count--;
    for (size_t i = place; i < pin->place_count; i++) {
        pin->places[i] = pin->places[i + 1];
    }
}

// Solves again without the places whose lines cross something, until none does.
static void choose_places(struct pins *pins) {
    struct arena *arena = pins->map->guide.arena;
    struct label_wish *wishes = ARENA_ARRAY(arena, pins->count, struct label_wish);
    bool crossed = true;
    for (int round = 0; crossed && round < SOLVE_LIMIT; round++) {
        for (size_t i = 0; i < pins->count; i++) {
            const struct pin *pin = &pins->items[i];
            wishes[i] = (struct label_wish){pin->places, pin->place_count, -(double)i};
        }
        label_solve(arena, pins->map->area, wishes, pins->count, pins->obstacles,
                    pins->obstacle_count, pins->chosen);
        crossed = false;
        for (size_t i = 0; i < pins->count && !crossed; i++) {
            crossed = pins->chosen[i] != LABEL_UNPLACED && is_crossed(pins, i);
            if (crossed) {
                drop_place(&pins->items[i], pins->chosen[i]);
            }
        }
    }
}

// ---- the whole

static void draw_pin(const struct pins *pins, size_t index, struct map_busy *busy) {
    const struct map *map = pins->map;
    const struct pin *pin = &pins->items[index];
    uint32_t owner = scene_new_owner(map->scene), place = pins->chosen[index];
    double r = radius_of(map);
    if (place != LABEL_UNPLACED) {
        struct leader line = line_to(map, pin, pin->places[place].box);
        if (line.to.x != line.from.x || line.to.y != line.from.y) {
            leader_draw(map, line);
        }
    }
    draw_dot(map, pin, owner);
    map_busy_add(busy, (struct rect){pin->at.x - r, pin->at.y - r, 2 * r, 2 * r});
    if (place == LABEL_UNPLACED) {
        diag_warning(map->guide.diag, DIAG_LABEL_UNPLACED, json_place(map->guide.arena, pin->json),
                     str_from(_("make the picture larger, or shorten the label")),
                     _("the words of a pin have no room on the map: %.*s"),
                     STR_ARG(pin->block->words));
        return;
    }
    draw_words(map, pin, pin->places[place].box, owner);
    map_busy_add(busy, pin->places[place].box);
}

bool map_pins_draw(struct map *map, struct map_busy *busy) {
    const struct json *list = json_get(map->json, "pins");
    if (!list) {
        return true;
    }
    struct arena *arena = map->guide.arena;
    struct pins pins = {.map = map,
                        .items = ARENA_ARRAY(arena, list->count, struct pin),
                        .count = list->count,
                        .chosen = ARENA_ARRAY(arena, list->count, uint32_t)};
    if (!read_pins(map, list, pins.items)) {
        return false;
    }
    list_obstacles(&pins, busy);
    choose_places(&pins);
    for (size_t i = 0; i < pins.count; i++) {
        draw_pin(&pins, i, busy);
    }
    return true;
}
