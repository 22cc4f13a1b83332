// Alternative text: what the picture is, its finding, and its data (or its extremes).
#include "chart/alt.h"

#include "chart/mark.h"

#include <math.h>

enum { ALT_ROWS = 12 }; // more rows are told by their extremes

// The layer that makes the chart what it is: reference lines and texts only go with it.
static const struct plot_unit *main_unit(const struct plot *plot) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        if (plot->units[i].spec->mark.mark->words) {
            return &plot->units[i];
        }
    }
    return &plot->units[0];
}

static const char *kind_words(const struct plot_unit *unit) {
    const struct mark *mark = unit->spec->mark.mark;
    bool rows = mark->banded && unit->horizontal;
    return rows ? "横向条形图" : mark->words ? mark->words : "图";
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

static void add_rows(const struct plot *plot, const struct plot_unit *unit, struct buf *out) {
    const size_t *order = reading_order(plot, unit);
    for (size_t i = 0; i < unit->rows.count; i++) {
        buf_add_text(out, i ? "；" : "");
        buf_add_str(out, plot_row_words(plot, unit, order[i]));
    }
    buf_add_text(out, "。");
}

static void add_extremes(const struct plot *plot, const struct plot_unit *unit, struct buf *out) {
    size_t least = SIZE_MAX, most = SIZE_MAX;
    for (size_t i = 0; i < unit->rows.count; i++) {
        if (!isfinite(unit->rows.to[i])) {
            continue;
        }
        least = least == SIZE_MAX || unit->rows.to[i] < unit->rows.to[least] ? i : least;
        most = most == SIZE_MAX || unit->rows.to[i] > unit->rows.to[most] ? i : most;
    }
    buf_add_text(out, "最大为");
    buf_add_str(out, plot_row_words(plot, unit, most));
    buf_add_text(out, "；最小为");
    buf_add_str(out, plot_row_words(plot, unit, least));
    buf_add_text(out, "。");
}

struct str alt_write(const struct plot *plot, const struct figure_request *request) {
    const struct plot_unit *unit = main_unit(plot);
    struct buf out = BUF_INIT(plot->guide.arena);
    buf_add_text(&out, kind_words(unit));
    if (request->title.len) {
        buf_add_text(&out, "：");
        buf_add_str(&out, plot->guide.markup ? text_plain(plot->guide.arena, request->title)
                                             : request->title);
    }
    buf_printf(&out, "。共%zu项：", unit->rows.count);
    if (unit->rows.count <= ALT_ROWS) {
        add_rows(plot, unit, &out);
    } else {
        add_extremes(plot, unit, &out);
    }
    struct str copy = str_copy(plot->guide.arena, buf_str(&out));
    buf_done(&out);
    return copy;
}
