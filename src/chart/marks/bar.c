// Bars: a row's amount as a length from zero (or between two fields), across or upwards.
#include "chart/mark.h"
#include "scene/path.h"

#include <math.h>

static struct rect bar_rect(const struct plot *plot, const struct plot_unit *unit, size_t row,
                            double start, double width) {
    const struct plot_axis *axis = unit->horizontal ? &plot->x : &plot->y;
    double from = scale_map(&axis->scale, unit->rows.from[row]);
    double to = scale_map(&axis->scale, unit->rows.to[row]);
    double low = fmin(from, to), length = fabs(to - from);
    return unit->horizontal
               ? (struct rect){plot->area.x + low, plot->area.y + start, length, width}
               : (struct rect){plot->area.x + start, plot->area.y + low, width, length};
}

// Thickness asked for by `size`, centred in the band.
static void narrow(const struct plot_unit *unit, double *start, double *width) {
    double size = unit->spec->mark.size;
    if (isfinite(size)) {
        *start += (*width - size) / 2;
        *width = size;
    }
}

static struct scene_item *add_bar(struct plot *plot, const struct plot_unit *unit, size_t row,
                                  struct rect rect, uint32_t owner) {
    double corner = unit->spec->mark.corner;
    corner =
        fmin(isfinite(corner) ? corner : plot->style->corner, fmin(rect.width, rect.height) / 2);
    struct paint fill = paint_solid(unit->fills[row]);
    if (corner <= 0) {
        return scene_add_rect(plot->scene, ROLE_MARK_RECT, owner, rect, fill);
    }
    struct path_builder builder = PATH_BUILDER(plot->guide.arena);
    path_rounded_rect(&builder, rect, (double[4]){corner, corner, corner, corner});
    struct scene_path path = {.path = path_done(&builder), .fill = fill, .opacity = 1};
    return scene_add_path(plot->scene, ROLE_MARK_RECT, owner, path);
}

static void draw(struct plot *plot, const struct plot_unit *unit) {
    scene_open_group(plot->scene, ROLE_MARK, STR_NONE);
    for (size_t i = 0; i < unit->rows.count; i++) {
        double start, width;
        if (!isfinite(unit->rows.to[i]) || !isfinite(unit->rows.from[i]) ||
            !plot_row_band(plot, unit, i, &start, &width)) {
            continue;
        }
        narrow(unit, &start, &width);
        struct rect rect = bar_rect(plot, unit, i, start, width);
        uint32_t owner = scene_new_owner(plot->scene);
        add_bar(plot, unit, i, rect, owner)->label = plot_row_words(plot, unit, i);
        plot_draw_label(plot, unit, i, rect, owner);
    }
    scene_close_group(plot->scene);
}

const struct mark mark_bar = {.name = "bar",
                              .banded = true,
                              .from_zero = true,
                              .stacks = true,
                              .words = "柱形图",
                              .draw = draw,
                              .properties = "orient cornerRadius size label"};
