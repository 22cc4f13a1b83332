// Points: a circle at each row's place, its area given in px².
#include "chart/mark.h"
#include "scene/path.h"

#include <math.h>

static const double PI = 3.14159265358979323846;

static void draw_point(struct plot *plot, const struct plot_unit *unit, size_t row,
                       struct point centre) {
    const struct mark_spec *mark = &unit->spec->mark;
    double area = isfinite(mark->size) ? mark->size : plot->style->point_size;
    struct path_builder builder = PATH_BUILDER(plot->guide.arena);
    path_circle(&builder, centre, sqrt(area / PI));
    struct scene_path path = {.path = path_done(&builder), .opacity = 1};
    struct paint paint = paint_solid(unit->fills[row]);
    if (mark->filled || plot->style->points_filled) {
        path.fill = paint;
    } else {
        path.stroke = (struct stroke){
            .paint = paint,
            .width = isfinite(mark->stroke_width) ? mark->stroke_width : plot->style->line_width};
    }
    uint32_t owner = scene_new_owner(plot->scene);
    scene_add_path(plot->scene, ROLE_MARK_SYMBOL, owner, path)->label =
        plot_row_words(plot, unit, row);
}

static void draw(struct plot *plot, const struct plot_unit *unit) {
    scene_open_group(plot->scene, ROLE_MARK, STR_NONE);
    for (size_t i = 0; i < unit->rows.count; i++) {
        struct point at;
        if (plot_row_place(plot, unit, &plot->x, i, &at.x) &&
            plot_row_place(plot, unit, &plot->y, i, &at.y)) {
            draw_point(plot, unit, i, (struct point){plot->area.x + at.x, plot->area.y + at.y});
        }
    }
    scene_close_group(plot->scene);
}

const struct mark mark_point = {
    .name = "point", .properties = "size filled strokeWidth", .draw = draw};
