// Rects: a cell where two bands cross, or the space between two places on an axis.
#include "chart/strokes.h"

#include <math.h>

// From one end to the other along an axis: the band, two places, or all the plot where the axis
// has no channel.
static bool span(const struct plot *plot, const struct plot_unit *unit,
                 const struct plot_axis *axis, size_t row, double *start, double *length) {
    enum channel channel = axis->channel;
    double second;
    if (!unit->rows.values[channel] && !unit->spec->channels[channel].value) {
        *start = 0;
        *length = axis->size;
        return true;
    }
    if (plot_row_second(plot, unit, axis, row, &second)) {
        double first;
        bool found = plot_row_place(plot, unit, axis, row, &first);
        *start = fmin(first, second);
        *length = fabs(second - first);
        return found && isfinite(*length);
    }
    return axis->discrete && plot_axis_band(plot, unit, axis, row, start, length);
}

// Cells of a heatmap stand a little apart.
static void part_cells(const struct plot *plot, struct rect *rect) {
    double gap = plot->x.discrete && plot->y.discrete ? plot->style->cell_gap : 0;
    gap = fmin(gap, fmin(rect->width, rect->height) / 2);
    *rect =
        (struct rect){rect->x + gap / 2, rect->y + gap / 2, rect->width - gap, rect->height - gap};
}

static void draw(struct plot *plot, const struct plot_unit *unit) {
    scene_open_group(plot->scene, ROLE_MARK, STR_NONE);
    for (size_t i = 0; i < unit->rows.count; i++) {
        struct rect rect;
        if (!span(plot, unit, &plot->x, i, &rect.x, &rect.width) ||
            !span(plot, unit, &plot->y, i, &rect.y, &rect.height)) {
            continue;
        }
        rect.x += plot->area.x;
        rect.y += plot->area.y;
        part_cells(plot, &rect);
        uint32_t owner = scene_new_owner(plot->scene);
        struct scene_item *cell =
            scene_add_rect(plot->scene, ROLE_MARK_RECT, owner, rect, paint_solid(unit->fills[i]));
        cell->label = plot_row_words(plot, unit, i);
        cell->path.stroke = stroke_of_outline(plot, unit);
        plot_draw_label(plot, unit, i, rect, owner);
    }
    scene_close_group(plot->scene);
}

const struct mark mark_rect = {.name = "rect",
                               .outlined = true,
                               .banded = true,
                               .cells = true,
                               .words = "热力图",
                               .properties = "label stroke strokeWidth strokeDash",
                               .draw = draw};
