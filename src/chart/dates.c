// Categories that are dates, as Chinese axes print them: 年 stands at the first year only, and a
// year is said again only where it changes.
#include "base/number.h"
#include "base/zh_date.h"
#include "chart/plot.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 }; // four digits outside may be anything

static bool is_date(struct str word, struct zh_date *out) {
    return zh_date_parse(word, out) && out->year >= FIRST_YEAR && out->year <= LAST_YEAR;
}

bool plot_words_are_dates(const struct plot *plot, const struct word_set *words) {
    struct zh_date date;
    if (!plot_speaks_chinese(plot) || words->count < 2) {
        return false;
    }
    for (size_t i = 0; i < words->count; i++) {
        if (!is_date(words->words[i], &date)) {
            return false;
        }
    }
    return true;
}

// The date with what its neighbour before has not said already.
static void write_after(struct buf *out, struct zh_date date, const struct zh_date *before) {
    bool says_more = date.quarter || date.month;
    if (before && !says_more && !before->quarter && !before->month) {
        buf_printf(out, "%d", date.year);
    } else if (before && says_more && before->year == date.year) {
        zh_date_write_in_year(out, date);
    } else {
        zh_date_write(out, date);
    }
}

// The bins of a channel's unit.
static const struct bins *bins_of(const struct plot *plot, const struct channel_spec *spec) {
    for (size_t u = 0; u < plot->unit_count; u++) {
        for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
            if (&plot->units[u].spec->channels[i] == spec) {
                return &plot->units[u].rows.bins[i];
            }
        }
    }
    return &plot->units[0].rows.bins[CHANNEL_X];
}

const struct str *plot_shown_words(const struct plot *plot, const struct channel_spec *spec,
                                   const struct word_set *words) {
    bool timed = spec->time_unit.parts || spec->type == TYPE_TEMPORAL;
    if (!timed && !spec->bin) {
        return words->words;
    }
    struct str *shown = ARENA_ARRAY(plot->guide.arena, words->count, struct str);
    for (size_t i = 0; i < words->count; i++) {
        struct value value = {.kind = VALUE_STRING, .string = words->words[i]};
        if (number_parse(value.string, &value.number)) {
            value.kind = VALUE_NUMBER;
        }
        shown[i] = plot_shown_word(plot, spec, bins_of(plot, spec), value);
    }
    return shown;
}

const struct str *plot_axis_words(const struct plot *plot, const struct plot_axis *axis) {
    struct arena *arena = plot->guide.arena;
    if (axis->spec && (axis->spec->time_unit.parts || axis->spec->bin)) {
        return plot_shown_words(plot, axis->spec, &axis->words);
    }
    if (!axis->dated) {
        return axis->words.words;
    }
    struct str *shown = ARENA_ARRAY(arena, axis->words.count, struct str);
    struct zh_date date, before;
    struct buf out = BUF_INIT(arena);
    for (size_t i = 0; i < axis->words.count; i++) {
        is_date(axis->words.words[i], &date);
        buf_clear(&out);
        write_after(&out, date, i ? &before : NULL);
        shown[i] = str_copy(arena, buf_str(&out));
        before = date;
    }
    buf_done(&out);
    return shown;
}
