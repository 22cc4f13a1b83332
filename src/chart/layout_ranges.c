// Ranges of amounts that leave room for the values printed beside their marks.
#include "chart/layout.h"
#include "chart/strokes.h"

#include <math.h>

static bool is_drawn(const struct plot_unit *unit, size_t row) {
    return isfinite(unit->rows.to[row]) && isfinite(unit->rows.from[row]);
}

// Px that a row's label needs along the measure, the gap to the bar included; 0 without label.
static double label_need(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    if (!unit->labels || !unit->labels[row].len || !is_drawn(unit, row)) {
        return 0;
    }
    enum label_side side = plot_label_side(unit, row);
    if (unit->horizontal != (side == SIDE_LEFT || side == SIDE_RIGHT)) {
        return 0; // beside the measure
    }
    double length = unit->horizontal ? unit->label_widths[row] : plot->style->value.size;
    double point = unit->spec->mark.mark->symbols ? sqrt(points_area(plot, unit, row)) / 2 : 0;
    return point + plot->style->label_gap + length;
}

// An amount's place is start + share * k px from where the axis begins. For an extent of k px: the
// interval of starts that keeps every mark and label within [0, length]; empty when k is too long.
struct room {
    double least, most;
};

static double share_of(const struct plot_axis *axis, double amount) {
    double share = scale_share(&axis->scale, amount);
    return axis->reverse ? 1 - share : share;
}

static struct room room_at(const struct plot *plot, const struct plot_axis *axis, double k,
                           double length) {
    struct room room = {0, length - k};
    for (size_t u = 0; u < plot->unit_count; u++) {
        const struct plot_unit *unit = &plot->units[u];
        if (plot_measure_channel(unit) != axis->channel || unit->labels_inside) {
            continue;
        }
        for (size_t i = 0; i < unit->rows.count; i++) {
            double need = label_need(plot, unit, i);
            if (need <= 0) {
                continue;
            }
            double end = share_of(axis, unit->rows.to[i]) * k;
            enum label_side side = plot_label_side(unit, i);
            if ((side == SIDE_LEFT || side == SIDE_BELOW) != axis->reverse) {
                room.least = fmax(room.least, need - end);
            } else {
                room.most = fmin(room.most, length - need - end);
            }
        }
    }
    return room;
}

// The longest extent whose room is not empty, by bisection; marks keep at least a tenth of the
// length however long the labels are (the layout check then reports these).
static void fit_axis(struct plot *plot, struct plot_axis *axis) {
    double length = axis->size, high = length, low = 0.1 * high;
    if (!axis->labelled || axis->scale.domain[0] == axis->scale.domain[1]) {
        return;
    }
    struct room room = room_at(plot, axis, high, length);
    for (int i = 0; i < 60 && room.most < room.least; i++) {
        double middle = (low + high) / 2;
        if (room_at(plot, axis, middle, length).most >= room_at(plot, axis, middle, length).least) {
            low = middle;
        } else {
            high = middle;
        }
    }
    double k = room.most >= room.least ? high : low;
    room = room_at(plot, axis, k, length);
    double start = fmax(0, room.least), end = start + k;
    bool upward = axis->channel == CHANNEL_Y;
    double low_end = upward ? length - start : start, high_end = upward ? length - end : end;
    axis->scale.range[axis->reverse] = low_end;
    axis->scale.range[!axis->reverse] = high_end;
}

void layout_fit_ranges(struct plot *plot) {
    if (!plot->x.discrete) {
        fit_axis(plot, &plot->x);
    }
    if (!plot->y.discrete) {
        fit_axis(plot, &plot->y);
    }
}

// Inside the ends when the style prefers it and every label of the series fits its bar.
void layout_decide_labels(struct plot *plot) {
    for (size_t u = 0; u < plot->unit_count; u++) {
        struct plot_unit *unit = &plot->units[u];
        const struct plot_axis *axis = plot_measure_axis(plot, unit);
        if (!unit->labels || !plot->style->label_inside || unit->stack != STACK_NONE ||
            unit->spec->mark.label.position != LABEL_AUTO) {
            continue;
        }
        bool all = true;
        for (size_t i = 0; i < unit->rows.count && all; i++) {
            double bar = fabs(scale_map(&axis->scale, unit->rows.to[i]) -
                              scale_map(&axis->scale, unit->rows.from[i]));
            all = label_need(plot, unit, i) + plot->style->label_gap <= bar;
        }
        unit->labels_inside = all;
    }
}

double layout_label_overflow(struct plot *plot, bool across) {
    double most = 0;
    for (size_t u = 0; u < plot->unit_count; u++) {
        const struct plot_unit *unit = &plot->units[u];
        const struct plot_axis *axis = plot_measure_axis(plot, unit);
        for (size_t i = 0; i < unit->rows.count && !unit->labels_inside; i++) {
            if (unit->horizontal == across && label_need(plot, unit, i) > 0) {
                double end = scale_map(&axis->scale, unit->rows.to[i]);
                double reach = unit->horizontal ? end - axis->size : -end;
                most = fmax(most, reach + label_need(plot, unit, i));
            }
        }
    }
    return most;
}
