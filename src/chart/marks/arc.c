// Arcs: the parts of a whole around a circle, clockwise from the top.
#include "chart/strokes.h"
#include "scene/path.h"

#include "base/sort.h"

#include <math.h>

static const double PI = 3.14159265358979323846;
static const double LEADER_BEND = 0.06; // of the radius, from the edge to a leader's bend
static const double LEADER_REACH = 0.18;
static const double TWO_LINES_GAIN = 1.25; // of the radius, that is worth labels of two lines
static const double HOLE_MOST = 0.65;      // of the radius

struct slice {
    size_t row;
    double from_deg, to_deg; // clockwise from the top
    double radius;
    uint32_t owner;
    double y; // of its label
};

struct pie {
    struct point centre;
    double outer, inner; // px
    unsigned lines;      // of a label
};

static double whole_of(const struct plot_unit *unit) {
    double whole = 0;
    for (size_t i = 0; i < unit->rows.count; i++) {
        whole = fmax(whole, isfinite(unit->rows.to[i]) ? unit->rows.to[i] : 0);
    }
    return whole;
}

static double widest_label(const struct plot *plot, const struct plot_unit *unit, unsigned lines) {
    double widest = 0;
    for (size_t i = 0; unit->labels && i < unit->rows.count; i++) {
        widest = fmax(widest, plot_slice_width(plot, unit, i, lines));
    }
    return widest;
}

// The radius that leaves labels of so many lines their room at both sides.
static double free_radius(const struct plot *plot, const struct plot_unit *unit, unsigned lines) {
    double side = plot->area.width / 2, upright = plot->area.height / 2;
    if (unit->labels) {
        side -= widest_label(plot, unit, lines) + 2 * plot->style->label_gap;
        side /= 1 + LEADER_REACH;
        upright -= lines * plot->style->value.size * plot->style->value.pitch / 2;
    }
    return fmax(0, fmin(side, upright));
}

// The largest circle beside its labels; in a narrow picture these have two lines. A hole that is
// given in px never eats the ring of a picture whose size may be any.
static struct pie make_pie(const struct plot *plot, const struct plot_unit *unit) {
    const struct rect *area = &plot->area;
    struct pie pie = {{area->x + area->width / 2, area->y + area->height / 2}, 0, 0, 1};
    double one = free_radius(plot, unit, 1), two = free_radius(plot, unit, 2);
    if (plot->slices_named && two > TWO_LINES_GAIN * one) {
        pie.lines = 2;
    }
    double asked = unit->spec->mark.outer_radius;
    pie.outer = isfinite(asked) ? asked : pie.lines == 2 ? two : one;
    double inner = unit->spec->mark.inner_radius;
    double most = plot->guide.markup && !isfinite(asked) ? HOLE_MOST * pie.outer : pie.outer;
    pie.inner = isfinite(inner) ? fmin(inner, most) : 0;
    return pie;
}

static double greatest_radius(const struct plot_unit *unit) {
    const struct value *values = unit->rows.values[CHANNEL_RADIUS];
    double greatest = 0;
    for (size_t i = 0; values && i < unit->rows.count; i++) {
        greatest = values[i].kind == VALUE_NUMBER ? fmax(greatest, values[i].number) : greatest;
    }
    return greatest;
}

// Vega-Lite's default: the area, not the radius, means the amount.
static double radius_of(const struct plot_unit *unit, const struct pie *pie, size_t row) {
    const struct value *values = unit->rows.values[CHANNEL_RADIUS];
    double greatest = greatest_radius(unit);
    if (!values || !(greatest > 0)) {
        return pie->outer;
    }
    double share = values[row].kind == VALUE_NUMBER ? values[row].number / greatest : 0;
    return pie->outer * sqrt(fmax(share, 0));
}

static struct path slice_path(struct arena *arena, const struct pie *pie,
                              const struct slice *slice) {
    struct path_builder builder = PATH_BUILDER(arena);
    double from = slice->from_deg - 90, to = slice->to_deg - 90; // 0 of paths lies to the right
    double inner = fmin(pie->inner, slice->radius);
    path_arc(&builder, pie->centre, slice->radius, from, to);
    if (inner > 0) {
        path_arc(&builder, pie->centre, inner, to, from);
    } else {
        path_line(&builder, pie->centre.x, pie->centre.y);
    }
    path_close(&builder);
    return path_done(&builder);
}

static void draw_slice(struct plot *plot, const struct plot_unit *unit, const struct pie *pie,
                       struct slice *slice) {
    struct scene_path path = {.path = slice_path(plot->guide.arena, pie, slice),
                              .fill = paint_solid(unit->fills[slice->row]),
                              .opacity = 1};
    if (unit->spec->mark.stroke) {
        path.stroke = stroke_of_outline(plot, unit);
    } else if (plot->style->cell_gap > 0) {
        path.stroke = (struct stroke){.paint = paint_solid(plot->style->paper),
                                      .width = plot->style->cell_gap,
                                      .join = JOIN_ROUND};
    }
    slice->owner = scene_new_owner(plot->scene);
    scene_add_path(plot->scene, ROLE_MARK_ARC, slice->owner, path)->label =
        plot_row_words(plot, unit, slice->row);
}

static struct point on_circle(const struct pie *pie, const struct slice *slice, double radius) {
    double turn = ((slice->from_deg + slice->to_deg) / 2 - 90) * PI / 180;
    return (struct point){pie->centre.x + radius * cos(turn), pie->centre.y + radius * sin(turn)};
}

static bool is_right(const struct slice *slice) {
    return slice->from_deg + slice->to_deg < 360;
}

static int compare_slices(const void *a, const void *b, const void *context) {
    (void)context;
    double x = ((const struct slice *)a)->y, y = ((const struct slice *)b)->y;
    return (x > y) - (x < y);
}

// The labels of one side, from top to bottom, a line apart and within the plot.
static void spread_side(const struct plot *plot, const struct pie *pie, struct slice *slices,
                        size_t count) {
    double line = pie->lines * plot->style->value.size * plot->style->value.pitch, next = -INFINITY;
    double limit = rect_bottom(plot->area);
    sort_stable(plot->guide.arena, slices, count, sizeof *slices, compare_slices, NULL);
    for (size_t i = 0; i < count; i++) {
        slices[i].y = fmax(slices[i].y, next);
        next = slices[i].y + line;
    }
    for (size_t i = count; i-- > 0;) {
        slices[i].y = fmin(slices[i].y, limit);
        limit = slices[i].y - line;
    }
}

static void draw_leader(struct plot *plot, const struct pie *pie, const struct slice *slice,
                        double x) {
    struct point edge = on_circle(pie, slice, slice->radius * 1.01);
    struct point bend = on_circle(pie, slice, pie->outer * (1 + LEADER_BEND));
    struct path_builder builder = PATH_BUILDER(plot->guide.arena);
    path_move(&builder, edge.x, edge.y);
    path_line(&builder, bend.x, bend.y);
    path_line(&builder, x, slice->y);
    struct scene_path path = {.path = path_done(&builder), .opacity = 1};
    path.stroke = (struct stroke){.paint = paint_solid(plot->style->rule),
                                  .width = plot->style->rule_width,
                                  .join = JOIN_ROUND};
    scene_add_path(plot->scene, ROLE_MARK_RULE, slice->owner, path);
}

static void draw_side(struct plot *plot, const struct plot_unit *unit, const struct pie *pie,
                      struct slice *slices, size_t count) {
    spread_side(plot, pie, slices, count);
    for (size_t i = 0; i < count; i++) {
        double away = pie->outer * (1 + LEADER_REACH), gap = plot->style->label_gap;
        bool right = is_right(&slices[i]);
        double x = pie->centre.x + (right ? away : -away);
        draw_leader(plot, pie, &slices[i], x);
        struct slice_label label = {
            {x + (right ? gap : -gap), slices[i].y}, right, pie->lines, slices[i].owner};
        plot_draw_slice_label(plot, unit, slices[i].row, &label);
    }
}

static void draw_labels(struct plot *plot, const struct plot_unit *unit, const struct pie *pie,
                        const struct slice *slices, size_t count) {
    struct slice *side = ARENA_ARRAY(plot->guide.arena, count, struct slice);
    for (int right = 0; right < 2; right++) {
        size_t n = 0;
        for (size_t i = 0; i < count; i++) {
            if (is_right(&slices[i]) == (bool)right && unit->labels[slices[i].row].len) {
                side[n] = slices[i];
                side[n].y = on_circle(pie, &side[n], pie->outer * (1 + LEADER_BEND)).y;
                n++;
            }
        }
        draw_side(plot, unit, pie, side, n);
    }
}

static void draw(struct plot *plot, const struct plot_unit *unit) {
    struct pie pie = make_pie(plot, unit);
    double whole = whole_of(unit);
    struct slice *slices = ARENA_ARRAY(plot->guide.arena, unit->rows.count, struct slice);
    size_t count = 0;
    scene_open_group(plot->scene, ROLE_MARK, STR_NONE);
    for (size_t i = 0; i < unit->rows.count; i++) {
        double from = unit->rows.from[i], to = unit->rows.to[i];
        if (!isfinite(from) || !isfinite(to) || !(to > from)) {
            continue;
        }
        slices[count] = (struct slice){.row = i,
                                       .from_deg = 360 * from / whole,
                                       .to_deg = 360 * to / whole,
                                       .radius = radius_of(unit, &pie, i)};
        draw_slice(plot, unit, &pie, &slices[count++]);
    }
    if (unit->labels) {
        draw_labels(plot, unit, &pie, slices, count);
    }
    scene_close_group(plot->scene);
}

const struct mark mark_arc = {.name = "arc",
                              .outlined = true,
                              .polar = true,
                              .words = "饼图",
                              .properties =
                                  "innerRadius outerRadius label stroke strokeWidth strokeDash",
                              .draw = draw};
