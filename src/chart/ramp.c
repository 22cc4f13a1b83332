// Colours of amounts: a way through colours over the amounts of the channel color, or a colour for
// each class of them.
#include "base/i18n.h"
#include "base/sort.h"
#include "chart/mark.h"
#include "chart/scheme_colours.h"
#include "chart/times.h"

#include <math.h>

// Vega's count of classes and of ticks.
enum { CLASSES = 5, NICE_COUNT = 10 };

static int compare_amounts(const void *a, const void *b, const void *context) {
    (void)context;
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// All amounts of the channel, rising.
static const double *sorted_amounts(const struct plot *plot, enum channel channel, size_t *count) {
    size_t most = 0;
    for (size_t u = 0; u < plot->unit_count; u++) {
        most += plot->units[u].rows.count;
    }
    double *amounts = ARENA_ARRAY(plot->guide.arena, most, double);
    *count = 0;
    for (size_t u = 0; u < plot->unit_count; u++) {
        const struct value *values = plot->units[u].rows.values[channel];
        for (size_t i = 0; values && i < plot->units[u].rows.count; i++) {
            if (values[i].kind == VALUE_NUMBER && isfinite(values[i].number)) {
                amounts[(*count)++] = values[i].number;
            }
        }
    }
    if (*count) {
        sort_stable(plot->guide.arena, amounts, *count, sizeof *amounts, compare_amounts, NULL);
    }
    return amounts;
}

static bool refuse_domain(const struct plot *plot, const struct json *given, bool limits) {
    diag_error(plot->guide.diag, DIAG_CONFLICT, json_place(plot->guide.arena, given),
               limits ? STR("write the limits of the classes, as [10, 20, 50]")
                      : STR("write [least, greatest]"),
               limits ? _("the domain of a threshold scale is rising numbers")
                      : _("the domain of amounts is two numbers"));
    return false;
}

// The author's numbers (dates where the field has times), `least` at least.
static bool take_domain(const struct plot *plot, const struct channel_spec *spec, size_t least,
                        double **out, size_t *count) {
    const struct json *given = spec->scale.domain;
    *out = ARENA_ARRAY(plot->guide.arena, given->count, double);
    *count = 0;
    for (const struct json *one = given->first; one; one = one->next) {
        double *number = &(*out)[(*count)++];
        bool timed = spec->type == TYPE_TEMPORAL;
        bool read = timed ? times_of_json(one, number) : one->kind == JSON_NUMBER;
        *number = timed ? *number : one->number;
        if (!read || (least < 2 && *count > 1 && *number <= number[-1])) {
            return refuse_domain(plot, given, least < 2);
        }
    }
    return *count >= least || refuse_domain(plot, given, least < 2);
}

// ---- classes

// Colours of the classes: the author's, or samples of a scheme.
static void take_class_colours(struct plot *plot, const struct scheme_colours *source,
                               size_t classes) {
    struct colour_ramp *ramp = &plot->ramp;
    struct colour *colours = ARENA_ARRAY(plot->guide.arena, classes, struct colour);
    for (size_t i = 0; i < classes; i++) {
        colours[i] = scheme_colours_of_class(source, i, classes);
    }
    ramp->stops = colours;
    ramp->count = classes;
}

static size_t wanted_classes(const struct scheme_colours *source) {
    return source->list ? source->count : source->wanted ? source->wanted : CLASSES;
}

static bool make_steps(struct plot *plot, const struct channel_spec *spec,
                       const struct scheme_colours *source) {
    const struct step_type *type = spec->scale.steps;
    struct colour_ramp *ramp = &plot->ramp;
    size_t count;
    const double *amounts = sorted_amounts(plot, CHANNEL_COLOR, &count);
    double *domain = NULL;
    if (!type->limits) { // the author's limits
        if (!spec->scale.domain) {
            return refuse_domain(plot, spec->json, true);
        }
        if (!take_domain(plot, spec, 1, &domain, &count)) {
            return false;
        }
        ramp->steps = (struct steps){domain, count};
        double margin = count > 1 ? (domain[count - 1] - domain[0]) / (double)(count - 1) : 0.1;
        ramp->low = domain[0] - margin; // as Vega draws the open ends
        ramp->high = domain[count - 1] + margin;
        take_class_colours(plot, source, count + 1);
        return true;
    }
    if (spec->scale.domain) {
        if (!take_domain(plot, spec, 2, &domain, &count)) {
            return false;
        }
        amounts = domain;
    }
    if (!count) {
        amounts = ARENA_ARRAY(plot->guide.arena, 1, double);
        count = 1;
    }
    size_t classes = wanted_classes(source);
    ramp->low = amounts[0];
    ramp->high = amounts[count - 1];
    double *limits = ARENA_ARRAY(plot->guide.arena, classes, double);
    type->limits(amounts, count, classes, limits);
    ramp->steps = (struct steps){limits, classes - 1};
    take_class_colours(plot, source, classes);
    return true;
}

// One class for each bin.
static bool make_bins(struct plot *plot, const struct scheme_colours *source) {
    struct colour_ramp *ramp = &plot->ramp;
    const struct bins *bins = NULL;
    for (size_t u = 0; u < plot->unit_count && !bins; u++) {
        const struct bins *own = &plot->units[u].rows.bins[CHANNEL_COLOR];
        bins = own->step > 0 ? own : NULL;
    }
    size_t classes =
        bins ? (size_t)fmin(fmax(1, round((bins->stop - bins->start) / bins->step)), 1000) : 1;
    double *limits = ARENA_ARRAY(plot->guide.arena, classes, double);
    for (size_t i = 1; bins && i < classes; i++) {
        limits[i - 1] = bins->start + (double)i * bins->step;
    }
    ramp->low = bins ? bins->start : 0;
    ramp->high = bins ? bins->stop : 1;
    ramp->binned = true;
    ramp->steps = (struct steps){limits, classes - 1};
    take_class_colours(plot, source, classes);
    return true;
}

// ---- a way through colours

static bool check_log(const struct plot *plot, const struct channel_spec *spec,
                      const struct scale *scale) {
    if (scale->type != &scale_log || scale->domain[0] * scale->domain[1] > 0) {
        return true;
    }
    diag_error(plot->guide.diag, DIAG_LOG_SCALE, json_place(plot->guide.arena, spec->json),
               STR("give it a domain of amounts above zero"),
               _("the domain of a log scale cannot hold zero"));
    return false;
}

static void start_scale(const struct channel_spec *spec, struct scale *scale) {
    const struct scale_type *otherwise = spec->type == TYPE_TEMPORAL ? &scale_time : &scale_linear;
    scale->type = spec->scale.type ? spec->scale.type : otherwise;
    scale->parameter =
        isnan(spec->scale.parameter) ? scale->type->parameter : spec->scale.parameter;
    scale->clamp = true;
}

static bool make_way(struct plot *plot, const struct channel_spec *spec,
                     const struct scheme_colours *source) {
    struct colour_ramp *ramp = &plot->ramp;
    const struct scale_spec *own = &spec->scale;
    size_t count;
    const double *amounts = sorted_amounts(plot, CHANNEL_COLOR, &count);
    double low = count ? amounts[0] : 0, high = count ? amounts[count - 1] : 0, *domain;
    ramp->middle = own->domain_mid;
    if (own->domain) {
        if (!take_domain(plot, spec, 2, &domain, &count)) {
            return false;
        }
        low = domain[0];
        high = domain[count - 1];
        ramp->middle = count == 3 ? domain[1] : ramp->middle;
    } else if (own->zero == CHOICE_YES) {
        low = fmin(low, 0);
        high = fmax(high, 0);
    }
    start_scale(spec, &ramp->scale);
    ramp->scale.domain[0] = isnan(own->domain_min) ? low : own->domain_min;
    ramp->scale.domain[1] = isnan(own->domain_max) ? high : own->domain_max;
    if (own->nice == CHOICE_YES || isfinite(own->nice_count)) {
        double ticks = isfinite(own->nice_count) ? own->nice_count : NICE_COUNT;
        ramp->scale.type->nice(&ramp->scale, ticks);
    }
    ramp->low = ramp->scale.domain[0];
    ramp->high = ramp->scale.domain[1];
    ramp->stops = scheme_colours_of_way(plot->guide.arena, source, &ramp->count);
    ramp->blend = source->blend;
    return check_log(plot, spec, &ramp->scale);
}

bool plot_make_ramp(struct plot *plot) {
    const struct channel_spec *spec = plot->colour_spec;
    struct scheme_colours source;
    if (!scheme_colours_find(plot, spec, &source)) {
        return false;
    }
    plot->ramp = (struct colour_ramp){.middle = NAN};
    if (spec->bin) {
        return make_bins(plot, &source);
    }
    return spec->scale.steps ? make_steps(plot, spec, &source) : make_way(plot, spec, &source);
}

double plot_ramp_share(const struct plot *plot, double value) {
    const struct colour_ramp *ramp = &plot->ramp;
    if (isnan(ramp->middle)) {
        return scale_share(&ramp->scale, value);
    }
    struct scale half = ramp->scale; // two halves that meet at the middle
    bool behind = (value > ramp->middle) == (ramp->high > ramp->low);
    half.domain[behind ? 0 : 1] = ramp->middle;
    return (scale_share(&half, value) + (behind ? 1 : 0)) / 2;
}

struct colour plot_ramp_colour(const struct plot *plot, double value) {
    const struct colour_ramp *ramp = &plot->ramp;
    if (!ramp->scale.type) {
        return ramp->stops[steps_find(&ramp->steps, value)];
    }
    return blend_stops(ramp->blend, ramp->stops, ramp->count, plot_ramp_share(plot, value));
}
