// text: paragraphs, justified; several begin two characters in (CLREQ 3.2.3).
#include "base/i18n.h"
#include "infographic/block.h"

static const struct shape texts_shape = {.kind = SHAPE_ARRAY, .item = &shape_text, .least = 1};
static const struct shape *const options[] = {&shape_text, &texts_shape};
const struct shape block_shape_text = {
    .kind = SHAPE_EITHER, .options = options, .option_count = sizeof options / sizeof *options};

enum { LINE_EM = 42 }; // longer lines lose the eye on its way back

struct paragraphs {
    struct str *words;
    size_t count;
    double indent; // em
    const struct text_block **texts;
};

static const double paragraph_gap = 8; // designed px

static void *read(const struct block_context *context, const struct json *value) {
    const struct infographic_context *info = context->info;
    struct paragraphs *data = ARENA_NEW(info->arena, struct paragraphs);
    bool many = value->kind == JSON_ARRAY;
    data->count = many ? value->count : 1;
    data->words = ARENA_ARRAY(info->arena, data->count, struct str);
    data->texts = ARENA_ARRAY(info->arena, data->count, const struct text_block *);
    const struct json *item = many ? value->first : value;
    for (size_t i = 0; i < data->count; i++, item = item->next) {
        data->words[i] = document_text(info->document, info->diag, item);
        block_tell(context, data->words[i]);
        many = many || str_find(data->words[i], STR("\n"), 0) != SIZE_MAX;
    }
    data->indent = many ? 2 : 0;
    return data;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct paragraphs *all = data;
    double longest = LINE_EM * context->look->types[LOOK_BODY].size, height = 0;
    for (size_t i = 0; i < all->count; i++) {
        all->texts[i] = block_set_text(
            context, &(struct block_text_request){.type = LOOK_BODY,
                                                  .words = all->words[i],
                                                  .width = width < longest ? width : longest,
                                                  .mode = TEXT_JUSTIFY,
                                                  .indent = all->indent});
        height += block_height(all->texts[i]) + (i ? block_px(context, paragraph_gap) : 0);
    }
    return height;
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct paragraphs *all = data;
    double y = box.y;
    for (size_t i = 0; i < all->count; i++)
        y +=
            block_put(scene, ROLE_BODY, all->texts[i], box.x, y) + block_px(context, paragraph_gap);
}

const struct block_kind block_kind_text = {
    .name = "text", .gap_after = 48, .read = read, .measure = measure, .draw = draw};
