// Titles of axes: the author's, or Vega-Lite's names of fields.
#include "chart/plot.h"

#include <ctype.h>

// "Sum of value", "Count of Records", "date (year-month)".
struct str plot_field_title(struct arena *arena, const struct channel_spec *spec) {
    if (spec->time_unit.parts) {
        struct str unit = time_units_parted(arena, spec->time_unit);
        return str_printf(arena, "%.*s (%.*s)", STR_ARG(spec->field), STR_ARG(unit));
    }
    if (spec->aggregate == AGGREGATE_NONE) {
        return spec->bin ? str_printf(arena, "%.*s (binned)", STR_ARG(spec->field)) : spec->field;
    }
    if (spec->aggregate == AGGREGATE_COUNT) {
        return STR("Count of Records");
    }
    const char *word = aggregate_words[spec->aggregate];
    return str_printf(arena, "%c%s of %.*s", toupper((unsigned char)*word), word + 1,
                      STR_ARG(spec->field));
}

// Joins a title that the axis does not have yet with a comma.
static struct str add_title(struct arena *arena, struct str titles, struct str more) {
    if (!more.len || str_find(titles, more, 0) != SIZE_MAX) {
        return titles;
    }
    return titles.len ? str_printf(arena, "%.*s, %.*s", STR_ARG(titles), STR_ARG(more)) : more;
}

// Of a unit's axis: the names of both ends of ranged marks.
static struct str unit_title(struct arena *arena, const struct unit_spec *unit,
                             enum channel channel) {
    const struct channel_spec *second =
        &unit->channels[channel == CHANNEL_X ? CHANNEL_X2 : CHANNEL_Y2];
    struct str title = plot_field_title(arena, &unit->channels[channel]);
    return second->given ? add_title(arena, title, plot_field_title(arena, second)) : title;
}

struct str plot_axis_title(const struct plot *plot, enum channel channel) {
    struct arena *arena = plot->guide.arena;
    struct str own = STR_NONE, names = STR_NONE;
    bool decided = false;
    for (size_t i = 0; i < plot->unit_count; i++) {
        const struct unit_spec *unit = plot->units[i].spec;
        const struct channel_spec *spec = &unit->channels[channel];
        if (!spec->given) {
            continue;
        }
        decided = decided || spec->has_title;
        own = add_title(arena, own, spec->title);
        names = add_title(arena, names, unit_title(arena, unit, channel));
    }
    return decided ? own : plot->style->axis_title_default ? names : STR_NONE;
}
