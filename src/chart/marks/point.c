// Points: a symbol at each row's place, its size that of the square around it, px².
#include "chart/strokes.h"
#include "scene/path.h"

#include <math.h>

// The points of lines and areas are filled and have a size of their own.
double points_area(const struct plot *plot, const struct plot_unit *unit, size_t row) {
    const struct mark_spec *mark = &unit->spec->mark;
    if (unit->sizes && !mark->mark->joins) {
        return fmax(unit->sizes[row], 0);
    }
    double size = mark->mark->joins ? mark->point_size : mark->size;
    return isfinite(size) ? size : plot->style->point_size;
}

static void draw_point(struct plot *plot, const struct plot_unit *unit, size_t row,
                       struct point centre) {
    const struct mark_spec *mark = &unit->spec->mark;
    double area = points_area(plot, unit, row), radius = sqrt(area) / 2;
    struct path_builder builder = PATH_BUILDER(plot->guide.arena);
    symbol_add(&builder, plot_row_symbol(plot, unit, row), centre, area);
    struct scene_path path = {.path = path_done(&builder), .opacity = 1};
    if (mark->filled || mark->mark->joins || plot->style->points_filled) {
        path.fill = paint_solid(unit->fills[row]);
        if (!mark->mark->joins)
            path.stroke = stroke_of_outline(plot, unit);
    } else {
        path.stroke = stroke_of_mark(plot, unit, row, plot->style->line_width);
    }
    uint32_t owner = scene_new_owner(plot->scene);
    scene_add_path(plot->scene, ROLE_MARK_SYMBOL, owner, path)->label =
        plot_row_words(plot, unit, row);
    struct rect box = {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
    plot_draw_label(plot, unit, row, box, owner);
}

void points_draw(struct plot *plot, const struct plot_unit *unit) {
    scene_open_group(plot->scene, ROLE_MARK, STR_NONE);
    for (size_t i = 0; i < unit->rows.count; i++) {
        struct point at;
        if (plot_row_point(plot, unit, i, &at)) {
            draw_point(plot, unit, i, at);
        }
    }
    scene_close_group(plot->scene);
}

const struct mark mark_point = {.name = "point",
                                .outlined = true,
                                .symbols = true,
                                .sheer = true,
                                .places = true,
                                .words = "散点图",
                                .properties =
                                    "size shape filled stroke strokeWidth strokeDash label",
                                .draw = points_draw};
