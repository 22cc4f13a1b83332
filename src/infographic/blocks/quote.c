// quote: words of someone, set apart by their mark.
#include "base/i18n.h"
#include "infographic/block.h"

static const struct field fields[] = {
    {"text", &shape_text, true, N_("The words, without quotation marks.")},
    {"by", &shape_text, false, N_("Whose words they are.")},
};
const struct shape block_shape_quote = {
    .kind = SHAPE_OBJECT,
    .name = "blockQuote",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};

struct quote {
    struct str text_words, by_words;
    const struct text_block *text, *by;
};

static const double bar = 8, indent = 40, by_gap = 24, inset = 8; // designed px

static void *read(const struct block_context *context, const struct json *value) {
    struct quote *quote = ARENA_NEW(context->info->arena, struct quote);
    quote->text_words = block_words(context, value, "text");
    quote->by_words = block_words(context, value, "by");
    block_tell(context, quote->text_words);
    return quote;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct quote *quote = data;
    double room = width - block_px(context, bar + indent);
    quote->text = block_set_text(context, &(struct block_text_request){.type = LOOK_LEAD,
                                                                       .words = quote->text_words,
                                                                       .width = room,
                                                                       .mode = TEXT_WRAP});
    struct str by = quote->by_words.len
                        ? str_printf(context->info->arena, "——%.*s", STR_ARG(quote->by_words))
                        : STR_NONE;
    quote->by = block_set_text(
        context, &(struct block_text_request){
                     .type = LOOK_NOTE, .words = by, .width = room, .mode = TEXT_WRAP});
    return 2 * block_px(context, inset) + block_height(quote->text) +
           (quote->by ? block_px(context, by_gap) + quote->by->height : 0);
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct quote *quote = data;
    double x = box.x + block_px(context, bar + indent), y = box.y + block_px(context, inset);
    block_fill(scene, ROLE_ORNAMENT,
               (struct rect){box.x, box.y, block_px(context, bar), box.height}, 0,
               context->tone->accent);
    y += block_put(scene, ROLE_BODY, quote->text, x, y) + block_px(context, by_gap);
    block_put(scene, ROLE_BODY, quote->by, x, y);
}

const struct block_kind block_kind_quote = {
    .name = "quote", .read = read, .measure = measure, .draw = draw};
