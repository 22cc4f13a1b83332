// Rules: straight lines across the plot at an amount, or between two amounts.
#include "chart/strokes.h"
#include "scene/path.h"

// From end to end along one axis: between its two channels, or all the plot where the axis has no
// channel, or the band where the other axis holds the amount.
static bool span(const struct plot *plot, const struct plot_unit *unit,
                 const struct plot_axis *axis, size_t row, double ends[2]) {
    if (!unit->rows.values[axis->channel] && !unit->spec->channels[axis->channel].value) {
        ends[0] = 0;
        ends[1] = axis->size;
        return true;
    }
    if (!plot_row_place(plot, unit, axis, row, &ends[0])) {
        return false;
    }
    if (!plot_row_second(plot, unit, axis, row, &ends[1])) {
        ends[1] = ends[0];
    }
    return true;
}

static void draw_rule(struct plot *plot, const struct plot_unit *unit, size_t row) {
    double x[2], y[2];
    if (!span(plot, unit, &plot->x, row, x) || !span(plot, unit, &plot->y, row, y)) {
        return;
    }
    struct path_builder builder = PATH_BUILDER(plot->guide.arena);
    path_move(&builder, plot->area.x + x[0], plot->area.y + y[0]);
    path_line(&builder, plot->area.x + x[1], plot->area.y + y[1]);
    struct scene_path path = {.path = path_done(&builder), .opacity = 1};
    path.stroke = stroke_of_mark(plot, unit, row, plot->style->rule_width);
    uint32_t owner = scene_new_owner(plot->scene);
    scene_add_path(plot->scene, ROLE_MARK_RULE, owner, path)->label =
        plot_row_words(plot, unit, row);
}

static bool has_field(const struct unit_spec *spec) {
    for (unsigned i = 0; i < CHANNEL_COUNT; i++) {
        if (spec->channels[i].given &&
            (spec->channels[i].field.len || spec->channels[i].aggregate != AGGREGATE_NONE)) {
            return true;
        }
    }
    return false;
}

// Without a field every row gives the same line: one is drawn.
static void draw(struct plot *plot, const struct plot_unit *unit) {
    scene_open_group(plot->scene, ROLE_MARK, STR_NONE);
    size_t count = has_field(unit->spec) ? unit->rows.count : 1;
    for (size_t i = 0; i < count; i++) {
        draw_rule(plot, unit, i);
    }
    scene_close_group(plot->scene);
}

const struct mark mark_rule = {.name = "rule",
                               .strokes = true,
                               .plain_ink = true,
                               .properties = "strokeWidth strokeDash",
                               .draw = draw};
