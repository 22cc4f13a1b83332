// Domains of amounts: what the rows span, what the author says, what a scale can hold.
#include "base/i18n.h"
#include "chart/mark.h"
#include "chart/times.h"

#include <math.h>

// Vega's count of ticks for `nice: true`.
enum { NICE_COUNT = 10 };
enum { BAR_PADDING = 5 };

static void include_number(double domain[2], double number) {
    if (isfinite(number)) {
        domain[0] = fmin(domain[0], number);
        domain[1] = fmax(domain[1], number);
    }
}

static bool uses_measure(const struct plot_unit *unit, const struct plot_axis *axis) {
    return plot_measure_channel(unit) == axis->channel;
}

static void span_units(struct plot *plot, const struct plot_axis *axis, double domain[2],
                       bool *from_zero) {
    for (size_t u = 0; u < plot->unit_count; u++) {
        const struct plot_unit *unit = &plot->units[u];
        bool measure = uses_measure(unit, axis);
        const struct value *plain = unit->rows.values[axis->channel];
        if (unit->spec->mark.mark->polar) {
            continue; // its amounts turn
        }
        enum channel second = axis->channel == CHANNEL_X ? CHANNEL_X2 : CHANNEL_Y2;
        bool ranged = unit->spec->mark.mark->from_zero || unit->rows.values[second];
        *from_zero = *from_zero ||
                     (measure && unit->spec->mark.mark->from_zero && !unit->rows.values[second]);
        for (size_t i = 0; i < unit->rows.count; i++) {
            if (measure) {
                include_number(domain, unit->rows.to[i]);
                include_number(domain, ranged ? unit->rows.from[i] : NAN);
            } else if (plain && plain[i].kind == VALUE_NUMBER) {
                include_number(domain, plain[i].number);
                bool spans = unit->spec->mark.mark->banded && unit->rows.ends[axis->channel];
                const struct value *ends =
                    spans ? unit->rows.ends[axis->channel] : unit->rows.values[second];
                include_number(domain, ends && ends[i].kind == VALUE_NUMBER ? ends[i].number : NAN);
            }
        }
    }
}

static bool is_timed(const struct plot_axis *axis) {
    return axis->spec->type == TYPE_TEMPORAL;
}

static bool is_binned(const struct plot_axis *axis) {
    return axis->spec->bin || axis->spec->binned;
}

// All bins from the first to the last, also those without rows.
static void span_bins(const struct plot *plot, const struct plot_axis *axis, double domain[2]) {
    for (size_t u = 0; u < plot->unit_count; u++) {
        const struct bins *bins = &plot->units[u].rows.bins[axis->channel];
        if (bins->step > 0) {
            include_number(domain, bins->start);
            include_number(domain, bins->stop);
        }
    }
}

static bool read_end(const struct plot_axis *axis, const struct json *json, double *out) {
    if (is_timed(axis)) {
        return json && times_of_json(json, out);
    }
    *out = json_number(json, NAN);
    return !isnan(*out);
}

static bool keeps_zero(const struct plot *plot, const struct json *at, const double domain[2]) {
    if (fmin(domain[0], domain[1]) <= 0 && fmax(domain[0], domain[1]) >= 0) {
        return true;
    }
    diag_error(plot->guide.diag, DIAG_CONFLICT, json_place(plot->guide.arena, at),
               STR("use points or a line where zero would waste the space"),
               _("bars and areas start at zero, and this domain leaves it out"));
    return false;
}

// The author's [least, greatest]; bars must keep their zero.
static bool take_domain(struct plot *plot, const struct plot_axis *axis, bool from_zero,
                        double domain[2]) {
    const struct json *given = axis->spec->scale.domain;
    if (given->count != 2 || !read_end(axis, json_at(given, 0), &domain[0]) ||
        !read_end(axis, json_at(given, 1), &domain[1])) {
        diag_error(plot->guide.diag, DIAG_CONFLICT, json_place(plot->guide.arena, given),
                   STR("write [least, greatest]"),
                   is_timed(axis) ? _("the domain of times is two dates")
                                  : _("the domain of amounts is two numbers"));
        return false;
    }
    return !from_zero || keeps_zero(plot, given, domain);
}

static struct diag_place row_place(const struct plot *plot, const struct plot_unit *unit,
                                   enum channel channel, size_t row) {
    const struct channel_spec *spec = &unit->spec->channels[channel];
    size_t column = table_find_column(unit->table, spec->field);
    return unit->table->place
               ? unit->table->place(plot->guide.arena, unit->table, unit->rows.origin[row], column)
               : json_place(plot->guide.arena, spec->json);
}

static bool refuse_bars(const struct plot *plot, const struct plot_axis *axis) {
    diag_error(plot->guide.diag, DIAG_LOG_SCALE, json_place(plot->guide.arena, axis->spec->json),
               STR("use points, or a linear, sqrt or symlog scale"),
               _("a log scale has no zero, so the length of a bar on it means nothing"));
    return false;
}

// A log scale has no place for zero, nor for amounts on both sides of it.
static bool check_log(const struct plot *plot, const struct plot_axis *axis, bool from_zero) {
    bool sound = !from_zero || refuse_bars(plot, axis), negative = false;
    size_t seen = 0;
    for (size_t u = 0; u < plot->unit_count && sound; u++) {
        const struct plot_unit *unit = &plot->units[u];
        const struct value *values = unit->rows.values[axis->channel];
        for (size_t i = 0; values && i < unit->rows.count; i++) {
            double amount = values[i].kind == VALUE_NUMBER ? values[i].number : NAN;
            negative = seen ? negative : amount < 0;
            seen += isfinite(amount);
            if (amount == 0 || (isfinite(amount) && (amount < 0) != negative)) {
                diag_error(
                    plot->guide.diag, DIAG_LOG_SCALE, row_place(plot, unit, axis->channel, i),
                    STR("take the row out, or use a symlog scale"),
                    _("%s has no place on a log scale"),
                    str_terminate(plot->guide.arena, plot_word(plot->guide.arena, values[i])));
                sound = false;
            }
        }
    }
    return sound;
}

static bool check_domain(const struct plot *plot, const struct plot_axis *axis,
                         const double domain[2]) {
    if (axis->scale.type != &scale_log || domain[0] * domain[1] > 0) {
        return true;
    }
    diag_error(plot->guide.diag, DIAG_LOG_SCALE, json_place(plot->guide.arena, axis->spec->json),
               STR("give it a domain of amounts above zero"),
               _("the domain of a log scale cannot hold zero"));
    return false;
}

// Px that bars at places of their own need at both ends, as Vega-Lite gives them.
static double find_padding(const struct plot *plot, const struct plot_axis *axis) {
    const struct channel_spec *spec = axis->spec;
    if (spec->scale.domain || is_binned(axis) || spec->time_unit.parts) {
        return 0;
    }
    for (size_t u = 0; u < plot->unit_count; u++) {
        const struct plot_unit *unit = &plot->units[u];
        if (unit->spec->mark.mark->from_zero && unit->spec->mark.mark->banded &&
            plot_band_channel(unit) == axis->channel) {
            return BAR_PADDING;
        }
    }
    return 0;
}

static bool check_zero(const struct plot *plot, const struct plot_axis *axis, bool from_zero) {
    if (!from_zero || axis->spec->scale.zero != CHOICE_NO) {
        return true;
    }
    diag_error(plot->guide.diag, DIAG_CONFLICT, json_place(plot->guide.arena, axis->spec->json),
               STR("use points or a line where zero would waste the space"),
               _("bars and areas start at zero"));
    return false;
}

// Vega-Lite's default: amounts start at zero, but not where bars, lines and areas go from row to
// row.
static bool starts_at_zero(const struct plot *plot, const struct plot_axis *axis) {
    const struct plot_unit *unit = &plot->units[0];
    for (size_t i = 1; i < plot->unit_count && &unit->spec->channels[axis->channel] != axis->spec;
         i++) {
        unit = &plot->units[i];
    }
    const struct mark *mark = unit->spec->mark.mark;
    bool along = (mark->joins || mark->from_zero) && !uses_measure(unit, axis);
    return axis->spec->scale.zero == CHOICE_YES ||
           (axis->spec->scale.zero == CHOICE_DEFAULT && !along);
}

static void take_limits(const struct scale_spec *scale, double domain[2]) {
    domain[0] = isnan(scale->domain_min) ? domain[0] : scale->domain_min;
    domain[1] = isnan(scale->domain_max) ? domain[1] : scale->domain_max;
}

// The domain before `nice`; false when a fault was reported.
static bool find_domain(struct plot *plot, const struct plot_axis *axis, double domain[2]) {
    const struct scale_spec *scale = &axis->spec->scale;
    bool from_zero = false, log = axis->scale.type == &scale_log;
    span_units(plot, axis, domain, &from_zero);
    if ((log && !check_log(plot, axis, from_zero)) || !check_zero(plot, axis, from_zero)) {
        return false;
    }
    span_bins(plot, axis, domain);
    bool free = scale->zero == CHOICE_DEFAULT && (is_timed(axis) || is_binned(axis));
    if (!scale->domain && !log && !free && starts_at_zero(plot, axis)) {
        include_number(domain, 0);
    }
    if (scale->domain && !take_domain(plot, axis, from_zero, domain)) {
        return false;
    }
    take_limits(scale, domain);
    if (from_zero && !keeps_zero(plot, axis->spec->json, domain)) {
        return false;
    }
    if (!(domain[0] <= INFINITY && isfinite(domain[0] + domain[1]))) {
        diag_error(plot->guide.diag, DIAG_EMPTY_DATA,
                   json_place(plot->guide.arena, axis->spec->json), STR_NONE,
                   _("no row has an amount for this axis"));
        return false;
    }
    if (domain[0] == domain[1]) { // nothing to tell apart: one unit keeps zero at its end
        double unit = is_timed(axis) ? 864e5 : 1;
        domain[domain[0] >= 0] += domain[0] >= 0 ? unit : -unit;
    }
    return check_domain(plot, axis, domain);
}

bool plot_make_amounts(struct plot *plot, struct plot_axis *axis) {
    const struct scale_spec *spec = &axis->spec->scale;
    struct scale *scale = &axis->scale;
    scale->type = spec->type ? spec->type : is_timed(axis) ? &scale_time : &scale_linear;
    scale->parameter = isnan(spec->parameter) ? scale->type->parameter : spec->parameter;
    scale->clamp = spec->clamp;
    double domain[2] = {INFINITY, -INFINITY};
    if (!find_domain(plot, axis, domain)) {
        return false;
    }
    scale->domain[0] = domain[0];
    scale->domain[1] = domain[1];
    bool open = !spec->domain && isnan(spec->domain_min) && isnan(spec->domain_max);
    bool nice = spec->nice == CHOICE_YES || isfinite(spec->nice_count) ||
                (open && spec->nice == CHOICE_DEFAULT && !is_timed(axis) && !is_binned(axis));
    double count = isfinite(spec->nice_count) ? spec->nice_count : NICE_COUNT;
    axis->padding = find_padding(plot, axis);
    if (axis->padding > 0) { // widened first, when the length is known
        axis->nice_count = nice ? count : 0;
    } else if (nice) {
        scale->type->nice(scale, count);
    }
    if (!isfinite(scale->domain[1] - scale->domain[0])) {
        diag_error(plot->guide.diag, DIAG_OUT_OF_RANGE,
                   json_place(plot->guide.arena, axis->spec->json), STR_NONE,
                   _("the axis would span more than numbers can count (1.8e308)"));
        return false;
    }
    axis->open_domain[0] = scale->domain[0];
    axis->open_domain[1] = scale->domain[1];
    return true;
}
