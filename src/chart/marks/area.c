// Areas: the space between each series and zero, another field, or the series piled below it.
#include "chart/curve.h"
#include "chart/series.h"
#include "chart/strokes.h"

#include <math.h>

static struct point base_point(const struct plot *plot, const struct plot_unit *unit, size_t row,
                               struct point top) {
    double from = unit->rows.from[row];
    if (unit->horizontal) {
        top.x = plot->area.x + scale_map(&plot->x.scale, from);
    } else {
        top.y = plot->area.y + scale_map(&plot->y.scale, from);
    }
    return top;
}

// The upper edge forwards, the lower one backwards. The edge alone goes to `line`.
static void draw_stretch(const struct plot *plot, const struct plot_unit *unit,
                         struct stretch stretch, struct path_builder *fill,
                         struct path_builder *line) {
    struct point *top = ARENA_ARRAY(plot->guide.arena, stretch.count, struct point);
    struct point *base = ARENA_ARRAY(plot->guide.arena, stretch.count, struct point);
    for (size_t i = 0; i < stretch.count; i++) {
        plot_row_point(plot, unit, stretch.rows[i], &top[i]);
        base[stretch.count - 1 - i] = base_point(plot, unit, stretch.rows[i], top[i]);
    }
    enum curve curve = unit->spec->mark.curve;
    curve_add(fill, curve, top, stretch.count, unit->horizontal, false);
    curve_add(fill, curve_reversed(curve), base, stretch.count, unit->horizontal, true);
    path_close(fill);
    curve_add(line, curve, top, stretch.count, unit->horizontal, false);
}

static void draw_series(struct plot *plot, const struct plot_unit *unit,
                        const struct series *series) {
    struct path_builder fill = PATH_BUILDER(plot->guide.arena);
    struct path_builder line = PATH_BUILDER(plot->guide.arena);
    struct stretch stretch;
    for (size_t at = 0; (stretch = series_next_stretch(plot, unit, series, &at)).count;) {
        draw_stretch(plot, unit, stretch, &fill, &line);
    }
    if (!fill.verb_count) {
        return;
    }
    struct scene_path path = {
        .path = path_done(&fill), .fill = paint_solid(unit->fills[series->rows[0]]), .opacity = 1};
    uint32_t owner = scene_new_owner(plot->scene);
    scene_add_path(plot->scene, ROLE_MARK_AREA, owner, path)->label =
        series_words(plot, unit, series);
    if (unit->spec->mark.line) {
        struct scene_path edge = {.path = path_done(&line), .opacity = 1};
        edge.stroke = stroke_of_mark(plot, unit, series->rows[0], plot->style->line_width);
        edge.stroke.join = JOIN_ROUND;
        edge.stroke.paint.colour.a = 255; // the edge stays strong over a pale area
        scene_add_path(plot->scene, ROLE_MARK_LINE, owner, edge);
    }
}

static void draw(struct plot *plot, const struct plot_unit *unit) {
    const struct series *series;
    size_t count = series_make(plot, unit, &series);
    scene_open_group(plot->scene, ROLE_MARK, STR_NONE);
    for (size_t i = 0; i < count; i++) {
        draw_series(plot, unit, &series[i]);
    }
    scene_close_group(plot->scene);
    if (unit->spec->mark.points) {
        points_draw(plot, unit);
    }
}

const struct mark mark_area = {
    .name = "area",
    .from_zero = true,
    .joins = true,
    .stacks = true,
    .words = "面积图",
    .properties = "orient interpolate line point strokeWidth strokeDash label",
    .draw = draw,
};
