// compare: two sides of one matter, each with its number and, on request, a square for each unit.
#include "base/i18n.h"
#include "infographic/statistic.h"
#include "infographic/unit_grid.h"

#include <math.h>

static const struct field side_fields[] = {
    STATISTIC_FIELDS{"title", &shape_text, false, N_("Whose side it is, above the number.")},
};
static const struct shape side_shape = {
    .kind = SHAPE_OBJECT,
    .name = "compareSide",
    .doc = N_("A side of a comparison."),
    .fields = side_fields,
    .field_count = sizeof side_fields / sizeof *side_fields,
};
static const struct field fields[] = {
    {"left", &side_shape, true, N_("The first side.")},
    {"right", &side_shape, true, N_("The other side.")},
    {"link", &shape_text, false, N_("What the two have with one another, between them.")},
    {"units", &shape_bool, false, N_("Whether each side shows a square for every unit counted.")},
};
const struct shape block_shape_compare = {
    .kind = SHAPE_OBJECT,
    .name = "blockCompare",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};

struct side {
    struct statistic item;
    struct str title_words;
    size_t units; // 0: none shown
    struct number number;
    const struct text_block *title, *label, *note;
    struct unit_grid grid;
};

struct compare {
    struct side sides[2];
    struct str link_words;
    const struct text_block *link;
    double middle;      // px between the sides
    double width;       // of a side
    double grid_height; // of the higher one
    bool units;
};

// Designed px.
static const double inset_x = 36, inset_y = 40, title_gap = 28, label_gap = 24, note_gap = 8;
static const double grid_gap = 36, link_inset = 22, middle_gap = 20;
static const double most_square = 40, most_grid = 260;

static bool read_side(const struct block_context *context, const struct json *value, bool units,
                      struct side *side) {
    if (!statistic_read(context, value, &side->item))
        return false;
    side->title_words = block_words(context, value, "title");
    side->units = units ? unit_grid_count(context, value, side->item.metric) : 0;
    return !units || side->units;
}

static void *read(const struct block_context *context, const struct json *value) {
    struct compare *compare = ARENA_NEW(context->info->arena, struct compare);
    compare->link_words = block_words(context, value, "link");
    compare->units = json_bool(json_get(value, "units"), false);
    bool left = read_side(context, json_get(value, "left"), compare->units, &compare->sides[0]);
    bool right = read_side(context, json_get(value, "right"), compare->units, &compare->sides[1]);
    return left && right ? compare : NULL;
}

static const struct text_block *set(const struct block_context *context, enum look_text type,
                                    struct str words, double width) {
    return block_set_text(context,
                          &(struct block_text_request){
                              .type = type, .words = words, .width = width, .mode = TEXT_BALANCE});
}

static double set_side(const struct block_context *context, struct side *side, double size,
                       double square, double width) {
    side->number = number_set(context, side->item.number, size, context->tone->on_card);
    side->title = set(context, LOOK_FINDING, side->title_words, width);
    side->label = set(context, LOOK_LABEL, side->item.label, width);
    side->note = set(context, LOOK_NOTE, side->item.note, width);
    double height = 2 * block_px(context, inset_y) + side->number.height;
    height += side->title ? side->title->height + block_px(context, title_gap) : 0;
    height += side->label ? side->label->height + block_px(context, label_gap) : 0;
    height += side->note ? side->note->height + block_px(context, note_gap) : 0;
    if (!side->units)
        return height;
    side->grid = unit_grid_make(side->units, square, width);
    return height + block_px(context, grid_gap) + side->grid.height;
}

// One size of squares on both sides, so that they can be compared.
static double square_side(const struct block_context *context, const struct compare *compare,
                          double width) {
    size_t most = compare->sides[0].units > compare->sides[1].units ? compare->sides[0].units
                                                                    : compare->sides[1].units;
    return unit_grid_side(most, block_px(context, most_square), width,
                          block_px(context, most_grid));
}

static double measure(const struct block_context *context, void *data, double width) {
    struct compare *compare = data;
    struct str numbers[] = {compare->sides[0].item.number, compare->sides[1].item.number};
    compare->link = set(context, LOOK_LABEL, compare->link_words, 0);
    compare->middle = compare->link ? compare->link->width + 2 * block_px(context, link_inset)
                                    : block_px(context, middle_gap);
    compare->width = (width - compare->middle) / 2;
    double inner = compare->width - 2 * block_px(context, inset_x);
    double size = context->look->types[LOOK_NUMBER].size;
    size *= number_fit(context, numbers, 2, size, inner);
    double square = square_side(context, compare, inner);
    double left = set_side(context, &compare->sides[0], size, square, inner);
    double right = set_side(context, &compare->sides[1], size, square, inner);
    compare->grid_height = fmax(compare->sides[0].grid.height, compare->sides[1].grid.height);
    return compare->units
               ? fmax(left - compare->sides[0].grid.height, right - compare->sides[1].grid.height) +
                     compare->grid_height
               : fmax(left, right);
}

// Squares start at the same height on both sides: `grid_height` above the lower inset.
static void draw_side(const struct block_context *context, const struct side *side,
                      struct scene *scene, struct rect box, double grid_height) {
    double x = box.x + block_px(context, inset_x), y = box.y + block_px(context, inset_y);
    block_fill(scene, ROLE_PANEL, box, context->look->style->card_corner, context->tone->card);
    if (side->title)
        y += block_put(scene, ROLE_HEADING, side->title, x, y) + block_px(context, title_gap);
    number_draw(scene, &side->number, (struct point){x, y});
    y += side->number.height + block_px(context, label_gap);
    y += block_put(scene, ROLE_BODY, side->label, x, y);
    block_put(scene, ROLE_BODY, side->note, x, y + block_px(context, note_gap));
    if (side->units)
        unit_grid_draw(
            scene, &side->grid,
            (struct point){x, rect_bottom(box) - block_px(context, inset_y) - grid_height},
            context->tone->on_card, side->item.number);
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct compare *compare = data;
    struct rect side = {box.x, box.y, compare->width, box.height};
    draw_side(context, &compare->sides[0], scene, side, compare->grid_height);
    side.x += compare->width + compare->middle;
    draw_side(context, &compare->sides[1], scene, side, compare->grid_height);
    if (!compare->link)
        return;
    struct text_placement place = {
        .at = {box.x + box.width / 2, box.y + box.height / 2},
        .align = ALIGN_CENTRE,
        .baseline = BASELINE_MIDDLE,
    };
    text_place(scene, ROLE_BODY, OWNER_NONE, compare->link, &place);
}

const struct block_kind block_kind_compare = {
    .name = "compare", .read = read, .measure = measure, .draw = draw};
