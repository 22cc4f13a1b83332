// Where a row's band or place lies along an axis.
#include "chart/plot.h"

#include <math.h>

// Bars at places of their own are as thick as Vega-Lite's; bins stand a px apart.
static const double PLACED_THICKNESS = 5, BIN_GAP = 1;

// On an axis of amounts or times: from the bin's begin to its end, or about the place.
static bool span_band(const struct plot_unit *unit, const struct plot_axis *axis, size_t row,
                      double *start, double *width) {
    bool across = axis->channel == CHANNEL_X;
    const struct value *values = unit->rows.values[axis->channel];
    const struct value *ends = unit->rows.ends[axis->channel];
    if (!ends && unit->spec->channels[axis->channel].binned) {
        ends = unit->rows.values[across ? CHANNEL_X2 : CHANNEL_Y2];
    }
    if (!values || values[row].kind != VALUE_NUMBER || (ends && ends[row].kind != VALUE_NUMBER)) {
        return false;
    }
    double from = scale_map(&axis->scale, values[row].number);
    if (!ends) {
        *start = from - PLACED_THICKNESS / 2;
        *width = PLACED_THICKNESS;
        return isfinite(from);
    }
    double to = scale_map(&axis->scale, ends[row].number);
    double gap = fabs(to - from) > 2 * BIN_GAP ? BIN_GAP : 0;
    *start = fmin(from, to) + gap;
    *width = fabs(to - from) - gap;
    return isfinite(*width);
}

bool plot_axis_band(const struct plot *plot, const struct plot_unit *unit,
                    const struct plot_axis *axis, size_t row, double *start, double *width) {
    if (!axis->discrete) {
        return span_band(unit, axis, row, start, width);
    }
    enum channel offset = axis->channel == CHANNEL_Y ? CHANNEL_YOFFSET : CHANNEL_XOFFSET;
    struct arena *arena = plot->guide.arena;
    const struct value *values = unit->rows.values[axis->channel];
    size_t index = values ? word_set_find(&axis->words, plot_word(arena, values[row])) : 0;
    if (index == SIZE_MAX) {
        return false;
    }
    *start = scale_band_start(&axis->band, index);
    *width = axis->band.width;
    const struct value *offsets = unit->rows.values[offset];
    if (offsets && plot->offsets.count) {
        size_t place = word_set_find(&plot->offsets, plot_word(arena, offsets[row]));
        if (place == SIZE_MAX) {
            return false;
        }
        *width /= (double)plot->offsets.count;
        *start += *width * (double)place;
    }
    return true;
}

bool plot_row_band(const struct plot *plot, const struct plot_unit *unit, size_t row, double *start,
                   double *width) {
    return plot_axis_band(plot, unit, unit->horizontal ? &plot->y : &plot->x, row, start, width);
}

// Px that a channel's constant asks for: a number, or the plot's "width" or "height".
static double constant_place(const struct plot *plot, const struct json *value) {
    return value->kind == JSON_NUMBER       ? value->number
           : str_is(value->string, "width") ? plot->x.size
                                            : plot->y.size;
}

bool plot_row_constant(const struct plot *plot, const struct plot_unit *unit, enum channel channel,
                       double *place) {
    const struct json *value = unit->spec->channels[channel].value;
    *place = value ? constant_place(plot, value) : 0;
    return value != NULL;
}

bool plot_row_place(const struct plot *plot, const struct plot_unit *unit,
                    const struct plot_axis *axis, size_t row, double *place) {
    const struct value *values = unit->rows.values[axis->channel];
    double start, width;
    if (plot_row_constant(plot, unit, axis->channel, place)) {
        return true;
    }
    if (!values) {
        *place = axis->size / 2; // Vega-Lite's place without a channel: the plot's middle
        return true;
    }
    if (axis->discrete) {
        bool found = plot_axis_band(plot, unit, axis, row, &start, &width);
        *place = found ? start + width / 2 : 0;
        return found;
    }
    const struct value *ends = unit->rows.ends[axis->channel];
    bool middle = ends && unit->spec->channels[axis->channel].bin;
    double end = middle ? ends[row].number : values[row].number;
    *place = scale_map(&axis->scale, (values[row].number + end) / 2);
    return values[row].kind == VALUE_NUMBER;
}

bool plot_row_second(const struct plot *plot, const struct plot_unit *unit,
                     const struct plot_axis *axis, size_t row, double *place) {
    enum channel second = axis->channel == CHANNEL_X ? CHANNEL_X2 : CHANNEL_Y2;
    const struct value *values = unit->rows.values[second];
    if (plot_row_constant(plot, unit, second, place)) {
        return true;
    }
    if (!values || axis->discrete || values[row].kind != VALUE_NUMBER) {
        return false;
    }
    *place = scale_map(&axis->scale, values[row].number);
    return true;
}

bool plot_row_point(const struct plot *plot, const struct plot_unit *unit, size_t row,
                    struct point *point) {
    if (plot_has_place(unit)) {
        return plot_row_degrees_px(plot, unit, row, point);
    }
    const struct plot_axis *measure = unit->horizontal ? &plot->x : &plot->y;
    struct point at = {0, 0};
    bool found = plot_row_place(plot, unit, &plot->x, row, &at.x) &&
                 plot_row_place(plot, unit, &plot->y, row, &at.y);
    if (unit->stack != STACK_NONE && !measure->discrete) { // where its pile ends
        found = found && isfinite(unit->rows.to[row]);
        double to = scale_map(&measure->scale, found ? unit->rows.to[row] : 0);
        *(unit->horizontal ? &at.x : &at.y) = to;
    }
    *point = (struct point){plot->area.x + at.x, plot->area.y + at.y};
    return found && isfinite(at.x) && isfinite(at.y);
}
