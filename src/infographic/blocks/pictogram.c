// pictogram: one icon for a round number of things counted, in groups of five (ISOTYPE).
//
// More of a thing is more icons, never larger ones; what is left of the last icon is cut by area.
#include "base/i18n.h"
#include "base/punctuation.h"
#include "base/zh_format.h"
#include "infographic/amounts.h"
#include "infographic/icon_rows.h"

#include <math.h>

enum { MOST_ICONS = 100, EASY_ICONS = 50 };

static const struct shape per_shape = {.kind = SHAPE_NUMBER, .minimum = 0.001, .maximum = 1e12};
static const struct field fields[] = {
    AMOUNTS_FIELDS{"icon", &shape_string, true,
                   N_("The name of the icon, English or Chinese; `tushuo fonts --icons` lists the "
                      "names.")},
    {"per", &per_shape, false,
     N_("How many one icon stands for: 1, 2, 2.5 or 5 times a power of ten; the least with which "
        "fifty icons are enough when left out.")},
    {"legend", &shape_text, false, N_("The words of the legend beside an icon.")},
};
const struct shape block_shape_pictogram = {
    .kind = SHAPE_OBJECT,
    .name = "blockPictogram",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};

struct row {
    struct number number;
    const struct text_block *label, *note;
    struct icon_rows icons;
    double height;
};

struct pictogram {
    const struct icon *icon;
    struct statistic *items;
    size_t count;
    double per;
    bool highlight;
    struct str legend_words;
    struct row *rows;
    const struct text_block *legend;
};

// Designed px.
static const double most_side = 64, row_gap = 48, label_gap = 20, note_gap = 8, icons_gap = 28;
static const double number_gap = 28, legend_gap = 36, legend_side = 40, legend_inset = 16;

// 1, 2, 2.5 or 5 times a power of ten.
static bool is_round(double per) {
    double mantissa = per / pow(10, floor(log10(per) + 1e-9));
    static const double round[] = {1, 2, 2.5, 5};
    for (size_t i = 0; i < sizeof round / sizeof *round; i++)
        if (fabs(mantissa - round[i]) < 1e-9)
            return true;
    return false;
}

// The least round number of which the largest amount has at most fifty.
static double choose_per(double largest) {
    static const double steps[] = {1, 2, 5};
    if (largest <= EASY_ICONS)
        return 1;
    for (double power = 1;; power *= 10)
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
            if (largest <= EASY_ICONS * steps[i] * power)
                return steps[i] * power;
}

static double largest_of(const struct pictogram *pictogram) {
    double largest = 0;
    for (size_t i = 0; i < pictogram->count; i++)
        largest = fmax(largest, pictogram->items[i].metric->number.value);
    return largest;
}

static struct str amount_words(const struct block_context *context,
                               const struct pictogram *pictogram, double amount) {
    struct buf words = BUF_INIT(context->info->arena);
    struct str unit = pictogram->items[0].metric->number.unit;
    for (size_t i = 1; i < pictogram->count; i++)
        if (!str_equal(unit, pictogram->items[i].metric->number.unit))
            unit = STR_NONE;
    bool latin = !language_is_chinese(context->info->document->language);
    struct zh_format format = {.decimals = 3, .latin = latin, .unit = unit};
    zh_format_number(&words, amount, &format);
    struct str result = str_copy(context->info->arena, buf_str(&words));
    buf_done(&words);
    return result;
}

static bool check_per(const struct block_context *context, const struct json *value,
                      struct pictogram *pictogram) {
    const struct json *per = json_get(value, "per");
    double largest = largest_of(pictogram), easy = choose_per(largest);
    pictogram->per = json_number(per, easy);
    if (is_round(pictogram->per) && largest <= MOST_ICONS * pictogram->per)
        return true;
    struct arena *arena = context->info->arena;
    struct str word = amount_words(context, pictogram, easy);
    diag_error(context->info->diag, DIAG_BLOCK, json_place(arena, per),
               str_printf(arena, _("let one icon stand for %.*s"), STR_ARG(word)),
               is_round(pictogram->per) ? _("more than %d icons cannot be counted")
                                        : _("an icon stands for a round number, 1, 2, 2.5 or 5 "
                                            "times a power of ten (at most %d icons)"),
               MOST_ICONS);
    return false;
}

static struct str legend_words(const struct block_context *context, const struct json *value,
                               const struct pictogram *pictogram) {
    struct str own = block_words(context, value, "legend"),
               amount = amount_words(context, pictogram, pictogram->per),
               language = context->info->document->language;
    if (own.len)
        return own;
    return str_printf(context->info->arena,
                      language_is_chinese(language) ? "每个图标代表%.*s" : "= %.*s",
                      STR_ARG(amount));
}

static void *read(const struct block_context *context, const struct json *value) {
    struct arena *arena = context->info->arena;
    struct pictogram *pictogram = ARENA_NEW(arena, struct pictogram);
    bool sound = icon_read(context, value, &pictogram->icon);
    sound = amounts_read(context, value, &pictogram->items, &pictogram->count) && sound;
    if (!sound || !check_per(context, value, pictogram))
        return NULL;
    pictogram->rows = ARENA_ARRAY(arena, pictogram->count, struct row);
    pictogram->highlight = amounts_have_highlight(pictogram->items, pictogram->count);
    pictogram->legend_words = legend_words(context, value, pictogram);
    return pictogram;
}

static const struct text_block *set(const struct block_context *context, enum look_text type,
                                    struct str words, double width) {
    return block_set_text(context,
                          &(struct block_text_request){
                              .type = type, .words = words, .width = width, .mode = TEXT_WRAP});
}

static bool is_alone(const struct pictogram *pictogram) {
    return pictogram->count == 1;
}

static struct colour colour_of(const struct block_context *context,
                               const struct pictogram *pictogram, size_t index) {
    bool aside = pictogram->highlight && !pictogram->items[index].highlight;
    return aside ? context->tone->context : context->tone->accent;
}

// A number that stands alone is large, its label below it; beside others it follows its label.
static void set_row(const struct block_context *context, struct pictogram *pictogram, size_t index,
                    double size, double width) {
    const struct statistic *item = &pictogram->items[index];
    struct row *row = &pictogram->rows[index];
    bool alone = is_alone(pictogram);
    row->number = number_set(context, item->number, size, context->tone->accent);
    double room = alone ? width : width - row->number.width - block_px(context, number_gap);
    row->label = set(context, LOOK_LABEL, item->label, room);
    row->note = set(context, LOOK_NOTE, item->note, width);
    double label = block_height(row->label);
    row->height = alone
                      ? row->number.height + (label > 0 ? label + block_px(context, label_gap) : 0)
                      : fmax(label, row->number.height);
    row->height += row->note ? row->note->height + block_px(context, note_gap) : 0;
    if (row->icons.count > 0)
        row->height += block_px(context, icons_gap) + row->icons.height;
}

static double number_size(const struct block_context *context, const struct pictogram *pictogram,
                          double width) {
    struct str *numbers = ARENA_ARRAY(context->info->arena, pictogram->count, struct str);
    for (size_t i = 0; i < pictogram->count; i++)
        numbers[i] = pictogram->items[i].number;
    bool alone = is_alone(pictogram);
    double size = context->look->types[alone ? LOOK_NUMBER : LOOK_FIGURE].size;
    return size * number_fit(context, numbers, pictogram->count, size, alone ? width : width / 2);
}

static double measure(const struct block_context *context, void *data, double width) {
    struct pictogram *pictogram = data;
    double size = number_size(context, pictogram, width), height = 0;
    double most = largest_of(pictogram) / pictogram->per;
    double side = icon_rows_side(most, block_px(context, most_side), width);
    for (size_t i = 0; i < pictogram->count; i++) {
        double icons = pictogram->items[i].metric->number.value / pictogram->per;
        pictogram->rows[i].icons = icon_rows_make(icons, side, width);
        set_row(context, pictogram, i, size, width);
        height += pictogram->rows[i].height + (i ? block_px(context, row_gap) : 0);
    }
    pictogram->legend = set(context, LOOK_NOTE, pictogram->legend_words,
                            width - block_px(context, legend_side + legend_inset));
    return height + block_px(context, legend_gap) +
           fmax(block_px(context, legend_side), block_height(pictogram->legend));
}

static void draw_row(const struct block_context *context, const struct pictogram *pictogram,
                     size_t index, struct scene *scene, struct point at) {
    const struct row *row = &pictogram->rows[index];
    double y = at.y;
    if (is_alone(pictogram)) {
        number_draw(scene, &row->number, at);
        y += row->number.height;
        if (row->label)
            y += block_px(context, label_gap) +
                 block_put(scene, ROLE_BODY, row->label, at.x, y + block_px(context, label_gap));
    } else {
        // Label and digits share a baseline.
        double first = row->label ? row->label->first_baseline : 0;
        double baseline = y + fmax(first, row->number.height);
        double label = row->label ? row->label->width + block_px(context, number_gap) : 0;
        block_put(scene, ROLE_BODY, row->label, at.x, baseline - first);
        number_draw(scene, &row->number,
                    (struct point){at.x + label, baseline - row->number.height});
        y = baseline - first + fmax(block_height(row->label), first);
    }
    if (row->note)
        y += block_px(context, note_gap) +
             block_put(scene, ROLE_BODY, row->note, at.x, y + block_px(context, note_gap));
    icon_rows_draw(scene, &row->icons, pictogram->icon,
                   (struct point){at.x, y + block_px(context, icons_gap)},
                   colour_of(context, pictogram, index), pictogram->items[index].number);
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct pictogram *pictogram = data;
    struct point at = {box.x, box.y};
    double side = block_px(context, legend_side);
    for (size_t i = 0; i < pictogram->count; i++) {
        draw_row(context, pictogram, i, scene, at);
        at.y += pictogram->rows[i].height +
                block_px(context, i + 1 < pictogram->count ? row_gap : legend_gap);
    }
    double height = fmax(side, block_height(pictogram->legend));
    icon_draw_flush(scene, pictogram->icon, (struct point){at.x, at.y + (height - side) / 2}, side,
                    context->tone->accent);
    block_put(scene, ROLE_BODY, pictogram->legend, at.x + side + block_px(context, legend_inset),
              at.y + (height - block_height(pictogram->legend)) / 2);
}

const struct block_kind block_kind_pictogram = {
    .name = "pictogram", .read = read, .measure = measure, .draw = draw};
