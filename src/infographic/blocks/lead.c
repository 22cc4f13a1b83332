// lead: the one number that matters, with its sentence.
#include "base/i18n.h"
#include "infographic/statistic.h"

static const struct field fields[] = {
    {"metric", &shape_string, false, N_("The metric's id; number and label come from it.")},
    {"number", &shape_text, false, N_("The number as a text; {id} names a metric.")},
    {"label", &shape_text, false, N_("What is counted, above the number.")},
    {"text", &shape_text, false, N_("A sentence below the number.")},
};
const struct shape block_shape_lead = {
    .kind = SHAPE_OBJECT,
    .name = "blockLead",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};

struct lead {
    struct statistic item;
    struct str text_words;
    struct number number;
    const struct text_block *label, *text;
};

static const double label_gap = 44, text_gap = 40; // designed px

static void *read(const struct block_context *context, const struct json *value) {
    struct lead *lead = ARENA_NEW(context->info->arena, struct lead);
    if (!statistic_read(context, value, &lead->item))
        return NULL;
    lead->text_words = block_words(context, value, "text");
    block_tell(context, lead->text_words);
    return lead;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct lead *lead = data;
    double size = context->look->types[LOOK_HERO].size;
    size *= number_fit(context, &lead->item.number, 1, size, width);
    lead->number = number_set(context, lead->item.number, size, context->tone->accent);
    lead->label = block_set_text(context, &(struct block_text_request){.type = LOOK_LEAD,
                                                                       .words = lead->item.label,
                                                                       .width = width,
                                                                       .mode = TEXT_BALANCE});
    lead->text = block_set_text(context, &(struct block_text_request){.type = LOOK_BODY,
                                                                      .words = lead->text_words,
                                                                      .width = width,
                                                                      .mode = TEXT_WRAP});
    double height = lead->number.height;
    height += lead->label ? lead->label->height + block_px(context, label_gap) : 0;
    height += lead->text ? lead->text->height + block_px(context, text_gap) : 0;
    return height;
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct lead *lead = data;
    double y = box.y;
    if (lead->label)
        y += block_put(scene, ROLE_BODY, lead->label, box.x, y) + block_px(context, label_gap);
    number_draw(scene, &lead->number, (struct point){box.x, y});
    y += lead->number.height + block_px(context, text_gap);
    block_put(scene, ROLE_BODY, lead->text, box.x, y);
}

const struct block_kind block_kind_lead = {
    .name = "lead", .read = read, .measure = measure, .draw = draw};
