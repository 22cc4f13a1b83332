// Reading a channel's field from the table.
#include "chart/channel_values.h"

#include "base/i18n.h"
#include "chart/find_column.h"
#include "chart/times.h"

#include <math.h>

static bool needs_numbers(const struct channel_spec *channel) {
    bool amount = channel->type == TYPE_QUANTITATIVE || channel->bin;
    return amount &&
           (channel->aggregate == AGGREGATE_NONE || aggregate_needs_numbers(channel->aggregate));
}

// Every value of a quantitative field must be a number or absent.
static bool check_numbers(const struct plot *plot, const struct plot_unit *unit,
                          const struct channel_spec *channel, size_t column) {
    bool sound = true;
    struct arena *arena = plot->guide.arena;
    const struct value *values = unit->table->columns[column].values;
    for (size_t i = 0; i < unit->table->row_count; i++) {
        if (values[i].kind == VALUE_STRING || values[i].kind == VALUE_BOOL) {
            struct str word = plot_word(arena, values[i]);
            struct diag_place place = unit->table->place
                                          ? unit->table->place(arena, unit->table, i, column)
                                          : json_place(arena, channel->json);
            diag_error(plot->guide.diag, DIAG_NOT_A_NUMBER, place, STR_NONE,
                       _("“%.*s” is not a number, and “%.*s” is drawn as an amount"), STR_ARG(word),
                       STR_ARG(channel->field));
            sound = false;
        }
    }
    return sound;
}

static void cut_times(const struct plot *plot, const struct channel_spec *channel, size_t count,
                      struct channel_values *out) {
    struct value *starts = ARENA_ARRAY(plot->guide.arena, count, struct value);
    struct value *ends = ARENA_ARRAY(plot->guide.arena, count, struct value);
    times_cut(channel->time_unit, out->values, count, starts, ends);
    out->values = starts;
    out->ends = ends;
}

static void put_into_bins(const struct plot *plot, const struct channel_spec *channel, size_t count,
                          struct channel_values *out) {
    struct bin_spec spec =
        bins_read(channel->bin, channel->positional ? POSITION_BINS : OTHER_BINS);
    struct value *starts = ARENA_ARRAY(plot->guide.arena, count, struct value);
    struct value *ends = ARENA_ARRAY(plot->guide.arena, count, struct value);
    bins_span(&spec, out->values, count);
    if (spec.extent[0] <= spec.extent[1]) {
        out->bins = bins_make(&spec, spec.extent[0], spec.extent[1]);
        bins_fill(&out->bins, out->values, count, starts, ends);
    }
    out->values = starts;
    out->ends = ends;
}

bool channel_values_read(const struct plot *plot, const struct plot_unit *unit,
                         const struct channel_spec *channel, struct channel_values *out) {
    *out = (struct channel_values){0};
    if (!channel->given || !channel->field.len) {
        return true;
    }
    struct arena *arena = plot->guide.arena;
    size_t column =
        find_column(arena, plot->guide.diag, unit->table, channel->json, channel->field);
    if (column == SIZE_MAX) {
        return false;
    }
    out->values = unit->table->columns[column].values;
    if (channel->type == TYPE_TEMPORAL || channel->time_unit.parts) {
        out->values =
            times_of_column(arena, plot->guide.diag, unit->table, channel->json, channel->field);
    } else if (needs_numbers(channel) && !check_numbers(plot, unit, channel, column)) {
        return false;
    }
    if (out->values && channel->time_unit.parts) {
        cut_times(plot, channel, unit->table->row_count, out);
    }
    if (out->values && channel->bin) {
        put_into_bins(plot, channel, unit->table->row_count, out);
    }
    return out->values != NULL;
}
