// units: a number, and a square for each unit counted.
#include "base/i18n.h"
#include "infographic/statistic.h"
#include "infographic/unit_grid.h"

#include <math.h>

const struct shape block_shape_units = {
    .kind = SHAPE_OBJECT,
    .name = "blockUnits",
    .fields = statistic_fields,
    .field_count = STATISTIC_FIELD_COUNT,
};

struct units {
    struct statistic item;
    struct number number;
    const struct text_block *label, *note;
    struct unit_grid grid;
};

static const double label_gap = 24, note_gap = 8, grid_gap = 40; // designed px
static const double most_square = 52, most_grid = 420;

static void *read(const struct block_context *context, const struct json *value) {
    struct units *units = ARENA_NEW(context->info->arena, struct units);
    if (!statistic_read(context, value, &units->item))
        return NULL;
    units->grid.count = unit_grid_count(context, value, units->item.metric);
    return units->grid.count ? units : NULL;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct units *units = data;
    double size = context->look->types[LOOK_NUMBER].size;
    size *= number_fit(context, &units->item.number, 1, size, width);
    units->number = number_set(context, units->item.number, size, context->tone->accent);
    units->label = block_set_text(context, &(struct block_text_request){.type = LOOK_LABEL,
                                                                        .words = units->item.label,
                                                                        .width = width,
                                                                        .mode = TEXT_BALANCE});
    units->note = block_set_text(context, &(struct block_text_request){.type = LOOK_NOTE,
                                                                       .words = units->item.note,
                                                                       .width = width,
                                                                       .mode = TEXT_WRAP});
    double side = unit_grid_side(units->grid.count, block_px(context, most_square), width,
                                 block_px(context, most_grid));
    units->grid = unit_grid_make(units->grid.count, side, width);
    double height = units->number.height + block_px(context, grid_gap) + units->grid.height;
    height += units->label ? block_px(context, label_gap) + units->label->height : 0;
    return height + (units->note ? block_px(context, note_gap) + units->note->height : 0);
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct units *units = data;
    double y = box.y;
    number_draw(scene, &units->number, (struct point){box.x, y});
    y += units->number.height;
    if (units->label)
        y += block_px(context, label_gap) +
             block_put(scene, ROLE_BODY, units->label, box.x, y + block_px(context, label_gap));
    if (units->note)
        y += block_px(context, note_gap) +
             block_put(scene, ROLE_BODY, units->note, box.x, y + block_px(context, note_gap));
    unit_grid_draw(scene, &units->grid, (struct point){box.x, y + block_px(context, grid_gap)},
                   context->tone->accent, units->item.number);
}

const struct block_kind block_kind_units = {
    .name = "units", .read = read, .measure = measure, .draw = draw};
