// The colour of each mark: a constant, a condition, a category's, or the style's.
#include "chart/mark.h"
#include "chart/predicate.h"
#include "chart/scheme_colours.h"

#include <math.h>

static struct colour row_colour(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    const struct style *style = plot->style;
    struct value value = unit->rows.values[CHANNEL_COLOR][row];
    if (plot->ramp.count) {
        return value.kind == VALUE_NUMBER ? plot_ramp_colour(plot, value.number) : style->context;
    }
    struct str word = plot_word(plot->guide.arena, value);
    if (plot->colour_spec->scale.identity) {
        struct colour own = style->context;
        colour_parse(word, &own);
        return own;
    }
    size_t index = word_set_find(&plot->colours, word);
    if (index == SIZE_MAX) {
        return style->context;
    }
    return plot_category_colour(plot, index);
}

bool plot_find_scheme(struct plot *plot) {
    const struct channel_spec *spec = plot->colour_spec;
    bool ordered = spec->type == TYPE_ORDINAL && plot->style->ordinal_ramp;
    if (!spec->scale.range && !spec->scale.scheme && !ordered) {
        return true;
    }
    struct scheme_colours *scheme = ARENA_NEW(plot->guide.arena, struct scheme_colours);
    plot->scheme = scheme;
    return scheme_colours_find(plot, spec, scheme);
}

struct colour plot_category_colour(const struct plot *plot, size_t index) {
    struct colour colour = plot->style->context;
    if (plot->scheme) {
        size_t wanted = plot->scheme->wanted;
        colour =
            scheme_colours_of_class(plot->scheme, index, wanted ? wanted : plot->colours.count);
    } else if (plot->category_colours) {
        colour =
            category_colours_find(plot->category_colours, plot->style, plot->colours.words[index]);
    } else if (plot->style->palette_count) {
        colour = plot->style->palette[index % plot->style->palette_count];
    }
    return colour;
}

static bool is_aggregated(const struct unit_spec *spec) {
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        if (spec->channels[i].given && spec->channels[i].aggregate != AGGREGATE_NONE) {
            return true;
        }
    }
    return false;
}

// The mark's own, or that of points and ticks that may lie over one another; NAN: opaque. An area
// under its own line or points is paler than they are, as in Vega-Lite.
static double own_opacity(const struct plot *plot, const struct plot_unit *unit) {
    const struct mark_spec *mark = &unit->spec->mark;
    if (isfinite(mark->opacity) || unit->spec->channels[CHANNEL_OPACITY].given) {
        return mark->opacity;
    }
    if (mark->mark->sheer && !is_aggregated(unit->spec)) {
        return plot->style->point_opacity;
    }
    return mark->mark->from_zero && (mark->line || mark->points) ? plot->style->point_opacity : NAN;
}

static bool colour_unit(struct plot *plot, struct plot_unit *unit) {
    const struct channel_spec *channel = &unit->spec->channels[CHANNEL_COLOR];
    struct colour plain = unit->spec->mark.mark->plain_ink ? plot->style->ink : plot->style->mark,
                  chosen = plot->style->accent;
    spec_colour(plot->style, unit->spec->mark.color, &plain);
    spec_colour(plot->style, channel->value, &plain);
    spec_colour(plot->style, channel->test_value, &chosen);
    struct predicate *test = NULL;
    if (channel->test_value &&
        !(test = predicate_read(plot->guide.arena, plot->guide.diag, channel->test, unit->table,
                                plot->style->number_form != NUMBER_D3))) {
        return false;
    }
    unit->fills = ARENA_ARRAY(plot->guide.arena, unit->rows.count, struct colour);
    unit->accented = ARENA_ARRAY(plot->guide.arena, unit->rows.count, bool);
    double opacity = own_opacity(plot, unit);
    for (size_t i = 0; i < unit->rows.count; i++) {
        unit->accented[i] = test && predicate_passes(test, unit->rows.origin[i]);
        unit->fills[i] = unit->accented[i]                  ? chosen
                         : unit->rows.values[CHANNEL_COLOR] ? row_colour(plot, unit, i)
                                                            : plain;
        if (isfinite(opacity)) {
            unit->fills[i].a = (uint8_t)lround(unit->fills[i].a * opacity);
        }
    }
    return true;
}

bool plot_colour_marks(struct plot *plot) {
    bool sound = true;
    for (size_t i = 0; i < plot->unit_count; i++) {
        sound = colour_unit(plot, &plot->units[i]) && sound;
    }
    return sound;
}
