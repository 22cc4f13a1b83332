// The legend of the colour scale in a chart's layout.
#include "chart/layout.h"

#include <math.h>

void layout_set_legend(struct plot *plot, struct layout *layout) {
    const struct channel_spec *spec = plot->colour_spec;
    if (!spec || spec->legend == CHOICE_NO || !plot->colours.count ||
        layout_set_series_names(plot, layout)) {
        return;
    }
    struct colour *colours = ARENA_ARRAY(plot->guide.arena, plot->colours.count, struct colour);
    for (size_t i = 0; i < plot->colours.count; i++) {
        colours[i] = plot_category_colour(plot, i);
    }
    struct legend *legend = &layout->legend;
    *legend = (struct legend){
        .words = plot->colours.words, .colours = colours, .count = plot->colours.count};
    if (spec->has_legend_title) {
        legend->title = spec->legend_title;
    } else if (spec->has_title) {
        legend->title = spec->title;
    } else if (plot->style->axis_title_default) {
        legend->title = spec->field;
    }
    double content = layout->width - 2 * plot->style->margin;
    legend_set(&plot->guide, legend,
               layout->fill_width ? content : plot->style->legend_label.size * 40);
    if (plot->style->legend_orient == LEGEND_TOP) {
        layout->top += ceil(legend->height + plot->style->legend_gap);
    } else {
        layout->right += legend->width + plot->style->legend_gap;
    }
}

void layout_draw_legend(const struct plot *plot, const struct layout *layout) {
    if (!layout->legend.count) {
        return;
    }
    double gap = plot->style->legend_gap;
    bool top = plot->style->legend_orient == LEGEND_TOP;
    struct point corner = {rect_right(plot->area) + gap, plot->area.y};
    if (top) {
        corner.x = layout->fill_width ? plot->style->margin : plot->area.x;
        corner.y = plot->area.y - layout->over - layout->legend.height - gap;
    }
    legend_draw(&plot->guide, plot->scene, &layout->legend, corner);
}
