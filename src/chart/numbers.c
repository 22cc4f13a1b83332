// Numbers that a channel gives each row: opacity and size, as constants, by conditions, or of
// amounts on a linear scale.
#include "chart/mark.h"
#include "chart/predicate.h"

#include <math.h>

// Vega-Lite's ranges: of opacities, and of points up to twelve times their usual area.
static const double OPACITIES[2] = {0.3, 0.8};
static const double SIZE_MOST = 361.0 / 30;

struct number_scale {
    enum channel channel;
    bool from_zero;
    double range[2];
};

static void find_domain(const struct plot *plot, const struct number_scale *scale,
                        double domain[2]) {
    domain[0] = scale->from_zero ? 0 : INFINITY;
    domain[1] = scale->from_zero ? 0 : -INFINITY;
    for (size_t u = 0; u < plot->unit_count; u++) {
        const struct value *values = plot->units[u].rows.values[scale->channel];
        for (size_t i = 0; values && i < plot->units[u].rows.count; i++) {
            if (values[i].kind == VALUE_NUMBER) {
                domain[0] = fmin(domain[0], values[i].number);
                domain[1] = fmax(domain[1], values[i].number);
            }
        }
    }
}

static double map_number(const struct number_scale *scale, const double domain[2], double value) {
    double extent = domain[1] - domain[0];
    double share = extent > 0 ? (value - domain[0]) / extent : 0.5;
    return scale->range[0] + share * (scale->range[1] - scale->range[0]);
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
    double domain[2], plain = json_number(spec->value, otherwise);
    double chosen = json_number(spec->test_value, otherwise);
    find_domain(plot, scale, domain);
    *out = ARENA_ARRAY(plot->guide.arena, unit->rows.count, double);
    for (size_t i = 0; i < unit->rows.count; i++) {
        bool has_amount = values && values[i].kind == VALUE_NUMBER;
        (*out)[i] = test && predicate_passes(test, unit->rows.origin[i]) ? chosen
                    : has_amount ? map_number(scale, domain, values[i].number)
                                 : plain;
    }
    return true;
}

static bool fade_unit(struct plot *plot, struct plot_unit *unit) {
    const struct number_scale scale = {CHANNEL_OPACITY, false, {OPACITIES[0], OPACITIES[1]}};
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
    const double most = SIZE_MOST * plot->style->point_size;
    const struct number_scale sizes = {CHANNEL_SIZE, true, {0, most}};
    for (size_t i = 0; i < plot->unit_count; i++) {
        struct plot_unit *unit = &plot->units[i];
        double own = unit->spec->mark.size;
        double otherwise = isfinite(own) ? own : plot->style->point_size;
        sound = fade_unit(plot, unit) &&
                read_numbers(plot, unit, &sizes, otherwise, &unit->sizes) && sound;
    }
    return sound;
}
