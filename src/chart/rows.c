// From a table to the rows that marks draw: fields looked up, groups aggregated.
#include "base/i18n.h"
#include "base/number.h"
#include "chart/find_column.h"
#include "chart/group.h"
#include "chart/plot.h"

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

static struct diag_place cell_place(const struct plot *plot, const struct plot_unit *unit,
                                    const struct channel_spec *channel, size_t row, size_t column) {
    if (unit->table->place) {
        return unit->table->place(plot->guide.arena, unit->table, row, column);
    }
    return json_place(plot->guide.arena, channel->json);
}

static bool is_measure(const struct channel_spec *channel) {
    return channel->type == TYPE_QUANTITATIVE &&
           (channel->aggregate == AGGREGATE_NONE || aggregate_needs_numbers(channel->aggregate));
}

// Every value of a quantitative field must be a number or absent.
static bool check_numbers(const struct plot *plot, const struct plot_unit *unit,
                          const struct channel_spec *channel, size_t column) {
    bool sound = true;
    const struct value *values = unit->table->columns[column].values;
    for (size_t i = 0; i < unit->table->row_count; i++) {
        if (values[i].kind == VALUE_STRING || values[i].kind == VALUE_BOOL) {
            struct str word = plot_word(plot->guide.arena, values[i]);
            diag_error(plot->guide.diag, DIAG_NOT_A_NUMBER,
                       cell_place(plot, unit, channel, i, column), STR_NONE,
                       _("“%.*s” is not a number, and “%.*s” is drawn as an amount"), STR_ARG(word),
                       STR_ARG(channel->field));
            sound = false;
        }
    }
    return sound;
}

struct columns {
    size_t of[CHANNEL_COUNT]; // SIZE_MAX: no field
};

static bool find_columns(const struct plot *plot, const struct plot_unit *unit,
                         struct columns *columns) {
    bool sound = true;
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        const struct channel_spec *channel = &unit->spec->channels[i];
        columns->of[i] = SIZE_MAX;
        if (!channel->given || !channel->field.len) {
            continue;
        }
        columns->of[i] = find_column(plot->guide.arena, plot->guide.diag, unit->table,
                                     channel->json, channel->field);
        sound = sound && columns->of[i] != SIZE_MAX;
        if (columns->of[i] != SIZE_MAX && is_measure(channel)) {
            sound = check_numbers(plot, unit, channel, columns->of[i]) && sound;
        }
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
        if (columns->of[i] != SIZE_MAX && unit->spec->channels[i].aggregate == AGGREGATE_NONE) {
            keys[count++] = unit->table->columns[columns->of[i]].values;
        }
    }
    return group_rows(plot->guide.arena, keys, count, unit->table->row_count);
}

static const struct value *aggregate_column(struct plot *plot, const struct plot_unit *unit,
                                            const struct groups *groups, enum aggregate op,
                                            size_t column) {
    struct arena *arena = plot->guide.arena;
    const struct value *in = column == SIZE_MAX ? NULL : unit->table->columns[column].values;
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
        if (columns->of[i] != SIZE_MAX || op == AGGREGATE_COUNT) {
            unit->rows.values[i] = aggregate_column(plot, unit, &groups, op, columns->of[i]);
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
        if (columns->of[i] != SIZE_MAX) {
            unit->rows.values[i] = unit->table->columns[columns->of[i]].values;
        }
    }
}

// A constant on a scale is a column of that constant.
static void read_datums(struct plot *plot, struct plot_unit *unit) {
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        const struct json *datum = unit->spec->channels[i].datum;
        if (!datum) {
            continue;
        }
        struct value *values = ARENA_ARRAY(plot->guide.arena, unit->rows.count, struct value);
        for (size_t row = 0; row < unit->rows.count; row++) {
            values[row] = datum->kind == JSON_NUMBER
                              ? (struct value){.kind = VALUE_NUMBER, .number = datum->number}
                              : (struct value){.kind = VALUE_STRING, .string = datum->string};
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
