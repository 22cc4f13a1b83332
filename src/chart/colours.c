// The colour of each mark: a constant, a condition, a category's, or the style's.
#include "chart/mark.h"

#include <math.h>

static bool value_equals(struct value value, const struct json *json) {
    if (json->kind == JSON_NUMBER) {
        return value.kind == VALUE_NUMBER && value.number == json->number;
    }
    if (json->kind == JSON_BOOL) {
        return value.kind == VALUE_BOOL && (value.number != 0) == json->boolean;
    }
    return json->kind == JSON_STRING && value.kind == VALUE_STRING &&
           str_equal(value.string, json->string);
}

static bool is_one_of(struct value value, const struct json *list) {
    for (const struct json *item = list->first; item; item = item->next) {
        if (value_equals(value, item)) {
            return true;
        }
    }
    return false;
}

static bool compares(struct value value, const struct json *limit, bool less, bool equal) {
    if (value.kind != VALUE_NUMBER || limit->kind != JSON_NUMBER) {
        return false;
    }
    return (less ? value.number < limit->number : value.number > limit->number) ||
           (equal && value.number == limit->number);
}

static bool passes(struct value value, const struct json *test) {
    const struct json *arg;
    return !((arg = json_get(test, "equal")) && !value_equals(value, arg)) &&
           !((arg = json_get(test, "oneOf")) && !is_one_of(value, arg)) &&
           !((arg = json_get(test, "lt")) && !compares(value, arg, true, false)) &&
           !((arg = json_get(test, "lte")) && !compares(value, arg, true, true)) &&
           !((arg = json_get(test, "gt")) && !compares(value, arg, false, false)) &&
           !((arg = json_get(test, "gte")) && !compares(value, arg, false, true));
}

static bool row_passes(const struct plot_unit *unit, const struct channel_spec *channel,
                       size_t row) {
    size_t column = table_find_column(unit->table, channel->test.field);
    return column != SIZE_MAX &&
           passes(unit->table->columns[column].values[unit->rows.origin[row]], channel->test.json);
}

static struct colour row_colour(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    const struct style *style = plot->style;
    struct value value = unit->rows.values[CHANNEL_COLOR][row];
    if (plot->ramp.count) {
        return value.kind == VALUE_NUMBER ? plot_ramp_colour(plot, value.number) : style->context;
    }
    struct str word = plot_word(plot->guide.arena, value);
    size_t index = word_set_find(&plot->colours, word);
    if (index == SIZE_MAX) {
        return style->context;
    }
    return plot_category_colour(plot, index);
}

struct colour plot_category_colour(const struct plot *plot, size_t index) {
    const struct json *range = plot->colour_spec->scale.range;
    struct colour colour = plot->style->context;
    if (range && range->count) {
        spec_colour(plot->style, json_at(range, index % range->count), &colour);
    } else if (plot->category_colours) {
        colour =
            category_colours_find(plot->category_colours, plot->style, plot->colours.words[index]);
    } else if (plot->style->palette_count) {
        colour = plot->style->palette[index % plot->style->palette_count];
    }
    return colour;
}

static void colour_unit(struct plot *plot, struct plot_unit *unit) {
    const struct channel_spec *channel = &unit->spec->channels[CHANNEL_COLOR];
    struct colour plain = unit->spec->mark.mark->plain_ink ? plot->style->ink : plot->style->mark,
                  chosen = plot->style->accent;
    spec_colour(plot->style, unit->spec->mark.color, &plain);
    spec_colour(plot->style, channel->value, &plain);
    spec_colour(plot->style, channel->test_value, &chosen);
    unit->fills = ARENA_ARRAY(plot->guide.arena, unit->rows.count, struct colour);
    unit->accented = ARENA_ARRAY(plot->guide.arena, unit->rows.count, bool);
    double opacity = unit->spec->mark.opacity;
    for (size_t i = 0; i < unit->rows.count; i++) {
        unit->accented[i] = channel->test_value && row_passes(unit, channel, i);
        unit->fills[i] = unit->accented[i]                  ? chosen
                         : unit->rows.values[CHANNEL_COLOR] ? row_colour(plot, unit, i)
                                                            : plain;
        if (isfinite(opacity)) {
            unit->fills[i].a = (uint8_t)lround(unit->fills[i].a * opacity);
        }
    }
}

void plot_colour_marks(struct plot *plot) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        colour_unit(plot, &plot->units[i]);
    }
}
