// figure: a chart or map of the document, laid out anew at the block's width.
#include "base/i18n.h"
#include "infographic/gather.h"

const struct shape block_shape_figure = {.kind = SHAPE_STRING};

struct embedded {
    const struct figure_request *request;
    struct diag_place place;
    struct scene scene;
    double width, unit;      // that the scene was made for
    const struct diag *diag; // that heard of its faults
    enum { NOT_DRAWN, DRAWN, FAILED } state;
};

static void *read(const struct block_context *context, const struct json *value) {
    const struct infographic_context *info = context->info;
    const struct document *document = info->document;
    struct embedded *data = ARENA_NEW(info->arena, struct embedded);
    struct str *ids = ARENA_ARRAY(info->arena, document->figure_count, struct str);
    data->place = json_place(info->arena, value);
    for (size_t i = 0; i < document->figure_count; i++) {
        ids[i] = document->figures[i].id;
        if (str_equal(ids[i], value->string))
            data->request = &document->figures[i];
    }
    if (!data->request) {
        diag_error(info->diag, DIAG_BLOCK, data->place,
                   diag_hint_nearest(info->diag, value->string, ids, document->figure_count),
                   _("the document has no figure “%.*s”"), STR_ARG(value->string));
        return NULL;
    }
    block_tell(context, data->request->title);
    gather_metrics(context, data->request->json);
    return data;
}

static double measure(const struct block_context *context, void *data, double width) {
    const struct infographic_context *info = context->info;
    struct embedded *figure = data;
    if (figure->state != NOT_DRAWN && figure->width == width &&
        figure->unit == context->look->unit && figure->diag == info->diag)
        return figure->state == DRAWN ? figure->scene.height : 0;
    const struct style *style = look_figure_style(info->arena, context->look, context->tone);
    struct infographic_part part = {.request = figure->request,
                                    .style = style,
                                    .width = width,
                                    .place = figure->place,
                                    .diag = info->diag};
    figure->width = width;
    figure->unit = context->look->unit;
    figure->diag = info->diag;
    figure->state = info->draw_part(info->host, &part, &figure->scene) ? DRAWN : FAILED;
    return figure->state == DRAWN ? figure->scene.height : 0;
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct embedded *figure = data;
    (void)context;
    if (figure->state != DRAWN)
        return;
    scene_open_group(scene, ROLE_FRAME, figure->scene.description);
    scene_append(scene, &figure->scene, (struct point){box.x, box.y});
    scene_close_group(scene);
}

const struct block_kind block_kind_figure = {.name = "figure",
                                             .gap_before = 72,
                                             .gap_after = 72,
                                             .read = read,
                                             .measure = measure,
                                             .draw = draw};
