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

// A channel's scale once its domain is known.
struct number_map {
    struct scale scale;  // of amounts
    const double *range; // its ends, or the number of each class
    size_t count;
    struct steps steps;    // of classes
    struct word_set words; // of categories, evenly spread over the range
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

// The author's numbers, or what `otherwise` says.
static const double *take_numbers(struct arena *arena, const struct json *given,
                                  const double otherwise[2], size_t *count) {
    double *numbers = ARENA_ARRAY(arena, given ? given->count : 2, double);
    *count = 0;
    for (const struct json *one = given ? given->first : NULL; one; one = one->next) {
        numbers[(*count)++] = json_number(one, 0);
    }
    for (size_t i = 0; !given && i < 2; i++) {
        numbers[(*count)++] = otherwise[i];
    }
    return numbers;
}

static void make_steps(const struct plot *plot, const struct scale_spec *spec,
                       const double domain[2], struct number_map *map) {
    struct arena *arena = plot->guide.arena;
    size_t count;
    const double *amounts = take_numbers(arena, spec->domain, domain, &count);
    double *limits = ARENA_ARRAY(arena, map->count, double);
    if (spec->steps->limits) {
        spec->steps->limits(amounts, count, map->count, limits);
    }
    size_t classes = map->count - 1;
    map->steps = spec->steps->limits ? (struct steps){limits, classes}
                                     : (struct steps){amounts, count < classes ? count : classes};
}

static void make_map(const struct plot *plot, const struct channel_spec *spec,
                     const struct number_scale *scale, struct number_map *map) {
    const struct scale_spec *own = &spec->scale;
    double domain[2] = {scale->domain[0], scale->domain[1]};
    size_t ends;
    if (own->zero == CHOICE_NO && scale->channel == CHANNEL_SIZE) {
        domain[0] = INFINITY;
        domain[1] = -INFINITY;
        span_rows(plot, scale->channel, domain);
    } else if (own->zero == CHOICE_YES) {
        domain[0] = fmin(domain[0], 0);
        domain[1] = fmax(domain[1], 0);
    }
    *map = (struct number_map){.words = WORD_SET(plot->guide.arena)};
    map->range = take_numbers(plot->guide.arena, own->range, scale->range, &map->count);
    if (spec->type == TYPE_NOMINAL || spec->type == TYPE_ORDINAL) {
        plot_collect_words(plot, scale->channel, &map->words);
        return;
    }
    if (own->steps) {
        make_steps(plot, own, domain, map);
        return;
    }
    const double *limits = take_numbers(plot->guide.arena, own->domain, domain, &ends);
    map->scale.type = own->type ? own->type : &scale_linear;
    map->scale.parameter = isnan(own->parameter) ? map->scale.type->parameter : own->parameter;
    map->scale.clamp = own->clamp;
    map->scale.domain[0] = isnan(own->domain_min) ? limits[0] : own->domain_min;
    map->scale.domain[1] = isnan(own->domain_max) ? limits[ends - 1] : own->domain_max;
    map->scale.range[0] = map->range[own->reverse ? map->count - 1 : 0];
    map->scale.range[1] = map->range[own->reverse ? 0 : map->count - 1];
}

// False when the row has no number.
static bool map_number(const struct plot *plot, const struct number_map *map, struct value value,
                       double *out) {
    if (map->words.count) {
        size_t index = word_set_find(&map->words, plot_word(plot->guide.arena, value));
        double share = map->words.count > 1 ? (double)index / (double)(map->words.count - 1) : 0.5;
        *out = map->range[0] + share * (map->range[map->count - 1] - map->range[0]);
        return index != SIZE_MAX;
    }
    if (value.kind != VALUE_NUMBER) {
        return false;
    }
    *out = map->scale.type ? scale_map(&map->scale, value.number)
                           : map->range[steps_find(&map->steps, value.number)];
    return isfinite(*out);
}

// Areas are true to their amounts; Vega-Lite lets zero be seen.
static struct number_scale size_scale(const struct plot *plot) {
    double least = plot->style->number_form == NUMBER_D3 ? VEGA_LEAST : 0;
    double most = SIZE_MOST * plot->style->point_size;
    return (struct number_scale){CHANNEL_SIZE, plot->size_domain, {least, most}};
}

double plot_size_of(const struct plot *plot, double amount) {
    struct number_scale scale = size_scale(plot);
    struct number_map map;
    double size = 0;
    make_map(plot, plot->size_spec, &scale, &map);
    map_number(plot, &map, (struct value){.kind = VALUE_NUMBER, .number = amount}, &size);
    return fmax(0, size);
}

// Of every row; NULL when the channel is not given. False when a fault was
// reported.
static bool read_numbers(struct plot *plot, const struct plot_unit *unit,
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
    struct number_map map;
    double plain = json_number(spec->value, otherwise);
    double chosen = json_number(spec->test_value, otherwise);
    make_map(plot, spec, scale, &map);
    *out = ARENA_ARRAY(plot->guide.arena, unit->rows.count, double);
    for (size_t i = 0; i < unit->rows.count; i++) {
        double number;
        bool mapped = values && map_number(plot, &map, values[i], &number);
        bool passes = test && predicate_passes(test, unit->rows.origin[i]);
        (*out)[i] = passes ? chosen : mapped ? number : plain;
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
