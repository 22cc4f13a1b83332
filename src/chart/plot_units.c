// The units of a chart: their data, and which way they run.
#include "base/i18n.h"
#include "chart/data.h"
#include "chart/grid.h"
#include "chart/mark.h"
#include "chart/transforms/transform.h"

static bool is_amount(const struct channel_spec *channel) {
    return channel->given && channel->type == TYPE_QUANTITATIVE && !channel->bin &&
           !channel->binned;
}

// The measure runs across when y holds the categories, or when the mark says so.
static bool runs_across(const struct unit_spec *spec) {
    const struct channel_spec *x = &spec->channels[CHANNEL_X], *y = &spec->channels[CHANNEL_Y];
    bool x_amount = is_amount(x), y_amount = is_amount(y);
    bool across = spec->channels[CHANNEL_X2].given, upward = spec->channels[CHANNEL_Y2].given;
    if (x_amount != y_amount) {
        return x_amount;
    }
    if (!x_amount && across != upward) { // from one time to another
        return across;
    }
    return spec->mark.has_orient ? spec->mark.horizontal
                                 : x->aggregate != AGGREGATE_NONE && y->aggregate == AGGREGATE_NONE;
}

// Bars and areas need one amount, or two times.
static bool check_lengths(const struct plot *plot, const struct plot_unit *unit) {
    const struct channel_spec *measure = &unit->spec->channels[plot_measure_channel(unit)];
    enum channel second = unit->horizontal ? CHANNEL_X2 : CHANNEL_Y2;
    bool timed = measure->type == TYPE_TEMPORAL && unit->spec->channels[second].given;
    if (!measure->given || (measure->type != TYPE_QUANTITATIVE && !timed)) {
        diag_error(
            plot->guide.diag, DIAG_MISSING_FIELD, json_place(plot->guide.arena, unit->spec->json),
            STR("give x or y the type \"quantitative\""),
            _("the mark “%s” needs one quantitative channel, x or y"), unit->spec->mark.mark->name);
        return false;
    }
    return true;
}

static bool check_theta(const struct plot *plot, const struct plot_unit *unit) {
    const struct channel_spec *theta = &unit->spec->channels[CHANNEL_THETA];
    if (theta->given && theta->type == TYPE_QUANTITATIVE) {
        return true;
    }
    diag_error(
        plot->guide.diag, DIAG_MISSING_FIELD, json_place(plot->guide.arena, unit->spec->json),
        STR("add \"theta\" with a field of type \"quantitative\""),
        _("the mark “%s” needs the quantitative channel theta"), unit->spec->mark.mark->name);
    return false;
}

static bool check_unit(const struct plot *plot, const struct plot_unit *unit) {
    const struct mark *mark = unit->spec->mark.mark;
    return (!mark->polar || check_theta(plot, unit)) &&
           (!mark->from_zero || check_lengths(plot, unit));
}

// The table that a lookup asks for.
static const struct table *find_other(const void *context, const struct json *data,
                                      const struct json *from) {
    return data_find(context, data, from);
}

// The unit's data after its transforms.
static const struct table *find_table(const struct plot *plot, const struct unit_spec *spec) {
    const struct table *table = data_find(plot->context, spec->data, spec->json);
    const struct transform_run run = {.arena = plot->guide.arena,
                                      .diag = plot->guide.diag,
                                      .chinese = plot_speaks_chinese(plot),
                                      .find_data = find_other,
                                      .context = plot->context};
    for (size_t i = 0; i < spec->transform_count && table; i++) {
        table = transforms_apply(&run, table, spec->transforms[i]);
    }
    return table;
}

bool plot_read_units(struct plot *plot) {
    bool sound = true;
    plot->unit_count = plot->spec->unit_count;
    plot->units = ARENA_ARRAY(plot->guide.arena, plot->unit_count, struct plot_unit);
    for (size_t i = 0; i < plot->unit_count; i++) {
        struct plot_unit *unit = &plot->units[i];
        unit->spec = &plot->spec->units[i];
        unit->horizontal = runs_across(unit->spec);
        unit->table = find_table(plot, unit->spec);
        sound = unit->table && check_unit(plot, unit) && plot_read_rows(plot, unit) && sound;
    }
    return sound && grid_make(plot);
}
