// Texts: words at each row's place.
#include "chart/mark.h"

#include <math.h>

static struct str row_text(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    const struct channel_spec *channel = &unit->spec->channels[CHANNEL_TEXT];
    const struct value *values = unit->rows.values[CHANNEL_TEXT];
    if (!values) {
        return json_string(channel->value ? channel->value : unit->spec->mark.text, STR_NONE);
    }
    if (values[row].kind == VALUE_NUMBER && channel->format.json) {
        return plot_write_format(plot, &channel->format, values[row].number);
    }
    if (values[row].kind == VALUE_NUMBER && channel->type == TYPE_QUANTITATIVE) {
        return plot_print_amount(plot, unit, values[row].number);
    }
    return values[row].kind == VALUE_NULL ? STR_NONE : plot_word(plot->guide.arena, values[row]);
}

static enum text_align align_of(struct str word) {
    return str_is(word, "left") ? ALIGN_START : str_is(word, "right") ? ALIGN_END : ALIGN_CENTRE;
}

static enum text_baseline baseline_of(struct str word) {
    return str_is(word, "top")          ? BASELINE_TOP
           : str_is(word, "bottom")     ? BASELINE_BOTTOM
           : str_is(word, "alphabetic") ? BASELINE_ALPHABETIC
                                        : BASELINE_MIDDLE;
}

static bool find_place(const struct plot *plot, const struct plot_unit *unit, size_t row,
                       struct point *at) {
    if (plot_has_place(unit)) {
        return plot_row_degrees_px(plot, unit, row, at);
    }
    bool found = plot_row_place(plot, unit, &plot->x, row, &at->x) &&
                 plot_row_place(plot, unit, &plot->y, row, &at->y);
    *at = (struct point){plot->area.x + at->x, plot->area.y + at->y};
    return found;
}

static void draw_text(struct plot *plot, const struct plot_unit *unit, size_t row) {
    const struct mark_spec *mark = &unit->spec->mark;
    struct str words = row_text(plot, unit, row);
    struct point at;
    if (!words.len || !find_place(plot, unit, row, &at)) {
        return;
    }
    struct style_text *look = ARENA_NEW(plot->guide.arena, struct style_text);
    *look = plot->style->value;
    look->colour = unit->fills[row];
    look->size = isfinite(mark->font_size) ? mark->font_size : look->size;
    look->bold = mark->font_weight.len ? str_is(mark->font_weight, "bold") : look->bold;
    struct text_placement place = {.at = {at.x + mark->dx, at.y + mark->dy},
                                   .align = align_of(mark->align),
                                   .baseline = baseline_of(mark->baseline)};
    text_place(plot->scene, ROLE_MARK_TEXT, scene_new_owner(plot->scene),
               guide_set(&plot->guide, look, words, 0, TEXT_WRAP), &place);
}

static void draw(struct plot *plot, const struct plot_unit *unit) {
    scene_open_group(plot->scene, ROLE_MARK, STR_NONE);
    for (size_t i = 0; i < unit->rows.count; i++) {
        draw_text(plot, unit, i);
    }
    scene_close_group(plot->scene);
}

const struct mark mark_text = {.name = "text",
                               .plain_ink = true,
                               .places = true,
                               .properties = "text dx dy align baseline fontSize fontWeight",
                               .draw = draw};
