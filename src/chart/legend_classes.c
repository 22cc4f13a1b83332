// Words of classes of amounts, half-open: each holds its lower limit, not its upper one.
#include "chart/legend_classes.h"

#include "base/zh_format.h"
#include "scales/ticks.h"

#include <math.h>

enum { DECIMALS = 6, TICKS = 30 };

// The limit before a class, or behind it; infinite at the open ends.
static double limit_of(const struct plot *plot, size_t index) {
    const struct colour_ramp *ramp = &plot->ramp;
    if (index == 0) {
        return ramp->binned ? ramp->low : -INFINITY;
    }
    if (index > ramp->steps.count) {
        return ramp->binned ? ramp->high : INFINITY;
    }
    return ramp->steps.limits[index - 1];
}

// d3's decimals as Vega chooses them: of quantiles by how far they stand apart, of classes of equal
// width by the whole domain; other limits are printed as they are.
static struct number_format d3_format(const struct plot *plot) {
    const struct steps *steps = &plot->ramp.steps;
    const struct step_type *type = plot->colour_spec->scale.steps;
    double least = plot->ramp.high - plot->ramp.low;
    for (size_t i = 1; type == &steps_quantile && i < steps->count; i++) {
        least = fmin(least, steps->limits[i] - steps->limits[i - 1]);
    }
    struct number_format format;
    size_t bad;
    bool listed = plot->ramp.binned || type == &steps_threshold;
    number_format_parse(listed ? STR(",") : STR(",f"), &format, &bad);
    if (!listed) {
        format.precision = ticks_decimals(ticks_increment(0, least, TICKS));
    }
    return format;
}

struct str legend_limit_words(const struct plot *plot, double limit) {
    struct number_format format = d3_format(plot);
    struct buf out = BUF_INIT(plot->guide.arena);
    number_format_write(&out, &format, limit);
    struct str words = str_copy(plot->guide.arena, buf_str(&out));
    buf_done(&out);
    return words;
}

static struct str d3_words(const struct plot *plot, double low, double high) {
    struct arena *arena = plot->guide.arena;
    struct str from = isfinite(low) ? legend_limit_words(plot, low) : STR_NONE;
    struct str to = isfinite(high) ? legend_limit_words(plot, high) : STR_NONE;
    return isinf(low)    ? str_printf(arena, "< %.*s", STR_ARG(to))
           : isinf(high) ? str_printf(arena, "≥ %.*s", STR_ARG(from))
                         : str_printf(arena, "%.*s – %.*s", STR_ARG(from), STR_ARG(to));
}

static struct str zh_words(const struct plot *plot, double low, double high, bool last) {
    struct buf out = BUF_INIT(plot->guide.arena);
    double largest = fmax(isfinite(low) ? fabs(low) : 0, isfinite(high) ? fabs(high) : 0);
    bool scaled = plot->style->number_form == NUMBER_ZH && !plot->unit_scaled;
    bool latin = !plot_speaks_chinese(plot);
    struct zh_format format = {.scale = scaled ? zh_format_scale(largest, DECIMALS) : 1,
                               .decimals = DECIMALS,
                               .latin = latin};
    struct zh_class one = {.low = low, .high = high, .last = last};
    zh_format_class(&out, &one, &format);
    struct str words = str_copy(plot->guide.arena, buf_str(&out));
    buf_done(&out);
    return words;
}

struct legend legend_of_classes(const struct plot *plot, struct str title) {
    struct arena *arena = plot->guide.arena;
    size_t count = plot->ramp.count;
    struct str *words = ARENA_ARRAY(arena, count, struct str);
    struct colour *colours = ARENA_ARRAY(arena, count, struct colour);
    for (size_t i = 0; i < count; i++) {
        double low = limit_of(plot, i), high = limit_of(plot, i + 1);
        words[i] = plot->style->number_form == NUMBER_D3
                       ? d3_words(plot, low, high)
                       : zh_words(plot, low, high, i + 1 == count);
        colours[i] = plot->ramp.stops[i];
        colours[i].a = layout_legend_alpha(plot, colours[i].a);
    }
    return (struct legend){.words = words,
                           .colours = colours,
                           .count = count,
                           .title = title,
                           .symbol = layout_legend_symbol(plot)};
}
