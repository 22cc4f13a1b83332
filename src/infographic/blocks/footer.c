// footer: notes, source and credit, quiet, at the end.
#include "base/i18n.h"
#include "infographic/closing.h"

static const struct field fields[] = {
    {"text", &shape_text, false, N_("A line of its own, as who made the picture for whom.")},
};
const struct shape block_shape_footer = {
    .kind = SHAPE_OBJECT,
    .name = "blockFooter",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};

struct footer {
    struct str words;
    const struct text_block *text;
    struct guide_context guide;
    struct frame frame;
};

static const double inset = 56, text_gap = 20, line = 1.5; // designed px

static void *read(const struct block_context *context, const struct json *value) {
    struct footer *footer = ARENA_NEW(context->info->arena, struct footer);
    footer->words = block_words(context, value, "text");
    context->gather->has_footer = true;
    return footer;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct footer *footer = data;
    double room = width - 2 * context->look->margin;
    struct frame_texts texts = closing_texts(context);
    footer->guide =
        closing_guide(context, closing_style(context, !closing_logo_beside_title(context)));
    footer->frame = frame_set(&footer->guide, &texts, room);
    footer->text = block_set_text(
        context, &(struct block_text_request){
                     .type = LOOK_NOTE, .words = footer->words, .width = room, .mode = TEXT_WRAP});
    double gap = footer->text && footer->frame.foot_height > 0 ? block_px(context, text_gap) : 0;
    return 2 * block_px(context, inset) + footer->frame.foot_height + gap +
           block_height(footer->text);
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct footer *footer = data;
    double x = box.x + context->look->margin, width = box.width - 2 * context->look->margin;
    block_fill(scene, ROLE_ORNAMENT, (struct rect){x, box.y, width, block_px(context, line)}, 0,
               context->tone->rule);
    double y = box.y + block_px(context, inset);
    frame_draw(&footer->guide, scene, &footer->frame, (struct rect){x, y, width, 0},
               (struct rect){x, y, width, footer->frame.foot_height});
    if (footer->text)
        block_put(scene, ROLE_FOOT, footer->text, x,
                  rect_bottom(box) - block_px(context, inset) - footer->text->height);
}

const struct block_kind block_kind_footer = {
    .name = "footer",
    .place = BLOCK_BLEEDS,
    .tone = TONE_PAPER,
    .read = read,
    .measure = measure,
    .draw = draw,
};
