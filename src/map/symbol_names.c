// To the right of a symbol, to its left, below and above it, then at its corners.
#include "map/symbol_names.h"

#include "base/i18n.h"
#include "map/label_solver.h"
#include "map/map_look.h"

enum { SIDES = 8 };

static const double GAP = 5; // px between a symbol and its name

struct placed_name {
    const struct text_block *block;
    struct label_candidate places[SIDES];
};

static void list_places(const struct symbol_name *name, struct placed_name *placed) {
    static const struct {
        double x, y; // where the name's middle lies from the symbol's, in halves of both
    } sides[SIDES] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
    struct rect symbol = name->symbol;
    double width = placed->block->width + 4, height = placed->block->height + 2;
    double reach_x = (symbol.width + width) / 2 + GAP, reach_y = (symbol.height + height) / 2 + GAP;
    for (int i = 0; i < SIDES; i++) {
        double corner = i < 4 ? 1 : 0.8;
        double x = symbol.x + symbol.width / 2 + corner * sides[i].x * reach_x;
        double y = symbol.y + symbol.height / 2 + corner * sides[i].y * reach_y;
        placed->places[i] =
            (struct label_candidate){{x - width / 2, y - height / 2, width, height}, i};
    }
}

static void draw_name(const struct map *map, const struct text_block *block, struct rect box) {
    struct point middle = {box.x + box.width / 2, box.y + box.height / 2};
    struct text_placement place = {
        .at = middle, .align = ALIGN_CENTRE, .baseline = BASELINE_MIDDLE};
    map_look_halo(map, box, &place);
    text_place(map->scene, ROLE_MARK_LABEL, OWNER_NONE, block, &place);
}

void symbol_names_draw(const struct map *map, const struct symbol_name *names, size_t count,
                       struct map_busy *busy) {
    struct arena *arena = map->guide.arena;
    struct style_text look = map->style->legend_label;
    look.colour = map->style->ink;
    struct placed_name *placed = ARENA_ARRAY(arena, count, struct placed_name);
    struct label_wish *wishes = ARENA_ARRAY(arena, count, struct label_wish);
    uint32_t *chosen = ARENA_ARRAY(arena, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        placed[i].block = guide_set(&map->guide, &look, names[i].words, 0, TEXT_WRAP);
        list_places(&names[i], &placed[i]);
        wishes[i] = (struct label_wish){placed[i].places, SIDES, -(double)i};
    }
    size_t obstacle_count;
    struct rect *obstacles = map_busy_obstacles(map, busy, 0, &obstacle_count);
    label_solve(arena, map->area, wishes, count, obstacles, obstacle_count, chosen);
    for (size_t i = 0; i < count; i++) {
        if (chosen[i] == LABEL_UNPLACED) {
            diag_warning(map->guide.diag, DIAG_LABEL_UNPLACED, names[i].place,
                         str_from(_("make the picture larger, or shorten the label")),
                         _("the name of a symbol has no room on the map: %.*s"),
                         STR_ARG(names[i].words));
            continue;
        }
        draw_name(map, placed[i].block, placed[i].places[chosen[i]].box);
        map_busy_add(busy, placed[i].places[chosen[i]].box);
    }
}
