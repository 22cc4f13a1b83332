// Bars: a row's amount as a length from zero (or between two fields), across or upwards.
#include "chart/strokes.h"
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

// Metrics that the report gives with 余, 约 and the like.
static bool is_approximate(const struct plot_unit *unit, size_t row) {
    size_t column = table_find_column(unit->table, STR("approx"));
    return column != SIZE_MAX && json_get(unit->spec->data, "metrics") &&
           unit->table->columns[column].values[unit->rows.origin[row]].string.len > 0;
}

// A bar whose end is cut in like a swallow's tail, at the side of its amount.
static struct path notched(const struct plot *plot, const struct plot_unit *unit, size_t row,
                           struct rect bar) {
    bool backward = unit->rows.to[row] < unit->rows.from[row], across = unit->horizontal;
    double length = across ? bar.width : bar.height, thickness = across ? bar.height : bar.width;
    double depth = fmin(fmin(0.3 * thickness, 0.5 * length), 0.5 * plot->style->value.size);
    bool left = across && backward, top = !across && !backward;
    struct point corners[4] = {{bar.x, bar.y},
                               {rect_right(bar), bar.y},
                               {rect_right(bar), rect_bottom(bar)},
                               {bar.x, rect_bottom(bar)}};
    size_t end = top ? 0 : across && !left ? 1 : !across ? 2 : 3; // the side after this corner
    struct point in = {
        across ? (left ? bar.x + depth : rect_right(bar) - depth) : bar.x + bar.width / 2,
        across ? bar.y + bar.height / 2 : (top ? bar.y + depth : rect_bottom(bar) - depth)};
    struct path_builder builder = PATH_BUILDER(plot->guide.arena);
    path_move(&builder, corners[0].x, corners[0].y);
    for (size_t i = 0; i < 4; i++) {
        if (i > 0) {
            path_line(&builder, corners[i].x, corners[i].y);
        }
        if (i == end) {
            path_line(&builder, in.x, in.y);
        }
    }
    path_close(&builder);
    return path_done(&builder);
}

static struct scene_item *add_bar(struct plot *plot, const struct plot_unit *unit, size_t row,
                                  struct rect rect, uint32_t owner) {
    double corner = unit->spec->mark.corner;
    corner =
        fmin(isfinite(corner) ? corner : plot->style->corner, fmin(rect.width, rect.height) / 2);
    struct paint fill = paint_solid(unit->fills[row]);
    if (plot->style->approx_notch && !unit->labels_inside && is_approximate(unit, row)) {
        struct scene_path path = {
            .path = notched(plot, unit, row, rect), .fill = fill, .opacity = 1};
        return scene_add_path(plot->scene, ROLE_MARK_RECT, owner, path);
    }
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
        struct scene_item *bar = add_bar(plot, unit, i, rect, owner);
        bar->label = plot_row_words(plot, unit, i);
        bar->path.stroke = stroke_of_outline(plot, unit);
        plot_draw_label(plot, unit, i, rect, owner);
    }
    scene_close_group(plot->scene);
}

const struct mark mark_bar = {.name = "bar",
                              .outlined = true,
                              .banded = true,
                              .from_zero = true,
                              .stacks = true,
                              .words = "柱形图",
                              .draw = draw,
                              .properties =
                                  "orient cornerRadius size label stroke strokeWidth strokeDash"};
