// Times and bins as a chart says them: on axes of categories, in labels, to screen readers.
#include "base/number.h"
#include "base/punctuation.h"
#include "base/time_format.h"
#include "chart/plot.h"

#include <math.h>

static struct str time_words(const struct plot *plot, const struct channel_spec *channel,
                             double time) {
    struct arena *arena = plot->guide.arena;
    struct str pattern = plot_time_pattern(plot, channel, time);
    struct buf out = BUF_INIT(arena);
    time_format_write(&out, pattern, plot_speaks_chinese(plot), time);
    struct str copy = out.len ? str_copy(arena, buf_str(&out)) : STR_NONE;
    buf_done(&out);
    return copy;
}

bool plot_speaks_chinese(const struct plot *plot) {
    return plot->style->number_form != NUMBER_D3 && language_is_chinese(plot->guide.language);
}

struct str plot_write_format(const struct plot *plot, const struct format_spec *format,
                             double value) {
    struct format_spec own = *format;
    own.number.chinese = plot_speaks_chinese(plot);
    return format_write(plot->guide.arena, &own, value);
}

struct str plot_time_pattern(const struct plot *plot, const struct channel_spec *channel,
                             double time) {
    bool chinese = plot_speaks_chinese(plot);
    struct str given = json_string(channel->axis.format.json, STR_NONE);
    if (given.len) {
        return given;
    }
    if (channel->time_unit.parts) {
        return time_units_pattern(plot->guide.arena, channel->time_unit, chinese);
    }
    bool midnight = fmod(time, 864e5) == 0;
    return chinese ? (midnight ? STR("%Y年%-m月%-d日") : STR("%Y年%-m月%-d日 %H:%M"))
                   : (midnight ? STR("%b %d, %Y") : STR("%b %d, %Y %H:%M"));
}

struct str plot_shown_word(const struct plot *plot, const struct channel_spec *channel,
                           const struct bins *bins, struct value value) {
    struct arena *arena = plot->guide.arena;
    bool timed = channel->type == TYPE_TEMPORAL || channel->time_unit.parts;
    if (value.kind != VALUE_NUMBER || (!timed && !channel->bin)) {
        return plot_word(arena, value);
    }
    if (timed) {
        return time_words(plot, channel, value.number);
    }
    struct str low = number_print(arena, value.number, 12);
    struct str high = number_print(arena, value.number + bins->step, 12);
    const char *dash = plot_speaks_chinese(plot) ? "～" : " – ";
    return str_printf(arena, "%.*s%s%.*s", STR_ARG(low), dash, STR_ARG(high));
}
