// Bands of an axis: how long it is, how thick its bars are and how far apart.
#include "chart/layout_parts.h"
#include "chart/mark.h"

#include <math.h>

// Columns may be thicker than rows of bars: they fill the width, whatever their number.
static const double COLUMN_FACTOR = 2.5;
// Vega-Lite's paddings of bands that hold bands side by side.
static const double NESTED_PADDING = 0.2;
// Bars beside a higher view stand so much further apart than they like, and are so much thicker.
static const double BOX_PITCH = 2.4, BOX_THICKNESS = 1.4;

static double default_extent(const struct plot *plot, const struct plot_axis *axis) {
    const struct style *style = plot->style;
    double extent = axis->channel == CHANNEL_X ? style->plot_width : style->plot_height;
    double share = (axis->channel == CHANNEL_X ? 0.6 : 0.3375) * (plot->follows ? 0.5 : 1);
    return extent > 0 ? extent : share * style->width;
}

// Arcs and maps take the plot as a whole: their places are on no axis.
bool layout_has_no_axes(const struct plot *plot) {
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
    return plot->x.banded && plot->y.banded && !layout_has_no_axes(plot);
}

// Steps that the bands of an axis take together.
double layout_band_steps(const struct plot_axis *axis) {
    return fmax(1, (double)axis->words.count - axis->inner + 2 * axis->outer);
}

double layout_asked_extent(const struct plot *plot, const struct plot_axis *axis) {
    const struct extent_spec *asked =
        axis->channel == CHANNEL_X ? &plot->spec->width : &plot->spec->height;
    if (asked->px > 0) {
        return asked->px;
    }
    double step = asked->step > 0 ? asked->step : plot->style->band_step;
    if (axis->discrete && step > 0 && !layout_has_no_axes(plot)) {
        size_t nested = plot->offsets.count;
        double steps = nested ? (double)nested / (1 - NESTED_PADDING) : 1;
        return step * steps * layout_band_steps(axis);
    }
    return default_extent(plot, axis);
}

void layout_decide_padding(const struct plot *plot, struct plot_axis *axis) {
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
double layout_choose_pitch(const struct plot *plot, const struct plot_axis *axis, double available,
                           double least) {
    double factor = plot->offsets.count ? (double)plot->offsets.count : 1;
    double pitch = available / layout_band_steps(axis);
    if (plot->style->bar_pitch > 0 && axis->channel == CHANNEL_Y) {
        double most = plot->box && plot->box->height > 0 ? BOX_PITCH : 1; // as high as its line
        pitch = fmin(pitch, plot->style->bar_pitch * factor * most);
    }
    return whole_px(fmax(pitch, least));
}

// Bars no thicker than the style allows: what is left goes between them.
void layout_limit_thickness(const struct plot *plot, struct plot_axis *axis, double pitch) {
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
