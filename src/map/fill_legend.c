// Setting and drawing the legend of a choropleth.
#include "map/fill_legend.h"

#include "map/fill_words.h"
#include "map/hatch.h"
#include "map/map_look.h"

#include <math.h>

enum { RAMP_ROWS = 6 };

static const struct text_block *set(const struct map *map, struct str words) {
    return guide_set(&map->guide, &map->style->legend_label, words, 0, TEXT_WRAP);
}

// Ticks of a ramp: its ends, the middle of a diverging one, or a round number between.
static void choose_ticks(const struct fill *fill, struct fill_legend *legend) {
    legend->ticks[legend->tick_count++] = fill->most;
    double middle = fill->diverging
                        ? fill->middle
                        : classes_roundest(fill->least + (fill->most - fill->least) * 0.4,
                                           fill->least + (fill->most - fill->least) * 0.6,
                                           (fill->least + fill->most) / 2);
    if (middle > fill->least && middle < fill->most) {
        legend->ticks[legend->tick_count++] = middle;
    }
    legend->ticks[legend->tick_count++] = fill->least;
}

static void set_words(const struct map *map, struct fill_legend *legend) {
    const struct fill *fill = legend->fill;
    struct arena *arena = map->guide.arena;
    bool ramp = fill->kind == FILL_CONTINUOUS;
    size_t count = ramp ? legend->tick_count : fill->entry_count;
    legend->blocks = ARENA_ARRAY(arena, count, const struct text_block *);
    for (size_t i = 0; i < count; i++) {
        struct str words =
            ramp ? fill_amount(arena, fill, legend->ticks[i]) : fill->entries[i].words;
        legend->blocks[i] = set(map, words);
        legend->width = fmax(legend->width, legend->blocks[i]->width);
    }
    if (fill->has_no_data) {
        legend->no_data = set(map, fill->no_data);
        legend->width = fmax(legend->width, legend->no_data->width);
    }
}

struct fill_legend fill_legend_set(const struct map *map, const struct fill *fill) {
    struct fill_legend legend = {.fill = fill};
    if (fill->kind == FILL_NONE || !fill->shown) {
        return legend;
    }
    double em = map->style->legend_label.size;
    legend.row = 1.5 * em;
    legend.swatch_width = 1.7 * em;
    if (fill->kind == FILL_CONTINUOUS) {
        choose_ticks(fill, &legend);
        legend.ramp_height = RAMP_ROWS * legend.row;
    }
    set_words(map, &legend);
    legend.width += legend.swatch_width + 0.5 * em;
    double rows = fill->kind == FILL_CONTINUOUS ? RAMP_ROWS : (double)fill->entry_count;
    legend.height = rows * legend.row + (fill->has_no_data ? 1.35 * legend.row : 0);
    legend.title = guide_set(&map->guide, &map->style->legend_title, fill->title,
                             fmax(legend.width, 12 * em), TEXT_BALANCE);
    legend.title_height = legend.title->height + 0.5 * em;
    legend.width = fmax(legend.width, legend.title->width);
    legend.height += legend.title_height;
    return legend;
}

static void draw_words(const struct map *map, const struct fill_legend *legend,
                       const struct text_block *block, uint32_t owner, struct point middle) {
    struct text_placement place = {
        .at = {middle.x + legend->swatch_width + 0.5 * map->style->legend_label.size, middle.y},
        .align = ALIGN_START,
        .baseline = BASELINE_MIDDLE};
    text_place(map->scene, ROLE_LEGEND_LABEL, owner, block, &place);
}

static void draw_entries(const struct map *map, const struct fill_legend *legend, struct point at) {
    const struct fill *fill = legend->fill;
    for (size_t i = 0; i < fill->entry_count; i++, at.y += legend->row) {
        uint32_t owner = scene_new_owner(map->scene);
        // A hair between swatches, so that neighbours of a ramp are told apart.
        struct rect swatch = {at.x, at.y + 1, legend->swatch_width, legend->row - 2};
        scene_add_rect(map->scene, ROLE_LEGEND_SYMBOL, owner, swatch,
                       paint_solid(fill->entries[i].colour));
        draw_words(map, legend, legend->blocks[i], owner,
                   (struct point){at.x, at.y + legend->row / 2});
    }
}

static void draw_ramp(const struct map *map, const struct fill_legend *legend, struct point at) {
    const struct fill *fill = legend->fill;
    struct rect bar = {at.x, at.y, 0.7 * legend->swatch_width, legend->ramp_height};
    struct paint paint = {.kind = PAINT_LINEAR,
                          .from = {at.x, rect_bottom(bar)},
                          .to = at,
                          .stops = fill->stops,
                          .stop_count = fill->stop_count};
    scene_add_rect(map->scene, ROLE_LEGEND_SYMBOL, OWNER_NONE, bar, paint);
    for (size_t i = 0; i < legend->tick_count; i++) {
        double share = (legend->ticks[i] - fill->least) / (fill->most - fill->least);
        double y = rect_bottom(bar) - share * bar.height;
        double half = 0.5 * map->style->legend_label.size;
        double words = fmax(at.y + half, fmin(rect_bottom(bar) - half, y));
        scene_add_line(map->scene, ROLE_LEGEND_SYMBOL, (struct point){rect_right(bar), y},
                       (struct point){at.x + legend->swatch_width, y}, 1, map->style->rule);
        draw_words(map, legend, legend->blocks[i], OWNER_NONE, (struct point){at.x, words});
    }
}

static void draw_no_data(const struct map *map, const struct fill_legend *legend, struct point at) {
    uint32_t owner = scene_new_owner(map->scene);
    struct rect swatch = {at.x, at.y + 1, legend->swatch_width, legend->row - 2};
    scene_add_rect(map->scene, ROLE_LEGEND_SYMBOL, owner, swatch,
                   paint_solid(map_look_land(map->style)));
    map_look_hatch(map, owner, ROLE_LEGEND_SYMBOL, swatch);
    draw_words(map, legend, legend->no_data, owner, (struct point){at.x, at.y + legend->row / 2});
}

void fill_legend_draw(const struct map *map, const struct fill_legend *legend,
                      struct point corner) {
    if (!legend->title) {
        return;
    }
    scene_open_group(map->scene, ROLE_LEGEND, legend->fill->title);
    struct text_placement place = {.at = corner, .align = ALIGN_START, .baseline = BASELINE_TOP};
    text_place(map->scene, ROLE_LEGEND_TITLE, OWNER_NONE, legend->title, &place);
    struct point at = {corner.x, corner.y + legend->title_height};
    if (legend->fill->kind == FILL_CONTINUOUS) {
        draw_ramp(map, legend, at);
        at.y += legend->ramp_height;
    } else {
        draw_entries(map, legend, at);
        at.y += legend->row * (double)legend->fill->entry_count;
    }
    if (legend->no_data) {
        draw_no_data(map, legend, (struct point){at.x, at.y + 0.35 * legend->row});
    }
    scene_close_group(map->scene);
}
