// Colours of amounts: a ramp of colours over the amounts of the channel color.
#include "base/i18n.h"
#include "chart/plot.h"

#include <math.h>

static void include_rows(const struct plot_unit *unit, double domain[2]) {
    const struct value *values = unit->rows.values[CHANNEL_COLOR];
    for (size_t i = 0; values && i < unit->rows.count; i++) {
        if (values[i].kind == VALUE_NUMBER && isfinite(values[i].number)) {
            domain[0] = fmin(domain[0], values[i].number);
            domain[1] = fmax(domain[1], values[i].number);
        }
    }
}

static bool take_domain(struct plot *plot, const struct json *given, double domain[2]) {
    const struct json *low = json_at(given, 0), *high = json_at(given, 1);
    if (given->count != 2 || low->kind != JSON_NUMBER || high->kind != JSON_NUMBER) {
        diag_error(plot->guide.diag, DIAG_CONFLICT, json_place(plot->guide.arena, given),
                   STR("write [least, greatest]"), _("the domain of amounts is two numbers"));
        return false;
    }
    domain[0] = low->number;
    domain[1] = high->number;
    return true;
}

// The author's colours, or the style's.
static void take_stops(struct plot *plot, const struct json *range) {
    struct colour_ramp *ramp = &plot->ramp;
    if (!range) {
        ramp->stops = plot->style->ramp.colours;
        ramp->count = plot->style->ramp.count;
        return;
    }
    struct colour *stops = ARENA_ARRAY(plot->guide.arena, range->count, struct colour);
    for (const struct json *stop = range->first; stop; stop = stop->next) {
        stops[ramp->count] = plot->style->context;
        spec_colour(plot->style, stop, &stops[ramp->count++]);
    }
    ramp->stops = stops;
}

bool plot_make_ramp(struct plot *plot) {
    const struct scale_spec *scale = &plot->colour_spec->scale;
    double domain[2] = {INFINITY, -INFINITY};
    for (size_t i = 0; i < plot->unit_count; i++) {
        include_rows(&plot->units[i], domain);
    }
    if (scale->domain && !take_domain(plot, scale->domain, domain)) {
        return false;
    }
    if (!isfinite(domain[0])) {
        domain[0] = domain[1] = 0;
    }
    plot->ramp = (struct colour_ramp){.low = domain[0], .high = domain[1]};
    take_stops(plot, scale->range);
    return true;
}

// Between two stops in sRGB; amounts outside the domain take the colour of its end.
struct colour plot_ramp_colour(const struct plot *plot, double value) {
    const struct colour_ramp *ramp = &plot->ramp;
    double extent = ramp->high - ramp->low;
    double share = extent != 0 ? (value - ramp->low) / extent : 0.5;
    double at = fmin(fmax(share, 0), 1) * (double)(ramp->count - 1);
    size_t stop = (size_t)fmin(floor(at), (double)ramp->count - 1);
    size_t next = stop + 1 < ramp->count ? stop + 1 : stop;
    return colour_mix(ramp->stops[stop], ramp->stops[next], at - (double)stop);
}
