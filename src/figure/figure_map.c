// Maps as a kind of figure.
#include "figure/figure.h"
#include "map/map.h"

static bool draw(const struct figure_context *context, const struct figure_request *request,
                 struct scene *scene) {
    struct map_context map = {
        .arena = context->arena,
        .diag = context->diag,
        .document = context->document,
        .style = context->style,
        .text = context->text,
        .width = context->width,
        .height = context->height,
        .colours = context->colours,
        .bases = context->bases,
        .embedded = context->embedded,
    };
    return map_draw(&map, request, scene);
}

extern const struct figure_kind figure_kind_map;
const struct figure_kind figure_kind_map = {
    .name = "map", .keys = "map", .shape = &map_shape, .draw = draw};
