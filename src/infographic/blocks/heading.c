// heading: the finding that the next block shows.
#include "base/i18n.h"
#include "infographic/block.h"

const struct shape block_shape_heading = {.kind = SHAPE_TEXT};

struct heading {
    struct str words;
    const struct text_block *text;
};

static void *read(const struct block_context *context, const struct json *value) {
    struct heading *heading = ARENA_NEW(context->info->arena, struct heading);
    heading->words = document_text(context->info->document, context->info->diag, value);
    block_tell(context, heading->words);
    return heading;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct heading *heading = data;
    heading->text = block_set_text(context, &(struct block_text_request){.type = LOOK_FINDING,
                                                                         .words = heading->words,
                                                                         .width = width,
                                                                         .mode = TEXT_BALANCE});
    return block_height(heading->text);
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    (void)context;
    block_put(scene, ROLE_HEADING, ((const struct heading *)data)->text, box.x, box.y);
}

const struct block_kind block_kind_heading = {
    .name = "heading",
    .keeps_next = true,
    .gap_before = 92,
    .gap_after = 44,
    .read = read,
    .measure = measure,
    .draw = draw,
};
