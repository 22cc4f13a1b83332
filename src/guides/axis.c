// Drawing axes.
#include "guides/axis.h"

#include <math.h>

static const double PI = 3.14159265358979323846;
// Em between two numbers along an axis; with less, one of them is left out.
static const double LABELS_APART = 0.25;

static bool is_upright(const struct axis *axis) {
    return axis->side != AXIS_BOTTOM;
}

// Away from the plot: to the left or to the right.
static double outwards(const struct axis *axis) {
    return axis->side == AXIS_LEFT ? -1 : 1;
}

// The plot's edge at which an upright axis stands.
static double edge_of(const struct axis *axis, struct rect area) {
    return axis->side == AXIS_LEFT ? area.x : rect_right(area);
}

static double tick_length(const struct guide_context *context, const struct axis *axis) {
    return axis->ticks ? context->style->tick_size : 0;
}

// What a box turned by the axis's angle takes across (upright axes) or downwards (bottom).
static double turned_extent(const struct axis *axis, double width, double height) {
    double turn = axis->angle_deg * PI / 180;
    double along = fabs(cos(turn)), across = fabs(sin(turn));
    return is_upright(axis) ? along * width + across * height : across * width + along * height;
}

// Width (upright axes) or height (bottom) of the labels.
static double label_extent(const struct guide_context *context, const struct axis *axis) {
    const struct category_labels *names = axis->categories;
    if (names) {
        return names->above ? 0 : turned_extent(axis, names->width, names->height);
    }
    double width = 0;
    for (size_t i = 0; axis->words && i < axis->count; i++) {
        width = fmax(width, guide_width(context, &context->style->axis_label, axis->words[i]));
    }
    return width > 0 ? turned_extent(axis, width, context->style->axis_label.size) : 0;
}

// Chinese is read level: the title of an upright axis stands over its labels unless the style turns
// it.
static bool stands_over(const struct guide_context *context, const struct axis *axis) {
    return is_upright(axis) && !context->style->axis_titles_turned;
}

static double title_height(const struct guide_context *context, const struct axis *axis) {
    const struct style *style = context->style;
    return axis->title.len ? style->axis_title_gap + style->axis_title.size : 0;
}

static double title_extent(const struct guide_context *context, const struct axis *axis) {
    return stands_over(context, axis) ? 0 : title_height(context, axis);
}

double axis_extent_over(const struct guide_context *context, const struct axis *axis) {
    if (!stands_over(context, axis) || !axis->title.len) {
        return 0;
    }
    double label = axis->words ? context->style->axis_label.size / 2 : 0; // of the topmost tick
    return title_height(context, axis) + label;
}

static double labels_end(const struct guide_context *context, const struct axis *axis) {
    double labels = label_extent(context, axis);
    return tick_length(context, axis) + (labels > 0 ? context->style->axis_label_gap + labels : 0);
}

double axis_extent(const struct guide_context *context, const struct axis *axis) {
    return labels_end(context, axis) + title_extent(context, axis);
}

// A line across the plot at a position of the axis, or the axis line when `along`.
static void add_rule(const struct guide_context *context, struct scene *scene, enum scene_role role,
                     struct point from, struct point to, struct colour colour) {
    scene_add_line(scene, role, from, to, context->style->rule_width, colour);
}

// Lines lie on whole pixels: of odd width through their middle, as Vega's do.
static double snap(const struct guide_context *context, double at) {
    double width = fmax(1, round(context->style->rule_width));
    return round(at) + (fmod(width, 2) == 1 ? 0.5 : 0);
}

// The line at tick `i` of an axis that begins at `origin`. The middles of bands that lie between
// two pixels go to the one before, as in Vega, amounts to the one behind.
static double snap_tick(const struct guide_context *context, const struct axis *axis, double origin,
                        size_t i) {
    double position = axis->positions[i] - (axis->categories ? 1e-9 : 0);
    return floor(origin) == origin ? origin + snap(context, position)
                                   : snap(context, origin + position);
}

void axis_draw_grid(const struct guide_context *context, struct scene *scene,
                    const struct axis *axis, struct rect area) {
    if (!axis->grid) {
        return;
    }
    for (size_t i = 0; i < axis->count; i++) {
        double at = snap_tick(context, axis, area.x, i);
        struct point from = {at, area.y}, to = {at, rect_bottom(area)};
        if (is_upright(axis)) {
            at = snap_tick(context, axis, area.y, i);
            from = (struct point){area.x, at};
            to = (struct point){rect_right(area), at};
        }
        add_rule(context, scene, ROLE_AXIS_GRID, from, to, context->style->grid);
    }
}

static void draw_ticks(const struct guide_context *context, struct scene *scene,
                       const struct axis *axis, struct rect area) {
    double length = tick_length(context, axis);
    for (size_t i = 0; i < axis->count && length > 0; i++) {
        double at = snap_tick(context, axis, area.x, i);
        struct point from = {at, rect_bottom(area)}, to = {from.x, from.y + length};
        if (is_upright(axis)) {
            from = (struct point){edge_of(axis, area), snap_tick(context, axis, area.y, i)};
            to = (struct point){from.x + outwards(axis) * length, from.y};
        }
        add_rule(context, scene, ROLE_AXIS_TICK, from, to, context->style->rule);
    }
}

static void draw_line(const struct guide_context *context, struct scene *scene,
                      const struct axis *axis, struct rect area) {
    if (!axis->line) {
        return;
    }
    double low = snap(context, rect_bottom(area)), edge = snap(context, edge_of(axis, area));
    struct point from = {area.x, low}, to = {rect_right(area), low};
    if (is_upright(axis)) {
        from = (struct point){edge, area.y};
        to = (struct point){edge, rect_bottom(area)};
    }
    add_rule(context, scene, ROLE_AXIS_DOMAIN, from, to, context->style->rule);
}

// Numbers at the very ends may be kept within the axis, as Vega's labelFlush does.
static enum text_align upright_align(const struct guide_context *context, const struct axis *axis,
                                     struct rect area, double at) {
    if (axis->categories || !context->style->label_flush) {
        return ALIGN_CENTRE;
    }
    return fabs(at) < 1 ? ALIGN_START : fabs(at - area.width) < 1 ? ALIGN_END : ALIGN_CENTRE;
}

// Where a label stands: beside its tick, turned labels with their end (or start) at it.
static struct text_placement label_place(const struct guide_context *context,
                                         const struct axis *axis, struct rect area, double at) {
    double gap = tick_length(context, axis) + context->style->axis_label_gap;
    double side = edge_of(axis, area) + outwards(axis) * gap;
    struct text_placement place = {.at = {side, area.y + at},
                                   .align = axis->side == AXIS_LEFT ? ALIGN_END : ALIGN_START,
                                   .baseline = BASELINE_MIDDLE,
                                   .angle_deg = axis->angle_deg};
    if (axis->side == AXIS_BOTTOM) {
        double turn = sin(axis->angle_deg * PI / 180);
        place.at = (struct point){area.x + at, rect_bottom(area) + gap};
        place.align = fabs(turn) < 1e-9 ? upright_align(context, axis, area, at)
                      : turn < 0        ? ALIGN_END
                                        : ALIGN_START;
        place.baseline = fabs(turn) < 1e-9 ? BASELINE_TOP : BASELINE_MIDDLE;
    }
    return place;
}

// Whether two level numbers along a bottom axis touch, or stand so near that they are read as one.
static bool labels_touch(const struct guide_context *context, const struct axis *axis,
                         struct rect area, size_t left, size_t right) {
    static const double shares[] = {[ALIGN_START] = 1, [ALIGN_CENTRE] = 0.5, [ALIGN_END] = 0};
    const struct style_text *look = &context->style->axis_label;
    if (axis->positions[left] > axis->positions[right]) { // reversed
        size_t swapped = left;
        left = right;
        right = swapped;
    }
    double end = shares[upright_align(context, axis, area, axis->positions[left])] *
                 guide_width(context, look, axis->words[left]);
    double start = (1 - shares[upright_align(context, axis, area, axis->positions[right])]) *
                   guide_width(context, look, axis->words[right]);
    double clear = LABELS_APART * look->size;
    return axis->positions[left] + end + clear > axis->positions[right] - start;
}

// Every other label goes, and again, until none touch: Vega-Lite's labelOverlap "parity".
static size_t label_step(const struct guide_context *context, const struct axis *axis,
                         struct rect area) {
    size_t step = axis->categories ? axis->categories->step : 1;
    if (!axis->words || axis->side != AXIS_BOTTOM || fmod(axis->angle_deg, 180) != 0) {
        return step;
    }
    for (size_t i = step; i < axis->count;) {
        bool touch = labels_touch(context, axis, area, i - step, i);
        step *= touch ? 2 : 1;
        i = touch ? step : i + step;
    }
    return step;
}

void axis_reach(const struct guide_context *context, const struct axis *axis, double length,
                double *before, double *behind) {
    static const double shares[] = {[ALIGN_START] = 1, [ALIGN_CENTRE] = 0.5, [ALIGN_END] = 0};
    const struct rect area = {.width = length};
    *before = *behind = 0;
    if (!axis->words || axis->side != AXIS_BOTTOM || fmod(axis->angle_deg, 180) != 0) {
        return;
    }
    for (size_t i = 0, step = label_step(context, axis, area); i < axis->count; i += step) {
        double width = guide_width(context, &context->style->axis_label, axis->words[i]);
        double share = shares[upright_align(context, axis, area, axis->positions[i])];
        *before = fmax(*before, (1 - share) * width - axis->positions[i]);
        *behind = fmax(*behind, axis->positions[i] + share * width - length);
    }
}

static void draw_labels(const struct guide_context *context, struct scene *scene,
                        const struct axis *axis, struct rect area) {
    const struct style_text *look = &context->style->axis_label;
    size_t step = label_step(context, axis, area);
    for (size_t i = 0; i < axis->count; i += step) {
        const struct text_block *block =
            axis->categories ? axis->categories->blocks[i]
                             : guide_set(context, look, axis->words[i], 0, TEXT_WRAP);
        struct text_placement place = label_place(context, axis, area, axis->positions[i]);
        text_place(scene, ROLE_AXIS_LABEL, OWNER_NONE, block, &place);
    }
}

static void draw_title(const struct guide_context *context, struct scene *scene,
                       const struct axis *axis, struct rect area) {
    if (!axis->title.len) {
        return;
    }
    const struct text_block *block =
        guide_set_title(context, &context->style->axis_title, axis->title, 0);
    double away = labels_end(context, axis) + context->style->axis_title_gap;
    struct text_placement place = {
        .at = {area.x + area.width / 2, rect_bottom(area) + away},
        .align = ALIGN_CENTRE,
        .baseline = BASELINE_TOP,
    };
    if (is_upright(axis)) {
        place.at.x = edge_of(axis, area) + outwards(axis) * away;
        place.at.y = area.y + area.height / 2;
        place.angle_deg = outwards(axis) * 90;
        place.baseline = BASELINE_BOTTOM;
    }
    if (stands_over(context, axis)) {
        double over = axis_extent_over(context, axis) - context->style->axis_title.size;
        double end = edge_of(axis, area) + outwards(axis) * labels_end(context, axis);
        place = (struct text_placement){.at = {end, area.y - over},
                                        .align = axis->side == AXIS_LEFT ? ALIGN_START : ALIGN_END,
                                        .baseline = BASELINE_BOTTOM};
    }
    text_place(scene, ROLE_AXIS_TITLE, OWNER_NONE, block, &place);
}

void axis_draw(const struct guide_context *context, struct scene *scene, const struct axis *axis,
               struct rect area) {
    scene_open_group(scene, ROLE_AXIS, STR_NONE);
    draw_ticks(context, scene, axis, area);
    draw_line(context, scene, axis, area);
    if (axis->words || (axis->categories && !axis->categories->above)) {
        draw_labels(context, scene, axis, area);
    }
    draw_title(context, scene, axis, area);
    scene_close_group(scene);
}
