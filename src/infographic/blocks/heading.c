// heading: the finding that the next block shows.
#include "base/i18n.h"
#include "infographic/icon.h"

static const struct field fields[] = {
    {"text", &shape_text, true, N_("The finding.")},
    ICON_FIELD,
};
static const struct shape object_shape = {
    .kind = SHAPE_OBJECT,
    .name = "blockHeading",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};
static const struct shape *const options[] = {&object_shape, &shape_text};
const struct shape block_shape_heading = {
    .kind = SHAPE_EITHER, .options = options, .option_count = sizeof options / sizeof *options};

struct heading {
    struct str words;
    const struct icon *icon; // NULL: none
    const struct text_block *text;
};

static const double icon_side = 56, icon_gap = 20; // designed px

static void *read(const struct block_context *context, const struct json *value) {
    struct heading *heading = ARENA_NEW(context->info->arena, struct heading);
    bool whole = json_get(value, "text") != NULL;
    heading->words = whole ? block_words(context, value, "text")
                           : document_text(context->info->document, context->info->diag, value);
    block_tell(context, heading->words);
    return icon_read(context, value, &heading->icon) ? heading : NULL;
}

static double indent_of(const struct block_context *context, const struct heading *heading) {
    return heading->icon ? block_px(context, icon_side + icon_gap) : 0;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct heading *heading = data;
    heading->text = block_set_text(
        context, &(struct block_text_request){.type = LOOK_FINDING,
                                              .words = heading->words,
                                              .width = width - indent_of(context, heading),
                                              .mode = TEXT_BALANCE});
    return block_height(heading->text);
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct heading *heading = data;
    double side = block_px(context, icon_side), line = context->look->types[LOOK_FINDING].size;
    icon_draw_flush(scene, heading->icon, (struct point){box.x, box.y + (line - side) / 2}, side,
                    context->tone->accent);
    block_put(scene, ROLE_HEADING, heading->text, box.x + indent_of(context, heading), box.y);
}

const struct block_kind block_kind_heading = {
    .name = "heading",
    .keeps_next = true,
    .gap_before = 72,
    .gap_after = 44,
    .read = read,
    .measure = measure,
    .draw = draw,
};
