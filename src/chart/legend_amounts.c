// The bar of colours of amounts, with its ends or ticks.
#include "chart/legend_classes.h"

#include <math.h>

// Vega's bars of colours: px at least and at most, and for each two ticks.
enum { UPRIGHT_LEAST = 64, UPRIGHT_MOST = 200, TICKED_PX = 100 };
enum { GRADIENT_STOPS = 33 };

// Px of Vega's upright bars: as long as the plot is high, within limits.
static double upright_length(const struct plot *plot) {
    double asked = plot->spec->height.px > 0 ? plot->spec->height.px : plot->style->plot_height;
    if (plot->y.discrete && plot->spec->height.px <= 0) {
        asked = plot->style->band_step * (double)plot->y.words.count;
    }
    return fmin(fmax(asked, UPRIGHT_LEAST), UPRIGHT_MOST);
}

static struct str amount_words(const struct plot *plot, double value) {
    const struct channel_spec *spec = plot->colour_spec;
    struct value one = {.kind = VALUE_NUMBER, .number = value};
    return spec->type == TYPE_TEMPORAL ? plot_shown_word(plot, spec, NULL, one)
                                       : plot_print_amount(plot, &plot->units[0], value);
}

// Ticks of a bar in Vega's look; its ends when there are few.
static void set_ticks(const struct plot *plot, struct ramp *ramp) {
    struct arena *arena = plot->guide.arena;
    const struct scale *scale = &plot->ramp.scale;
    double *ticks;
    ramp->length = upright_length(plot);
    double wanted = fmax(2, 2 * floor(ramp->length / TICKED_PX));
    size_t count = scale_ticks(arena, scale, wanted, &ticks);
    if (count < 3) {
        ticks = ARENA_ARRAY(arena, 2, double);
        ticks[0] = plot->ramp.low;
        ticks[1] = plot->ramp.high;
        count = 2;
    }
    struct str *words = ARENA_ARRAY(arena, count, struct str);
    double *shares = ARENA_ARRAY(arena, count, double);
    for (size_t i = 0; i < count; i++) {
        shares[i] = scale_share(scale, ticks[i]);
        words[i] = amount_words(plot, ticks[i]);
    }
    ramp->tick_words = words;
    ramp->tick_shares = shares;
    ramp->tick_count = count;
}

// The colour at a share of the bar, which is even in the amounts also where the halves of the
// colours differ in length.
static struct colour bar_colour(const struct plot *plot, double share) {
    const struct colour_ramp *own = &plot->ramp;
    return isfinite(own->middle) ? plot_ramp_colour(plot, own->low + share * (own->high - own->low))
                                 : blend_stops(own->blend, own->stops, own->count, share);
}

static void take_gradient(const struct plot *plot, struct ramp *ramp) {
    const struct colour_ramp *own = &plot->ramp;
    bool straight = own->blend == BLEND_RGB && isnan(own->middle);
    size_t count = straight ? own->count : GRADIENT_STOPS;
    struct colour *colours = ARENA_ARRAY(plot->guide.arena, count, struct colour);
    for (size_t i = 0; i < count; i++) {
        double share = count > 1 ? (double)i / (double)(count - 1) : 0;
        colours[i] = straight ? own->stops[i] : bar_colour(plot, share);
    }
    ramp->colours = colours;
    ramp->count = count;
}

// Classes as Vega shows them: a bar of bands as long as they are wide, their limits beside it.
static struct ramp bands_of(const struct plot *plot) {
    struct arena *arena = plot->guide.arena;
    const struct colour_ramp *own = &plot->ramp;
    double *bands = ARENA_ARRAY(arena, own->count, double), span = own->high - own->low;
    struct str *words = ARENA_ARRAY(arena, own->count, struct str);
    size_t limits = own->steps.count < own->count ? own->steps.count : own->count - 1;
    for (size_t i = 0; i < own->count; i++) {
        bands[i] = i < limits && span > 0 ? (own->steps.limits[i] - own->low) / span : 1;
        words[i] = i < limits ? legend_limit_words(plot, own->steps.limits[i]) : STR_NONE;
    }
    return (struct ramp){.colours = own->stops,
                         .count = limits + 1,
                         .bands = bands,
                         .tick_words = words,
                         .tick_shares = bands,
                         .tick_count = limits,
                         .length = upright_length(plot)};
}

bool legend_looks_like_vegas(const struct plot *plot) {
    return plot->style->number_form == NUMBER_D3 && plot->style->legend_orient == LEGEND_RIGHT;
}

struct ramp legend_of_amounts(const struct plot *plot) {
    if (!plot->ramp.scale.type) {
        return bands_of(plot);
    }
    struct ramp ramp = {.low = amount_words(plot, plot->ramp.low),
                        .high = amount_words(plot, plot->ramp.high)};
    take_gradient(plot, &ramp);
    if (legend_looks_like_vegas(plot)) {
        set_ticks(plot, &ramp);
    }
    return ramp;
}
