// Layout: margins follow measured text, the plot takes what is left or what was asked.
#include "chart/grid.h"
#include "chart/layout_parts.h"

#include "base/i18n.h"
#include "chart/mark.h"

#include <math.h>

// A picture whose height follows its content aims at this share of the width; narrow ones stand
// upright, up to a square.
static const double NOMINAL_HEIGHT = 9.0 / 16;
enum { NOMINAL_EM = 26 };
// The height of a view in a list: of the plot's width, and em at most.
static const double BOX_HEIGHT = 0.66;
enum { BOX_EM = 17 };
// Bars under their labels need more air to the next label than to their own.
static const double ABOVE_PITCH = 1.5;
// Em between the names of two bars, where they have several lines.
static const double LABELS_APART = 0.8;
// The least height of a small chart, by its width, in a picture that may grow.
static const double CELL_SHAPE = 0.5;

// ---- the size of the picture and of the plot

bool layout_fills_picture(const struct plot *plot) {
    const struct chart_spec *spec = plot->spec;
    bool plot_given =
        spec->width.px > 0 || spec->width.step > 0 || spec->height.px > 0 || spec->height.step > 0;
    return !plot->follows && !plot_given && (plot->context->width > 0 || plot->style->width > 0);
}

static void decide_picture(const struct plot *plot, struct layout *layout) {
    if (plot->box) {
        layout->width = plot->box->width + plot->box->around;
        layout->fill_width = true;
        layout->fill_height = plot->box->height > 0;
        return;
    }
    if (!layout_fills_picture(plot)) {
        return;
    }
    const struct chart_context *context = plot->context;
    layout->width = context->width > 0 ? context->width : plot->style->width;
    layout->height = context->width > 0 ? context->height : plot->style->height;
    layout->fill_width = true;
    layout->fill_height = layout->height > 0;
}

double layout_above_height(const struct plot *plot, const struct layout *layout) {
    return layout->y_labels.above ? layout->y_labels.height + plot->style->label_gap : 0;
}

// ---- one direction after the other

// Bars at places of their own keep off the ends: the domain is widened by as much.
static void widen_domain(struct plot_axis *axis, double length) {
    double inner = length - 2 * axis->padding;
    if (axis->padding <= 0 || inner <= 0) {
        return;
    }
    double low = axis->open_domain[0], high = axis->open_domain[1];
    double more = (high - low) * axis->padding / inner;
    axis->scale.domain[0] = low - more;
    axis->scale.domain[1] = high + more;
    if (axis->nice_count > 0) {
        axis->scale.type->nice(&axis->scale, axis->nice_count);
    }
}

// Px of an end of the author's range; `otherwise` when it leaves it open.
static double range_end(const struct plot_axis *axis, size_t end, double otherwise) {
    const struct json *given = axis->spec ? json_at(axis->spec->scale.range, end) : NULL;
    return !given                       ? otherwise
           : given->kind == JSON_NUMBER ? given->number
           : given->kind == JSON_STRING ? axis->size
                                        : otherwise;
}

static void set_range(struct plot_axis *axis, double length) {
    axis->size = length;
    widen_domain(axis, length);
    bool upward = (axis->channel == CHANNEL_Y && !axis->discrete) != axis->reverse;
    axis->scale.range[0] = range_end(axis, axis->reverse, upward ? length : 0);
    axis->scale.range[1] = range_end(axis, !axis->reverse, upward ? 0 : length);
}

static void set_bands(struct plot_axis *axis, double from, double to) {
    axis->size = to;
    double range[2] = {range_end(axis, axis->reverse, axis->reverse ? to : from),
                       range_end(axis, !axis->reverse, axis->reverse ? from : to)};
    scale_band_init(&axis->band, range, axis->words.count, axis->inner, axis->outer);
}

// Across: the plot takes what the labels of y leave, or what was asked.
static void lay_across(struct plot *plot, struct layout *layout) {
    double margin = plot->style->margin;
    bool right = layout->y.side == AXIS_RIGHT;
    double extent = axis_extent(&plot->guide, &layout->y);
    double left = (right ? 0 : extent) + plot->grid.left;
    layout->left = ceil(fmax(left, layout->lead)); // bars begin on whole pixels
    layout->beyond = right ? ceil(extent) : 0;
    double free = layout->width - 2 * margin - layout->left - layout->right - layout->beyond;
    free = plot->box ? plot->box->width : free;
    double width =
        layout->fill_width ? grid_cell_width(plot, free) : layout_asked_extent(plot, &plot->x);
    width = fmax(width, 1);
    if (!plot->x.discrete) {
        set_range(&plot->x, width);
        return;
    }
    if (layout->fill_width) {
        layout_limit_thickness(plot, &plot->x, layout_choose_pitch(plot, &plot->x, width, 0));
    }
    set_bands(&plot->x, 0, width);
    layout_set_column_labels(plot, layout, plot->x.band.step);
    plot->x.size = width;
}

// A number at the very end of the axis is as wide as it is: the plot gives it room, so that it ends
// at the margin as all else does. At its start a narrow one may hang out: the bars' edge counts.
static void keep_numbers_in(struct plot *plot, struct layout *layout) {
    double before, behind;
    layout_set_ticks(plot, &plot->x, &layout->x);
    axis_reach(&plot->guide, &layout->x, plot->x.size, &before, &behind);
    if (!layout->fill_width ||
        (before <= layout->left + plot->style->margin / 2 && behind <= layout->right)) {
        return;
    }
    layout->lead = fmax(layout->lead, before - plot->style->margin / 2);
    layout->right = fmax(ceil(behind), layout->right);
    lay_across(plot, layout);
    layout_set_ticks(plot, &plot->x, &layout->x);
}

// Px for the plot, all cells and their first headers together.
static double available_height(const struct plot *plot, const struct layout *layout) {
    if (plot->box) {
        double nominal = fmin(BOX_HEIGHT * plot->box->width, BOX_EM * plot->style->label.size);
        return plot->grid.header + (layout->fill_height ? plot->box->height : nominal);
    }
    double upright = fmin(layout->width, NOMINAL_EM * plot->style->label.size);
    double nominal = fmax(NOMINAL_HEIGHT * layout->width, upright);
    double whole = layout->fill_height ? layout->height : nominal;
    return whole - 2 * plot->style->margin - layout->top - layout->bottom;
}

// Px from bar to bar that labels of one line, or of several, need to stay apart.
static double least_pitch(const struct plot *plot, const struct layout *layout) {
    const struct category_labels *labels = &layout->y_labels;
    double bars = plot->style->bar_pitch_least * (labels->above ? ABOVE_PITCH : 1);
    bars *= plot->offsets.count ? (double)plot->offsets.count : 1;
    double label = labels->above ? 0 : labels->height;
    double line = plot->style->label.size * plot->style->label.pitch;
    double apart = label > 1.5 * line ? LABELS_APART * plot->style->label.size : 0;
    return fmax(bars, label + fmax(plot->style->label_gap, apart));
}

// Px by which the label beside a bar reaches beyond it.
static double overhang(const struct plot *plot, const struct layout *layout, size_t bar,
                       double pitch) {
    const struct category_labels *labels = &layout->y_labels;
    if (labels->above || bar >= labels->count) {
        return 0;
    }
    double bare = labels->blocks[bar]->height - pitch * (1 - plot->y.inner);
    return fmax(0, ceil(bare / 2 - pitch * plot->y.outer));
}

// Downwards by bars: each as high as its label needs; the picture grows when it may.
static bool lay_rows(struct plot *plot, struct layout *layout) {
    double above = layout_above_height(plot, layout);
    double height = layout->fill_width ? grid_cell_height(plot, available_height(plot, layout))
                                       : layout_asked_extent(plot, &plot->y);
    if (!layout->fill_width) {
        set_bands(&plot->y, above, above + height);
        return true;
    }
    double names = above * (double)plot->y.words.count;
    double pitch = layout_choose_pitch(plot, &plot->y, height - names, least_pitch(plot, layout));
    layout_limit_thickness(plot, &plot->y, pitch);
    if (above > 0) { // the step holds label and bar, the thickness stays
        double thickness = pitch * (1 - plot->y.inner);
        plot->y.inner = 1 - thickness / (pitch + above);
    }
    layout->least_height = least_pitch(plot, layout) * layout_band_steps(&plot->y) + names;
    double first = above + overhang(plot, layout, 0, pitch);
    double last = overhang(plot, layout, plot->y.words.count - 1, pitch);
    double bands = (pitch + above) * layout_band_steps(&plot->y), total = first + bands + last;
    if (layout->fill_height && total > height + 0.5) {
        diag_error(plot->guide.diag, DIAG_LAYOUT, plot->guide.place,
                   STR("make the picture higher, or let its height follow the content"),
                   _("%zu bars with their labels need %.0f px, and the picture leaves %.0f"),
                   plot->y.words.count, ceil(total), fmax(0, floor(height)));
        return false;
    }
    set_bands(&plot->y, first, first + bands);
    plot->y.size += last;
    return true;
}

static bool lay_down(struct plot *plot, struct layout *layout) {
    if (plot->y.discrete && !layout_has_no_axes(plot)) {
        return lay_rows(plot, layout);
    }
    double height = layout->fill_width ? grid_cell_height(plot, available_height(plot, layout))
                                       : layout_asked_extent(plot, &plot->y);
    if (layout->fill_width && !layout->fill_height && plot->grid.count > 1) {
        height = fmax(height, CELL_SHAPE * plot->x.size);
    }
    if (height < 40 && layout->fill_width) {
        diag_error(plot->guide.diag, DIAG_LAYOUT, plot->guide.place,
                   STR("make the picture higher, or shorten its texts"),
                   _("titles, labels and notes leave no height for the plot"));
        return false;
    }
    if (plot->y.discrete) {
        set_bands(&plot->y, 0, height);
    } else {
        set_range(&plot->y, height);
    }
    return true;
}

static void place_categories(const struct plot *plot, struct axis *axis,
                             const struct plot_axis *from) {
    if (!from->discrete) {
        return;
    }
    double *positions = ARENA_ARRAY(plot->guide.arena, from->words.count, double);
    for (size_t i = 0; i < from->words.count; i++) {
        positions[i] = scale_band_start(&from->band, i) + from->band.width / 2;
    }
    axis->positions = positions;
    axis->count = from->words.count;
}

bool layout_make(struct plot *plot, struct layout *layout, const struct frame_texts *texts) {
    decide_picture(plot, layout);
    layout_fit_values(plot, layout);
    grid_measure(plot);
    layout_set_frame(plot, layout, texts);
    layout_set_legend(plot, layout);
    layout_decide_padding(plot, &plot->x);
    layout_decide_padding(plot, &plot->y);
    layout_start_axis(plot, &plot->x, &layout->x);
    layout_start_axis(plot, &plot->y, &layout->y);
    layout_make_room_over(plot, layout);
    layout_set_row_labels(plot, layout);
    if (!plot->y.discrete) { // a first height, for the width of the numbers
        set_range(&plot->y, layout->fill_width
                                ? fmax(100, grid_cell_height(plot, available_height(plot, layout)))
                                : layout_asked_extent(plot, &plot->y));
        layout_set_ticks(plot, &plot->y, &layout->y);
    }
    lay_across(plot, layout);
    keep_numbers_in(plot, layout);
    layout->bottom += axis_extent(&plot->guide, &layout->x);
    if (!lay_down(plot, layout)) {
        return false;
    }
    layout_decide_labels(plot);
    if (layout->fill_width) {
        layout_fit_ranges(plot);
    } else {
        layout->right = fmax(layout->right, layout_label_overflow(plot, true));
        layout->top += ceil(layout_label_overflow(plot, false));
    }
    layout_set_ticks(plot, &plot->x, &layout->x);
    layout_set_ticks(plot, &plot->y, &layout->y);
    place_categories(plot, &layout->x, &plot->x);
    place_categories(plot, &layout->y, &plot->y);
    layout_place_picture(plot, layout);
    return true;
}
