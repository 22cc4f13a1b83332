// Finding the colours of a colour scale.
#include "chart/scheme_colours.h"

#include "base/i18n.h"
#include "chart/mark.h"
#include "scales/scheme.h"

#include <math.h>

// Stops of a part of a way: enough that no eye sees the difference.
enum { PART_STOPS = 65 };

static void take_list(const struct plot *plot, const struct json *list,
                      struct scheme_colours *out) {
    struct colour *colours = ARENA_ARRAY(plot->guide.arena, list->count, struct colour);
    for (const struct json *one = list->first; one; one = one->next) {
        colours[out->count] = plot->style->context;
        spec_colour(plot->style, one, &colours[out->count++]);
    }
    out->stops = colours;
}

static bool take_scheme(const struct plot *plot, const struct json *json,
                        struct scheme_colours *out) {
    const struct json *word = json->kind == JSON_OBJECT ? json_get(json, "name") : json;
    const struct json *extent = json_get(json, "extent");
    const struct scheme *scheme = scheme_find(word->string);
    out->blend = BLEND_RGB;
    if (!scheme) {
        struct str *names = ARENA_ARRAY(plot->guide.arena, scheme_count, struct str);
        for (size_t i = 0; i < scheme_count; i++) {
            names[i] = str_from(schemes[i].name);
        }
        diag_error(plot->guide.diag, DIAG_UNKNOWN_WORD, json_place(plot->guide.arena, word),
                   diag_hint_nearest(plot->guide.diag, word->string, names, scheme_count),
                   _("there is no colour scheme “%.*s”"), STR_ARG(word->string));
        return false;
    }
    struct colour *colours = ARENA_ARRAY(plot->guide.arena, SCHEME_COLOURS, struct colour);
    out->count = scheme_colours(scheme, colours);
    out->stops = colours;
    out->list = !scheme->ramp;
    out->wanted = (size_t)json_number(json_get(json, "count"), 0);
    if (extent) {
        out->extent[0] = json_at(extent, 0)->number;
        out->extent[1] = json_at(extent, 1)->number;
    }
    return true;
}

static bool fills_cells(const struct plot *plot, const struct channel_spec *spec) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        const struct unit_spec *unit = plot->units[i].spec;
        if (&unit->channels[CHANNEL_COLOR] == spec) {
            return unit->mark.mark->cells;
        }
    }
    return false;
}

static void take_style(const struct plot *plot, const struct channel_spec *spec,
                       struct scheme_colours *out) {
    const struct style *style = plot->style;
    const struct scale_spec *scale = &spec->scale;
    bool parted = isfinite(scale->domain_mid) || (scale->domain && scale->domain->count == 3 &&
                                                  !scale->steps && spec->type != TYPE_ORDINAL);
    const struct style_ramp *ramp = fills_cells(plot, spec) ? &style->heat : &style->ramp;
    if (parted && style->diverging.count) {
        ramp = &style->diverging;
    }
    out->stops = ramp->colours;
    out->count = ramp->count;
    out->blend = BLEND_RGB;
}

bool scheme_colours_find(const struct plot *plot, const struct channel_spec *spec,
                         struct scheme_colours *out) {
    const struct scale_spec *scale = &spec->scale;
    *out = (struct scheme_colours){.blend = scale->blend, .extent = {0, 1}};
    if (scale->scheme && scale->scheme->kind != JSON_ARRAY) {
        if (!take_scheme(plot, scale->scheme, out)) {
            return false;
        }
    } else if (scale->range || scale->scheme) {
        take_list(plot, scale->range ? scale->range : scale->scheme, out);
        out->list = scale->range != NULL;
    } else {
        take_style(plot, spec, out);
    }
    if (scale->reverse) {
        double first = out->extent[0];
        out->extent[0] = out->extent[1];
        out->extent[1] = first;
    }
    return true;
}

static struct colour sample(const struct scheme_colours *source, double share) {
    double at = source->extent[0] + share * (source->extent[1] - source->extent[0]);
    return blend_stops(source->blend, source->stops, source->count, at);
}

struct colour scheme_colours_of_class(const struct scheme_colours *source, size_t index,
                                      size_t classes) {
    bool reverse = source->extent[0] > source->extent[1];
    if (source->list) {
        size_t place = index % source->count;
        return source->stops[reverse ? source->count - 1 - place : place];
    }
    return sample(source, (double)(index + 1) / (double)(classes + 1));
}

const struct colour *scheme_colours_of_way(struct arena *arena, const struct scheme_colours *source,
                                           size_t *count) {
    if (source->extent[0] == 0 && source->extent[1] == 1) {
        *count = source->count;
        return source->stops;
    }
    bool whole = source->extent[0] == 1 && source->extent[1] == 0;
    *count = whole ? source->count : PART_STOPS;
    struct colour *stops = ARENA_ARRAY(arena, *count, struct colour);
    for (size_t i = 0; i < *count; i++) {
        stops[i] = whole ? source->stops[*count - 1 - i]
                         : sample(source, (double)i / (double)(*count - 1));
    }
    return stops;
}
