// Lines: the rows of each series joined in the order of their places.
#include "chart/curve.h"
#include "chart/series.h"
#include "chart/strokes.h"

#include <math.h>

static void draw_stretch(struct plot *plot, const struct plot_unit *unit, struct stretch stretch,
                         struct path_builder *builder) {
    struct point *points = ARENA_ARRAY(plot->guide.arena, stretch.count, struct point);
    for (size_t i = 0; i < stretch.count; i++) {
        plot_row_point(plot, unit, stretch.rows[i], &points[i]);
    }
    curve_add(builder, unit->spec->mark.curve, points, stretch.count, unit->horizontal, false);
    if (stretch.count == 1) { // alone between gaps: a dot, by the round caps
        path_line(builder, points[0].x, points[0].y);
    }
}

static void draw_series(struct plot *plot, const struct plot_unit *unit,
                        const struct series *series) {
    struct path_builder builder = PATH_BUILDER(plot->guide.arena);
    struct stretch stretch;
    for (size_t at = 0; (stretch = series_next_stretch(plot, unit, series, &at)).count;) {
        draw_stretch(plot, unit, stretch, &builder);
    }
    if (!builder.verb_count) {
        return;
    }
    struct scene_path path = {.path = path_done(&builder), .opacity = 1};
    path.stroke = stroke_of_mark(plot, unit, series->rows[0], plot->style->line_width);
    path.stroke.cap = CAP_ROUND;
    path.stroke.join = JOIN_ROUND;
    uint32_t owner = scene_new_owner(plot->scene);
    scene_add_path(plot->scene, ROLE_MARK_LINE, owner, path)->label =
        series_words(plot, unit, series);
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

const struct mark mark_line = {
    .name = "line",
    .strokes = true,
    .joins = true,
    .words = "折线图",
    .properties = "orient interpolate strokeWidth strokeDash point label",
    .draw = draw,
};
