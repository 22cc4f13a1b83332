// What the forms of pages have in common.
#include "infographic/pages.h"

#include "base/punctuation.h"

void pages_init(const struct block_context *context, size_t count, struct scene_list *pages) {
    pages->scenes = ARENA_ARRAY(context->info->arena, count, struct scene);
    pages->count = count;
}

struct scene *pages_start(const struct block_context *context, const struct scene_list *pages,
                          size_t index, double height) {
    const struct infographic_context *info = context->info;
    const struct figure_request *request = context->request;
    struct scene *scene = &pages->scenes[index];
    bool several = pages->count > 1;
    struct str id = several
                        ? str_printf(info->arena, "%.*s-p%02zu", STR_ARG(request->id), index + 1)
                        : request->id;
    scene_init(scene, info->arena, id, context->look->width, height);
    scene->paper = context->look->style->paper;
    scene->language = info->document->language;
    scene->title = request->title;
    return scene;
}

struct str pages_told(const struct block_context *context, const struct block *blocks, size_t first,
                      size_t end) {
    const struct str between = str_from(punctuation_of(context->info->document->language)
                                            ->semicolon); // as block_tell parts what blocks say
    struct str all = buf_str(&context->gather->alt);
    size_t from = SIZE_MAX, to = 0;
    for (size_t i = first; i < end; i++) {
        from = blocks[i].told < from ? blocks[i].told : from;
        to = blocks[i].told_end > to ? blocks[i].told_end : to;
    }
    struct str told = from < to ? str_slice(all, from, to) : STR_NONE;
    if (str_starts(told, between))
        told = str_slice(told, between.len, told.len);
    return str_copy(context->info->arena, told);
}

void pages_draw_full(const struct block_context *context, const struct block *block,
                     struct scene *scene, struct rect page) {
    static const double zooms[] = {1.6, 1.45, 1.3, 1.2, 1.1, 1, 0.92, 0.85, 0.78, 0.7, 0.6};
    static const double share = 0.86; // of the page that is full enough
    struct block_context sized = *context;
    struct look look;
    sized.look = &look;
    for (size_t i = 0; i < sizeof zooms / sizeof *zooms; i++) {
        look = block_look(context->info, page.width, zooms[i]);
        sized.tone = &look.tones[block->tone];
        if (block->kind->measure(&sized, block->data, page.width) <= share * page.height)
            break;
    }
    block->kind->draw(&sized, block->data, scene, page);
}
