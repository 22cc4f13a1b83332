// Alternative text: what the picture is, its finding, and its data (or its extremes).
#include "chart/alt.h"

#include "base/punctuation.h"
#include "chart/mark.h"

#include <math.h>

enum { ALT_ROWS = 12 };   // more rows are told by their extremes
enum { ALT_CHARTS = 12 }; // of several charts, so many are told

// The layer that makes the chart what it is: reference lines and texts only go with it.
static const struct plot_unit *main_unit(const struct plot *plot) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        if (plot->units[i].spec->mark.mark->words) {
            return &plot->units[i];
        }
    }
    return &plot->units[0];
}

// The words of the sentences, by language.
struct alt_words {
    const char *title, *stop;         // before the title, and behind a sentence
    const char *count, *extremes;     // one %zu; the two rows with their amounts
    const char *rows, *between, *end; // around the rows
    const char *several, *number;     // a picture of %zu charts; before the %zu-th
};

static const struct alt_words chinese = {
    .title = "：",
    .stop = "。",
    .count = "共%zu项",
    .extremes = "，最大的是%.*s，最小的是%.*s",
    .rows = "。各项为：",
    .between = "；",
    .end = "。",
    .several = "组图，共%zu幅",
    .number = "（%zu）",
};

static const struct alt_words english = {
    .title = ": ",
    .stop = ". ",
    .count = "%zu items",
    .extremes = "; the largest is %.*s, the smallest %.*s",
    .rows = ". In order: ",
    .between = "; ",
    .end = ".",
    .several = "%zu charts",
    .number = " (%zu) ",
};

static bool is_english(const struct plot *plot) {
    return !language_is_chinese(plot->guide.language);
}

static const char *kind_words(const struct plot *plot, const struct plot_unit *unit) {
    static const struct {
        const char *mark, *english;
    } kinds[] = {{"bar", "Column chart"},
                 {"line", "Line chart"},
                 {"area", "Area chart"},
                 {"point", "Dot chart"},
                 {"geoshape", "Map"}};
    const struct mark *mark = unit->spec->mark.mark;
    bool rows = mark->banded && unit->horizontal;
    if (!is_english(plot)) {
        return rows ? "横向条形图" : mark->words ? mark->words : "图";
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && !rows; i++) {
        if (str_is(str_from(kinds[i].mark), mark->name)) {
            return kinds[i].english;
        }
    }
    return rows ? "Bar chart" : "Chart";
}

// Rows of the unit in the order in which they are read: of their categories.
static size_t *reading_order(const struct plot *plot, const struct plot_unit *unit) {
    const struct plot_axis *axis = unit->horizontal ? &plot->y : &plot->x;
    const struct value *values = unit->rows.values[axis->channel];
    struct arena *arena = plot->guide.arena;
    size_t *order = ARENA_ARRAY(arena, unit->rows.count, size_t), *starts;
    size_t *place = ARENA_ARRAY(arena, unit->rows.count, size_t);
    starts = ARENA_ARRAY(arena, axis->words.count + 2, size_t);
    for (size_t i = 0; i < unit->rows.count; i++) {
        size_t index = values ? word_set_find(&axis->words, plot_word(arena, values[i])) : 0;
        place[i] = index == SIZE_MAX ? axis->words.count : index;
        starts[place[i] + 1]++;
    }
    for (size_t i = 1; i < axis->words.count + 2; i++) {
        starts[i] += starts[i - 1];
    }
    for (size_t i = 0; i < unit->rows.count; i++) {
        order[starts[place[i]]++] = i;
    }
    return order;
}

static void add_rows(const struct plot *plot, const struct plot_unit *unit,
                     const struct alt_words *words, struct buf *out) {
    const size_t *order = reading_order(plot, unit);
    buf_add_text(out, words->rows);
    for (size_t i = 0; i < unit->rows.count; i++) {
        buf_add_text(out, i ? words->between : "");
        buf_add_str(out, plot_row_words(plot, unit, order[i]));
    }
}

// The size of a row's mark. A length below zero that is printed without its sign (a population
// pyramid's left half) counts as it is read.
static double amount(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    double from = unit->stack == STACK_NONE ? 0 : unit->rows.from[row];
    double value = unit->rows.to[row] - from;
    struct str words = plot_row_words(plot, unit, row);
    bool signed_words = str_find(words, STR("\xE2\x88\x92"), 0) != SIZE_MAX;
    return value < 0 && unit->labels && !signed_words ? -value : value;
}

// Ranges (from one field to another) and dates have no largest one.
static bool has_extremes(const struct plot_unit *unit) {
    enum channel other = unit->horizontal ? CHANNEL_X2 : CHANNEL_Y2;
    return unit->rows.count > 2 && !unit->rows.values[other];
}

static void add_extremes(const struct plot *plot, const struct plot_unit *unit,
                         const struct alt_words *words, struct buf *out) {
    size_t least = SIZE_MAX, most = SIZE_MAX;
    for (size_t i = 0; i < unit->rows.count; i++) {
        double value = amount(plot, unit, i);
        if (!isfinite(value)) {
            continue;
        }
        least = least == SIZE_MAX || value < amount(plot, unit, least) ? i : least;
        most = most == SIZE_MAX || value > amount(plot, unit, most) ? i : most;
    }
    if (most != SIZE_MAX && most != least) {
        buf_printf(out, words->extremes, STR_ARG(plot_row_words(plot, unit, most)),
                   STR_ARG(plot_row_words(plot, unit, least)));
    }
}

static void add_text(const struct plot *plot, struct str text, const char *stop, struct buf *out) {
    if (text.len) {
        buf_add_str(out, plot->guide.markup ? text_plain(plot->guide.arena, text) : text);
        buf_add_text(out, stop);
    }
}

static void add_kind(const struct plot *plot, struct str title, struct buf *out) {
    const struct alt_words *words = is_english(plot) ? &english : &chinese;
    buf_add_text(out, kind_words(plot, main_unit(plot)));
    buf_add_text(out, title.len ? words->title : words->stop);
    add_text(plot, title, words->stop, out);
}

static void add_data(const struct plot *plot, bool rows, struct buf *out) {
    const struct plot_unit *unit = main_unit(plot);
    const struct alt_words *words = is_english(plot) ? &english : &chinese;
    buf_printf(out, words->count, unit->rows.count);
    if (has_extremes(unit)) {
        add_extremes(plot, unit, words, out);
    }
    if (rows && unit->rows.count <= ALT_ROWS) {
        add_rows(plot, unit, words, out);
    }
    buf_add_text(out, words->end);
}

static struct str finish(struct arena *arena, struct buf *out) {
    struct str copy = str_copy(arena, buf_str(out));
    buf_done(out);
    return copy;
}

struct str alt_write(const struct plot *plot, const struct figure_request *request) {
    const struct alt_words *words = is_english(plot) ? &english : &chinese;
    struct buf out = BUF_INIT(plot->guide.arena);
    add_kind(plot, request->title, &out);
    add_text(plot, request->subtitle, words->stop, &out);
    add_text(plot, request->unit_note, words->stop, &out);
    add_data(plot, true, &out);
    return finish(plot->guide.arena, &out);
}

struct str alt_write_several(struct plot *const *plots, size_t count,
                             const struct figure_request *request) {
    const struct plot *first = plots[0];
    const struct alt_words *words = is_english(first) ? &english : &chinese;
    struct buf out = BUF_INIT(first->guide.arena);
    buf_printf(&out, words->several, count);
    buf_add_text(&out, request->title.len ? words->title : words->stop);
    add_text(first, request->title, words->stop, &out);
    add_text(first, request->subtitle, words->stop, &out);
    add_text(first, request->unit_note, words->stop, &out);
    for (size_t i = 0; i < count && i < ALT_CHARTS; i++) {
        buf_printf(&out, words->number, i + 1);
        add_kind(plots[i], plots[i]->title, &out);
        add_data(plots[i], false, &out);
    }
    return finish(first->guide.arena, &out);
}
