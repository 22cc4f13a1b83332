// Circles, pies from twelve o'clock, bars on a common ground line.
#include "map/symbol_shapes.h"

#include "scene/path.h"

#include <math.h>

static const double OPACITY = 0.8;   // of circles: borders show through
static const double SLICE_EDGE = 1;  // px of paper between slices
static const double BAR_GAP = 1;     // px between bars
static const double GROUND_LINE = 1; // px

static double amount_of(const struct map_symbol *symbol, size_t i) {
    return isnan(symbol->amounts[i]) ? 0 : symbol->amounts[i];
}

static double bars_width(const struct map_symbols *symbols) {
    return (double)symbols->field_count * (symbols->size.bar_width + BAR_GAP) - BAR_GAP;
}

struct rect symbol_box(const struct map_symbols *symbols, const struct map_symbol *symbol,
                       struct point at) {
    double extent = map_symbol_extent(symbols, symbol);
    if (symbols->kind == SYMBOL_BAR) {
        double height = symbols->size.height * extent / symbols->size.most + GROUND_LINE;
        double width = bars_width(symbols);
        return (struct rect){at.x - width / 2, at.y - height, width, height + GROUND_LINE};
    }
    double radius = symbol_radius(&symbols->size.circle, extent);
    return (struct rect){at.x - radius, at.y - radius, 2 * radius, 2 * radius};
}

static void add(const struct map *map, uint32_t owner, struct path path, struct colour fill,
                double opacity) {
    scene_add_path(map->scene, ROLE_MARK_SYMBOL, owner,
                   (struct scene_path){
                       .path = path,
                       .fill = paint_solid(fill),
                       .stroke = {.paint = paint_solid(map->style->paper), .width = SLICE_EDGE},
                       .opacity = opacity});
}

static void draw_slices(const struct map *map, const struct map_symbols *symbols,
                        const struct map_symbol *symbol, struct point at, uint32_t owner) {
    double sum = map_symbol_extent(symbols, symbol), from = 0;
    double radius = symbol_radius(&symbols->size.circle, sum);
    for (size_t i = 0; i < symbols->field_count; i++) {
        double share = amount_of(symbol, i) / sum;
        if (!(share > 0)) {
            continue;
        }
        struct path_builder slice = PATH_BUILDER(map->guide.arena);
        if (share > 1 - 1e-9) {
            path_circle(&slice, at, radius);
        } else {
            path_move(&slice, at.x, at.y);
            path_arc(&slice, at, radius, 360 * from - 90, 360 * (from + share) - 90);
            path_close(&slice);
        }
        add(map, owner, path_done(&slice), symbol_part_colour(map->style, i, symbols->field_count),
            1);
        from += share;
    }
}

static void draw_bars(const struct map *map, const struct map_symbols *symbols,
                      const struct map_symbol *symbol, struct point at, uint32_t owner) {
    double width = symbols->size.bar_width, left = at.x - bars_width(symbols) / 2;
    for (size_t i = 0; i < symbols->field_count; i++) {
        double height = symbols->size.height * amount_of(symbol, i) / symbols->size.most;
        struct rect bar = {left + (double)i * (width + BAR_GAP), at.y - height, width, height};
        if (height > 0) {
            scene_add_rect(map->scene, ROLE_MARK_SYMBOL, owner, bar,
                           paint_solid(symbol_part_colour(map->style, i, symbols->field_count)));
        }
    }
    scene_add_line(map->scene, ROLE_BORDER, (struct point){left - 1, at.y},
                   (struct point){left + bars_width(symbols) + 1, at.y}, GROUND_LINE,
                   map->style->ink);
}

static void draw_circle(const struct map *map, const struct map_symbols *symbols,
                        const struct map_symbol *symbol, struct point at, uint32_t owner) {
    struct path_builder circle = PATH_BUILDER(map->guide.arena);
    path_circle(&circle, at,
                symbol_radius(&symbols->size.circle, map_symbol_extent(symbols, symbol)));
    add(map, owner, path_done(&circle), map->style->accent, OPACITY);
}

void symbol_draw(const struct map *map, const struct map_symbols *symbols,
                 const struct map_symbol *symbol, struct point at, struct str label) {
    uint32_t owner = scene_new_owner(map->scene);
    if (symbols->kind == SYMBOL_CIRCLE) {
        draw_circle(map, symbols, symbol, at, owner);
        map->scene->items[map->scene->count - 1].label = label;
        return;
    }
    scene_open_group(map->scene, ROLE_MARK, label);
    if (symbols->kind == SYMBOL_PIE) {
        draw_slices(map, symbols, symbol, at, owner);
    } else {
        draw_bars(map, symbols, symbol, at, owner);
    }
    scene_close_group(map->scene);
}
