// From a table to the rows that marks draw: fields looked up, groups aggregated.
#include "base/i18n.h"
#include "base/number.h"
#include "base/sort.h"
#include "chart/plot.h"

#include <math.h>

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

static struct str nearest_column(const struct plot *plot, const struct table *table,
                                 struct str field) {
    struct str *names = ARENA_ARRAY(plot->guide.arena, table->column_count, struct str);
    for (size_t i = 0; i < table->column_count; i++) {
        names[i] = table->columns[i].name;
    }
    return diag_hint_nearest(plot->guide.diag, field, names, table->column_count);
}

// The column of a channel's field; SIZE_MAX with a report when there is none.
static size_t find_field(const struct plot *plot, const struct plot_unit *unit,
                         const struct json *at, struct str field) {
    size_t column = table_find_column(unit->table, field);
    if (column == SIZE_MAX) {
        diag_error(plot->guide.diag, DIAG_NO_SUCH_COLUMN, json_place(plot->guide.arena, at),
                   nearest_column(plot, unit->table, field), _("the data has no column “%.*s”"),
                   STR_ARG(field));
    }
    return column;
}

static bool is_measure(const struct channel_spec *channel) {
    return channel->type == TYPE_QUANTITATIVE && channel->aggregate != AGGREGATE_COUNT &&
           channel->aggregate != AGGREGATE_VALID && channel->aggregate != AGGREGATE_DISTINCT;
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
        columns->of[i] = find_field(plot, unit, channel->json, channel->field);
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

// The group of each table row: by every field that is not aggregated.
static size_t group_rows(struct plot *plot, const struct plot_unit *unit,
                         const struct columns *columns, size_t *group_of) {
    struct word_set keys = WORD_SET(plot->guide.arena);
    struct buf key = BUF_INIT(plot->guide.arena);
    for (size_t row = 0; row < unit->table->row_count; row++) {
        buf_clear(&key);
        for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
            if (columns->of[i] != SIZE_MAX && unit->spec->channels[i].aggregate == AGGREGATE_NONE) {
                struct value value = unit->table->columns[columns->of[i]].values[row];
                buf_add_char(&key, (char)('0' + value.kind));
                buf_add_str(&key, plot_word(plot->guide.arena, value));
                buf_add_char(&key, '\x1f');
            }
        }
        size_t known = word_set_find(&keys, buf_str(&key));
        group_of[row] = known != SIZE_MAX
                            ? known
                            : word_set_add(&keys, str_copy(plot->guide.arena, buf_str(&key)));
    }
    buf_done(&key);
    return keys.count;
}

static int compare_doubles(const void *a, const void *b, const void *context) {
    (void)context;
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(struct arena *arena, double *numbers, size_t count) {
    sort_stable(arena, numbers, count, sizeof *numbers, compare_doubles, NULL);
    return count % 2 ? numbers[count / 2] : (numbers[count / 2 - 1] + numbers[count / 2]) / 2;
}

static double sum_of(const double *numbers, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += numbers[i];
    }
    return sum;
}

static double extreme_of(const double *numbers, size_t count, bool greatest) {
    double extreme = numbers[0];
    for (size_t i = 1; i < count; i++) {
        extreme = greatest ? fmax(extreme, numbers[i]) : fmin(extreme, numbers[i]);
    }
    return extreme;
}

// A group's numbers brought together; null when there are none and the result needs one.
static struct value aggregate(struct arena *arena, enum aggregate op, double *numbers,
                              size_t count) {
    struct value value = {.kind = VALUE_NUMBER};
    if (op == AGGREGATE_VALID) {
        value.number = (double)count;
        return value;
    }
    if (op == AGGREGATE_SUM) {
        value.number = sum_of(numbers, count);
        return value;
    }
    if (!count) {
        return (struct value){.kind = VALUE_NULL};
    }
    if (op == AGGREGATE_MEAN || op == AGGREGATE_AVERAGE) {
        value.number = sum_of(numbers, count) / (double)count;
    } else if (op == AGGREGATE_MEDIAN) {
        value.number = median(arena, numbers, count);
    } else {
        value.number = extreme_of(numbers, count, op == AGGREGATE_MAX);
    }
    return value;
}

// Rows of the groups, one after the other: members[starts[g]] to members[starts[g + 1] - 1].
struct groups {
    size_t count;
    size_t *starts, *members;
};

static struct groups make_groups(struct plot *plot, const struct plot_unit *unit,
                                 const struct columns *columns) {
    struct arena *arena = plot->guide.arena;
    size_t rows = unit->table->row_count;
    size_t *group_of = ARENA_ARRAY(arena, rows, size_t);
    struct groups groups = {.count = group_rows(plot, unit, columns, group_of),
                            .members = ARENA_ARRAY(arena, rows, size_t)};
    groups.starts = ARENA_ARRAY(arena, groups.count + 1, size_t);
    size_t *next = ARENA_ARRAY(arena, groups.count + 1, size_t);
    for (size_t i = 0; i < rows; i++) {
        groups.starts[group_of[i] + 1]++;
    }
    for (size_t g = 0; g < groups.count; g++) {
        groups.starts[g + 1] += groups.starts[g];
        next[g] = groups.starts[g];
    }
    for (size_t i = 0; i < rows; i++) {
        groups.members[next[group_of[i]]++] = i;
    }
    return groups;
}

static size_t count_distinct(struct arena *arena, const struct value *values, const size_t *members,
                             size_t count) {
    struct word_set words = WORD_SET(arena);
    for (size_t i = 0; i < count; i++) {
        word_set_add(&words, plot_word(arena, values[members[i]]));
    }
    return words.count;
}

static const struct value *aggregate_column(struct plot *plot, const struct plot_unit *unit,
                                            const struct groups *groups, enum aggregate op,
                                            size_t column) {
    struct arena *arena = plot->guide.arena;
    const struct value *in = column == SIZE_MAX ? NULL : unit->table->columns[column].values;
    struct value *out = ARENA_ARRAY(arena, groups->count, struct value);
    double *numbers = ARENA_ARRAY(arena, unit->table->row_count, double);
    for (size_t g = 0; g < groups->count; g++) {
        const size_t *members = groups->members + groups->starts[g];
        size_t size = groups->starts[g + 1] - groups->starts[g], valid = 0;
        if (op == AGGREGATE_COUNT || op == AGGREGATE_NONE || op == AGGREGATE_DISTINCT) {
            size_t n = op == AGGREGATE_COUNT ? size : 0;
            n = op == AGGREGATE_DISTINCT && in ? count_distinct(arena, in, members, size) : n;
            out[g] = op == AGGREGATE_NONE
                         ? in[members[0]]
                         : (struct value){.kind = VALUE_NUMBER, .number = (double)n};
            continue;
        }
        for (size_t i = 0; i < size; i++) {
            if (in && in[members[i]].kind == VALUE_NUMBER) {
                numbers[valid++] = in[members[i]].number;
            }
        }
        out[g] = aggregate(arena, op, numbers, valid);
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
    if (label->field.len &&
        find_field(plot, unit, unit->spec->mark.json, label->field) == SIZE_MAX) {
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
