// What the axes of a chart show: lines, ticks, names.
#include "chart/layout_parts.h"

#include <math.h>

// In a picture of given width, names take no more of it, whatever the style says.
static const double CATEGORY_SHARE_MOST = 0.4;
// Names of categories wrap from here on even where nothing limits their width.
enum { FREE_LABEL_EM = 40 };

bool layout_axis_shown(const struct plot *plot, const struct plot_axis *axis) {
    if (!axis->spec || axis->spec->axis.shown == CHOICE_NO) {
        return false;
    }
    return axis->discrete || axis->spec->axis.shown == CHOICE_YES || !axis->labelled ||
           plot->style->value_axis;
}

static bool choose(enum choice choice, bool otherwise) {
    return choice == CHOICE_DEFAULT ? otherwise : choice == CHOICE_YES;
}

static bool stands_right(const struct plot *plot, const struct plot_axis *axis) {
    enum choice choice = axis->spec ? axis->spec->axis.right : CHOICE_DEFAULT;
    return choose(choice, plot->over);
}

void layout_start_axis(const struct plot *plot, const struct plot_axis *from, struct axis *axis) {
    bool right = from->channel == CHANNEL_Y && stands_right(plot, from);
    axis->side = from->channel == CHANNEL_X ? AXIS_BOTTOM : right ? AXIS_RIGHT : AXIS_LEFT;
    if (!layout_axis_shown(plot, from)) {
        return;
    }
    const struct axis_spec *spec = &from->spec->axis;
    axis->line = choose(spec->domain, plot->style->axis_line);
    axis->ticks = choose(spec->ticks, plot->style->axis_ticks);
    axis->grid = choose(spec->grid, !from->discrete && !from->spec->bin && !from->spec->binned &&
                                        plot->style->grid_lines);
    axis->grid = axis->grid && !(plot->over && plot->style->width > 0); // one grid is enough
    if (plot->bare[from->channel]) {
        axis->line = axis->ticks = false;
        return;
    }
    axis->title = from->title;
    axis->angle_deg = isfinite(spec->label_angle) ? spec->label_angle
                      : from->discrete && from->channel == CHANNEL_X && !from->spec->time_unit.parts
                          ? plot->style->column_label_angle
                          : 0;
}

static bool has_labels(const struct plot *plot, const struct plot_axis *axis) {
    return layout_axis_shown(plot, axis) && axis->discrete &&
           axis->spec->axis.labels != CHOICE_NO && !plot->bare[axis->channel];
}

void layout_set_row_labels(struct plot *plot, struct layout *layout) {
    if (!has_labels(plot, &plot->y)) {
        return;
    }
    double free_width = FREE_LABEL_EM * plot->style->label.size;
    double content = layout->width - 2 * plot->style->margin;
    double share = fmin(plot->style->category_share, CATEGORY_SHARE_MOST);
    struct category_request request = {
        .words = plot_axis_words(plot, &plot->y),
        .shorts = plot->y.shorts,
        .count = plot->y.words.count,
        .width = layout->fill_width ? share * layout->width : free_width,
        .above_width = layout->fill_width ? content : free_width,
    };
    layout->y_labels = category_set_rows(&plot->guide, &request);
    layout->y.categories = &layout->y_labels;
}

void layout_set_column_labels(struct plot *plot, struct layout *layout, double pitch) {
    if (!has_labels(plot, &plot->x)) {
        return;
    }
    struct category_request request = {
        .words = plot_axis_words(plot, &plot->x),
        .shorts = plot->x.shorts,
        .count = plot->x.words.count,
        .width = fmax(1, pitch - 0.6 * plot->style->label.size),
        .pitch = pitch,
    };
    if (layout->x.angle_deg != 0 || !layout->fill_width) { // the picture follows its labels
        request.width = FREE_LABEL_EM * plot->style->label.size;
        request.pitch = 0;
    }
    layout->x_labels = category_set_columns(&plot->guide, &request);
    layout->x.categories = &layout->x_labels;
}

void layout_set_ticks(struct plot *plot, const struct plot_axis *from, struct axis *axis) {
    if (!from->discrete && layout_axis_shown(plot, from)) {
        layout_make_ticks(plot, from, axis);
        axis->words = plot->bare[from->channel] ? NULL : axis->words;
    }
}
