// Rows that piled areas lack.
#include "base/i18n.h"
#include "chart/stack.h"

#include <string.h>

struct gaps {
    size_t piles, series;
    size_t *pile_of, *series_of;   // of each row
    size_t *pile_row, *series_row; // the first row of each
    bool *present;                 // of each pile and series
    size_t missing;
};

// Series are told apart by what has its own line in the pile.
static size_t find_series(const struct plot *plot, const struct plot_unit *unit,
                          size_t *series_of) {
    static const enum channel channels[] = {CHANNEL_COLOR, CHANNEL_DETAIL};
    struct arena *arena = plot->guide.arena;
    struct word_set words = WORD_SET(arena);
    for (size_t i = 0; i < unit->rows.count; i++) {
        struct str key = STR_NONE;
        for (size_t k = 0; k < 2; k++) {
            const struct value *values = unit->rows.values[channels[k]];
            struct str word = values ? plot_word(arena, values[i]) : STR_NONE;
            key = str_printf(arena, "%.*s\x1f%.*s", STR_ARG(key), STR_ARG(word));
        }
        series_of[i] = word_set_add(&words, key);
    }
    return words.count;
}

static struct gaps find_gaps(const struct plot *plot, const struct plot_unit *unit) {
    struct arena *arena = plot->guide.arena;
    size_t rows = unit->rows.count;
    struct gaps gaps = {.pile_of = ARENA_ARRAY(arena, rows, size_t),
                        .series_of = ARENA_ARRAY(arena, rows, size_t)};
    gaps.piles = stack_find_piles(plot, unit, gaps.pile_of);
    gaps.series = find_series(plot, unit, gaps.series_of);
    gaps.pile_row = ARENA_ARRAY(arena, gaps.piles, size_t);
    gaps.series_row = ARENA_ARRAY(arena, gaps.series, size_t);
    gaps.present = ARENA_ARRAY(arena, gaps.piles * gaps.series, bool);
    gaps.missing = gaps.piles * gaps.series;
    for (size_t i = rows; i-- > 0;) {
        gaps.pile_row[gaps.pile_of[i]] = i;
        gaps.series_row[gaps.series_of[i]] = i;
        bool *present = &gaps.present[gaps.pile_of[i] * gaps.series + gaps.series_of[i]];
        gaps.missing -= !*present;
        *present = true;
    }
    return gaps;
}

// A column with room for the new rows; NULL stays NULL.
static struct value *grow(struct arena *arena, const struct value *from, size_t count,
                          size_t more) {
    if (!from) {
        return NULL;
    }
    struct value *to = ARENA_ARRAY(arena, count + more, struct value);
    memcpy(to, from, count * sizeof *to);
    return to;
}

// The place is that of the pile, all else that of the series; the amount is nothing.
static void fill_column(const struct gaps *gaps, struct value *values, size_t at, bool of_pile,
                        bool amount) {
    const struct value nothing = {.kind = VALUE_NUMBER};
    for (size_t k = 0; values && k < gaps->piles * gaps->series; k++) {
        if (!gaps->present[k]) {
            size_t from =
                of_pile ? gaps->pile_row[k / gaps->series] : gaps->series_row[k % gaps->series];
            values[at++] = amount ? nothing : values[from];
        }
    }
}

static void fill_origins(struct arena *arena, const struct gaps *gaps, struct plot_unit *unit) {
    size_t *origins = ARENA_ARRAY(arena, unit->rows.count + gaps->missing, size_t);
    size_t at = unit->rows.count;
    memcpy(origins, unit->rows.origin, at * sizeof *origins);
    for (size_t k = 0; k < gaps->piles * gaps->series; k++) {
        if (!gaps->present[k]) {
            origins[at++] = unit->rows.origin[gaps->series_row[k % gaps->series]];
        }
    }
    unit->rows.origin = origins;
}

void stack_fill_gaps(const struct plot *plot, struct plot_unit *unit) {
    struct arena *arena = plot->guide.arena;
    if (plot->grid.count > 1) { // a small chart may lack a series
        return;
    }
    struct gaps gaps = find_gaps(plot, unit);
    size_t count = unit->rows.count;
    if (!gaps.missing) {
        return;
    }
    for (unsigned c = 0; c < CHANNEL_COUNT; c++) {
        bool of_pile = c == plot_band_channel(unit), amount = c == plot_measure_channel(unit);
        struct value *values = grow(arena, unit->rows.values[c], count, gaps.missing);
        struct value *ends = grow(arena, unit->rows.ends[c], count, gaps.missing);
        fill_column(&gaps, values, count, of_pile, amount);
        fill_column(&gaps, ends, count, of_pile, false);
        unit->rows.values[c] = values;
        unit->rows.ends[c] = ends;
    }
    fill_origins(arena, &gaps, unit);
    unit->rows.count = count + gaps.missing;
    if (!plot->context->document->vega_lite) {
        diag_warning(plot->guide.diag, DIAG_EMPTY_DATA, plot->guide.place,
                     STR("give every series a row at every place, 0 where there is nothing"),
                     _("%zu places of the piled areas have no row, and count as 0"), gaps.missing);
    }
}
