// Texts and plain shapes of blocks.
#include "infographic/block.h"

#include "base/punctuation.h"
#include "scene/path.h"

static struct colour ink_of(const struct tone *tone, enum look_ink ink) {
    return ink == INK_MAIN ? tone->ink : ink == INK_MUTED ? tone->muted : tone->accent;
}

const struct text_block *block_set_text(const struct block_context *context,
                                        const struct block_text_request *request) {
    if (!request->words.len)
        return NULL;
    const struct infographic_context *info = context->info;
    const struct look_type *type = &context->look->types[request->type];
    struct text_request text = {
        .words = request->words,
        .markup = true,
        .style = {.fonts = type->font->family,
                  .latin = type->font->latin,
                  .bold = type->bold,
                  .size = type->size * (request->scale > 0 ? request->scale : 1),
                  .colour =
                      request->has_colour ? request->colour : ink_of(context->tone, type->ink),
                  .language = info->document->language},
        .width = request->width,
        .mode = request->mode,
        .vertical = request->vertical,
        .line_pitch = type->pitch,
        .indent = request->indent,
        .place = json_place(info->arena, context->request->json),
    };
    return text_set(info->text, info->arena, info->diag, &text);
}

const struct text_block *block_fit_text(const struct block_context *context,
                                        struct block_text_request request, size_t lines,
                                        double least) {
    static const double step = 0.92;
    const struct text_block *text = NULL;
    for (request.scale = 1; request.scale >= least; request.scale *= step) {
        text = block_set_text(context, &request);
        if (!text || (text->line_count <= lines && text->strain == STRAIN_NONE))
            return text;
    }
    return text;
}

double block_height(const struct text_block *block) {
    return block ? block->height : 0;
}

double block_width(const struct text_block *block) {
    return block ? block->width : 0;
}

double block_put_aligned(struct scene *scene, enum scene_role role, const struct text_block *text,
                         struct point at, enum text_align align) {
    if (!text)
        return 0;
    struct text_placement place = {.at = at, .align = align, .baseline = BASELINE_TOP};
    text_place(scene, role, OWNER_NONE, text, &place);
    return text->height;
}

double block_put(struct scene *scene, enum scene_role role, const struct text_block *text, double x,
                 double y) {
    return block_put_aligned(scene, role, text, (struct point){x, y}, ALIGN_START);
}

struct str block_words(const struct block_context *context, const struct json *value,
                       const char *key) {
    return document_text(context->info->document, context->info->diag, json_get(value, key));
}

void block_fill(struct scene *scene, enum scene_role role, struct rect rect, double corner,
                struct colour colour) {
    if (corner <= 0) {
        scene_add_rect(scene, role, OWNER_NONE, rect, paint_solid(colour));
        return;
    }
    struct path_builder path = PATH_BUILDER(scene->arena);
    path_rounded_rect(&path, rect, (const double[]){corner, corner, corner, corner});
    scene_add_path(
        scene, role, OWNER_NONE,
        (struct scene_path){.path = path_done(&path), .fill = paint_solid(colour), .opacity = 1});
}

double block_px(const struct block_context *context, double designed) {
    return designed * context->look->unit;
}

void block_tell(const struct block_context *context, struct str words) {
    struct buf *alt = &context->gather->alt;
    if (!words.len)
        return;
    if (alt->len)
        buf_add_text(alt, punctuation_of(context->info->document->language)->semicolon);
    buf_add_str(alt, words);
}

void block_tell_pair(const struct block_context *context, struct str name, struct str words) {
    bool chinese = language_is_chinese(context->info->document->language); // 活动300余场次
    block_tell(context, str_printf(context->info->arena, "%.*s%s%.*s", STR_ARG(name),
                                   chinese || !name.len || !words.len ? "" : ": ", STR_ARG(words)));
}
