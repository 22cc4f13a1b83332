// list: lines of texts, or of numbers with their words, apart by hairlines.
#include "base/i18n.h"
#include "base/utf8.h"
#include "infographic/icon.h"
#include "infographic/statistic.h"

#include <math.h>

static const struct field item_fields[] = {
    STATISTIC_FIELDS{"text", &shape_text, false, N_("A line without a number.")},
    ICON_FIELD,
};
static const struct shape item_shape = {
    .kind = SHAPE_OBJECT,
    .name = "listItem",
    .doc = N_("A line of a list."),
    .fields = item_fields,
    .field_count = sizeof item_fields / sizeof *item_fields,
};
const struct shape block_shape_list = {
    .kind = SHAPE_ARRAY, .item = &item_shape, .least = 1, .most = 200};

struct line {
    struct statistic item;
    struct str words; // of a line without a number
    const struct icon *icon;
    struct number number;
    const struct text_block *label, *note;
    double height;
};

struct list {
    struct line *lines;
    size_t count;
    size_t first, end; // the lines that are shown, when the list is parted
    bool short_lines;  // texts of a few words, which may stand large
    bool numbered;     // some line has a number
    bool has_icons;
    double icon_width;   // px of the column of icons, the gap included; 0: no line has one
    double number_width; // px of the column of numbers, the gap included
};

enum { SHORT_LINE = 12 }; // characters

// Designed px.
static const double inset = 26, column_gap = 36, note_gap = 10, rule = 1.5, bullet = 14;
static const double icon_side = 56, icon_gap = 28;
static const double most_share = 0.45; // of the width, for the numbers

static void *read(const struct block_context *context, const struct json *value) {
    struct list *list = ARENA_NEW(context->info->arena, struct list);
    bool sound = true;
    list->short_lines = true;
    list->lines = ARENA_ARRAY(context->info->arena, value->count, struct line);
    for (const struct json *item = value->first; item; item = item->next) {
        struct line *line = &list->lines[list->count++];
        line->words = block_words(context, item, "text");
        sound = icon_read(context, item, &line->icon) && sound;
        list->has_icons = list->has_icons || line->icon;
        list->short_lines =
            list->short_lines && utf8_count(line->words) <= SHORT_LINE && !json_get(item, "note");
        if (line->words.len) {
            line->item.note = block_words(context, item, "note");
            block_tell(context, line->words);
            continue;
        }
        list->numbered = true;
        sound = statistic_read(context, item, &line->item) && sound;
    }
    list->end = list->count;
    return sound ? list : NULL;
}

static double set_numbers(const struct block_context *context, struct list *list, double width) {
    struct str *numbers = ARENA_ARRAY(context->info->arena, list->count, struct str);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->lines[i].item.number.len)
            numbers[count++] = list->lines[i].item.number;
    double size = context->look->types[LOOK_FIGURE].size, widest = 0;
    size *= number_fit(context, numbers, count, size, most_share * width);
    for (size_t i = 0; i < list->count; i++) {
        struct line *line = &list->lines[i];
        if (!line->item.number.len)
            continue;
        line->number = number_set(context, line->item.number, size, context->tone->accent);
        widest = fmax(widest, line->number.width);
    }
    return widest;
}

// The middle of digits or Han characters above the first baseline, where an icon stands.
static double middle_of(const struct line *line) {
    static const double han_middle = 0.38; // em
    if (line->number.text)
        return line->number.height / 2;
    return line->label ? han_middle * line->label->style.size : 0;
}

// Digits and the label's first line share a baseline: px below the line's top.
static double baseline_of(const struct block_context *context, const struct line *line) {
    double first = line->label ? line->label->first_baseline : 0;
    double icon = line->icon ? block_px(context, icon_side) / 2 + middle_of(line) : 0;
    return fmax(fmax(first, line->number.height), icon);
}

static void set_line(const struct block_context *context, const struct list *list,
                     struct line *line, double width) {
    bool plain = line->words.len > 0;
    line->label = block_set_text(
        context, &(struct block_text_request){
                     .type = list->short_lines && !list->numbered ? LOOK_LEAD : LOOK_LABEL,
                     .words = plain ? line->words : line->item.label,
                     .width = width,
                     .mode = TEXT_WRAP});
    line->note = block_set_text(context, &(struct block_text_request){.type = LOOK_NOTE,
                                                                      .words = line->item.note,
                                                                      .width = width,
                                                                      .mode = TEXT_WRAP});
    double words = block_height(line->label) +
                   (line->note ? block_px(context, note_gap) + line->note->height : 0);
    double baseline = baseline_of(context, line),
           first = line->label ? line->label->first_baseline : 0;
    line->height = fmax(baseline - first + words, baseline);
    if (line->icon)
        line->height =
            fmax(line->height, baseline - middle_of(line) + block_px(context, icon_side) / 2);
}

static double measure(const struct block_context *context, void *data, double width) {
    struct list *list = data;
    double gap = block_px(context, column_gap), height = 0;
    list->icon_width = list->has_icons ? block_px(context, icon_side + icon_gap) : 0;
    width -= list->icon_width;
    list->number_width = list->numbered    ? set_numbers(context, list, width) + gap
                         : list->has_icons ? 0
                                           : 2.5 * block_px(context, bullet);
    for (size_t i = list->first; i < list->end; i++) {
        set_line(context, list, &list->lines[i], width - list->number_width);
        height += list->lines[i].height + (i > list->first ? 2 * block_px(context, inset) : 0);
    }
    return height;
}

static void draw_line(const struct block_context *context, const struct list *list,
                      const struct line *line, struct scene *scene, struct point corner) {
    double baseline = corner.y + baseline_of(context, line), side = block_px(context, icon_side);
    double left = corner.x + list->icon_width, x = left + list->number_width;
    double y = baseline - (line->label ? line->label->first_baseline : 0);
    double middle = baseline - middle_of(line), square = block_px(context, bullet);
    icon_draw_flush(scene, line->icon, (struct point){corner.x, middle - side / 2}, side,
                    context->tone->accent);
    if (line->number.text)
        number_draw(scene, &line->number, (struct point){left, baseline - line->number.height});
    else if (!list->numbered && !list->has_icons)
        block_fill(scene, ROLE_ORNAMENT, (struct rect){left, middle - square / 2, square, square},
                   0, context->tone->accent);
    y += block_put(scene, ROLE_BODY, line->label, x, y) + block_px(context, note_gap);
    block_put(scene, ROLE_BODY, line->note, x, y);
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct list *list = data;
    double y = box.y, step = block_px(context, inset);
    for (size_t i = list->first; i < list->end; i++) {
        if (i > list->first) {
            y += step;
            if (list->numbered)
                block_fill(scene, ROLE_ORNAMENT,
                           (struct rect){box.x, y - block_px(context, rule) / 2, box.width,
                                         block_px(context, rule)},
                           0, context->tone->rule);
            y += step;
        }
        draw_line(context, list, &list->lines[i], scene, (struct point){box.x, y});
        y += list->lines[i].height;
    }
}

// The lines from `first` up to `end`; its columns are the whole list's.
static struct list *part_of(const struct block_context *context, const struct list *list,
                            size_t first, size_t end) {
    struct arena *arena = context->info->arena;
    struct list *part = ARENA_NEW(arena, struct list);
    *part = *list;
    part->lines = ARENA_ARRAY(arena, list->count, struct line);
    for (size_t i = 0; i < list->count; i++)
        part->lines[i] = list->lines[i];
    part->first = first;
    part->end = end;
    return part;
}

static unsigned count_in(const struct list *list, size_t first, size_t end) {
    unsigned numbers = 0;
    for (size_t i = first; i < end; i++)
        numbers += list->lines[i].item.number.len > 0;
    return numbers;
}

static bool split(const struct block_context *context, const void *data, struct block_cut cut,
                  void **part, void **rest) {
    const struct list *list = data;
    size_t count = list->end - list->first;
    double *heights = ARENA_ARRAY(context->info->arena, count, double);
    for (size_t i = 0; i < count; i++)
        heights[i] = list->lines[list->first + i].height;
    size_t end =
        list->first + block_rows_that_fit(heights, count, 2 * block_px(context, inset), cut.height);
    while (cut.numbers && count_in(list, list->first, end) > cut.numbers)
        end--;
    if (end == list->first || end >= list->end)
        return false;
    *part = part_of(context, list, list->first, end);
    *rest = part_of(context, list, end, list->end);
    return true;
}

static unsigned count_numbers(const void *data) {
    const struct list *list = data;
    return count_in(list, list->first, list->end);
}

const struct block_kind block_kind_list = {.name = "list",
                                           .read = read,
                                           .measure = measure,
                                           .draw = draw,
                                           .split = split,
                                           .count_numbers = count_numbers};
