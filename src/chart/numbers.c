// Numbers that a channel gives each row: opacity and size, as constants, by conditions, or of
// amounts on a linear scale.
#include "chart/mark.h"
#include "chart/predicate.h"

#include <math.h>

// Vega-Lite's ranges: of opacities, and of points up to twelve times their usual area.
static const double OPACITIES[2] = {0.3, 0.8};
static const double SIZE_MOST = 361.0 / 30, VEGA_LEAST = 4;

struct number_scale {
    enum channel channel;
    const double *domain;
    double range[2];
};

static void span_rows(const struct plot *plot, enum channel channel, double domain[2]) {
    for (size_t u = 0; u < plot->unit_count; u++) {
        const struct value *values = plot->units[u].rows.values[channel];
        for (size_t i = 0; values && i < plot->units[u].rows.count; i++) {
            if (values[i].kind == VALUE_NUMBER) {
                domain[0] = fmin(domain[0], values[i].number);
                domain[1] = fmax(domain[1], values[i].number);
            }
        }
    }
}

void plot_collect_sizes(struct plot *plot) {
    const struct channel_spec *spec = plot_first_spec(plot, CHANNEL_SIZE);
    plot->size_spec = spec && spec->type == TYPE_QUANTITATIVE ? spec : NULL;
    plot->size_domain[0] = plot->size_domain[1] = 0; // areas are true from zero
    span_rows(plot, CHANNEL_SIZE, plot->size_domain);
}

void plot_collect_opacities(struct plot *plot) {
    plot->opacity_domain[0] = INFINITY;
    plot->opacity_domain[1] = -INFINITY;
    span_rows(plot, CHANNEL_OPACITY, plot->opacity_domain);
}

static double map_number(const struct number_scale *scale, double value) {
    double extent = scale->domain[1] - scale->domain[0];
    double share = extent > 0 ? (value - scale->domain[0]) / extent : 0.5;
    return scale->range[0] + share * (scale->range[1] - scale->range[0]);
}

// Areas are true to their amounts; Vega-Lite lets zero be seen.
static struct number_scale size_scale(const struct plot *plot) {
    double least = plot->style->number_form == NUMBER_D3 ? VEGA_LEAST : 0;
    double most = SIZE_MOST * plot->style->point_size;
    return (struct number_scale){CHANNEL_SIZE, plot->size_domain, {least, most}};
}

double plot_size_of(const struct plot *plot, double amount) {
    struct number_scale scale = size_scale(plot);
    return fmax(0, map_number(&scale, amount));
}

// Of every row; NULL when the channel is not given. False when a fault was
// reported.
static bool read_numbers(const struct plot *plot, const struct plot_unit *unit,
                         const struct number_scale *scale, double otherwise, double **out) {
    const struct channel_spec *spec = &unit->spec->channels[scale->channel];
    const struct value *values = unit->rows.values[scale->channel];
    *out = NULL;
    if (!spec->given) {
        return true;
    }
    struct predicate *test = NULL;
    if (spec->test_value &&
        !(test = predicate_read(plot->guide.arena, plot->guide.diag, spec->test, unit->table,
                                plot->style->number_form != NUMBER_D3))) {
        return false;
    }
    double plain = json_number(spec->value, otherwise);
    double chosen = json_number(spec->test_value, otherwise);
    *out = ARENA_ARRAY(plot->guide.arena, unit->rows.count, double);
    for (size_t i = 0; i < unit->rows.count; i++) {
        bool has_amount = values && values[i].kind == VALUE_NUMBER;
        (*out)[i] = test && predicate_passes(test, unit->rows.origin[i]) ? chosen
                    : has_amount ? map_number(scale, values[i].number)
                                 : plain;
    }
    return true;
}

static bool fade_unit(struct plot *plot, struct plot_unit *unit) {
    const struct number_scale scale = {
        CHANNEL_OPACITY, plot->opacity_domain, {OPACITIES[0], OPACITIES[1]}};
    double *opacities;
    if (!read_numbers(plot, unit, &scale, 1, &opacities)) {
        return false;
    }
    for (size_t i = 0; opacities && i < unit->rows.count; i++) {
        double opacity = fmin(fmax(opacities[i], 0), 1);
        unit->fills[i].a = (uint8_t)lround(unit->fills[i].a * opacity);
    }
    return true;
}

bool plot_read_numbers(struct plot *plot) {
    bool sound = true;
    const struct number_scale sizes = size_scale(plot);
    for (size_t i = 0; i < plot->unit_count; i++) {
        struct plot_unit *unit = &plot->units[i];
        double own = unit->spec->mark.size;
        double otherwise = isfinite(own) ? own : plot->style->point_size;
        sound = fade_unit(plot, unit) &&
                read_numbers(plot, unit, &sizes, otherwise, &unit->sizes) && sound;
    }
    return sound;
}
