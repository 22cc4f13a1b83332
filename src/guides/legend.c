// Placing and drawing legends.
#include "guides/legend.h"

#include "scene/path.h"

#include <math.h>

// Of the outline of a ring, in its diameters, as Vega has it.
static const double RING_WIDTH = 0.15;

static double label_size(const struct guide_context *context) {
    return context->style->legend_label.size;
}

// Px of an entry's symbol, both ways.
static double symbol_size(const struct guide_context *context, const struct legend *legend,
                          size_t i) {
    if (!legend->shapes) {
        return label_size(context);
    }
    struct rect box = path_bounds(&legend->shapes[i]);
    return fmax(box.width, box.height);
}

static double widest_symbol(const struct guide_context *context, const struct legend *legend) {
    double widest = label_size(context);
    for (size_t i = 0; i < legend->count; i++) {
        widest = fmax(widest, symbol_size(context, legend, i));
    }
    return widest;
}

static double entry_height(const struct guide_context *context, const struct legend *legend,
                           size_t i) {
    double symbol = fmax(label_size(context), symbol_size(context, legend, i));
    return fmax(symbol, legend->blocks[i]->height);
}

static bool is_column(const struct guide_context *context) {
    return context->style->legend_orient == LEGEND_RIGHT;
}

// Left of the symbols of a column, as Vega has it.
static double symbol_inset(const struct guide_context *context) {
    return is_column(context) ? 0.1 * context->style->legend_label.size : 0;
}

// Between a symbol and its name.
static double symbol_gap(const struct guide_context *context) {
    return (is_column(context) ? 0.5 : 0.4) * context->style->legend_label.size;
}

// Px from an entry's left to its name.
static double name_start(const struct guide_context *context, const struct legend *legend) {
    return symbol_inset(context) + legend->span + symbol_gap(context);
}

static double entry_width(const struct guide_context *context, const struct legend *legend,
                          size_t i) {
    return name_start(context, legend) + legend->blocks[i]->width;
}

static void set_words(const struct guide_context *context, struct legend *legend, double width) {
    const struct style *style = context->style;
    legend->span = widest_symbol(context, legend);
    double room = width - name_start(context, legend);
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
    gap += legend->symbol == LEGEND_RING || legend->shapes ? 0.5 * context->style->legend_label.size
                                                           : 0; // Vega's
    if (legend->title_block) {
        legend->width = legend->title_block->width;
        y = legend->title_block->height + 0.5 * context->style->legend_title.size;
    }
    for (size_t i = 0; i < legend->count; i++) {
        legend->places[i] = (struct point){0, y};
        legend->width = fmax(legend->width, entry_width(context, legend, i));
        y += entry_height(context, legend, i) + gap;
    }
    legend->height = fmax(0, y - gap);
}

// Symbols of several sizes stand in a line by their middles.
static void centre_line(const struct guide_context *context, struct legend *legend, size_t from,
                        size_t to, double height) {
    for (size_t i = from; i < to && legend->shapes; i++) {
        legend->places[i].y += (height - entry_height(context, legend, i)) / 2;
    }
}

// Side by side, in as many lines as the width needs; the title leads the first.
static void place_lines(const struct guide_context *context, struct legend *legend, double width) {
    double gap = 1.4 * context->style->legend_label.size, x = 0, y = 0, line = 0;
    size_t first = 0; // of the line
    if (legend->title_block) {
        x = legend->title_block->width + gap;
        line = legend->title_block->height;
    }
    for (size_t i = 0; i < legend->count; i++) {
        double entry = entry_width(context, legend, i);
        if (x > 0 && x + entry > width) {
            centre_line(context, legend, first, i, line);
            first = i;
            x = 0;
            y += line + 0.4 * context->style->legend_label.size;
            line = 0;
        }
        legend->places[i] = (struct point){x, y};
        legend->width = fmax(legend->width, x + entry);
        line = fmax(line, entry_height(context, legend, i));
        x += entry + gap;
    }
    centre_line(context, legend, first, legend->count, line);
    legend->height = y + line;
}

void legend_set(const struct guide_context *context, struct legend *legend, double width) {
    set_words(context, legend, is_column(context) ? 0 : width);
    if (is_column(context)) {
        place_column(context, legend);
    } else {
        place_lines(context, legend, width);
    }
}

static struct scene_path symbol_path(const struct guide_context *context,
                                     const struct legend *legend, size_t i, struct rect square) {
    struct point middle = {square.x + square.width / 2, square.y + square.height / 2};
    struct paint paint = paint_solid(legend->colours[i]);
    struct path_builder builder = PATH_BUILDER(context->arena);
    struct scene_path path = {.opacity = 1};
    if (legend->symbol == LEGEND_SQUARE) {
        path_rect(&builder, square);
    } else if (legend->symbol == LEGEND_LINE) {
        path_move(&builder, square.x, middle.y);
        path_line(&builder, rect_right(square), middle.y);
    } else {
        path_circle(&builder, middle, square.width / 2);
    }
    path.path = path_done(&builder);
    if (legend->symbol == LEGEND_LINE || legend->symbol == LEGEND_RING) {
        double width =
            legend->symbol == LEGEND_RING ? RING_WIDTH * square.width : context->style->line_width;
        path.stroke = (struct stroke){.paint = paint, .width = width};
    } else {
        path.fill = paint;
    }
    return path;
}

static struct scene_path shape_path(const struct guide_context *context,
                                    const struct legend *legend, size_t i, struct point middle) {
    struct scene_path path = {.path = legend->shapes[i], .opacity = 1};
    struct point *points = ARENA_ARRAY(context->arena, path.path.point_count, struct point);
    for (size_t k = 0; k < path.path.point_count; k++) {
        points[k].x = path.path.points[k].x + middle.x;
        points[k].y = path.path.points[k].y + middle.y;
    }
    path.path.points = points;
    if (legend->outlined) {
        path.stroke = (struct stroke){.paint = paint_solid(legend->colours[i]),
                                      .width = RING_WIDTH * label_size(context)};
    } else {
        path.fill = paint_solid(legend->colours[i]);
    }
    return path;
}

static void draw_entry(const struct guide_context *context, struct scene *scene,
                       const struct legend *legend, size_t i, struct point corner) {
    double size = label_size(context), down = 0;
    struct point at = {corner.x + legend->places[i].x, corner.y + legend->places[i].y};
    uint32_t owner = scene_new_owner(scene);
    struct rect square = {at.x + symbol_inset(context), at.y, size, size};
    struct scene_path path;
    if (legend->shapes) { // beside the middle of its name's first line
        down = fmax(0, symbol_size(context, legend, i) - size) / 2;
        struct point middle = {square.x + legend->span / 2, at.y + down + size / 2};
        path = shape_path(context, legend, i, middle);
    } else {
        path = symbol_path(context, legend, i, square);
    }
    scene_add_path(scene, ROLE_LEGEND_SYMBOL, owner, path);
    struct text_placement place = {.at = {at.x + name_start(context, legend), at.y + down},
                                   .align = ALIGN_START,
                                   .baseline = BASELINE_TOP};
    text_place(scene, ROLE_LEGEND_LABEL, owner, legend->blocks[i], &place);
}

void legend_draw(const struct guide_context *context, struct scene *scene,
                 const struct legend *legend, struct point corner) {
    scene_open_group(scene, ROLE_LEGEND, legend->title);
    if (legend->title_block) {
        struct point at = corner;
        if (legend->shapes && legend->count && !is_column(context)) { // in line with the first name
            double room = symbol_size(context, legend, 0) - label_size(context);
            at.y += legend->places[0].y + fmax(0, room) / 2;
        }
        struct text_placement place = {.at = at, .align = ALIGN_START, .baseline = BASELINE_TOP};
        text_place(scene, ROLE_LEGEND_TITLE, OWNER_NONE, legend->title_block, &place);
    }
    for (size_t i = 0; i < legend->count; i++) {
        draw_entry(context, scene, legend, i, corner);
    }
    scene_close_group(scene);
}
