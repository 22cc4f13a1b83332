// The form of a cover: the banner over the whole picture.
#include "infographic/pages.h"

bool pages_lay_out_COVER(const struct block_context *context, struct block *blocks, size_t count,
                         struct scene_list *pages) {
    const struct infographic_context *info = context->info;
    struct block_context own = *context;
    struct block banner = block_banner_of_title(context);
    if (info->height <= 0)
        return pages_lay_out_ONE(context, blocks, count, pages);
    if (context->gather->has_banner)
        for (size_t i = count; i-- > 0;)
            if (blocks[i].kind == banner.kind)
                banner = blocks[i];
    pages_init(context, 1, pages);
    struct scene *scene = pages_start(context, pages, 0, info->height);
    scene->description = context->request->title;
    pages_draw_full(&own, &banner, scene, (struct rect){0, 0, scene->width, scene->height});
    return true;
}
