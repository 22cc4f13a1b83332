// Ticks: a short line across the band at each row's amount.
#include "chart/mark.h"

#include <math.h>

// Vega-Lite's share of the step that a tick takes.
static const double TICK_SHARE = 0.75;

static void draw_tick(struct plot *plot, const struct plot_unit *unit, size_t row) {
    struct plot_axis *along = plot_measure_axis(plot, unit), *across = plot_band_axis(plot, unit);
    double at, middle;
    if (along->discrete || !plot_row_place(plot, unit, along, row, &at) ||
        !plot_row_place(plot, unit, across, row, &middle)) {
        return;
    }
    const struct mark_spec *mark = &unit->spec->mark;
    double step = across->discrete ? across->band.step : across->size;
    double length = isfinite(mark->size) ? mark->size : TICK_SHARE * step;
    if (plot->guide.markup && across->discrete && across->band.width > 0) {
        length = fmin(length, across->band.width); // px that were meant for another size of picture
    }
    double thick = isfinite(mark->thickness) ? mark->thickness : plot->style->rule_width;
    struct rect rect = {plot->area.x + at - thick / 2, plot->area.y + middle - length / 2, thick,
                        length};
    if (!unit->horizontal) {
        rect = (struct rect){plot->area.x + middle - length / 2, plot->area.y + at - thick / 2,
                             length, thick};
    }
    uint32_t owner = scene_new_owner(plot->scene);
    scene_add_rect(plot->scene, ROLE_MARK_RECT, owner, rect, paint_solid(unit->fills[row]))->label =
        plot_row_words(plot, unit, row);
}

static void draw(struct plot *plot, const struct plot_unit *unit) {
    scene_open_group(plot->scene, ROLE_MARK, STR_NONE);
    for (size_t i = 0; i < unit->rows.count; i++) {
        draw_tick(plot, unit, i);
    }
    scene_close_group(plot->scene);
}

const struct mark mark_tick = {.name = "tick",
                               .banded = true,
                               .sheer = true,
                               .properties = "orient size thickness",
                               .draw = draw};
