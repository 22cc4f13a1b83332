// From a table to the rows that marks draw: fields looked up, groups aggregated.
#include "base/i18n.h"
#include "base/number.h"
#include "chart/channel_values.h"
#include "chart/find_column.h"
#include "chart/group.h"
#include "chart/times.h"

struct str plot_word(struct arena *arena, struct value value) {
    switch (value.kind) {
    case VALUE_STRING:
        return value.string;
    case VALUE_NUMBER:
        return number_print_shortest(arena, value.number);
    case VALUE_BOOL:
        return value.number != 0 ? STR("true") : STR("false");
    default:
        return STR("null");
    }
}

struct columns {
    struct channel_values of[CHANNEL_COUNT];
};

static bool find_columns(const struct plot *plot, struct plot_unit *unit, struct columns *columns) {
    bool sound = true;
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        sound = channel_values_read(plot, unit, &unit->spec->channels[i], &columns->of[i]) && sound;
        unit->rows.raw[i] = columns->of[i].values;
        unit->rows.bins[i] = columns->of[i].bins;
    }
    return sound;
}

static bool is_aggregated(const struct unit_spec *spec) {
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        if (spec->channels[i].given && spec->channels[i].aggregate != AGGREGATE_NONE) {
            return true;
        }
    }
    return false;
}

// Groups of table rows: by every field that is not aggregated.
static struct groups make_groups(struct plot *plot, const struct plot_unit *unit,
                                 const struct columns *columns) {
    const struct value *keys[CHANNEL_COUNT];
    size_t count = 0;
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        if (columns->of[i].values && unit->spec->channels[i].aggregate == AGGREGATE_NONE) {
            keys[count++] = columns->of[i].values;
        }
    }
    return group_rows(plot->guide.arena, keys, count, unit->table->row_count);
}

static const struct value *aggregate_column(struct plot *plot, const struct groups *groups,
                                            enum aggregate op, const struct value *in) {
    struct arena *arena = plot->guide.arena;
    struct value *out = ARENA_ARRAY(arena, groups->count, struct value);
    for (size_t g = 0; g < groups->count; g++) {
        out[g] = aggregate_rows(arena, op, in, groups->members + groups->starts[g],
                                groups->starts[g + 1] - groups->starts[g]);
    }
    return out;
}

static void read_aggregated(struct plot *plot, struct plot_unit *unit,
                            const struct columns *columns) {
    struct groups groups = make_groups(plot, unit, columns);
    unit->rows.count = groups.count;
    unit->rows.origin = ARENA_ARRAY(plot->guide.arena, groups.count, size_t);
    for (size_t g = 0; g < groups.count; g++) {
        unit->rows.origin[g] = groups.members[groups.starts[g]];
    }
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        enum aggregate op = unit->spec->channels[i].aggregate;
        const struct channel_values *column = &columns->of[i];
        if (column->values || op == AGGREGATE_COUNT) {
            unit->rows.values[i] = aggregate_column(plot, &groups, op, column->values);
        }
        if (column->ends) {
            unit->rows.ends[i] = aggregate_column(plot, &groups, AGGREGATE_NONE, column->ends);
        }
    }
}

static void read_plain(struct plot *plot, struct plot_unit *unit, const struct columns *columns) {
    unit->rows.count = unit->table->row_count;
    unit->rows.origin = ARENA_ARRAY(plot->guide.arena, unit->rows.count, size_t);
    for (size_t i = 0; i < unit->rows.count; i++) {
        unit->rows.origin[i] = i;
    }
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        unit->rows.values[i] = columns->of[i].values;
        unit->rows.ends[i] = columns->of[i].ends;
    }
}

// A constant on a scale is a column of that constant.
static void read_datums(struct plot *plot, struct plot_unit *unit) {
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        const struct json *datum = unit->spec->channels[i].datum;
        if (!datum) {
            continue;
        }
        struct value value = {.kind = datum->kind == JSON_NUMBER ? VALUE_NUMBER : VALUE_STRING,
                              .number = datum->number,
                              .string = datum->string};
        if (unit->spec->channels[i].type == TYPE_TEMPORAL && times_of_json(datum, &value.number)) {
            value.kind = VALUE_NUMBER;
        }
        struct value *values = ARENA_ARRAY(plot->guide.arena, unit->rows.count, struct value);
        for (size_t row = 0; row < unit->rows.count; row++) {
            values[row] = value;
        }
        unit->rows.values[i] = values;
    }
}

bool plot_read_rows(struct plot *plot, struct plot_unit *unit) {
    struct columns columns;
    if (!unit->table->row_count) {
        diag_error(plot->guide.diag, DIAG_EMPTY_DATA, plot->guide.place,
                   STR("give it rows, or leave the figure out"), _("there are no rows to draw"));
        return false;
    }
    if (!find_columns(plot, unit, &columns)) {
        return false;
    }
    const struct label_spec *label = &unit->spec->mark.label;
    if (label->field.len && find_column(plot->guide.arena, plot->guide.diag, unit->table,
                                        unit->spec->mark.json, label->field) == SIZE_MAX) {
        return false;
    }
    if (is_aggregated(unit->spec)) {
        read_aggregated(plot, unit, &columns);
    } else {
        read_plain(plot, unit, &columns);
    }
    read_datums(plot, unit);
    return true;
}
