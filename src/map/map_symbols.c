// The largest circles lie lowest, so that none hides a smaller one.
#include "map/map_symbols.h"

#include "base/sort.h"
#include "map/fill_words.h"

#include <math.h>

static const double LARGEST_SHARE = 0.05; // radius by the shorter side of the map
static const double OPACITY = 0.8;        // borders show through

bool map_symbols_read(struct map *map, struct map_symbols *symbols) {
    const struct json *json = json_get(map->json, "symbols");
    if (!json) {
        return true;
    }
    double *amounts = ARENA_ARRAY(map->guide.arena, map->region_count, double);
    if (!fill_read_amounts(map, json, amounts, &symbols->words)) {
        return false;
    }
    symbols->amounts = amounts;
    for (size_t i = 0; i < map->region_count; i++) {
        symbols->largest = fmax(symbols->largest, amounts[i]); // of a number and NAN the number
    }
    return true;
}

struct writer {
    struct arena *arena;
    const struct fill *words;
};

static struct str write_amount(void *context, double value) {
    const struct writer *writer = context;
    return fill_amount(writer->arena, writer->words, value);
}

void map_symbols_set(const struct map *map, struct map_symbols *symbols) {
    if (!symbols->amounts) {
        return;
    }
    double radius = LARGEST_SHARE * fmin(map->area.width, map->area.height);
    struct writer writer = {map->guide.arena, &symbols->words};
    symbols->scale = symbol_scale_make(symbols->largest, radius);
    symbols->legend = symbol_legend_set(&map->guide, &symbols->scale, symbols->words.title,
                                        write_amount, &writer);
    symbols->legend_box = (struct rect){0, 0, symbols->legend.width, symbols->legend.height};
}

static int larger_first(const void *a, const void *b, const void *context) {
    const double *amounts = context;
    double p = amounts[*(const size_t *)a], q = amounts[*(const size_t *)b];
    return (p < q) - (p > q);
}

static struct str datum(const struct map *map, const struct map_symbols *symbols, size_t region) {
    struct str amount = fill_amount(map->guide.arena, &symbols->words, symbols->amounts[region]);
    return str_printf(map->guide.arena, "%.*s：%.*s", STR_ARG(map->regions[region].name),
                      STR_ARG(amount));
}

static void draw_circle(const struct map *map, const struct map_symbols *symbols, size_t region,
                        struct map_busy *busy) {
    struct pole_polygon polygon = map_region_polygon(map, &map->regions[region]);
    double radius = symbol_radius(&symbols->scale, symbols->amounts[region]);
    if (!polygon.ring_count) {
        return;
    }
    struct point at = pole_of_circle(map->guide.arena, &polygon, 1).at;
    struct path_builder circle = PATH_BUILDER(map->guide.arena);
    path_circle(&circle, at, radius);
    struct scene_path path = {
        .path = path_done(&circle),
        .fill = paint_solid(map->style->accent),
        .stroke = {.paint = paint_solid(map->style->paper), .width = 1},
        .opacity = OPACITY,
    };
    struct scene_item *item =
        scene_add_path(map->scene, ROLE_MARK_SYMBOL, scene_new_owner(map->scene), path);
    item->label = datum(map, symbols, region);
    map_busy_add(busy, (struct rect){at.x - radius, at.y - radius, 2 * radius, 2 * radius});
}

void map_symbols_draw(struct map *map, const struct map_symbols *symbols, struct map_busy *busy) {
    if (!symbols->amounts) {
        return;
    }
    struct arena *arena = map->guide.arena;
    size_t *order = ARENA_ARRAY(arena, map->region_count, size_t), count = 0;
    for (size_t i = 0; i < map->region_count; i++) {
        if (symbols->amounts[i] > 0) {
            order[count++] = i;
        }
    }
    sort_stable(arena, order, count, sizeof *order, larger_first, symbols->amounts);
    for (size_t i = 0; i < count; i++) {
        draw_circle(map, symbols, order[i], busy);
    }
    struct rect box = symbols->legend_box;
    if (box.width > 0) {
        symbol_legend_draw(&map->guide, map->scene, &symbols->legend, (struct point){box.x, box.y},
                           map->style->accent);
        map_add_obstacle(map, box);
    }
}

struct str map_symbols_describe(const struct map *map, const struct map_symbols *symbols) {
    if (!symbols->amounts) {
        return STR_NONE;
    }
    struct buf out = BUF_INIT(map->guide.arena);
    buf_printf(&out, "圆的面积表示%.*s", STR_ARG(symbols->words.title));
    for (size_t i = 0, count = 0; i < map->region_count; i++) {
        if (!isnan(symbols->amounts[i])) {
            buf_printf(&out, "%s%.*s", count++ ? "；" : "：", STR_ARG(datum(map, symbols, i)));
        }
    }
    buf_add_text(&out, "。");
    struct str copy = str_copy(map->guide.arena, buf_str(&out));
    buf_done(&out);
    return copy;
}
