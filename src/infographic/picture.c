// The form of one picture: all blocks below one another.
#include "base/i18n.h"
#include "infographic/pages.h"

#include <math.h>

static bool fit(const struct block_context *context, struct block *blocks, size_t count,
                struct look *look) {
    const struct infographic_context *info = context->info;
    double needed = 0;
    if (canvas_fit(context, blocks, count, info->height, look, &needed))
        return true;
    diag_error(info->diag, DIAG_LAYOUT, json_place(info->arena, context->request->json),
               str_from(_("give the size no height, or leave out some blocks")),
               _("the blocks take %.0f px, and the picture is %.0f px high"), needed, info->height);
    return false;
}

bool pages_lay_out_ONE(const struct block_context *context, struct block *blocks, size_t count,
                       struct scene_list *pages) {
    const struct infographic_context *info = context->info;
    struct look look = *context->look;
    struct block_context sized = *context;
    struct canvas canvas;
    sized.look = &look;
    if (info->height > 0 && !fit(context, blocks, count, &look))
        return false;
    canvas_make(&sized, blocks, count, (struct canvas_edges){true, true, 0}, &canvas);
    canvas_fill(&sized, &canvas, info->height);
    canvas.height = ceil(canvas.height);
    pages_init(&sized, 1, pages);
    struct scene *scene = pages_start(&sized, pages, 0, canvas.height);
    scene->width = ceil(scene->width);
    scene->description =
        context->request->alt.len ? context->request->alt : pages_told(&sized, blocks, 0, count);
    canvas_draw(&sized, &canvas, scene);
    return true;
}
