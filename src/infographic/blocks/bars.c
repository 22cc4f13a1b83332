// bars: a compact list of bars, each with its label and its number; lengths from zero, to scale.
#include "base/i18n.h"
#include "infographic/amounts.h"

#include <math.h>

static const struct field fields[] = {AMOUNTS_FIELDS};
static const struct shape object_shape = {
    .kind = SHAPE_OBJECT,
    .name = "blockBars",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};
static const struct shape *const options[] = {&amounts_shape, &object_shape};
const struct shape block_shape_bars = {
    .kind = SHAPE_EITHER, .options = options, .option_count = sizeof options / sizeof *options};

struct bar {
    struct number number;
    const struct text_block *label, *note;
    double height; // of its row
};

struct bars {
    struct statistic *items;
    size_t count;
    bool highlight;
    struct bar *bars;
    bool above;           // labels stand above their bars
    double label_width;   // px of the column of labels, the gap included; 0 above
    double px_per_amount; // length of a bar
};

// Designed px.
static const double thickness = 36, row_gap = 24, above_gap = 8, label_gap = 24, number_gap = 14;
static const double note_gap = 6;
static const double most_label = 0.34, least_bar = 0.3; // shares of the width

static void *read(const struct block_context *context, const struct json *value) {
    struct bars *bars = ARENA_NEW(context->info->arena, struct bars);
    if (!amounts_read(context, value, &bars->items, &bars->count))
        return NULL;
    bars->bars = ARENA_ARRAY(context->info->arena, bars->count, struct bar);
    bars->highlight = amounts_have_highlight(bars->items, bars->count);
    return bars;
}

static const struct text_block *set(const struct block_context *context, enum look_text type,
                                    struct str words, double width) {
    return block_set_text(context,
                          &(struct block_text_request){
                              .type = type, .words = words, .width = width, .mode = TEXT_BALANCE});
}

static bool is_aside(const struct bars *bars, size_t index) {
    return bars->highlight && !bars->items[index].highlight;
}

static void set_numbers(const struct block_context *context, struct bars *bars, double width) {
    static const double scale = 0.85, most_share = 0.4;
    struct str *numbers = ARENA_ARRAY(context->info->arena, bars->count, struct str);
    for (size_t i = 0; i < bars->count; i++)
        numbers[i] = bars->items[i].number;
    double size = scale * context->look->types[LOOK_FIGURE].size;
    size *= number_fit(context, numbers, bars->count, size, most_share * width);
    for (size_t i = 0; i < bars->count; i++)
        bars->bars[i].number =
            number_set(context, numbers[i], size,
                       is_aside(bars, i) ? context->tone->ink : context->tone->accent);
}

// The scale with which every bar and the number behind it fit `room`, or the longest bar `least`
// px.
static double scale_for(const struct block_context *context, const struct bars *bars, double room,
                        double least) {
    double scale = INFINITY, largest = 0;
    for (size_t i = 0; i < bars->count; i++) {
        double amount = bars->items[i].metric->number.value;
        double left = room - block_px(context, number_gap) - bars->bars[i].number.width;
        largest = fmax(largest, amount);
        if (amount > 0)
            scale = fmin(scale, left / amount);
    }
    if (largest <= 0)
        return 0;
    return fmax(scale, least / largest);
}

// Labels stand before their bars when each takes one line of their column, else above.
static void place_labels(const struct block_context *context, struct bars *bars, double width) {
    double widest = 0;
    for (size_t i = 0; i < bars->count; i++) {
        bars->bars[i].label = set(context, LOOK_LABEL, bars->items[i].label, 0);
        widest = fmax(widest, block_width(bars->bars[i].label));
    }
    bars->above = widest > most_label * width;
    bars->label_width = bars->above ? 0 : widest + block_px(context, label_gap);
}

static double set_row(const struct block_context *context, struct bars *bars, size_t index,
                      double width) {
    struct bar *bar = &bars->bars[index];
    double bar_height = fmax(block_px(context, thickness), bar->number.height);
    if (bars->above)
        bar->label = set(context, LOOK_LABEL, bars->items[index].label, width);
    bar->note = set(context, LOOK_NOTE, bars->items[index].note, width - bars->label_width);
    double label = block_height(bar->label);
    bar->height =
        bars->above ? label + block_px(context, above_gap) + bar_height : fmax(label, bar_height);
    bar->height += bar->note ? bar->note->height + block_px(context, note_gap) : 0;
    return bar->height;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct bars *bars = data;
    double height = 0;
    set_numbers(context, bars, width);
    place_labels(context, bars, width);
    bars->px_per_amount =
        scale_for(context, bars, width - bars->label_width, 0.2 * least_bar * width);
    for (size_t i = 0; i < bars->count; i++)
        height += set_row(context, bars, i, width) + (i ? block_px(context, row_gap) : 0);
    return height;
}

static void draw_row(const struct block_context *context, const struct bars *bars, size_t index,
                     struct scene *scene, struct point at) {
    const struct bar *bar = &bars->bars[index];
    double bar_side = block_px(context, thickness);
    double length = bars->px_per_amount * bars->items[index].metric->number.value;
    double line = fmax(bar_side, bar->number.height), y = at.y, x = at.x + bars->label_width;
    if (bars->above) {
        y += block_put(scene, ROLE_BODY, bar->label, at.x, y) + block_px(context, above_gap);
    } else {
        line = fmax(line, block_height(bar->label));
        struct point middle = {at.x, y + line / 2};
        struct text_placement place = {.at = middle, .baseline = BASELINE_MIDDLE};
        if (bar->label)
            text_place(scene, ROLE_BODY, OWNER_NONE, bar->label, &place);
    }
    uint32_t owner = scene_new_owner(scene);
    struct rect box = {x, y + (line - bar_side) / 2, length, bar_side};
    struct colour colour = is_aside(bars, index) ? context->tone->context : context->tone->accent;
    if (length > 0)
        scene_add_rect(scene, ROLE_MARK_RECT, owner, box, paint_solid(colour))->label =
            bars->items[index].number;
    number_draw(scene, &bar->number,
                (struct point){x + length + (length > 0 ? block_px(context, number_gap) : 0),
                               y + (line - bar->number.height) / 2});
    block_put(scene, ROLE_BODY, bar->note, x, y + line + block_px(context, note_gap));
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct bars *bars = data;
    struct point at = {box.x, box.y};
    for (size_t i = 0; i < bars->count; i++) {
        draw_row(context, bars, i, scene, at);
        at.y += bars->bars[i].height + block_px(context, row_gap);
    }
}

const struct block_kind block_kind_bars = {
    .name = "bars", .read = read, .measure = measure, .draw = draw};
