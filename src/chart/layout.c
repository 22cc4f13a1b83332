// Layout: margins follow measured text, the plot takes what is left or what was asked.
#include "chart/grid.h"

#include "base/i18n.h"
#include "chart/mark.h"

#include <math.h>

// Columns may be thicker than rows of bars: they fill the width, whatever their number.
static const double COLUMN_FACTOR = 2.5;
// A picture whose height follows its content aims at this share of the width; narrow ones stand
// upright, up to a square.
static const double NOMINAL_HEIGHT = 9.0 / 16;
// The height of a view in a list: of the plot's width, and em at most.
static const double BOX_HEIGHT = 0.66;
enum { BOX_EM = 17 };
enum { NOMINAL_EM = 26 };
// Vega-Lite's paddings of bands that hold bands side by side.
static const double NESTED_PADDING = 0.2;
// Bars beside a higher view stand so much further apart than they like, and are so much thicker.
static const double BOX_PITCH = 2.4, BOX_THICKNESS = 1.4;
// Bars under their labels need more air to the next label than to their own.
static const double ABOVE_PITCH = 1.5;
// Em between the names of two bars, where they have several lines.
static const double LABELS_APART = 0.8;
// In a picture of given width, names take no more of it, whatever the style says.
static const double CATEGORY_SHARE_MOST = 0.4;
// The least height of a small chart, by its width, in a picture that may grow.
static const double CELL_SHAPE = 0.5;
// Names of categories wrap from here on even where nothing limits their width.
enum { FREE_LABEL_EM = 40 };

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

static double default_extent(const struct plot *plot, const struct plot_axis *axis) {
    const struct style *style = plot->style;
    double extent = axis->channel == CHANNEL_X ? style->plot_width : style->plot_height;
    double share = (axis->channel == CHANNEL_X ? 0.6 : 0.3375) * (plot->follows ? 0.5 : 1);
    return extent > 0 ? extent : share * style->width;
}

// Arcs and maps take the plot as a whole: their places are on no axis.
static bool has_no_axes(const struct plot *plot) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        if (plot->units[i].spec->mark.mark->polar) {
            return true;
        }
    }
    return plot_is_map(plot);
}

// Cells meet; only they do.
static bool holds_cells(const struct plot *plot) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        const struct mark *mark = plot->units[i].spec->mark.mark;
        if (mark->banded && !mark->cells) {
            return false;
        }
    }
    return plot->x.banded && plot->y.banded && !has_no_axes(plot);
}

// Steps that the bands of an axis take together.
static double band_steps(const struct plot_axis *axis) {
    return fmax(1, (double)axis->words.count - axis->inner + 2 * axis->outer);
}

static double asked_extent(const struct plot *plot, const struct plot_axis *axis) {
    const struct extent_spec *asked =
        axis->channel == CHANNEL_X ? &plot->spec->width : &plot->spec->height;
    if (asked->px > 0) {
        return asked->px;
    }
    double step = asked->step > 0 ? asked->step : plot->style->band_step;
    if (axis->discrete && step > 0 && !has_no_axes(plot)) {
        size_t nested = plot->offsets.count;
        double steps = nested ? (double)nested / (1 - NESTED_PADDING) : 1;
        return step * steps * band_steps(axis);
    }
    return default_extent(plot, axis);
}

// ---- bands

static void decide_padding(const struct plot *plot, struct plot_axis *axis) {
    if (!axis->discrete) {
        return;
    }
    bool nested = plot->offsets.count > 0;
    axis->inner = nested ? NESTED_PADDING : round(1e9 - 1e9 * plot->style->bar_share) / 1e9;
    axis->outer = nested && plot->style->band_outer > 0 ? NESTED_PADDING : plot->style->band_outer;
    if (axis->channel == CHANNEL_X && plot->style->band_outer <= 0) {
        axis->outer = axis->inner / 2; // columns stand in the middle of their bands
    }
    if (!axis->banded) {
        axis->inner = 1;
        axis->outer = 0.5;
    }
    if (axis->banded && holds_cells(plot)) {
        axis->inner = axis->outer = 0;
    }
    const struct scale_spec *scale = axis->spec ? &axis->spec->scale : NULL;
    if (scale && isfinite(scale->padding_inner)) {
        axis->inner = axis->banded ? scale->padding_inner : 1;
        axis->outer = scale->padding_inner / 2;
    }
    if (scale && isfinite(scale->padding_outer)) {
        axis->outer = scale->padding_outer;
    }
}

// Edges on whole pixels are sharp; tiny bars keep their share.
static double whole_px(double length) {
    return length >= 8 ? floor(length) : length;
}

// px from bar to bar when `available` px hold them all: as much as the style likes, and no more.
static double choose_pitch(const struct plot *plot, const struct plot_axis *axis, double available,
                           double least) {
    double factor = plot->offsets.count ? (double)plot->offsets.count : 1;
    double pitch = available / band_steps(axis);
    if (plot->style->bar_pitch > 0 && axis->channel == CHANNEL_Y) {
        double most = plot->box && plot->box->height > 0 ? BOX_PITCH : 1; // as high as its line
        pitch = fmin(pitch, plot->style->bar_pitch * factor * most);
    }
    return whole_px(fmax(pitch, least));
}

// Bars no thicker than the style allows: what is left goes between them.
static void limit_thickness(const struct plot *plot, struct plot_axis *axis, double pitch) {
    double factor = axis->channel == CHANNEL_X ? COLUMN_FACTOR : plot->box ? BOX_THICKNESS : 1;
    factor *= plot->offsets.count ? (double)plot->offsets.count : 1;
    double most = plot->style->bar_thickness * factor;
    bool given = axis->spec && isfinite(axis->spec->scale.padding_inner);
    double thickness = pitch * (1 - axis->inner);
    if (axis->banded && !given && most > 0 && !holds_cells(plot)) {
        axis->inner = 1 - whole_px(fmin(most, thickness)) / pitch;
        axis->outer = axis->channel == CHANNEL_X ? axis->inner / 2 : axis->outer;
    }
}

// ---- guides

static bool axis_shown(const struct plot *plot, const struct plot_axis *axis) {
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

static void start_axis(const struct plot *plot, const struct plot_axis *from, struct axis *axis) {
    bool right = from->channel == CHANNEL_Y && stands_right(plot, from);
    axis->side = from->channel == CHANNEL_X ? AXIS_BOTTOM : right ? AXIS_RIGHT : AXIS_LEFT;
    if (!axis_shown(plot, from)) {
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
    return axis_shown(plot, axis) && axis->discrete && axis->spec->axis.labels != CHOICE_NO &&
           !plot->bare[axis->channel];
}

static void set_row_labels(struct plot *plot, struct layout *layout) {
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

static void set_column_labels(struct plot *plot, struct layout *layout, double pitch) {
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

static void set_ticks(struct plot *plot, const struct plot_axis *from, struct axis *axis) {
    if (!from->discrete && axis_shown(plot, from)) {
        layout_make_ticks(plot, from, axis);
        axis->words = plot->bare[from->channel] ? NULL : axis->words;
    }
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
    double width = layout->fill_width ? grid_cell_width(plot, free) : asked_extent(plot, &plot->x);
    width = fmax(width, 1);
    if (!plot->x.discrete) {
        set_range(&plot->x, width);
        return;
    }
    if (layout->fill_width) {
        limit_thickness(plot, &plot->x, choose_pitch(plot, &plot->x, width, 0));
    }
    set_bands(&plot->x, 0, width);
    set_column_labels(plot, layout, plot->x.band.step);
    plot->x.size = width;
}

// A number at the very end of the axis is as wide as it is: the plot gives it room, so that it ends
// at the margin as all else does. At its start a narrow one may hang out: the bars' edge counts.
static void keep_numbers_in(struct plot *plot, struct layout *layout) {
    double before, behind;
    set_ticks(plot, &plot->x, &layout->x);
    axis_reach(&plot->guide, &layout->x, plot->x.size, &before, &behind);
    if (!layout->fill_width ||
        (before <= layout->left + plot->style->margin / 2 && behind <= layout->right)) {
        return;
    }
    layout->lead = fmax(layout->lead, before - plot->style->margin / 2);
    layout->right = fmax(ceil(behind), layout->right);
    lay_across(plot, layout);
    set_ticks(plot, &plot->x, &layout->x);
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
                                       : asked_extent(plot, &plot->y);
    if (!layout->fill_width) {
        set_bands(&plot->y, above, above + height);
        return true;
    }
    double names = above * (double)plot->y.words.count;
    double pitch = choose_pitch(plot, &plot->y, height - names, least_pitch(plot, layout));
    limit_thickness(plot, &plot->y, pitch);
    if (above > 0) { // the step holds label and bar, the thickness stays
        double thickness = pitch * (1 - plot->y.inner);
        plot->y.inner = 1 - thickness / (pitch + above);
    }
    layout->least_height = least_pitch(plot, layout) * band_steps(&plot->y) + names;
    double first = above + overhang(plot, layout, 0, pitch);
    double last = overhang(plot, layout, plot->y.words.count - 1, pitch);
    double bands = (pitch + above) * band_steps(&plot->y), total = first + bands + last;
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
    if (plot->y.discrete && !has_no_axes(plot)) {
        return lay_rows(plot, layout);
    }
    double height = layout->fill_width ? grid_cell_height(plot, available_height(plot, layout))
                                       : asked_extent(plot, &plot->y);
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

static double block_width(const struct text_block *block) {
    return block ? block->width : 0;
}

static double head_width(const struct frame *frame) {
    return fmax(block_width(frame->title), block_width(frame->subtitle)) +
           (frame->logo_in_head ? frame->logo_room : 0);
}

static double frame_width(const struct frame *frame) {
    double foot = fmax(block_width(frame->notes), block_width(frame->sources));
    return fmax(head_width(frame), foot + (frame->logo_in_foot ? frame->logo_room : 0));
}

// Of the height that a fixed frame leaves free: the part that goes above the plot. A little less
// than half, so that the eye takes the plot to be in the middle.
static double free_share(const struct layout *layout, double used) {
    static const double ABOVE = 0.4;
    return layout->fill_height ? ABOVE * fmax(0, layout->height - used) : 0;
}

// A picture that follows its plot is as wide as a title that is centred over it.
static void make_room_for_title(const struct plot *plot, struct layout *layout) {
    double cells = grid_whole(plot, (struct rect){0, 0, plot->x.size, plot->y.size}).width;
    double title = head_width(&layout->frame) / 2 - cells / 2;
    if (!layout->fill_width && plot->style->title_anchor == TITLE_MIDDLE) {
        layout->left = fmax(layout->left, ceil(title));
        layout->right = fmax(layout->right, ceil(title));
    }
}

static void place_picture(struct plot *plot, struct layout *layout) {
    double margin = plot->style->margin;
    make_room_for_title(plot, layout);
    plot->area = (struct rect){margin + layout->left, margin + layout->top + plot->grid.header,
                               plot->x.size, plot->y.size};
    plot->whole = grid_whole(plot, plot->area);
    double shift = floor(free_share(layout, rect_bottom(plot->whole) + layout->bottom + margin));
    plot->area.y += shift;
    plot->whole.y += shift;
    double bottom = rect_bottom(plot->whole) + layout->bottom + margin;
    double right = rect_right(plot->whole) + layout->beyond + layout->right + margin;
    if (plot->box) {
        layout->width = right;
    } else if (!layout->fill_width) {
        layout->width = fmax(right, frame_width(&layout->frame) + 2 * margin);
    }
    bool given = layout->fill_height && !plot->box;
    layout->height = given ? layout->height : bottom;
    layout->head =
        (struct rect){margin, margin, layout->width - 2 * margin, layout->frame.head_height};
    if (plot->style->title_orient == TITLE_BOTTOM) {
        layout->head.y = rect_bottom(plot->whole) + axis_extent(&plot->guide, &layout->x) +
                         plot->style->title_gap;
    }
    if (!layout->fill_width) { // Vega-Lite's titles stand over the plot, not over its axes
        layout->head.x = plot->whole.x;
        layout->head.width = plot->whole.width;
    }
    layout->foot = (struct rect){margin, layout->height - margin - layout->frame.foot_height,
                                 layout->width - 2 * margin, layout->frame.foot_height};
}

static void set_frame(struct plot *plot, struct layout *layout, const struct frame_texts *texts) {
    double width = layout->fill_width ? layout->width - 2 * plot->style->margin : 0;
    layout->frame = frame_set(&plot->guide, texts, width);
    double head = layout->frame.head_height, foot = layout->frame.foot_height;
    bool below = plot->style->title_orient == TITLE_BOTTOM;
    head += head > 0 ? plot->style->title_gap : 0;
    layout->top = below ? 0 : ceil(head);
    layout->bottom = (foot > 0 ? foot + plot->style->foot_gap : 0) + (below ? head : 0);
}

// The line over the plot: the unit at its right end, the title of a left axis at its left.
static void make_room_over(struct plot *plot, struct layout *layout) {
    const struct text_block *unit = layout->frame.unit;
    double height = unit ? unit->height + plot->style->axis_label_gap : 0;
    layout->over = ceil(fmax(height, axis_extent_over(&plot->guide, &layout->y)));
    bool numbered = !plot->y.discrete && axis_shown(plot, &plot->y) && !has_no_axes(plot);
    if (numbered) { // half of the topmost number, where the title stands so near
        double half = ceil(plot->style->axis_label.size * 0.6);
        layout->over = fmax(layout->over, half - plot->style->title_gap);
    }
    layout->top += layout->over;
}

bool layout_make(struct plot *plot, struct layout *layout, const struct frame_texts *texts) {
    decide_picture(plot, layout);
    layout_fit_values(plot, layout);
    grid_measure(plot);
    set_frame(plot, layout, texts);
    layout_set_legend(plot, layout);
    decide_padding(plot, &plot->x);
    decide_padding(plot, &plot->y);
    start_axis(plot, &plot->x, &layout->x);
    start_axis(plot, &plot->y, &layout->y);
    make_room_over(plot, layout);
    set_row_labels(plot, layout);
    if (!plot->y.discrete) { // a first height, for the width of the numbers
        set_range(&plot->y, layout->fill_width
                                ? fmax(100, grid_cell_height(plot, available_height(plot, layout)))
                                : asked_extent(plot, &plot->y));
        set_ticks(plot, &plot->y, &layout->y);
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
    set_ticks(plot, &plot->x, &layout->x);
    set_ticks(plot, &plot->y, &layout->y);
    place_categories(plot, &layout->x, &plot->x);
    place_categories(plot, &layout->y, &plot->y);
    place_picture(plot, layout);
    return true;
}
