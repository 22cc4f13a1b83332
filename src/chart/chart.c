// The pipeline of a chart, one stage a line.
#include "chart/chart.h"

#include "chart/alt.h"
#include "chart/compose.h"
#include "chart/expand.h"
#include "chart/foot.h"
#include "chart/plot_draw.h"

#include <math.h>

static void start_scene(struct plot *plot, const struct figure_request *request,
                        const struct layout *layout, struct scene *scene) {
    scene_init(scene, plot->guide.arena, request->id, ceil(layout->width), ceil(layout->height));
    scene->paper = plot->style->paper;
    scene->language = plot->guide.language;
    bool markup = plot->guide.markup;
    scene->title = markup ? text_plain(scene->arena, request->title) : request->title;
    scene->description = !request->alt.len ? alt_write(plot, request)
                         : markup          ? text_plain(scene->arena, request->alt)
                                           : request->alt;
    plot->scene = scene;
}

// A figure that is one chart, with its title block and foot.
static bool draw_one(struct plot *plot, const struct figure_request *request, struct scene *scene) {
    plot->unit_scaled = plot_unit_has_scale(plot, request->unit_note, request->subtitle);
    plot_label_marks(plot);
    struct frame_texts texts = foot_texts(&plot, 1, request);
    plot_say_unit(plot, request->unit_note, &texts);
    layout_grow_type(plot, &texts);
    struct layout layout = {0};
    if (!layout_make(plot, &layout, &texts)) {
        return false;
    }
    start_scene(plot, request, &layout, scene);
    plot_draw(plot, &layout);
    return true;
}

// False when a fault was reported.
static bool start_views(struct views *views, const struct chart_context *context,
                        const struct figure_request *request) {
    const struct view_spec *spec =
        spec_read(context->arena, context->diag, request->json, context->document->vega_lite);
    if (spec) {
        views_make(views, context, request, spec);
    }
    return spec != NULL;
}

bool chart_draw(const struct chart_context *context, const struct figure_request *request,
                struct scene *scene) {
    struct views views;
    if (!start_views(&views, context, request) || !views_read(&views) ||
        !views_make_scales(&views)) {
        return false;
    }
    return views.root.plot ? draw_one(views.root.plot, request, scene)
                           : compose_draw(&views, scene);
}

// Whether a channel of colours has a field somewhere in the figure: most have none, and need not be
// read twice.
static bool has_colour_field(const struct json *value) {
    for (const struct json *part = value->first; part; part = part->next) {
        bool data = str_is(part->key, "data"), colour = str_is(part->key, "color");
        bool named = colour && (json_get(part, "field") || json_get(part, "datum"));
        if (!data && (named || has_colour_field(part))) {
            return true;
        }
    }
    return false;
}

struct category_list chart_categories(const struct chart_context *context,
                                      const struct figure_request *request) {
    struct views views;
    if (!has_colour_field(request->json) || !start_views(&views, context, request) ||
        !views_read(&views)) {
        return (struct category_list){0};
    }
    return views_categories(&views);
}
