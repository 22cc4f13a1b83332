// cards: numbers side by side, one size for all of them.
#include "base/i18n.h"
#include "infographic/icon.h"
#include "infographic/statistic.h"

#include <assert.h>
#include <math.h>

enum { MOST_COLUMNS = 6 };

static const struct shape columns_shape = {
    .kind = SHAPE_INTEGER, .minimum = 1, .maximum = MOST_COLUMNS};
static const struct field card_fields[] = {STATISTIC_FIELDS ICON_FIELD};
static const struct shape card_shape = {
    .kind = SHAPE_OBJECT,
    .name = "card",
    .doc = N_("A number with its words, and its icon."),
    .fields = card_fields,
    .field_count = sizeof card_fields / sizeof *card_fields,
};
static const struct shape *const card_options[] = {&shape_string, &card_shape};
static const struct shape item_shape = {
    .kind = SHAPE_EITHER, .options = card_options, .option_count = 2};
static const struct shape items_shape = {
    .kind = SHAPE_ARRAY, .item = &item_shape, .least = 1, .most = 1000};
static const struct field fields[] = {
    {"items", &items_shape, true, N_("The numbers: ids of metrics, or objects.")},
    {"columns", &columns_shape, false, N_("Cards in a row; by the width when left out.")},
};
static const struct shape object_shape = {
    .kind = SHAPE_OBJECT,
    .name = "blockCards",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};
static const struct shape *const options[] = {&items_shape, &object_shape};
const struct shape block_shape_cards = {
    .kind = SHAPE_EITHER, .options = options, .option_count = sizeof options / sizeof *options};

// Designed px.
static const double gap = 20, inset_x = 32, inset_y = 36, label_gap = 24, note_gap = 8;
static const double least_card = 280, caveat_gap = 24, icon_side = 56, icon_gap = 24;
static const double least_scale = 0.56; // numbers smaller than that want fewer columns

struct card {
    const struct icon *icon; // NULL: none
    struct number number;
    const struct text_block *label, *note;
};

struct cards {
    struct statistic *items;
    size_t count, columns;       // columns 0: by the width
    const struct statistic *all; // of the block before it was parted: one size for all numbers
    size_t all_count;
    size_t shown; // columns as measured
    bool has_icons;
    double icon_height;   // px above the numbers, the gap included; 0: icons stand beside them
    double width, height; // of a card
    double *row_heights;
    struct card *cards;
    const struct text_block *caveats;
};

static void *read(const struct block_context *context, const struct json *value) {
    struct arena *arena = context->info->arena;
    struct cards *cards = ARENA_NEW(arena, struct cards);
    const struct json *items = value->kind == JSON_ARRAY ? value : json_get(value, "items");
    cards->columns = (size_t)json_number(json_get(value, "columns"), 0);
    bool sound = statistic_read_list(context, items, &cards->items, &cards->count);
    cards->cards = ARENA_ARRAY(arena, cards->count, struct card);
    size_t index = 0;
    for (const struct json *item = items->first; item; item = item->next, index++) {
        sound = icon_read(context, item, &cards->cards[index].icon) && sound;
        cards->has_icons = cards->has_icons || cards->cards[index].icon;
    }
    if (!sound)
        return NULL;
    cards->all = cards->items;
    cards->all_count = cards->count;
    cards->row_heights = ARENA_ARRAY(arena, cards->count, double);
    return cards;
}

static double card_width(const struct block_context *context, double width, size_t columns) {
    return (width - block_px(context, gap) * (double)(columns - 1)) / (double)columns;
}

static double inner_width(const struct block_context *context, double width, size_t columns) {
    return card_width(context, width, columns) - 2 * block_px(context, inset_x);
}

static double scale_for(const struct block_context *context, const struct cards *cards,
                        double width, size_t columns) {
    struct str *numbers = ARENA_ARRAY(context->info->arena, cards->all_count, struct str);
    for (size_t i = 0; i < cards->all_count; i++)
        numbers[i] = cards->all[i].number;
    return number_fit(context, numbers, cards->all_count, context->look->types[LOOK_NUMBER].size,
                      inner_width(context, width, columns));
}

// Rows as equal as can be: four stand 2 × 2 rather than 3 + 1.
static size_t balanced(size_t count, size_t most) {
    assert(count > 0 && most > 0);
    size_t rows = (count + most - 1) / most;
    return (count + rows - 1) / rows;
}

static size_t choose_columns(const struct block_context *context, const struct cards *cards,
                             double width) {
    if (cards->columns)
        return cards->columns < cards->count ? cards->columns : cards->count;
    double least = block_px(context, least_card), step = block_px(context, gap);
    size_t most = (size_t)fmax(floor((width + step) / (least + step)), 1);
    return balanced(cards->count, most < MOST_COLUMNS ? most : MOST_COLUMNS);
}

// The scale of the numbers, in fewer columns where they would become too small.
static double fit_columns(const struct block_context *context, struct cards *cards, double width) {
    double noted = context->gather->tightest, scale;
    cards->shown = choose_columns(context, cards, width);
    for (;;) {
        context->gather->tightest = noted;
        scale = scale_for(context, cards, width, cards->shown);
        if (scale >= least_scale || cards->shown == 1)
            return scale;
        cards->shown = balanced(cards->count, cards->shown - 1);
    }
}

static double set_card(const struct block_context *context, const struct statistic *item,
                       struct card *card, double size, double width) {
    struct colour accent = context->tone->on_card;
    card->number = number_set(context, item->number, size, accent);
    card->label = block_set_text(context, &(struct block_text_request){.type = LOOK_LABEL,
                                                                       .words = item->label,
                                                                       .width = width,
                                                                       .mode = TEXT_BALANCE});
    card->note = block_set_text(
        context, &(struct block_text_request){
                     .type = LOOK_NOTE, .words = item->note, .width = width, .mode = TEXT_WRAP});
    double height = 2 * block_px(context, inset_y) + card->number.height;
    height += card->label ? block_px(context, label_gap) + card->label->height : 0;
    return height + (card->note ? block_px(context, note_gap) + card->note->height : 0);
}

// Icons stand at the cards' right end beside the numbers, or above them where any has no room for
// it, so that the numbers of a row share their height.
static double place_icons(const struct block_context *context, const struct cards *cards,
                          double size, double width) {
    double side = block_px(context, icon_side), apart = block_px(context, icon_gap);
    if (!cards->has_icons)
        return 0;
    for (size_t i = 0; i < cards->count; i++)
        if (cards->cards[i].icon &&
            number_set(context, cards->items[i].number, size, context->tone->on_card).width +
                    apart + side >
                width)
            return side + apart;
    return 0;
}

// px above the numbers of a row; a row without icons has none.
static double icon_room(const struct cards *cards, size_t row) {
    for (size_t i = row * cards->shown; i < (row + 1) * cards->shown && i < cards->count; i++)
        if (cards->cards[i].icon)
            return cards->icon_height;
    return 0;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct cards *cards = data;
    double scale = fit_columns(context, cards, width);
    size_t columns = cards->shown;
    cards->width = card_width(context, width, columns);
    double size = scale * context->look->types[LOOK_NUMBER].size,
           inner = inner_width(context, width, columns);
    double height = 0;
    cards->icon_height = place_icons(context, cards, size, inner);
    for (size_t row = 0; row * columns < cards->count; row++) {
        cards->row_heights[row] = 0;
        for (size_t i = row * columns; i < (row + 1) * columns && i < cards->count; i++)
            cards->row_heights[row] =
                fmax(cards->row_heights[row],
                     set_card(context, &cards->items[i], &cards->cards[i], size, inner));
        cards->row_heights[row] += icon_room(cards, row);
        height += cards->row_heights[row] + (row ? block_px(context, gap) : 0);
    }
    cards->height = height;
    struct str caveats = statistic_caveats(context, cards->items, cards->count);
    cards->caveats = block_set_text(
        context, &(struct block_text_request){
                     .type = LOOK_NOTE, .words = caveats, .width = width, .mode = TEXT_WRAP});
    return height + (cards->caveats ? block_px(context, caveat_gap) + cards->caveats->height : 0);
}

static void draw_card(const struct block_context *context, const struct cards *cards, size_t index,
                      struct scene *scene, struct rect box) {
    const struct card *card = &cards->cards[index];
    block_fill(scene, ROLE_PANEL, box, context->look->style->card_corner, context->tone->card);
    // The words stand in the middle of a card that its row has made higher.
    double more = box.height - cards->row_heights[index / cards->shown];
    double x = box.x + block_px(context, inset_x),
           y = box.y + block_px(context, inset_y) + more / 2;
    double side = block_px(context, icon_side);
    struct point beside = {rect_right(box) - (x - box.x) - side,
                           y + (card->number.height - side) / 2};
    if (cards->icon_height > 0)
        icon_draw_flush(scene, card->icon, (struct point){x, y}, side, context->tone->on_card);
    else
        icon_draw(scene, card->icon, beside, side, context->tone->on_card);
    y += icon_room(cards, index / cards->shown);
    number_draw(scene, &card->number, (struct point){x, y});
    y += card->number.height + block_px(context, label_gap);
    y += block_put(scene, ROLE_BODY, card->label, x, y);
    block_put(scene, ROLE_BODY, card->note, x, y + block_px(context, note_gap));
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct cards *cards = data;
    double y = box.y, step = block_px(context, gap);
    double caveat = cards->caveats ? block_px(context, caveat_gap) + cards->caveats->height : 0;
    size_t rows = (cards->count + cards->shown - 1) / cards->shown;
    // A row of blocks may ask for more height: the cards share it.
    double more = (box.height - caveat - cards->height) / (double)rows;
    for (size_t i = 0; i < cards->count; i++) {
        size_t row = i / cards->shown, column = i % cards->shown;
        if (i && !column)
            y += cards->row_heights[row - 1] + more + step;
        struct rect place = {box.x + (double)column * (cards->width + step), y, cards->width,
                             cards->row_heights[row] + more};
        draw_card(context, cards, i, scene, place);
    }
    if (cards->caveats)
        block_put(scene, ROLE_FOOT, cards->caveats, box.x,
                  rect_bottom(box) - cards->caveats->height);
}

// The cards from `first` up to `end` as a block of their own.
static struct cards *part_of(const struct block_context *context, const struct cards *cards,
                             size_t first, size_t end) {
    struct arena *arena = context->info->arena;
    struct cards *part = ARENA_NEW(arena, struct cards);
    *part = *cards;
    part->items += first;
    part->count = end - first;
    part->cards = ARENA_ARRAY(arena, part->count, struct card);
    part->row_heights = ARENA_ARRAY(arena, part->count, double);
    for (size_t i = 0; i < part->count; i++)
        part->cards[i].icon = cards->cards[first + i].icon;
    return part;
}

static bool split(const struct block_context *context, const void *data, struct block_cut cut,
                  void **part, void **rest) {
    const struct cards *cards = data;
    size_t rows = (cards->count + cards->shown - 1) / cards->shown;
    double caveat = cards->caveats ? block_px(context, caveat_gap) + cards->caveats->height : 0;
    size_t fit =
        block_rows_that_fit(cards->row_heights, rows, block_px(context, gap), cut.height - caveat);
    size_t end = fit * cards->shown, columns = cards->shown;
    if (cut.numbers && (end >= cards->count || end > cut.numbers)) {
        // As many on each page as on the others, in rows of their own.
        size_t pages = (cards->count + cut.numbers - 1) / cut.numbers;
        end = (cards->count + pages - 1) / pages;
        columns = cards->columns;
    }
    if (!end || end >= cards->count)
        return false;
    struct cards *first = part_of(context, cards, 0, end),
                 *second = part_of(context, cards, end, cards->count);
    first->columns = second->columns = columns;
    *part = first;
    *rest = second;
    return true;
}

static unsigned count_numbers(const void *data) {
    return (unsigned)((const struct cards *)data)->count;
}

const struct block_kind block_kind_cards = {.name = "cards",
                                            .read = read,
                                            .measure = measure,
                                            .draw = draw,
                                            .split = split,
                                            .count_numbers = count_numbers};
