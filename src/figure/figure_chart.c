// Charts as a kind of figure.
#include "chart/chart.h"
#include "chart/spec.h"
#include "figure/figure_places.h"

static struct chart_context chart_context(const struct figure_context *context) {
    return (struct chart_context){
        .arena = context->arena,
        .diag = context->diag,
        .document = context->document,
        .style = context->style,
        .text = context->text,
        .width = context->width,
        .height = context->height,
        .colours = context->colours,
        .places = figure_places(context),
        .embedded = context->embedded,
    };
}

static struct category_list categories(const struct figure_context *context,
                                       const struct figure_request *request) {
    struct chart_context chart = chart_context(context);
    return chart_categories(&chart, request);
}

static bool draw(const struct figure_context *context, const struct figure_request *request,
                 struct scene *scene) {
    struct chart_context chart = chart_context(context);
    return chart_draw(&chart, request, scene);
}

static bool expand(const struct figure_context *context, const struct figure_request *request,
                   struct buf *out) {
    struct chart_context chart = chart_context(context);
    return chart_expand(&chart, request, out);
}

extern const struct figure_kind figure_kind_chart;
const struct figure_kind figure_kind_chart = {
    .name = "chart",
    .keys = "mark layer facet spec hconcat vconcat concat repeat",
    .shape = &chart_shape,
    .draw = draw,
    .expand = expand,
    .categories = categories,
};
