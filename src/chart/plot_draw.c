// Drawing a chart that is laid out: cells, axes and marks, the legend, the unit.
#include "chart/plot_draw.h"

#include "chart/grid.h"
#include "chart/mark.h"

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
    if (plot->over || !plot->style->frame.a || (!plot->x.spec && !plot->y.spec)) {
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
    if (!plot_fit_places(plot)) {
        return; // reported
    }
    draw_frame_box(plot);
    axis_draw_grid(&plot->guide, plot->scene, &layout->x, plot->area);
    if (!plot->over) {
        axis_draw_grid(&plot->guide, plot->scene, &layout->y, layout_grid_area(plot, layout));
    }
    for (size_t i = 0; i < plot->unit_count; i++) {
        plot->units[i].spec->mark.mark->draw(plot, &plot->units[i]);
    }
    if (!plot->over) {
        draw_zero(plot, &plot->x, layout->x.words != NULL);
        draw_zero(plot, &plot->y, layout->y.words != NULL);
    }
    if (!layout->hide_bottom) {
        axis_draw(&plot->guide, plot->scene, &layout->x, plot->area);
    }
    if (!layout->hide_left) {
        axis_draw(&plot->guide, plot->scene, &layout->y, plot->area);
    }
    draw_above(plot, layout);
}

void plot_draw(struct plot *plot, const struct layout *layout) {
    grid_draw(plot, layout, draw_cell);
    layout_draw_legend(plot, layout);
    layout_draw_series_names(plot, layout);
    layout_draw_piece_names(plot, layout);
    struct point unit = {rect_right(plot->whole), plot->whole.y - plot->style->axis_label_gap};
    frame_draw_unit(plot->scene, &layout->frame, unit);
    frame_draw(&plot->guide, plot->scene, &layout->frame, layout->head, layout->foot);
}
