// The pipeline of a chart, one stage a line.
#include "chart/chart.h"

#include "base/i18n.h"
#include "chart/alt.h"
#include "chart/data.h"
#include "chart/expand.h"
#include "chart/foot.h"
#include "chart/grid.h"
#include "chart/layout.h"
#include "chart/mark.h"
#include "chart/transforms/transform.h"

#include <math.h>

static struct guide_context make_guide(const struct chart_context *context,
                                       const struct figure_request *request) {
    return (struct guide_context){
        .arena = context->arena,
        .diag = context->diag,
        .style = context->style,
        .text = context->text,
        .language = context->document->language,
        .markup = !context->document->vega_lite,
        .place = json_place(context->arena, request->json),
    };
}

static bool is_amount(const struct channel_spec *channel) {
    return channel->given && channel->type == TYPE_QUANTITATIVE && !channel->bin &&
           !channel->binned;
}

// The measure runs across when y holds the categories, or when the mark says so.
static bool runs_across(const struct unit_spec *spec) {
    const struct channel_spec *x = &spec->channels[CHANNEL_X], *y = &spec->channels[CHANNEL_Y];
    bool x_amount = is_amount(x), y_amount = is_amount(y);
    bool across = spec->channels[CHANNEL_X2].given, upward = spec->channels[CHANNEL_Y2].given;
    if (x_amount != y_amount) {
        return x_amount;
    }
    if (!x_amount && across != upward) { // from one time to another
        return across;
    }
    return spec->mark.has_orient ? spec->mark.horizontal
                                 : x->aggregate != AGGREGATE_NONE && y->aggregate == AGGREGATE_NONE;
}

// Bars and areas need one amount, or two times.
static bool check_lengths(const struct plot *plot, const struct plot_unit *unit) {
    const struct channel_spec *measure = &unit->spec->channels[plot_measure_channel(unit)];
    enum channel second = unit->horizontal ? CHANNEL_X2 : CHANNEL_Y2;
    bool timed = measure->type == TYPE_TEMPORAL && unit->spec->channels[second].given;
    if (!measure->given || (measure->type != TYPE_QUANTITATIVE && !timed)) {
        diag_error(
            plot->guide.diag, DIAG_MISSING_FIELD, json_place(plot->guide.arena, unit->spec->json),
            STR("give x or y the type \"quantitative\""),
            _("the mark “%s” needs one quantitative channel, x or y"), unit->spec->mark.mark->name);
        return false;
    }
    return true;
}

static bool check_theta(const struct plot *plot, const struct plot_unit *unit) {
    const struct channel_spec *theta = &unit->spec->channels[CHANNEL_THETA];
    if (theta->given && theta->type == TYPE_QUANTITATIVE) {
        return true;
    }
    diag_error(
        plot->guide.diag, DIAG_MISSING_FIELD, json_place(plot->guide.arena, unit->spec->json),
        STR("add \"theta\" with a field of type \"quantitative\""),
        _("the mark “%s” needs the quantitative channel theta"), unit->spec->mark.mark->name);
    return false;
}

static bool check_unit(const struct plot *plot, const struct plot_unit *unit) {
    const struct mark *mark = unit->spec->mark.mark;
    return (!mark->polar || check_theta(plot, unit)) &&
           (!mark->from_zero || check_lengths(plot, unit));
}

// The unit's data after its transforms.
static const struct table *find_table(const struct plot *plot, const struct unit_spec *spec) {
    const struct table *table = data_find(plot->context, spec->data, spec->json);
    const struct transform_run run = {plot->guide.arena, plot->guide.diag,
                                      plot->style->number_form != NUMBER_D3};
    for (size_t i = 0; i < 3 && table; i++) {
        table = transforms_apply(&run, table, spec->transforms[i]);
    }
    return table;
}

static bool read_units(struct plot *plot) {
    bool sound = true;
    plot->unit_count = plot->spec->unit_count;
    plot->units = ARENA_ARRAY(plot->guide.arena, plot->unit_count, struct plot_unit);
    for (size_t i = 0; i < plot->unit_count; i++) {
        struct plot_unit *unit = &plot->units[i];
        unit->spec = &plot->spec->units[i];
        unit->horizontal = runs_across(unit->spec);
        unit->table = find_table(plot, unit->spec);
        sound = unit->table && check_unit(plot, unit) && plot_read_rows(plot, unit) && sound;
    }
    if (!sound) {
        return false;
    }
    sound = grid_make(plot) && plot_collect_colours(plot); // piles follow their order
    for (size_t i = 0; i < plot->unit_count; i++) {
        sound = plot_stack(plot, &plot->units[i]) && sound;
    }
    return sound;
}

static void draw_above(struct plot *plot, const struct layout *layout) {
    if (!layout->y_labels.above) {
        return;
    }
    scene_open_group(plot->scene, ROLE_AXIS, STR_NONE);
    for (size_t i = 0; i < layout->y_labels.count; i++) {
        double bar = plot->area.y + scale_band_start(&plot->y.band, i);
        struct text_placement place = {
            .at = {plot->area.x, bar - plot->style->label_gap},
            .align = ALIGN_START,
            .baseline = BASELINE_BOTTOM,
        };
        text_place(plot->scene, ROLE_AXIS_LABEL, OWNER_NONE, layout->y_labels.blocks[i], &place);
    }
    scene_close_group(plot->scene);
}

// Marks zero across the bars where an axis of amounts stands or bars go below it. Columns and lines
// always stand on it: what they are measured from is not seen without.
static void draw_zero(struct plot *plot, const struct plot_axis *axis, bool shown) {
    shown = shown || (axis->channel == CHANNEL_Y && axis->labelled);
    bool hidden = axis->spec && axis->spec->axis.shown == CHOICE_NO;
    if (axis->discrete || hidden || !plot->style->zero_line ||
        (!shown && axis->scale.domain[0] >= 0) || axis->scale.domain[0] > 0 ||
        axis->scale.domain[1] < 0) {
        return;
    }
    double at = scale_map(&axis->scale, 0);
    struct rect area = plot->area;
    bool across = axis->channel == CHANNEL_X;
    struct point from =
        across ? (struct point){area.x + at, area.y} : (struct point){area.x, area.y + at};
    struct point to = across ? (struct point){area.x + at, rect_bottom(area)}
                             : (struct point){rect_right(area), area.y + at};
    scene_add_line(plot->scene, ROLE_AXIS_DOMAIN, from, to, plot->style->rule_width,
                   plot->style->rule);
}

static void draw_frame_box(struct plot *plot) {
    if (!plot->style->frame.a || (!plot->x.spec && !plot->y.spec)) {
        return; // Vega-Lite frames places, not circles
    }
    struct rect area = plot->area; // its line through the middle of pixels, as Vega draws it
    area.x += 0.5;
    area.y += 0.5;
    struct scene_item *box =
        scene_add_rect(plot->scene, ROLE_FRAME, OWNER_NONE, area, (struct paint){0});
    box->path.stroke = (struct stroke){.paint = paint_solid(plot->style->frame), .width = 1};
}

static void draw_cell(struct plot *plot, const struct layout *layout) {
    draw_frame_box(plot);
    axis_draw_grid(&plot->guide, plot->scene, &layout->x, plot->area);
    axis_draw_grid(&plot->guide, plot->scene, &layout->y, layout_grid_area(plot, layout));
    for (size_t i = 0; i < plot->unit_count; i++) {
        plot->units[i].spec->mark.mark->draw(plot, &plot->units[i]);
    }
    draw_zero(plot, &plot->x, layout->x.words != NULL);
    draw_zero(plot, &plot->y, layout->y.words != NULL);
    if (!layout->hide_bottom) {
        axis_draw(&plot->guide, plot->scene, &layout->x, plot->area);
    }
    if (!layout->hide_left) {
        axis_draw(&plot->guide, plot->scene, &layout->y, plot->area);
    }
    draw_above(plot, layout);
}

static void draw_scene(struct plot *plot, const struct layout *layout) {
    grid_draw(plot, layout, draw_cell);
    layout_draw_legend(plot, layout);
    layout_draw_series_names(plot, layout);
    struct point unit = {rect_right(plot->whole), plot->whole.y - plot->style->axis_label_gap};
    frame_draw_unit(plot->scene, &layout->frame, unit);
    frame_draw(&plot->guide, plot->scene, &layout->frame, layout->head, layout->foot);
}

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

// Those of the document, or of this figure where it is drawn alone: the same rule for both.
static const struct category_colours *find_colours(const struct plot *plot) {
    const struct document *document = plot->context->document;
    if (plot->context->colours || document->vega_lite) {
        return plot->context->colours;
    }
    const struct category_list figure = {plot->colours.words, plot->colours.count};
    return category_colours_make(plot->guide.arena, json_get(document->json, "colors"), plot->style,
                                 &figure, 1);
}

static bool draw_plot(struct plot *plot, const struct figure_request *request,
                      struct scene *scene) {
    if (!read_units(plot) || !data_check_units(plot) || !plot_make_scales(plot)) {
        return false;
    }
    plot->category_colours = find_colours(plot);
    if (!plot_colour_marks(plot) || !plot_read_numbers(plot)) {
        return false;
    }
    plot->unit_scaled = plot_unit_has_scale(plot, request);
    plot_label_marks(plot);
    struct frame_texts texts = foot_texts(plot, request);
    plot_say_unit(plot, request->unit_note, &texts);
    layout_grow_type(plot, &texts);
    struct layout layout = {0};
    if (!layout_make(plot, &layout, &texts)) {
        return false;
    }
    start_scene(plot, request, &layout, scene);
    draw_scene(plot, &layout);
    return true;
}

// False when a fault was reported.
static bool start_plot(struct plot *plot, const struct chart_context *context,
                       const struct figure_request *request) {
    const struct json *json = expand_spec(context, request);
    const struct chart_spec *spec = json ? spec_read(context->arena, context->diag, json) : NULL;
    *plot = (struct plot){
        .context = context,
        .guide = make_guide(context, request),
        .style = context->style,
        .spec = spec,
    };
    return spec != NULL;
}

bool chart_draw(const struct chart_context *context, const struct figure_request *request,
                struct scene *scene) {
    struct plot plot;
    return start_plot(&plot, context, request) && draw_plot(&plot, request, scene);
}

// Whether a channel of colours has a field somewhere in the figure: most have none, and need not be
// read twice.
static bool has_colour_field(const struct json *value) {
    for (const struct json *part = value->first; part; part = part->next) {
        bool data = str_is(part->key, "data"), colour = str_is(part->key, "color");
        if (!data && ((colour && json_get(part, "field")) || has_colour_field(part))) {
            return true;
        }
    }
    return false;
}

struct category_list chart_categories(const struct chart_context *context,
                                      const struct figure_request *request) {
    struct plot plot;
    if (!has_colour_field(request->json) || !start_plot(&plot, context, request) ||
        !read_units(&plot) || !plot_make_scales(&plot) || !plot.colour_spec ||
        plot.colour_spec->scale.range) {
        return (struct category_list){0};
    }
    return (struct category_list){plot.colours.words, plot.colours.count};
}
