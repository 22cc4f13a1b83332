// Where a figure says its unit: behind the subtitle, above the plot, or at the axis of amounts.
#include "chart/foot.h"

// 单位：亿元 → 亿元.
static struct str unit_alone(struct str note) {
    static const struct str leads[] = {{"单位：", 9}, {"单位:", 7}};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        if (str_starts(note, leads[i])) {
            return str_trim(str_slice(note, leads[i].len, note.len));
        }
    }
    return note;
}

// Metrics are in base units (元), whatever the figure says.
static bool draws_metrics(const struct plot *plot) {
    return json_get(plot->units[0].spec->data, "metrics") != NULL;
}

static bool has_scale_word(struct str unit) {
    return str_find(unit, STR("万"), 0) != SIZE_MAX || str_find(unit, STR("亿"), 0) != SIZE_MAX ||
           str_find(unit, STR("千"), 0) != SIZE_MAX;
}

// 2022年，示例数据（单位：亿元） → 亿元）; STR_NONE where no unit is named.
static struct str unit_in_sentence(struct str words) {
    size_t at = str_find(words, STR("单位"), 0);
    return at == SIZE_MAX ? STR_NONE : str_slice(words, at, words.len);
}

// 产值（亿元） or 产值/亿元 → what stands last; 亿元 → itself.
static struct str unit_in_title(struct str title) {
    static const struct str marks[] = {{"（", 3}, {"(", 1}, {"/", 1}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = str_find(title, marks[i], 0);
        if (at != SIZE_MAX) {
            return str_slice(title, at, title.len);
        }
    }
    bool bare = str_starts(title, STR("万")) || str_starts(title, STR("亿"));
    return bare ? title : STR_NONE;
}

bool plot_unit_has_scale(const struct plot *plot, struct str note, struct str subtitle) {
    if (has_scale_word(note) || draws_metrics(plot)) {
        return has_scale_word(note);
    }
    return has_scale_word(unit_in_sentence(subtitle)) ||
           (!plot->x.discrete && has_scale_word(unit_in_title(plot->x.title))) ||
           (!plot->y.discrete && has_scale_word(unit_in_title(plot->y.title)));
}

// The axis of amounts when it will be drawn; else NULL.
static struct plot_axis *shown_axis(struct plot *plot) {
    struct plot_axis *axes[] = {&plot->x, &plot->y};
    for (size_t i = 0; i < 2; i++) {
        const struct channel_spec *spec = axes[i]->spec;
        bool dropped =
            !spec || spec->axis.shown == CHOICE_NO ||
            (axes[i]->labelled && spec->axis.shown == CHOICE_DEFAULT && !plot->style->value_axis);
        if (!axes[i]->discrete && !dropped) {
            return axes[i];
        }
    }
    return NULL;
}

// What all metrics of the figure count, or STR_NONE.
static struct str common_measure(const struct plot *plot) {
    const struct table *table = plot->units[0].table;
    size_t column = table_find_column(table, STR("measure"));
    if (column == SIZE_MAX || !draws_metrics(plot)) {
        return STR_NONE;
    }
    struct str measure = STR_NONE;
    for (size_t i = 0; i < table->row_count; i++) {
        struct str one = table->columns[column].values[i].string;
        if (i && !str_equal(one, measure)) {
            return STR_NONE;
        }
        measure = one;
    }
    return measure;
}

struct str plot_unit_title(struct arena *arena, const struct plot_axis *axis, const char *scale) {
    bool scaled = str_starts(axis->unit, str_from(scale)); // the author's 亿元 has it already
    struct str unit = scaled ? axis->unit : str_printf(arena, "%s%.*s", scale, STR_ARG(axis->unit));
    return axis->measure.len ? str_printf(arena, "%.*s/%.*s", STR_ARG(axis->measure), STR_ARG(unit))
                             : unit;
}

static void name_axis(const struct plot *plot, struct plot_axis *axis, struct str unit) {
    axis->measure = axis->title.len ? axis->title : common_measure(plot);
    axis->unit = unit;
    axis->title = plot_unit_title(plot->guide.arena, axis, "");
}

void plot_say_unit(struct plot *plot, struct str note, struct frame_texts *texts) {
    if (!note.len) {
        return;
    }
    struct plot_axis *axis = shown_axis(plot);
    if (plot->style->unit_form == UNIT_IN_SUBTITLE) {
        foot_say_unit(&plot->guide, note, texts);
    } else if (plot->style->unit_form == UNIT_AT_AXIS && axis) {
        name_axis(plot, axis, unit_alone(note));
    } else {
        texts->unit = note;
    }
}
