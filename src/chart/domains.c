// Axes: what they span, the order of their categories, their titles.
#include "base/i18n.h"
#include "base/number.h"
#include "base/sort.h"
#include "chart/mark.h"

#include <ctype.h>
#include <math.h>

// ---- order of categories

// A category with what it is sorted by.
struct category {
    struct str word;
    struct value value; // itself
    double key;         // of a sort by another channel or field
    size_t rows;        // that went into the key
    size_t rank;        // of a sort by a list of values
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

// Brings a row's number into its category's key.
static void include_key(struct category *category, double number, enum aggregate op) {
    if (!isfinite(number)) {
        return;
    }
    if (!category->rows++) {
        category->key = number;
    } else if (op == AGGREGATE_MAX) {
        category->key = fmax(category->key, number);
    } else if (op == AGGREGATE_MIN) {
        category->key = fmin(category->key, number);
    } else {
        category->key += number;
    }
}

static double row_key(const struct plot_unit *unit, const struct sort_spec *sort, size_t row) {
    const struct value *values = NULL;
    if (sort->kind == SORT_CHANNEL) {
        values = unit->rows.values[sort->channel];
    } else {
        size_t column = table_find_column(unit->table, sort->field);
        row = unit->rows.origin[row];
        values = column == SIZE_MAX ? NULL : unit->table->columns[column].values;
    }
    return values && values[row].kind == VALUE_NUMBER ? values[row].number : NAN;
}

struct collector {
    struct plot *plot;
    enum channel channel;
    struct sort_spec sort;
    struct word_set words;
    struct category *categories;
    size_t capacity;
};

static void collect_rows(struct collector *collector, const struct plot_unit *unit) {
    struct arena *arena = collector->plot->guide.arena;
    const struct value *values = unit->rows.values[collector->channel];
    enum sort_kind kind = collector->sort.kind;
    for (size_t i = 0; values && i < unit->rows.count; i++) {
        struct str word = plot_word(arena, values[i]);
        size_t before = collector->words.count, index = word_set_add(&collector->words, word);
        if (index == before) {
            ARENA_RESERVE(arena, collector->categories, before, collector->capacity);
            collector->categories[index] = (struct category){.word = word, .value = values[i]};
        }
        if (kind == SORT_CHANNEL || kind == SORT_FIELD) {
            include_key(&collector->categories[index], row_key(unit, &collector->sort, i),
                        collector->sort.op);
        }
    }
}

static void average_keys(struct collector *collector) {
    enum aggregate op = collector->sort.op;
    for (size_t i = 0; i < collector->words.count; i++) {
        struct category *category = &collector->categories[i];
        if ((op == AGGREGATE_MEAN || op == AGGREGATE_AVERAGE) && category->rows) {
            category->key /= (double)category->rows;
        }
    }
}

// The categories of a channel over all units, in the order that its sort asks for.
static struct word_set collect_categories(struct plot *plot, enum channel channel,
                                          const struct channel_spec *spec) {
    struct arena *arena = plot->guide.arena;
    struct collector collector = {plot, channel, spec->sort, WORD_SET(arena), NULL, 0};
    for (size_t i = 0; i < plot->unit_count; i++) {
        collect_rows(&collector, &plot->units[i]);
    }
    average_keys(&collector);
    for (size_t i = 0; i < collector.words.count && collector.sort.kind == SORT_VALUES; i++) {
        collector.categories[i].rank =
            rank_of(collector.sort.values, arena, collector.categories[i].word);
    }
    if (collector.words.count) {
        sort_stable(arena, collector.categories, collector.words.count,
                    sizeof *collector.categories, compare_categories, &collector.sort);
    }
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

// ---- axes

static const struct channel_spec *first_spec(struct plot *plot, enum channel channel) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        const struct channel_spec *spec = &plot->units[i].spec->channels[channel];
        if (spec->given && (spec->field.len || spec->datum || spec->aggregate != AGGREGATE_NONE)) {
            return spec;
        }
    }
    return NULL;
}

static bool any_banded(struct plot *plot) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        if (plot->units[i].spec->mark.mark->banded) {
            return true;
        }
    }
    return false;
}

// Vega-Lite's names of aggregates in axis titles: "Sum of value", "Count of Records".
static struct str default_title(struct plot *plot, const struct channel_spec *spec) {
    struct arena *arena = plot->guide.arena;
    if (spec->time_unit.parts) {
        struct str unit = time_units_title(arena, spec->time_unit);
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

static bool make_axis(struct plot *plot, struct plot_axis *axis) {
    axis->spec = first_spec(plot, axis->channel);
    if (!axis->spec) {
        axis->discrete = axis->banded = true; // one band holds all
        word_set_add(&axis->words, STR_NONE);
        return true;
    }
    if (axis->spec->has_title) {
        axis->title = axis->spec->title;
    } else if (plot->style->axis_title_default) {
        axis->title = default_title(plot, axis->spec);
    }
    axis->discrete = axis->spec->type != TYPE_QUANTITATIVE && axis->spec->type != TYPE_TEMPORAL;
    axis->reverse = axis->spec->scale.reverse;
    if (!axis->discrete) {
        return plot_make_amounts(plot, axis);
    }
    axis->banded = any_banded(plot);
    axis->words = collect_categories(plot, axis->channel, axis->spec);
    axis->dated = plot_words_are_dates(plot, &axis->words);
    return true;
}

const struct channel_spec *plot_collect_words(struct plot *plot, enum channel channel,
                                              struct word_set *words) {
    const struct channel_spec *spec = first_spec(plot, channel);
    if (spec) {
        *words = collect_categories(plot, channel, spec);
    }
    return spec;
}

bool plot_collect_colours(struct plot *plot) {
    plot->colour_spec = first_spec(plot, CHANNEL_COLOR);
    if (!plot->colour_spec) {
        return true;
    }
    if (plot->colour_spec->type == TYPE_QUANTITATIVE) {
        return plot_make_ramp(plot);
    }
    plot->colours = collect_categories(plot, CHANNEL_COLOR, plot->colour_spec);
    return true;
}

bool plot_make_scales(struct plot *plot) {
    struct arena *arena = plot->guide.arena;
    plot->x = (struct plot_axis){.channel = CHANNEL_X, .words = WORD_SET(arena)};
    plot->y = (struct plot_axis){.channel = CHANNEL_Y, .words = WORD_SET(arena)};
    if (!make_axis(plot, &plot->x) || !make_axis(plot, &plot->y)) {
        return false;
    }
    const struct channel_spec *offset = first_spec(plot, CHANNEL_XOFFSET);
    enum channel channel = offset ? CHANNEL_XOFFSET : CHANNEL_YOFFSET;
    offset = offset ? offset : first_spec(plot, CHANNEL_YOFFSET);
    if (offset) {
        plot->offsets = collect_categories(plot, channel, offset);
    }
    return true;
}
