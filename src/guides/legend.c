// Placing and drawing legends.
#include "guides/legend.h"

#include <math.h>

static double symbol_size(const struct guide_context *context) {
    return context->style->legend_label.size;
}

// Between a symbol and its name.
static double symbol_gap(const struct guide_context *context) {
    return 0.4 * context->style->legend_label.size;
}

static double entry_width(const struct guide_context *context, const struct text_block *block) {
    return symbol_size(context) + symbol_gap(context) + block->width;
}

static void set_words(const struct guide_context *context, struct legend *legend, double width) {
    const struct style *style = context->style;
    double room = width - symbol_size(context) - symbol_gap(context);
    legend->blocks = ARENA_ARRAY(context->arena, legend->count, const struct text_block *);
    legend->places = ARENA_ARRAY(context->arena, legend->count, struct point);
    for (size_t i = 0; i < legend->count; i++) {
        legend->blocks[i] = guide_set(context, &style->legend_label, legend->words[i],
                                      width > 0 ? fmax(room, 1) : 0, TEXT_BALANCE);
    }
    if (legend->title.len) {
        legend->title_block = guide_set_title(context, &style->legend_title, legend->title, width);
    }
}

// One below the other, the title on top.
static void place_column(const struct guide_context *context, struct legend *legend) {
    double gap = 0.3 * context->style->legend_label.size, y = 0;
    if (legend->title_block) {
        legend->width = legend->title_block->width;
        y = legend->title_block->height + 0.5 * context->style->legend_title.size;
    }
    for (size_t i = 0; i < legend->count; i++) {
        legend->places[i] = (struct point){0, y};
        legend->width = fmax(legend->width, entry_width(context, legend->blocks[i]));
        y += fmax(symbol_size(context), legend->blocks[i]->height) + gap;
    }
    legend->height = fmax(0, y - gap);
}

// Side by side, in as many lines as the width needs; the title leads the first.
static void place_lines(const struct guide_context *context, struct legend *legend, double width) {
    double gap = 1.4 * context->style->legend_label.size, x = 0, y = 0, line = 0;
    if (legend->title_block) {
        x = legend->title_block->width + gap;
        line = legend->title_block->height;
    }
    for (size_t i = 0; i < legend->count; i++) {
        double entry = entry_width(context, legend->blocks[i]);
        if (x > 0 && x + entry > width) {
            x = 0;
            y += line + 0.4 * context->style->legend_label.size;
            line = 0;
        }
        legend->places[i] = (struct point){x, y};
        legend->width = fmax(legend->width, x + entry);
        line = fmax(line, fmax(symbol_size(context), legend->blocks[i]->height));
        x += entry + gap;
    }
    legend->height = y + line;
}

void legend_set(const struct guide_context *context, struct legend *legend, double width) {
    bool column = context->style->legend_orient == LEGEND_RIGHT;
    set_words(context, legend, column ? 0 : width);
    if (column) {
        place_column(context, legend);
    } else {
        place_lines(context, legend, width);
    }
}

static void draw_entry(const struct guide_context *context, struct scene *scene,
                       const struct legend *legend, size_t i, struct point corner) {
    double size = symbol_size(context);
    struct point at = {corner.x + legend->places[i].x, corner.y + legend->places[i].y};
    double line = context->style->legend_label.size;
    struct rect square = {at.x, at.y + (line - size) / 2, size, size};
    uint32_t owner = scene_new_owner(scene);
    scene_add_rect(scene, ROLE_LEGEND_SYMBOL, owner, square, paint_solid(legend->colours[i]));
    struct text_placement place = {.at = {at.x + size + symbol_gap(context), at.y},
                                   .align = ALIGN_START,
                                   .baseline = BASELINE_TOP};
    text_place(scene, ROLE_LEGEND_LABEL, owner, legend->blocks[i], &place);
}

void legend_draw(const struct guide_context *context, struct scene *scene,
                 const struct legend *legend, struct point corner) {
    scene_open_group(scene, ROLE_LEGEND, legend->title);
    if (legend->title_block) {
        struct text_placement place = {
            .at = corner, .align = ALIGN_START, .baseline = BASELINE_TOP};
        text_place(scene, ROLE_LEGEND_TITLE, OWNER_NONE, legend->title_block, &place);
    }
    for (size_t i = 0; i < legend->count; i++) {
        draw_entry(context, scene, legend, i, corner);
    }
    scene_close_group(scene);
}
