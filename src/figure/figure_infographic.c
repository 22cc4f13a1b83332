// Infographics as a kind of figure; their inner figures are drawn by the registry.
#include "base/i18n.h"
#include "figure/figure.h"
#include "infographic/infographic.h"

static bool is_around(const struct figure_context *context, const struct figure_request *request) {
    for (; context; context = context->around)
        if (context->request == request)
            return true;
    return false;
}

static bool draw_part(const void *host, const struct infographic_part *part, struct scene *scene) {
    const struct figure_context *around = host;
    if (is_around(around, part->request)) {
        diag_error(part->diag, DIAG_BLOCK, part->place, STR_NONE,
                   _("the figure “%.*s” would contain itself"), STR_ARG(part->request->id));
        return false;
    }
    struct figure_context inner = *around;
    inner.diag = part->diag;
    inner.style = part->style;
    inner.width = part->width;
    inner.height = part->height;
    inner.form = PAGES_ONE;
    inner.embedded = true;
    inner.around = around;
    return figure_draw(&inner, part->request, scene);
}

static bool draw_pages(const struct figure_context *context, const struct figure_request *request,
                       struct scene_list *pages) {
    struct infographic_context info = {
        .arena = context->arena,
        .diag = context->diag,
        .document = context->document,
        .style = context->style,
        .text = context->text,
        .width = context->width,
        .height = context->height,
        .form = context->form,
        .least_text = context->least_text,
        .embedded = context->embedded,
        .draw_part = draw_part,
        .host = context,
    };
    return infographic_draw(&info, request, pages);
}

static bool draw(const struct figure_context *context, const struct figure_request *request,
                 struct scene *scene) {
    struct figure_context one = *context;
    struct scene_list pages;
    one.form = PAGES_ONE;
    if (!draw_pages(&one, request, &pages))
        return false;
    *scene = pages.scenes[0];
    return true;
}

extern const struct figure_kind figure_kind_infographic;
const struct figure_kind figure_kind_infographic = {.name = "infographic",
                                                    .keys = "blocks",
                                                    .shape = &blocks_shape,
                                                    .draw = draw,
                                                    .draw_pages = draw_pages};
