// The categories of a channel, in the order that its sort asks for.
#include "base/number.h"
#include "base/sort.h"
#include "chart/mark.h"

#include <math.h>

// A category with what it is sorted by.
struct category {
    struct str word;
    struct value value; // itself
    double key;         // of a sort by another channel or field
    size_t rank;        // of a sort by a list of values
};

struct collector {
    const struct plot *plot;
    enum channel channel;
    struct sort_spec sort;
    struct word_set words;
    struct category *categories;
    size_t capacity;
};

static int natural_order(struct value a, struct value b) {
    if (a.kind == VALUE_NUMBER && b.kind == VALUE_NUMBER) {
        return (a.number > b.number) - (a.number < b.number);
    }
    if (a.kind == VALUE_STRING && b.kind == VALUE_STRING) {
        return str_compare(a.string, b.string);
    }
    return (a.kind > b.kind) - (a.kind < b.kind);
}

static int compare_categories(const void *a, const void *b, const void *context) {
    const struct sort_spec *sort = context;
    const struct category *x = a, *y = b;
    switch (sort->kind) {
    case SORT_ASCENDING:
        return natural_order(x->value, y->value);
    case SORT_DESCENDING:
        return natural_order(y->value, x->value);
    case SORT_VALUES:
        return (x->rank > y->rank) - (x->rank < y->rank);
    case SORT_CHANNEL:
    case SORT_FIELD: {
        int order = (x->key > y->key) - (x->key < y->key);
        return sort->descending ? -order : order;
    }
    default:
        return 0;
    }
}

// Where a value stands in a list.
static size_t rank_of(const struct json *values, struct arena *arena, struct str word) {
    size_t rank = 0;
    for (const struct json *value = values->first; value; value = value->next, rank++) {
        struct str listed = value->kind == JSON_NUMBER ? number_print_shortest(arena, value->number)
                                                       : value->string;
        if (str_equal(listed, word)) {
            return rank;
        }
    }
    return rank;
}

static void collect_rows(struct collector *collector, const struct plot_unit *unit) {
    struct arena *arena = collector->plot->guide.arena;
    const struct value *values = unit->rows.values[collector->channel];
    for (size_t i = 0; values && i < unit->rows.count; i++) {
        struct str word = plot_word(arena, values[i]);
        size_t before = collector->words.count, index = word_set_add(&collector->words, word);
        if (index == before) {
            ARENA_RESERVE(arena, collector->categories, before, collector->capacity);
            collector->categories[index] = (struct category){.word = word, .value = values[i]};
        }
    }
}

// ---- keys of a sort by another field

// What a category is sorted by: an operation over a column of the table; no column: over the rows.
struct key_source {
    const struct value *column;
    enum aggregate op;
};

// Vega-Lite's default: the sum where amounts pile up, else the least.
static enum aggregate default_op(const struct plot_unit *unit) {
    return unit->stack > STACK_NONE ? AGGREGATE_SUM : AGGREGATE_MIN;
}

static bool find_source(const struct collector *collector, const struct plot_unit *unit,
                        struct key_source *out) {
    const struct sort_spec *sort = &collector->sort;
    if (sort->kind == SORT_CHANNEL) {
        const struct channel_spec *by = &unit->spec->channels[sort->channel];
        out->column = unit->rows.raw[sort->channel];
        out->op = by->aggregate;
        if (!by->given) {
            return false;
        }
    } else {
        size_t column = table_find_column(unit->table, sort->field);
        out->column = column == SIZE_MAX ? NULL : unit->table->columns[column].values;
        out->op = sort->op;
    }
    out->op = out->op == AGGREGATE_NONE ? default_op(unit) : out->op;
    return out->column || out->op == AGGREGATE_COUNT;
}

// The table's rows, category by category.
static void group_by_category(const struct collector *collector, const struct plot_unit *unit,
                              size_t *starts, size_t *members) {
    struct arena *arena = collector->plot->guide.arena;
    const struct value *own = unit->rows.raw[collector->channel];
    size_t rows = unit->table->row_count;
    size_t *of = ARENA_ARRAY(arena, rows, size_t);
    for (size_t row = 0; row < rows; row++) {
        of[row] = word_set_find(&collector->words, plot_word(arena, own[row]));
        starts[of[row] == SIZE_MAX ? 0 : of[row] + 1] += of[row] != SIZE_MAX;
    }
    size_t *next = ARENA_ARRAY(arena, collector->words.count + 1, size_t);
    for (size_t i = 0; i < collector->words.count; i++) {
        starts[i + 1] += starts[i];
        next[i] = starts[i];
    }
    for (size_t row = 0; row < rows; row++) {
        if (of[row] != SIZE_MAX) {
            members[next[of[row]]++] = row;
        }
    }
}

// Over the rows before they are grouped, as Vega-Lite has it; the first unit with both decides.
static void find_keys(struct collector *collector) {
    struct arena *arena = collector->plot->guide.arena;
    for (size_t u = 0; u < collector->plot->unit_count; u++) {
        const struct plot_unit *unit = &collector->plot->units[u];
        struct key_source source;
        if (!unit->rows.raw[collector->channel] || !find_source(collector, unit, &source)) {
            continue;
        }
        size_t *starts = ARENA_ARRAY(arena, collector->words.count + 1, size_t);
        size_t *members = ARENA_ARRAY(arena, unit->table->row_count, size_t);
        group_by_category(collector, unit, starts, members);
        for (size_t i = 0; i < collector->words.count; i++) {
            struct value key = aggregate_rows(arena, source.op, source.column, members + starts[i],
                                              starts[i + 1] - starts[i]);
            collector->categories[i].key = key.kind == VALUE_NUMBER ? key.number : 0;
        }
        return;
    }
}

static void order_categories(struct collector *collector) {
    struct arena *arena = collector->plot->guide.arena;
    enum sort_kind kind = collector->sort.kind;
    if (kind == SORT_CHANNEL || kind == SORT_FIELD) {
        find_keys(collector);
    }
    for (size_t i = 0; i < collector->words.count && kind == SORT_VALUES; i++) {
        collector->categories[i].rank =
            rank_of(collector->sort.values, arena, collector->categories[i].word);
    }
    if (collector->words.count) {
        sort_stable(arena, collector->categories, collector->words.count,
                    sizeof *collector->categories, compare_categories, &collector->sort);
    }
}

struct word_set plot_collect_categories(const struct plot *plot, enum channel channel,
                                        const struct channel_spec *spec) {
    struct arena *arena = plot->guide.arena;
    struct collector collector = {plot, channel, spec->sort, WORD_SET(arena), NULL, 0};
    for (size_t i = 0; i < plot->unit_count; i++) {
        collect_rows(&collector, &plot->units[i]);
    }
    order_categories(&collector);
    struct word_set sorted = WORD_SET(arena);
    const struct json *domain = spec->scale.domain;
    for (const struct json *value = domain ? domain->first : NULL; value; value = value->next) {
        word_set_add(&sorted, value->kind == JSON_NUMBER
                                  ? number_print_shortest(arena, value->number)
                                  : value->string);
    }
    bool rest_last = channel == CHANNEL_COLOR && !plot->context->document->vega_lite &&
                     spec->sort.kind != SORT_NONE && spec->sort.kind != SORT_VALUES;
    for (int rest = 0; !domain && rest <= rest_last; rest++) {
        for (size_t i = 0; i < collector.words.count; i++) {
            struct str word = collector.categories[i].word;
            if (!rest_last || category_is_rest(word) == (rest == 1)) {
                word_set_add(&sorted, word);
            }
        }
    }
    return sorted;
}

const struct channel_spec *plot_first_spec(const struct plot *plot, enum channel channel) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        const struct channel_spec *spec = &plot->units[i].spec->channels[channel];
        if (spec->given && (spec->field.len || spec->datum || spec->aggregate != AGGREGATE_NONE)) {
            return spec;
        }
    }
    return NULL;
}

const struct channel_spec *plot_collect_words(const struct plot *plot, enum channel channel,
                                              struct word_set *words) {
    const struct channel_spec *spec = plot_first_spec(plot, channel);
    if (spec) {
        *words = plot_collect_categories(plot, channel, spec);
    }
    return spec;
}
