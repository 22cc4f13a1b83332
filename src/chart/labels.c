// Values printed at marks: their words, their room, their place.
#include "base/number.h"
#include "base/punctuation.h"
#include "base/zh_date.h"
#include "base/zh_format.h"
#include "chart/series.h"

#include <math.h>

enum { AMOUNT_DECIMALS = 4 };

static struct zh_format amount_format(const struct plot *plot) {
    bool plain = plot->style->number_form == NUMBER_PLAIN || plot->unit_scaled;
    return (struct zh_format){.scale = plain ? 1 : 0,
                              .decimals = AMOUNT_DECIMALS,
                              .grouping = plot->style->grouping,
                              .latin = !plot_speaks_chinese(plot)};
}

struct str plot_print_amount(const struct plot *plot, const struct plot_unit *unit, double value) {
    struct arena *arena = plot->guide.arena;
    struct zh_format format = amount_format(plot);
    if (unit->stack == STACK_NORMALIZE) {
        format = (struct zh_format){.decimals = 1, .unit = STR("%")};
    } else if (fabs(value) < 1e-4 || plot->style->number_form == NUMBER_D3) {
        return number_print_shortest(arena, value);
    }
    struct buf words = BUF_INIT(arena);
    zh_format_number(&words, value, &format);
    struct str copy = str_copy(arena, buf_str(&words));
    buf_done(&words);
    return copy;
}

static double row_amount(const struct plot_unit *unit, size_t row) {
    const struct value *colours = unit->rows.values[CHANNEL_COLOR];
    if (unit->spec->mark.mark->cells) { // the colour is the amount
        return colours && colours[row].kind == VALUE_NUMBER ? colours[row].number : NAN;
    }
    return unit->rows.to[row] - (unit->stack == STACK_NONE ? 0 : unit->rows.from[row]);
}

// Between two fields: neither end is the amount's alone.
static bool is_ranged(const struct plot_unit *unit) {
    return unit->rows.values[unit->horizontal ? CHANNEL_X2 : CHANNEL_Y2] != NULL;
}

// 13万～17万: both ends, with the scale at both.
static struct str range_words(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    double from = unit->rows.from[row], to = unit->rows.to[row];
    struct zh_format format = amount_format(plot);
    struct buf words = BUF_INIT(plot->guide.arena);
    zh_format_range(&words, fmin(from, to), fmax(from, to), &format);
    struct str copy = str_copy(plot->guide.arena, buf_str(&words));
    buf_done(&words);
    return copy;
}

static bool prints_range(const struct plot *plot, const struct plot_unit *unit) {
    const struct plot_axis *axis = unit->horizontal ? &plot->x : &plot->y;
    return is_ranged(unit) && axis->spec->type == TYPE_QUANTITATIVE &&
           plot->style->number_form != NUMBER_D3;
}

static struct str label_words(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    struct str field = unit->spec->mark.label.field;
    const struct format_spec *format = &unit->spec->mark.label.format;
    if (!field.len && !format->json && prints_range(plot, unit)) {
        return range_words(plot, unit, row);
    }
    if (!field.len) {
        double value = row_amount(unit, row);
        return !isfinite(value) ? STR_NONE
               : format->json   ? plot_write_format(plot, format, value)
                                : plot_print_amount(plot, unit, value);
    }
    size_t column = table_find_column(unit->table, field);
    struct value value = unit->table->columns[column].values[unit->rows.origin[row]];
    if (value.kind == VALUE_NUMBER && format->json) {
        return plot_write_format(plot, format, value.number);
    }
    return value.kind == VALUE_NULL ? STR_NONE : plot_word(plot->guide.arena, value);
}

static bool is_cell(const struct plot_unit *unit) {
    return unit->spec->mark.mark->cells;
}

static void label_unit(struct plot *plot, struct plot_unit *unit) {
    struct arena *arena = plot->guide.arena;
    unit->labels = ARENA_ARRAY(arena, unit->rows.count, struct str);
    unit->label_widths = ARENA_ARRAY(arena, unit->rows.count, double);
    for (size_t i = 0; i < unit->rows.count; i++) {
        unit->labels[i] = label_words(plot, unit, i);
        if (unit->labels[i].len) {
            unit->label_widths[i] = guide_width(&plot->guide, &plot->style->value, unit->labels[i]);
        }
    }
    enum label_position position = unit->spec->mark.label.position;
    unit->labels_inside = position == LABEL_INSIDE || unit->stack != STACK_NONE || is_cell(unit);
}

// Below the points whose neighbours lie higher, so that the line does not run through the label.
static void side_labels(struct plot *plot, struct plot_unit *unit) {
    const struct series *series;
    size_t count = series_make(plot, unit, &series);
    unit->labels_below = ARENA_ARRAY(plot->guide.arena, unit->rows.count, bool);
    for (size_t s = 0; s < count; s++) {
        for (size_t i = 0; i < series[s].count; i++) {
            size_t row = series[s].rows[i];
            double own = unit->rows.to[row], sum = 0;
            sum += i > 0 ? unit->rows.to[series[s].rows[i - 1]] - own : 0;
            sum += i + 1 < series[s].count ? unit->rows.to[series[s].rows[i + 1]] - own : 0;
            unit->labels_below[row] = sum > 0; // a missing neighbour leaves it above
        }
    }
}

// Whether the pieces of piles are long enough for their labels, as far as can be told before the
// layout: an axis of amounts then says nothing more.
static bool pieces_hold_labels(struct plot *plot, const struct plot_unit *unit) {
    const struct plot_axis *axis = plot_measure_axis(plot, unit);
    double extent = fabs(axis->scale.domain[1] - axis->scale.domain[0]);
    double share = unit->horizontal ? 0.6 : 0.25; // of the picture's width that the axis has
    for (size_t i = 0; i < unit->rows.count; i++) {
        double need = unit->horizontal ? unit->label_widths[i] : plot->style->value.size;
        double length = fabs(unit->rows.to[i] - unit->rows.from[i]) / extent;
        if (unit->labels[i].len && !(length * share * plot->style->width >= need)) {
            return false;
        }
    }
    return true;
}

// Points whose labels are names among two axes of amounts.
static bool is_named(const struct plot_unit *unit) {
    const struct channel_spec *channels = unit->spec->channels;
    return unit->spec->mark.mark->symbols && unit->spec->mark.label.field.len &&
           channels[CHANNEL_X].type == TYPE_QUANTITATIVE &&
           channels[CHANNEL_Y].type == TYPE_QUANTITATIVE;
}

void plot_label_marks(struct plot *plot) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        struct plot_unit *unit = &plot->units[i];
        if (unit->spec->mark.label.given) {
            label_unit(plot, unit);
            if (unit->spec->mark.mark->joins) {
                side_labels(plot, unit);
            }
            if (unit->spec->mark.mark->polar || is_cell(unit) || is_named(unit)) {
                continue; // no axis of amounts, or none that the labels say
            }
            plot_measure_axis(plot, unit)->labelled =
                unit->stack == STACK_NONE || pieces_hold_labels(plot, unit);
        }
    }
}

// The value of a bar that a condition picks out has its bar's colour, where that can be read: the
// grey of a bar that is set back is too pale for a number.
static struct colour outside_colour(const struct plot *plot, const struct plot_unit *unit,
                                    size_t row) {
    static const double readable = 4.5; // WCAG 2.1, 1.4.3
    struct colour fill = unit->fills[row];
    bool clear = fill.a == 255 && (!plot->style->check_contrast ||
                                   colour_contrast(fill, plot->style->paper) >= readable);
    return unit->accented[row] && clear ? fill : plot->style->value.colour;
}

static struct text_placement inside_place(const struct plot_unit *unit, struct rect bar,
                                          bool backward, double gap) {
    struct point centre = {bar.x + bar.width / 2, bar.y + bar.height / 2};
    struct text_placement place = {
        .at = centre, .align = ALIGN_CENTRE, .baseline = BASELINE_MIDDLE};
    if (unit->stack != STACK_NONE || is_ranged(unit) || is_cell(unit)) {
        return place;
    }
    if (unit->horizontal) {
        place.at.x = backward ? bar.x + gap : rect_right(bar) - gap;
        place.align = backward ? ALIGN_START : ALIGN_END;
    } else {
        place.at.y = backward ? rect_bottom(bar) - gap : bar.y + gap;
        place.baseline = backward ? BASELINE_BOTTOM : BASELINE_TOP;
    }
    return place;
}

enum label_side plot_label_side(const struct plot_unit *unit, size_t row) {
    enum label_position position = unit->spec->mark.label.position;
    if (position > LABEL_OUTSIDE) {
        return position == LABEL_ABOVE   ? SIDE_ABOVE
               : position == LABEL_BELOW ? SIDE_BELOW
               : position == LABEL_LEFT  ? SIDE_LEFT
                                         : SIDE_RIGHT;
    }
    bool backward = unit->rows.to[row] < unit->rows.from[row];
    if (unit->labels_below) {
        backward = unit->labels_below[row];
    }
    return unit->horizontal ? (backward ? SIDE_LEFT : SIDE_RIGHT)
                            : (backward ? SIDE_BELOW : SIDE_ABOVE);
}

static struct text_placement outside_place(enum label_side side, struct rect bar, double gap) {
    struct text_placement place = {.at = {bar.x + bar.width / 2, bar.y + bar.height / 2},
                                   .align = ALIGN_CENTRE,
                                   .baseline = BASELINE_MIDDLE};
    switch (side) {
    case SIDE_RIGHT:
        place.at.x = rect_right(bar) + gap;
        place.align = ALIGN_START;
        break;
    case SIDE_LEFT:
        place.at.x = bar.x - gap;
        place.align = ALIGN_END;
        break;
    case SIDE_ABOVE:
        place.at.y = bar.y - gap;
        place.baseline = BASELINE_BOTTOM;
        break;
    case SIDE_BELOW:
        place.at.y = rect_bottom(bar) + gap;
        place.baseline = BASELINE_TOP;
        break;
    }
    return place;
}

// A label in a piece of a stack that is too small for it is left to the axis.
static bool has_room(const struct plot *plot, const struct plot_unit *unit, size_t row,
                     struct rect bar) {
    if (unit->stack == STACK_NONE && !is_cell(unit)) {
        return true;
    }
    double height = plot->style->value.size;
    return unit->label_widths[row] <= bar.width && height <= bar.height;
}

void plot_draw_label(struct plot *plot, const struct plot_unit *unit, size_t row, struct rect bar,
                     uint32_t owner) {
    if (!unit->labels || !unit->labels[row].len || !has_room(plot, unit, row, bar)) {
        return;
    }
    struct style_text *look = ARENA_NEW(plot->guide.arena, struct style_text);
    *look = plot->style->value;
    look->colour = unit->labels_inside ? guide_text_colour_on(plot->style, unit->fills[row])
                                       : outside_colour(plot, unit, row);
    const struct text_block *block = guide_set(&plot->guide, look, unit->labels[row], 0, TEXT_WRAP);
    bool backward = unit->rows.to[row] < unit->rows.from[row];
    double gap = plot->style->label_gap;
    struct text_placement place = unit->labels_inside
                                      ? inside_place(unit, bar, backward, gap)
                                      : outside_place(plot_label_side(unit, row), bar, gap);
    text_place(plot->scene, ROLE_MARK_LABEL, owner, block, &place);
}

static struct str slice_name(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    const struct value *colours = unit->rows.values[CHANNEL_COLOR];
    return plot->slices_named && colours ? plot_word(plot->guide.arena, colours[row]) : STR_NONE;
}

double plot_slice_width(const struct plot *plot, const struct plot_unit *unit, size_t row,
                        unsigned lines) {
    struct str name = slice_name(plot, unit, row);
    double width = name.len ? guide_width(&plot->guide, &plot->style->label, name) : 0;
    if (lines > 1) {
        return fmax(width, unit->label_widths[row]);
    }
    return width + (name.len ? plot->style->label_gap : 0) + unit->label_widths[row];
}

// The name over the amount, both ending at the circle's side.
static void draw_slice_lines(struct plot *plot, struct str name, struct str amount,
                             const struct slice_label *label) {
    double half = plot->style->value.size * plot->style->value.pitch / 2;
    struct text_placement place = {.at = {label->at.x, label->at.y - half},
                                   .align = label->right ? ALIGN_START : ALIGN_END,
                                   .baseline = BASELINE_MIDDLE};
    text_place(plot->scene, ROLE_MARK_LABEL, label->owner,
               guide_set(&plot->guide, &plot->style->label, name, 0, TEXT_WRAP), &place);
    place.at.y += 2 * half;
    text_place(plot->scene, ROLE_MARK_LABEL, label->owner,
               guide_set(&plot->guide, &plot->style->value, amount, 0, TEXT_WRAP), &place);
}

void plot_draw_slice_label(struct plot *plot, const struct plot_unit *unit, size_t row,
                           const struct slice_label *label) {
    struct str name = slice_name(plot, unit, row);
    if (name.len && label->lines > 1) {
        draw_slice_lines(plot, name, unit->labels[row], label);
        return;
    }
    struct text_placement place = {
        .at = label->at, .align = ALIGN_START, .baseline = BASELINE_MIDDLE};
    place.at.x -= label->right ? 0 : plot_slice_width(plot, unit, row, 1);
    if (name.len) {
        const struct text_block *block =
            guide_set(&plot->guide, &plot->style->label, name, 0, TEXT_WRAP);
        text_place(plot->scene, ROLE_MARK_LABEL, label->owner, block, &place);
        place.at.x += block->width + plot->style->label_gap;
    }
    text_place(plot->scene, ROLE_MARK_LABEL, label->owner,
               guide_set(&plot->guide, &plot->style->value, unit->labels[row], 0, TEXT_WRAP),
               &place);
}

static struct str channel_words(const struct plot *plot, const struct plot_unit *unit,
                                enum channel channel, size_t row) {
    const struct value *values = unit->rows.values[channel];
    return values ? plot_shown_word(plot, &unit->spec->channels[channel], &unit->rows.bins[channel],
                                    values[row])
                  : STR_NONE;
}

// The row's amount where no label prints it.
static struct str amount_words(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    double value = row_amount(unit, row);
    if (isfinite(value)) {
        return plot_print_amount(plot, unit, value);
    }
    return channel_words(plot, unit, plot_measure_channel(unit), row);
}

struct str plot_row_words(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    struct arena *arena = plot->guide.arena;
    const struct plot_axis *axis = unit->horizontal ? &plot->y : &plot->x;
    const struct punctuation *marks = punctuation_of(plot->guide.language);
    struct str category = channel_words(plot, unit, plot_band_channel(unit), row);
    category =
        axis->dated && plot_speaks_chinese(plot) ? zh_date_translate(arena, category) : category;
    struct str series = plot->ramp.count ? STR_NONE : channel_words(plot, unit, CHANNEL_COLOR, row);
    struct str amount =
        unit->labels && unit->labels[row].len ? unit->labels[row] : amount_words(plot, unit, row);
    if (series.len && !str_equal(series, category)) {
        category = category.len ? str_printf(arena, "%.*s%s%.*s", STR_ARG(category), marks->comma,
                                             STR_ARG(series))
                                : series;
    }
    return category.len
               ? str_printf(arena, "%.*s%s%.*s", STR_ARG(category), marks->colon, STR_ARG(amount))
               : amount;
}
