// The shapes of a scene against the texts near them.
#include "scene/check_state.h"

#include <math.h>

#include "scene/path.h"

// Axes, grid lines, paper and ornaments may lie under a text; data may not.
static bool is_data(enum scene_role role) {
    switch (role) {
    case ROLE_MARK_RECT:
    case ROLE_MARK_RULE:
    case ROLE_MARK_LINE:
    case ROLE_MARK_AREA:
    case ROLE_MARK_ARC:
    case ROLE_MARK_SYMBOL:
    case ROLE_MARK_SHAPE:
    case ROLE_LEGEND_SYMBOL:
        return true;
    default:
        return false;
    }
}

static bool is_seen(const struct paint *paint) {
    if (paint->kind == PAINT_SOLID)
        return paint->colour.a > 0;
    for (size_t i = 0; i < paint->stop_count; i++)
        if (paint->stops[i].colour.a > 0)
            return true;
    return false;
}

// Of a gradient the stop that the text is read worst on.
static struct colour lay(const struct paint *paint, double opacity, struct colour under,
                         struct colour ink) {
    if (paint->kind == PAINT_SOLID)
        return colour_over(check_fade(paint->colour, opacity), under);
    struct colour worst = under;
    double least = INFINITY;
    for (size_t i = 0; i < paint->stop_count; i++) {
        struct colour laid = colour_over(check_fade(paint->stops[i].colour, opacity), under);
        double contrast = colour_contrast(colour_over(ink, laid), laid);
        if (contrast < least) {
            least = contrast;
            worst = laid;
        }
    }
    return worst;
}

static bool is_opaque(const struct paint *paint, double opacity) {
    if (opacity < 1)
        return false;
    if (paint->kind == PAINT_SOLID)
        return paint->colour.a == 255;
    for (size_t i = 0; i < paint->stop_count; i++)
        if (paint->stops[i].colour.a != 255)
            return false;
    return true;
}

static bool holds(struct rect r, struct point p) {
    return p.x >= r.x && p.x <= rect_right(r) && p.y >= r.y && p.y <= rect_bottom(r);
}

// A shape as it is looked at: its outline, what it is painted with, where it is seen.
struct shape {
    const struct scene_item *item;
    size_t index;
    const struct outline *outline;
    const struct paint *fill;
    double stroke_width; // 0: none
    bool even_odd;
    double opacity;
    struct rect bounds, clip;
};

static void meet_text(struct checker *checker, const struct shape *shape,
                      struct text_state *state) {
    const struct scene_item *text = &checker->scene->items[state->item];
    bool filled = is_seen(shape->fill);
    if (filled && state->item > shape->index && holds(shape->clip, state->centre) &&
        outline_contains(shape->outline, shape->even_odd, state->centre)) {
        state->pictured = state->pictured && !is_opaque(shape->fill, shape->opacity);
        state->under = lay(shape->fill, shape->opacity, state->under, text->text.runs[0].colour);
    }
    bool own = text->owner != OWNER_NONE && text->owner == shape->item->owner;
    if (own || !is_data(shape->item->role))
        return;
    struct convex ink = convex_cut(&state->ink, shape->clip);
    double area = filled ? outline_fill_overlap(shape->outline, &ink) : 0;
    if (shape->stroke_width > 0)
        area = fmax(area, outline_stroke_overlap(shape->outline, shape->stroke_width, &ink));
    state->covered += area;
}

static void meet_texts(struct checker *checker, const struct shape *shape) {
    const uint32_t *near;
    struct rect seen = check_intersect(shape->bounds, shape->clip);
    size_t count = text_grid_find(&checker->grid, seen, &near);
    for (size_t i = 0; i < count; i++)
        if (rect_overlaps(seen, checker->texts[near[i]].visible))
            meet_text(checker, shape, &checker->texts[near[i]]);
}

static void report_covered(struct checker *checker, size_t index, struct rect bounds) {
    const uint32_t *near;
    size_t count = text_grid_find(&checker->grid, bounds, &near);
    for (size_t i = 0; i < count; i++) {
        struct text_state *state = &checker->texts[near[i]];
        if (state->covered > CHECK_OVERLAP_LIMIT)
            check_add_finding(checker,
                              (struct finding){.kind = FINDING_TEXT_ON_MARK,
                                               .item = state->item,
                                               .other = index,
                                               .box = check_intersect(state->visible, bounds),
                                               .measure = state->covered,
                                               .limit = CHECK_OVERLAP_LIMIT});
        state->covered = 0;
    }
}

static bool has_texts_near(struct checker *checker, struct rect bounds) {
    const uint32_t *near;
    return text_grid_find(&checker->grid, bounds, &near) > 0;
}

static void check_path(struct checker *checker, size_t index, struct surroundings around) {
    const struct scene_item *item = &checker->scene->items[index];
    const struct scene_path *path = &item->path;
    double opacity = around.opacity * path->opacity;
    struct rect bounds = scene_item_bounds(checker->scene, index);
    if (opacity == 0 || !has_texts_near(checker, bounds))
        return;
    outline_set(&checker->outline, &path->path);
    struct shape shape = {.item = item,
                          .index = index,
                          .outline = &checker->outline,
                          .fill = &path->fill,
                          .stroke_width = is_seen(&path->stroke.paint) ? path->stroke.width : 0,
                          .even_odd = path->even_odd,
                          .opacity = opacity,
                          .bounds = bounds,
                          .clip = around.clip};
    meet_texts(checker, &shape);
    report_covered(checker, index, bounds);
}

static void check_points(struct checker *checker, size_t index, struct surroundings around) {
    const struct scene_item *item = &checker->scene->items[index];
    const struct scene_points *points = &item->points;
    struct rect unit = path_bounds(&points->shape);
    if (around.opacity == 0)
        return;
    outline_set(&checker->outline, &points->shape);
    for (size_t i = 0; i < points->count; i++) {
        struct point place = points->places[i];
        double size = points->sizes[i];
        struct rect bounds = {place.x + unit.x * size, place.y + unit.y * size, unit.width * size,
                              unit.height * size};
        if (!has_texts_near(checker, bounds))
            continue;
        outline_move(&checker->outline, place, size, &checker->moved);
        struct paint fill = paint_solid(points->colours[i]);
        struct shape shape = {.item = item,
                              .index = index,
                              .outline = &checker->moved,
                              .fill = &fill,
                              .opacity = around.opacity,
                              .bounds = bounds,
                              .clip = around.clip};
        meet_texts(checker, &shape);
    }
    report_covered(checker, index, scene_item_bounds(checker->scene, index));
}

static void check_image(struct checker *checker, size_t index, struct surroundings around) {
    struct rect place = check_intersect(checker->scene->items[index].image.place, around.clip);
    const uint32_t *near;
    size_t count = text_grid_find(&checker->grid, place, &near);
    for (size_t i = 0; i < count; i++) {
        struct text_state *state = &checker->texts[near[i]];
        if (state->item > index && holds(place, state->centre))
            state->pictured = true;
    }
}

void check_shapes(struct checker *checker) {
    struct walk walk;
    check_walk_start(&walk, checker->scene);
    for (size_t i = 0; i < checker->scene->count; i++) {
        struct surroundings around = check_walk_to(&walk, checker->scene, i);
        enum scene_kind kind = checker->scene->items[i].kind;
        if (kind == SCENE_PATH)
            check_path(checker, i, around);
        else if (kind == SCENE_POINTS)
            check_points(checker, i, around);
        else if (kind == SCENE_IMAGE)
            check_image(checker, i, around);
    }
}
