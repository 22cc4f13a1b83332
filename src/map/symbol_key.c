// The legend of symbols: title, parts one below the other, then sizes.
#include "map/symbol_key.h"

#include "map/classes.h"
#include "scene/path.h"

#include <math.h>

struct colour symbol_part_colour(const struct style *style, size_t index, size_t part_count) {
    return part_count > 1 && style->palette_count ? style->palette[index % style->palette_count]
                                                  : style->accent;
}

static void set_title(const struct guide_context *guide, struct str title, struct symbol_key *key) {
    if (!title.len) {
        return;
    }
    double em = guide->style->legend_label.size;
    key->title = guide_set_title(guide, &guide->style->legend_title, title, 0);
    key->title_height = key->title->height + em / 2;
    key->width = key->title->width;
}

static void set_parts(const struct guide_context *guide, const struct symbol_key_words *words,
                      struct symbol_key *key) {
    double em = guide->style->legend_label.size;
    for (size_t i = 0; i < words->part_count; i++) {
        key->parts[i] =
            guide_set(guide, &guide->style->legend_label, words->parts[i], 0, TEXT_WRAP);
        key->width = fmax(key->width, 1.3 * em + key->parts[i]->width);
    }
    key->part_count = words->part_count;
    key->row = 1.5 * em;
    key->parts_height = key->row * (double)key->part_count + (key->part_count ? em / 2 : 0);
}

// One bar of a round amount, with its words beside its upper end.
static void set_bar(const struct guide_context *guide, const struct symbol_size *size,
                    const struct symbol_key_words *words, struct symbol_key *key) {
    double amount = classes_roundest(0.5 * size->most, size->most, 0.8 * size->most);
    double em = guide->style->legend_label.size;
    key->bar = size->height * amount / size->most;
    key->bar_width = size->bar_width;
    key->bar_words = guide_set(guide, &guide->style->legend_label,
                               words->write(words->context, amount), 0, TEXT_WRAP);
    key->width = fmax(key->width, key->bar_width + em / 2 + key->bar_words->width);
    key->height = key->title_height + key->parts_height + fmax(key->bar, key->bar_words->height);
}

struct symbol_key symbol_key_set(const struct guide_context *guide, enum symbol_kind kind,
                                 const struct symbol_size *size,
                                 const struct symbol_key_words *words) {
    struct symbol_key key = {.kind = kind};
    set_title(guide, words->title, &key);
    set_parts(guide, words, &key);
    if (kind == SYMBOL_BAR) {
        set_bar(guide, size, words, &key);
        return key;
    }
    key.circles = symbol_legend_set(guide, &size->circle, STR_NONE, words->write, words->context);
    key.width = fmax(key.width, key.circles.width);
    key.height = key.title_height + key.parts_height + key.circles.height;
    return key;
}

static void draw_parts(const struct guide_context *guide, struct scene *scene,
                       const struct symbol_key *key, struct point at) {
    double em = guide->style->legend_label.size, side = 0.8 * em;
    for (size_t i = 0; i < key->part_count; i++, at.y += key->row) {
        uint32_t owner = scene_new_owner(scene);
        struct rect swatch = {at.x, at.y + (key->row - side) / 2, side, side};
        scene_add_rect(scene, ROLE_LEGEND_SYMBOL, owner, swatch,
                       paint_solid(symbol_part_colour(guide->style, i, key->part_count)));
        struct text_placement place = {.at = {at.x + 1.3 * em, at.y + key->row / 2},
                                       .align = ALIGN_START,
                                       .baseline = BASELINE_MIDDLE};
        text_place(scene, ROLE_LEGEND_LABEL, owner, key->parts[i], &place);
    }
}

static void draw_bar(const struct guide_context *guide, struct scene *scene,
                     const struct symbol_key *key, struct point at) {
    double bottom = at.y + fmax(key->bar, key->bar_words->height);
    struct rect bar = {at.x, bottom - key->bar, key->bar_width, key->bar};
    struct colour colour =
        key->part_count > 1 ? guide->style->muted : symbol_part_colour(guide->style, 0, 1);
    uint32_t owner = scene_new_owner(scene);
    scene_add_rect(scene, ROLE_LEGEND_SYMBOL, owner, bar, paint_solid(colour));
    struct text_placement place = {
        .at = {rect_right(bar) + guide->style->legend_label.size / 2, bar.y},
        .align = ALIGN_START,
        .baseline = BASELINE_TOP};
    text_place(scene, ROLE_LEGEND_LABEL, owner, key->bar_words, &place);
}

void symbol_key_draw(const struct guide_context *guide, struct scene *scene,
                     const struct symbol_key *key, struct point corner) {
    scene_open_group(scene, ROLE_LEGEND, key->title ? key->title->words : STR_NONE);
    if (key->title) {
        struct text_placement place = {
            .at = corner, .align = ALIGN_START, .baseline = BASELINE_TOP};
        text_place(scene, ROLE_LEGEND_TITLE, OWNER_NONE, key->title, &place);
    }
    struct point at = {corner.x, corner.y + key->title_height};
    draw_parts(guide, scene, key, at);
    at.y += key->parts_height;
    if (key->kind == SYMBOL_BAR) {
        draw_bar(guide, scene, key, at);
    } else {
        struct colour colour =
            key->part_count > 1 ? guide->style->muted : symbol_part_colour(guide->style, 0, 1);
        symbol_legend_draw(guide, scene, &key->circles, at, colour);
    }
    scene_close_group(scene);
}
