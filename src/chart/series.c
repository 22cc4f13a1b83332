// Grouping the rows of lines and areas.
#include "chart/series.h"

#include "base/punctuation.h"
#include "base/sort.h"

#include <math.h>

enum { WORDS_ROWS = 12 }; // longer series are told by their ends

static const enum channel splitting[] = {CHANNEL_COLOR, CHANNEL_DETAIL, CHANNEL_ROW, CHANNEL_COLUMN,
                                         CHANNEL_FACET};

static struct str series_key(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    struct arena *arena = plot->guide.arena;
    struct str key = STR_NONE;
    for (size_t i = 0; i < sizeof splitting / sizeof *splitting; i++) {
        const struct value *values = unit->rows.values[splitting[i]];
        if (values) {
            struct str word = plot_word(arena, values[row]);
            key = key.len || i ? str_printf(arena, "%.*s\x1f%.*s", STR_ARG(key), STR_ARG(word))
                               : word;
        }
    }
    return key;
}

struct joining {
    const double *keys;
};

static int compare_rows(const void *a, const void *b, const void *context) {
    const double *keys = ((const struct joining *)context)->keys;
    double x = keys[*(const size_t *)a], y = keys[*(const size_t *)b];
    return (x > y) - (x < y);
}

double series_rank(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    const struct plot_axis *axis = unit->horizontal ? &plot->y : &plot->x;
    const struct value *places = unit->rows.values[axis->channel];
    if (!places) {
        return (double)row;
    }
    if (axis->discrete) {
        return (double)word_set_find(&axis->words, plot_word(plot->guide.arena, places[row]));
    }
    return places[row].kind == VALUE_NUMBER ? places[row].number : INFINITY;
}

// By the channel order, else by place along the band axis; a constant order keeps the data's.
static const double *joining_keys(const struct plot *plot, const struct plot_unit *unit) {
    double *keys = ARENA_ARRAY(plot->guide.arena, unit->rows.count, double);
    const struct value *order = unit->rows.values[CHANNEL_ORDER];
    bool constant = unit->spec->channels[CHANNEL_ORDER].given;
    bool fall = unit->spec->channels[CHANNEL_ORDER].sort.kind == SORT_DESCENDING;
    for (size_t i = 0; i < unit->rows.count; i++) {
        if (order) {
            double key = order[i].kind == VALUE_NUMBER ? order[i].number : (double)i;
            keys[i] = fall ? -key : key;
        } else {
            keys[i] = constant ? (double)i : series_rank(plot, unit, i);
        }
    }
    return keys;
}

size_t series_make(const struct plot *plot, const struct plot_unit *unit,
                   const struct series **out) {
    struct arena *arena = plot->guide.arena;
    size_t count = unit->rows.count;
    struct word_set keys = WORD_SET(arena);
    size_t *series_of = ARENA_ARRAY(arena, count, size_t);
    for (size_t i = 0; i < count; i++) {
        series_of[i] = word_set_add(&keys, series_key(plot, unit, i));
    }
    size_t *starts = ARENA_ARRAY(arena, keys.count + 1, size_t);
    for (size_t i = 0; i < count; i++) {
        starts[series_of[i] + 1]++;
    }
    struct series *series = ARENA_ARRAY(arena, keys.count, struct series);
    size_t *members = ARENA_ARRAY(arena, count, size_t);
    for (size_t s = 0; s < keys.count; s++) {
        starts[s + 1] += starts[s];
        series[s].rows = members + starts[s];
    }
    for (size_t i = 0; i < count; i++) {
        struct series *own = &series[series_of[i]];
        members[starts[series_of[i]] + own->count++] = i;
    }
    struct joining joining = {joining_keys(plot, unit)};
    for (size_t s = 0; s < keys.count; s++) {
        sort_stable(arena, members + starts[s], series[s].count, sizeof *members, compare_rows,
                    &joining);
    }
    *out = series;
    return keys.count;
}

struct stretch series_next_stretch(const struct plot *plot, const struct plot_unit *unit,
                                   const struct series *series, size_t *at) {
    struct point place;
    while (*at < series->count && !plot_row_point(plot, unit, series->rows[*at], &place)) {
        ++*at;
    }
    size_t first = *at;
    while (*at < series->count && plot_row_point(plot, unit, series->rows[*at], &place)) {
        ++*at;
    }
    return (struct stretch){series->rows + first, *at - first};
}

struct str series_words(const struct plot *plot, const struct plot_unit *unit,
                        const struct series *series) {
    struct arena *arena = plot->guide.arena;
    struct str words = STR_NONE;
    const struct punctuation *marks = punctuation_of(plot->guide.language);
    bool many = series->count > WORDS_ROWS;
    for (size_t i = 0; i < series->count; i++) {
        if (many && i && i + 1 < series->count) {
            continue;
        }
        struct str row = plot_row_words(plot, unit, series->rows[i]);
        const char *between = !words.len ? "" : many ? marks->left_out : marks->semicolon;
        words = str_printf(arena, "%.*s%s%.*s", STR_ARG(words), between, STR_ARG(row));
    }
    return words;
}
