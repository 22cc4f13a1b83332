// Ticks of an axis of amounts and what is written at them.
#include "base/number.h"
#include "base/time_format.h"
#include "base/zh_format.h"
#include "chart/foot.h"
#include "chart/layout.h"
#include "chart/times.h"
#include "scales/ticks.h"

#include <math.h>

enum { SCALE_DECIMALS = 6 };
// Vega-Lite leaves the ticks of log scales to d3's count.
enum { LOG_TICKS = 10, BIN_TICK_PX = 10 };
// A low view in a list still says what its marks mean.
enum { BOX_TICKS = 3 };
// Between the labels of neighbouring times.
static const double LABEL_GAP_EM = 0.3;

// One scale for the whole axis, from the largest amount shown: 万 and 亿 as Chinese numbers have.
static double choose_scale(const struct plot *plot, const double *ticks, size_t count) {
    double largest = 0;
    for (size_t i = 0; i < count; i++) {
        largest = fmax(largest, fabs(ticks[i]));
    }
    return plot->style->number_form == NUMBER_ZH && plot_speaks_chinese(plot) && !plot->unit_scaled
               ? zh_format_scale(largest, SCALE_DECIMALS)
               : 1;
}

static int decimals_of(const double *ticks, size_t count, double scale) {
    double step = count > 1 ? fabs(ticks[1] - ticks[0]) / scale : 0;
    int decimals = 0;
    while (step > 0 && decimals < 15 &&
           fabs(step * pow(10, decimals) - round(step * pow(10, decimals))) > 1e-6 * step) {
        decimals++;
    }
    return decimals;
}

// Fixed decimals with grouping commas, a true minus: d3's format "," of ticks.
static struct str group_digits(struct arena *arena, double value, int decimals) {
    struct str plain =
        str_printf(arena, "%.*s", STR_ARG(number_print(arena, fabs(value), decimals)));
    size_t point = str_find(plain, STR("."), 0);
    size_t whole = point == SIZE_MAX ? plain.len : point;
    struct buf out = BUF_INIT(arena);
    buf_add_text(&out, value < 0 && !str_is(plain, "0") ? "\xE2\x88\x92" : "");
    for (size_t i = 0; i < whole; i++) {
        if (i && (whole - i) % 3 == 0) {
            buf_add_char(&out, ',');
        }
        buf_add_char(&out, plain.data[i]);
    }
    size_t shown = point == SIZE_MAX ? 0 : plain.len - point - 1;
    buf_add_str(&out, str_slice(plain, whole, plain.len));
    for (size_t i = shown; (int)i < decimals; i++) { // all ticks have the step's decimals
        buf_add_text(&out, i == 0 ? ".0" : "0");
    }
    struct str copy = str_copy(arena, buf_str(&out));
    buf_done(&out);
    return copy;
}

static struct str tick_words(const struct plot *plot, double tick, const struct zh_format *format) {
    struct arena *arena = plot->guide.arena;
    bool share = format->unit.len > 0;
    if (plot->style->number_form == NUMBER_D3 && !share) {
        return group_digits(arena, tick, format->decimals);
    }
    struct buf out = BUF_INIT(arena);
    if (tick == 0 && !share) {
        buf_add_char(&out, '0'); // of every scale
    } else {
        zh_format_number(&out, tick, format);
    }
    struct str words = str_copy(arena, buf_str(&out));
    buf_done(&out);
    return words;
}

static struct str tick_time(const struct plot *plot, const struct plot_axis *from, double tick) {
    const struct channel_spec *spec = from->spec;
    bool chinese = plot_speaks_chinese(plot);
    struct str pattern = spec->axis.format.json || spec->time_unit.parts
                             ? plot_time_pattern(plot, spec, tick)
                             : time_format_of_tick(tick, chinese);
    struct buf out = BUF_INIT(plot->guide.arena);
    time_format_write(&out, pattern, chinese, tick);
    struct str words = out.len ? str_copy(plot->guide.arena, buf_str(&out)) : STR_NONE;
    buf_done(&out);
    return words;
}

// Whether every label stands clear of the one before it.
static bool labels_fit(const struct plot *plot, const struct axis *axis, const double *positions,
                       const struct str *words) {
    const struct style_text *look = &plot->style->axis_label;
    double behind = -INFINITY, direction = 1;
    if (axis->count > 1 && positions[1] < positions[0]) {
        direction = -1;
    }
    for (size_t i = 0; axis->side == AXIS_BOTTOM && i < axis->count; i++) {
        double half = words[i].len ? guide_width(&plot->guide, look, words[i]) / 2 : 0;
        double middle = positions[i] * direction;
        if (half > 0 && middle - half < behind + LABEL_GAP_EM * look->size) {
            return false;
        }
        behind = half > 0 ? middle + half : behind;
    }
    return true;
}

// Every second label goes until the others fit, as in Vega; the ticks stay.
static void thin_labels(const struct plot *plot, const struct axis *axis, const double *positions,
                        struct str *words) {
    for (size_t step = 2; step < 2 * axis->count && !labels_fit(plot, axis, positions, words);
         step *= 2) {
        for (size_t i = 0; i < axis->count; i++) {
            words[i] = i % step ? STR_NONE : words[i];
        }
    }
}

static void make_times(const struct plot *plot, const struct plot_axis *from, struct axis *axis,
                       const double *ticks) {
    struct arena *arena = plot->guide.arena;
    struct str *words = ARENA_ARRAY(arena, axis->count, struct str);
    double *positions = ARENA_ARRAY(arena, axis->count, double);
    for (size_t i = 0; i < axis->count; i++) {
        positions[i] = scale_map(&from->scale, ticks[i]);
        words[i] = tick_time(plot, from, ticks[i]);
    }
    thin_labels(plot, axis, positions, words);
    axis->positions = positions;
    axis->words = from->spec->axis.labels == CHOICE_NO ? NULL : words;
}

static size_t take_values(struct plot_axis const *from, struct arena *arena, double **ticks) {
    size_t count = 0;
    *ticks = ARENA_ARRAY(arena, from->spec->axis.values->count, double);
    for (const struct json *v = from->spec->axis.values->first; v; v = v->next) {
        double low = fmin(from->scale.domain[0], from->scale.domain[1]);
        double high = fmax(from->scale.domain[0], from->scale.domain[1]);
        double tick = json_number(v, NAN);
        if (from->spec->type == TYPE_TEMPORAL && !times_of_json(v, &tick)) {
            tick = NAN;
        }
        if (tick >= low && tick <= high) {
            (*ticks)[count++] = tick;
        }
    }
    return count;
}

static bool shares(const struct plot *plot, const struct plot_axis *axis) {
    for (size_t i = 0; i < plot->unit_count; i++) {
        if (plot->units[i].stack == STACK_NORMALIZE &&
            plot_measure_channel(&plot->units[i]) == axis->channel) {
            return true;
        }
    }
    return false;
}

// Powers of a log axis differ by so much that each tick has its own unit and decimals.
static struct str log_words(const struct plot *plot, double tick) {
    struct zh_format format = {.scale = choose_scale(plot, &tick, 1),
                               .latin = !plot_speaks_chinese(plot)};
    double shown_tick = tick / format.scale;
    while (format.decimals < 12 &&
           fabs(shown_tick - round(shown_tick * pow(10, format.decimals)) /
                                 pow(10, format.decimals)) > 1e-12 * fabs(shown_tick)) {
        format.decimals++;
    }
    return tick_words(plot, tick, &format);
}

static double wanted_ticks(const struct plot *plot, const struct plot_axis *from) {
    double length = fabs(from->scale.range[1] - from->scale.range[0]);
    double asked = from->spec->axis.tick_count;
    double default_count =
        from->scale.type == &scale_log
            ? LOG_TICKS
            : ceil(length / (plot->style->tick_spacing * plot->style->axis_label.size));
    default_count = plot->box ? fmax(BOX_TICKS, default_count) : default_count;
    bool roomy = length >= 3 * plot->style->axis_label.size;
    if (plot->style->number_form != NUMBER_D3 && roomy) { // a single number is no scale
        default_count = fmax(default_count, 2);
    }
    double count = asked > 0 ? asked : default_count;
    if (from->spec->time_unit.parts) { // none within a unit
        double least = time_units_end(from->spec->time_unit, 0);
        double extent = fabs(from->scale.domain[1] - from->scale.domain[0]);
        count = fmin(count, floor(extent / least) + 1);
    }
    return count;
}

// The edges of bins, every second one where there are many.
static size_t bin_edges(const struct plot *plot, const struct plot_axis *from, double **ticks) {
    const struct bins *bins = NULL;
    for (size_t u = 0; u < plot->unit_count && !bins; u++) {
        const struct bins *own = &plot->units[u].rows.bins[from->channel];
        bins = own->step > 0 ? own : NULL;
    }
    if (!bins || from->spec->axis.tick_count > 0 || from->spec->scale.domain) {
        return 0;
    }
    size_t count = (size_t)fmin(1000, round((bins->stop - bins->start) / bins->step)) + 1;
    double room = fmax(2, ceil(from->size / BIN_TICK_PX)), stride = 1;
    while (ceil((double)count / stride) > room) {
        stride *= 2;
    }
    *ticks = ARENA_ARRAY(plot->guide.arena, count, double);
    size_t n = 0;
    for (size_t i = 0; i < count; i += (size_t)stride) {
        (*ticks)[n++] = bins->start + (double)i * bins->step;
    }
    return n;
}

// Vega prints the edges of bins as it would the ticks of an axis with one each ten px.
static int bin_decimals(const struct plot_axis *from) {
    double low = fmin(from->scale.domain[0], from->scale.domain[1]);
    double high = fmax(from->scale.domain[0], from->scale.domain[1]);
    return ticks_decimals(ticks_increment(low, high, ceil(from->size / BIN_TICK_PX)));
}

void layout_make_ticks(const struct plot *plot, const struct plot_axis *from, struct axis *axis) {
    struct arena *arena = plot->guide.arena;
    double count = wanted_ticks(plot, from), *ticks;
    axis->count =
        from->spec->axis.values ? take_values(from, arena, &ticks) : bin_edges(plot, from, &ticks);
    if (!axis->count && !from->spec->axis.values) {
        axis->count = scale_ticks(arena, &from->scale, count, &ticks);
    }
    if (from->scale.type == &scale_time || from->scale.type == &scale_utc) {
        make_times(plot, from, axis, ticks);
        return;
    }
    struct str *words = ARENA_ARRAY(arena, axis->count, struct str);
    double *positions = ARENA_ARRAY(arena, axis->count, double);
    bool share = shares(plot, from), log = from->scale.type == &scale_log;
    struct zh_format format = {.scale = choose_scale(plot, ticks, axis->count),
                               .grouping = plot->style->grouping,
                               .latin = !plot_speaks_chinese(plot),
                               .unit = share ? STR("%") : STR_NONE};
    format.decimals = decimals_of(ticks, axis->count, share ? 0.01 : format.scale);
    if (from->spec->bin && plot->style->number_form == NUMBER_D3) {
        format.decimals = bin_decimals(from);
    }
    struct format_spec given = format_for_ticks(&from->spec->axis.format, &from->scale, count);
    double divisor = 1;
    bool scaled = !log && !share && !given.json;
    if (from->unit.len && axis->title.len && scaled) { // the title says 万, not each tick
        axis->title = plot_unit_title(arena, from, zh_format_scale_word(format.scale));
        divisor = format.scale;
        format.scale = 1;
    }
    for (size_t i = 0; i < axis->count; i++) {
        positions[i] = scale_map(&from->scale, ticks[i]);
        bool labelled = scale_labels_tick(&from->scale, ticks[i], count, axis->count);
        words[i] = !labelled    ? STR_NONE
                   : given.json ? plot_write_format(plot, &given, ticks[i])
                   : log        ? log_words(plot, ticks[i])
                                : tick_words(plot, ticks[i] / divisor, &format);
    }
    if (from->spec->bin) {
        thin_labels(plot, axis, positions, words);
    }
    axis->positions = positions;
    axis->words = from->spec->axis.labels == CHOICE_NO ? NULL : words;
}
