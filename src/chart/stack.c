// Where marks begin and end along the measure: from zero, ranged, or stacked on one another.
#include "chart/stack.h"
#include "base/i18n.h"
#include "base/sort.h"
#include "chart/mark.h"

#include <math.h>

static double number_or_nan(const struct value *values, size_t row) {
    return values && values[row].kind == VALUE_NUMBER ? values[row].number : NAN;
}

static enum channel second_of(enum channel channel) {
    return channel == CHANNEL_X ? CHANNEL_X2 : CHANNEL_Y2;
}

static void place_plain(struct plot_unit *unit) {
    enum channel measure = plot_measure_channel(unit);
    const struct value *ends = unit->rows.values[measure];
    const struct value *starts = unit->rows.values[second_of(measure)];
    for (size_t i = 0; i < unit->rows.count; i++) {
        unit->rows.to[i] = number_or_nan(ends, i);
        unit->rows.from[i] = starts ? number_or_nan(starts, i) : 0;
    }
}

static enum channel amount_channel(const struct plot_unit *unit) {
    return unit->spec->mark.mark->polar ? CHANNEL_THETA : plot_measure_channel(unit);
}

// By category, place in the group side by side, and small chart.
size_t stack_find_piles(const struct plot *plot, const struct plot_unit *unit, size_t *pile_of) {
    enum channel band = plot_band_channel(unit);
    const enum channel more[] = {unit->horizontal ? CHANNEL_YOFFSET : CHANNEL_XOFFSET, CHANNEL_ROW,
                                 CHANNEL_COLUMN, CHANNEL_FACET};
    struct arena *arena = plot->guide.arena;
    struct word_set piles = WORD_SET(arena);
    bool polar = unit->spec->mark.mark->polar; // all in one circle
    for (size_t i = 0; i < unit->rows.count; i++) {
        struct str key = STR_NONE;
        if (unit->rows.values[band] && !polar) {
            key = plot_word(arena, unit->rows.values[band][i]);
        }
        for (size_t k = 0; k < sizeof more / sizeof *more; k++) {
            if (unit->rows.values[more[k]]) {
                struct str word = plot_word(arena, unit->rows.values[more[k]][i]);
                key = str_printf(arena, "%.*s\x1f%.*s", STR_ARG(key), STR_ARG(word));
            }
        }
        pile_of[i] = word_set_add(&piles, key);
    }
    return piles.count;
}

struct stack_order {
    struct arena *arena;
    const struct value *orders, *colours;
    const struct word_set *listed; // colours in the order that the author gave; or NULL
    bool orders_fall, colours_fall;
};

static int compare_values(struct arena *arena, struct value u, struct value v) {
    if (u.kind == VALUE_NUMBER && v.kind == VALUE_NUMBER) {
        return (u.number > v.number) - (u.number < v.number);
    }
    return str_compare(plot_word(arena, u), plot_word(arena, v));
}

static int compare_colours(const struct stack_order *order, size_t x, size_t y) {
    if (!order->listed) {
        return compare_values(order->arena, order->colours[x], order->colours[y]);
    }
    size_t u = word_set_find(order->listed, plot_word(order->arena, order->colours[x]));
    size_t v = word_set_find(order->listed, plot_word(order->arena, order->colours[y]));
    return (u > v) - (u < v);
}

static int compare_stack(const void *a, const void *b, const void *context) {
    const struct stack_order *order = context;
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    if (order->orders) {
        int by = compare_values(order->arena, order->orders[x], order->orders[y]);
        return order->orders_fall ? -by : by;
    }
    int by = compare_colours(order, x, y);
    return order->colours_fall ? -by : by;
}

// By the channel order, else by colour as Vega-Lite has it: rising across, falling upwards, so that
// the first colour lies on top as in a legend; a channel order without a field says which of both.
// An order that the author gives the colours wins over that of their names.
static size_t *stacking_order(struct plot *plot, const struct plot_unit *unit) {
    size_t *order = ARENA_ARRAY(plot->guide.arena, unit->rows.count, size_t);
    for (size_t i = 0; i < unit->rows.count; i++) {
        order[i] = i;
    }
    const struct channel_spec *colour = plot->colour_spec;
    bool listed = colour && (colour->sort.kind != SORT_ASCENDING || colour->scale.domain);
    const struct channel_spec *asked = &unit->spec->channels[CHANNEL_ORDER];
    bool turned = asked->given && !asked->field.len && json_get(asked->json, "sort");
    bool falls = !unit->horizontal && !unit->spec->mark.mark->polar;
    struct stack_order by = {
        .arena = plot->guide.arena,
        .orders = unit->rows.values[CHANNEL_ORDER],
        .colours = unit->rows.values[CHANNEL_COLOR],
        .listed = listed ? &plot->colours : NULL,
        .orders_fall = asked->sort.kind == SORT_DESCENDING,
        .colours_fall = turned ? asked->sort.kind == SORT_DESCENDING : falls,
    };
    if (by.orders || by.colours) {
        sort_stable(plot->guide.arena, order, unit->rows.count, sizeof *order, compare_stack, &by);
    }
    return order;
}

// Piles about a common middle: all sizes upwards, from where a pile of its total begins.
static void place_about_middle(struct plot_unit *unit, const size_t *order, const size_t *pile_of,
                               double *total, size_t piles) {
    double most = 0;
    for (size_t pile = 0; pile < piles; pile++) {
        most = fmax(most, total[pile]);
    }
    for (size_t pile = 0; pile < piles; pile++) { // from here on where the next piece begins
        total[pile] = (most - total[pile]) / 2;
    }
    for (size_t k = 0; k < unit->rows.count; k++) {
        size_t i = order[k];
        double size = fabs(unit->rows.to[i] - unit->rows.from[i]);
        unit->rows.from[i] = total[pile_of[i]];
        unit->rows.to[i] = unit->rows.from[i] + size;
        total[pile_of[i]] += isfinite(size) ? size : 0;
    }
}

// Positive amounts pile up from zero, negative ones down.
static void place_stacked(struct plot *plot, struct plot_unit *unit) {
    struct arena *arena = plot->guide.arena;
    const struct value *values = unit->rows.values[amount_channel(unit)];
    size_t *pile_of = ARENA_ARRAY(arena, unit->rows.count, size_t);
    size_t piles = stack_find_piles(plot, unit, pile_of);
    double *up = ARENA_ARRAY(arena, piles, double), *down = ARENA_ARRAY(arena, piles, double);
    double *total = ARENA_ARRAY(arena, piles, double);
    size_t *order = stacking_order(plot, unit);
    for (size_t k = 0; k < unit->rows.count; k++) {
        size_t i = order[k];
        double value = number_or_nan(values, i);
        double *top = value < 0 ? &down[pile_of[i]] : &up[pile_of[i]];
        unit->rows.from[i] = *top;
        unit->rows.to[i] = *top + value;
        if (isfinite(value)) {
            *top += value;
            total[pile_of[i]] += fabs(value);
        }
    }
    if (unit->stack == STACK_CENTER) {
        place_about_middle(unit, order, pile_of, total, piles);
    }
    for (size_t i = 0; unit->stack == STACK_NORMALIZE && i < unit->rows.count; i++) {
        double sum = total[pile_of[i]];
        unit->rows.from[i] = sum > 0 ? unit->rows.from[i] / sum : 0;
        unit->rows.to[i] = sum > 0 ? unit->rows.to[i] / sum : 0;
    }
}

// A colour that repeats the band's field, or the field side by side, makes no parts.
static bool makes_parts(const struct plot_unit *unit, enum channel channel) {
    const struct channel_spec *channels = unit->spec->channels;
    enum channel offset = unit->horizontal ? CHANNEL_YOFFSET : CHANNEL_XOFFSET;
    struct str field = channels[channel].field;
    return unit->rows.values[channel] && !str_equal(field, channels[offset].field) &&
           !str_equal(field, channels[plot_band_channel(unit)].field);
}

static enum stack_kind default_stack(const struct plot_unit *unit) {
    enum channel measure = plot_measure_channel(unit);
    const struct channel_spec *channel = &unit->spec->channels[measure];
    bool summable = channel->aggregate == AGGREGATE_NONE || channel->aggregate == AGGREGATE_SUM ||
                    channel->aggregate == AGGREGATE_COUNT;
    bool ranged = unit->rows.values[second_of(measure)] != NULL;
    if (unit->spec->mark.mark->polar) {
        return STACK_ZERO;
    }
    bool parts = makes_parts(unit, CHANNEL_COLOR) || makes_parts(unit, CHANNEL_DETAIL);
    return unit->spec->mark.mark->stacks && summable && parts && !ranged ? STACK_ZERO : STACK_NONE;
}

// Parts of a whole are not negative.
static bool check_parts(const struct plot *plot, const struct plot_unit *unit) {
    const struct value *values = unit->rows.values[CHANNEL_THETA];
    for (size_t i = 0; i < unit->rows.count; i++) {
        if (values[i].kind == VALUE_NUMBER && values[i].number < 0) {
            diag_error(plot->guide.diag, DIAG_CONFLICT,
                       json_place(plot->guide.arena, unit->spec->channels[CHANNEL_THETA].json),
                       STR("draw bars, which have room below zero"), _("%s is no part of a whole"),
                       str_terminate(plot->guide.arena, plot_word(plot->guide.arena, values[i])));
            return false;
        }
    }
    return true;
}

bool plot_stack(struct plot *plot, struct plot_unit *unit) {
    bool polar = unit->spec->mark.mark->polar;
    unit->stack = unit->spec->channels[amount_channel(unit)].stack;
    if (unit->stack == STACK_DEFAULT || (polar && unit->stack == STACK_NONE)) {
        unit->stack = default_stack(unit);
    }
    if (unit->stack != STACK_NONE && unit->spec->mark.mark->joins) {
        stack_fill_gaps(plot, unit);
    }
    unit->rows.from = ARENA_ARRAY(plot->guide.arena, unit->rows.count, double);
    unit->rows.to = ARENA_ARRAY(plot->guide.arena, unit->rows.count, double);
    if (unit->stack == STACK_NONE) {
        place_plain(unit);
    } else {
        place_stacked(plot, unit);
    }
    if (polar && !check_parts(plot, unit)) {
        return false;
    }
    if (!unit->spec->mark.mark->from_zero && !polar) {
        return true; // may have a place without an amount
    }
    size_t drawn = 0;
    for (size_t i = 0; i < unit->rows.count; i++) {
        drawn += isfinite(unit->rows.to[i]) && isfinite(unit->rows.from[i]);
    }
    if (!drawn) {
        diag_error(plot->guide.diag, DIAG_EMPTY_DATA, plot->guide.place,
                   STR("give it rows with numbers, or leave the figure out"),
                   _("no row has a number to draw"));
    } else if (drawn < unit->rows.count) {
        diag_warning(plot->guide.diag, DIAG_EMPTY_DATA, plot->guide.place, STR_NONE,
                     _("%zu of %zu rows have no number and are not drawn"),
                     unit->rows.count - drawn, unit->rows.count);
    }
    return drawn > 0;
}
