// Where symbols stand: circles at their places, the largest lowest; pies and bars apart.
#include "base/i18n.h"
#include "base/sort.h"
#include "map/ellipsoid.h"
#include "map/label_solver.h"
#include "map/leader.h"
#include "map/map_symbols.h"
#include "map/symbol_names.h"
#include "map/symbol_shapes.h"

#include <math.h>

enum { TURNS = 12, RINGS = 4, PLACES = 1 + TURNS * RINGS };

static const double CLEARANCE = 2; // px around a pie or bars

struct placed {
    const struct map_symbol *symbol;
    struct point place; // px that it stands for
    struct point at;    // px where it is drawn
    double extent;
    struct label_candidate candidates[PLACES];
    struct point points[PLACES];
    size_t count;
};

static bool find_place(const struct map *map, const struct map_symbol *symbol, struct point *at) {
    struct rect area = map->area;
    if (symbol->region) {
        struct pole_polygon polygon = map_region_polygon(map, symbol->region);
        *at = polygon.ring_count ? pole_of_circle(map->guide.arena, &polygon, 1).at
                                 : (struct point){NAN, NAN};
        return true;
    }
    *at = map_place(map, symbol->degrees.x, symbol->degrees.y);
    if (at->x >= area.x && at->x <= rect_right(area) && at->y >= area.y &&
        at->y <= rect_bottom(area)) {
        return true;
    }
    diag_error(map->guide.diag, DIAG_OUT_OF_RANGE, symbol->place, STR_NONE,
               _("the place “%.*s” lies outside the map"),
               STR_ARG(symbol->name.len ? symbol->name : STR("[…]")));
    return false;
}

static int larger_first(const void *a, const void *b, const void *context) {
    (void)context;
    double p = ((const struct placed *)a)->extent, q = ((const struct placed *)b)->extent;
    return (p < q) - (p > q);
}

// Those with an extent, the largest first. SIZE_MAX when a place was outside.
static size_t list(const struct map *map, const struct map_symbols *symbols,
                   struct placed *placed) {
    size_t count = 0;
    bool sound = true;
    for (size_t i = 0; i < symbols->count; i++) {
        struct placed *one = &placed[count];
        *one = (struct placed){.symbol = &symbols->items[i],
                               .extent = map_symbol_extent(symbols, &symbols->items[i])};
        sound = find_place(map, one->symbol, &one->place) && sound;
        one->at = one->place;
        count += one->extent > 0 && !isnan(one->place.x);
    }
    sort_stable(map->guide.arena, placed, count, sizeof *placed, larger_first, NULL);
    return sound ? count : SIZE_MAX;
}

// The place itself, then rings around it.
static void list_candidates(const struct map_symbols *symbols, struct placed *one) {
    struct rect own = symbol_box(symbols, one->symbol, one->place);
    double step = 0.55 * fmax(own.width, own.height);
    for (int i = 0; i < PLACES; i++) {
        int ring = i ? 1 + (i - 1) / TURNS : 0;
        double angle = 2 * PI * (i ? (i - 1) % TURNS : 0) / TURNS;
        struct point at = {one->place.x + ring * step * cos(angle),
                           one->place.y + ring * step * sin(angle)};
        one->points[one->count] = at;
        one->candidates[one->count++] = (struct label_candidate){
            rect_inset(symbol_box(symbols, one->symbol, at), -CLEARANCE), i};
    }
}

static void move_apart(const struct map *map, const struct map_symbols *symbols,
                       struct placed *placed, size_t count) {
    struct arena *arena = map->guide.arena;
    struct label_wish *wishes = ARENA_ARRAY(arena, count, struct label_wish);
    uint32_t *chosen = ARENA_ARRAY(arena, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        list_candidates(symbols, &placed[i]);
        wishes[i] = (struct label_wish){placed[i].candidates, placed[i].count, placed[i].extent};
    }
    label_solve(arena, map->area, wishes, count, map->obstacles, map->obstacle_count, chosen);
    for (size_t i = 0; i < count; i++) {
        if (chosen[i] != LABEL_UNPLACED) {
            placed[i].at = placed[i].points[chosen[i]];
            continue;
        }
        diag_warning(map->guide.diag, DIAG_LAYOUT, placed[i].symbol->place,
                     str_from(_("make the picture larger")),
                     _("the symbol of “%.*s” lies on another: there is no room beside it"),
                     STR_ARG(placed[i].symbol->name));
    }
}

static void draw_one(const struct map *map, const struct map_symbols *symbols,
                     const struct placed *one, struct map_busy *busy) {
    struct rect box = symbol_box(symbols, one->symbol, one->at);
    symbol_draw(map, symbols, one->symbol, one->at, map_symbols_datum(map, symbols, one->symbol));
    map_busy_add(busy, box);
    if (one->symbol->region) {
        one->symbol->region->symbol = box;
    }
}

// From the place to a symbol that has moved off it.
static void draw_leader(const struct map *map, const struct map_symbols *symbols,
                        const struct placed *one) {
    struct rect box = symbol_box(symbols, one->symbol, one->at);
    if (one->place.x < box.x || one->place.x > rect_right(box) || one->place.y < box.y ||
        one->place.y > rect_bottom(box)) {
        leader_draw(map, leader_to(one->place, box, 0));
    }
}

// Of symbols at coordinates; regions have their names from "labels".
static void draw_names(const struct map *map, const struct map_symbols *symbols,
                       const struct placed *placed, size_t count, struct map_busy *busy) {
    struct symbol_name *names = ARENA_ARRAY(map->guide.arena, count, struct symbol_name);
    size_t name_count = 0;
    for (size_t i = 0; i < count; i++) {
        const struct map_symbol *symbol = placed[i].symbol;
        if (!symbol->region && symbol->name.len) {
            names[name_count++] = (struct symbol_name){
                symbol->name, symbol_box(symbols, symbol, placed[i].at), symbol->place};
        }
    }
    symbol_names_draw(map, names, name_count, busy);
}

bool map_symbols_draw(struct map *map, const struct map_symbols *symbols, struct map_busy *busy) {
    if (!symbols->field_count) {
        return true;
    }
    struct rect box = symbols->legend_box;
    if (box.width > 0) {
        symbol_key_draw(&map->guide, map->scene, &symbols->key, (struct point){box.x, box.y});
        map_add_obstacle(map, box);
    }
    struct placed *placed = ARENA_ARRAY(map->guide.arena, symbols->count, struct placed);
    size_t count = list(map, symbols, placed);
    if (count == SIZE_MAX) {
        return false;
    }
    if (symbols->kind != SYMBOL_CIRCLE) {
        move_apart(map, symbols, placed, count);
    }
    for (size_t i = 0; i < count; i++) {
        draw_leader(map, symbols, &placed[i]);
    }
    for (size_t i = 0; i < count; i++) {
        draw_one(map, symbols, &placed[i], busy);
    }
    draw_names(map, symbols, placed, count, busy);
    return true;
}
