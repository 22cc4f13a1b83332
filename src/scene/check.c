// The layout checker: one walk over the scene in drawing order.
//
// Texts lie in a grid beforehand. Each shape then meets only the texts near it: those it covers
// (a finding unless it is their own), and those drawn later whose centre it lies under (whose
// background it becomes). Texts come last, when their background is known.
#include "scene/check.h"

#include <math.h>

#include "base/sort.h"
#include "scene/path.h"
#include "scene/polygon.h"
#include "scene/text_grid.h"

// Less is a matter of antialiasing: a corner of one px, half a px over an edge.
static const double overlap_limit = 1;
static const double overhang_limit = 0.5;

struct text_state {
    size_t item;
    struct convex ink;   // what clips leave of it
    struct rect visible; // the upright box of the same
    struct point centre;
    struct colour under; // opaque
    bool pictured;       // an image lies under it: no single colour
    double opacity;
    double covered; // px² by the shape being looked at
};

struct checker {
    struct arena *arena, scratch;
    const struct scene *scene;
    struct check_limits limits;
    struct text_state *texts;
    size_t text_count;
    struct text_grid grid;
    struct outline outline, moved;
    struct finding *findings;
    size_t count, capacity;
};

// What the groups around an item do to it.
struct surroundings {
    struct rect clip;
    double opacity;
    size_t end;
};

struct walk {
    struct surroundings levels[sizeof((struct scene *)0)->open / sizeof(size_t) + 1];
    size_t depth;
};

const char *finding_name(enum finding_kind kind) {
    static const char *const names[] = {"text-on-text", "text-on-mark", "text-off-canvas",
                                        "text-too-small", "low-contrast"};
    return names[kind];
}

static struct rect intersect(struct rect a, struct rect b) {
    double x = fmax(a.x, b.x), y = fmax(a.y, b.y);
    double width = fmin(rect_right(a), rect_right(b)) - x;
    double height = fmin(rect_bottom(a), rect_bottom(b)) - y;
    return (struct rect){x, y, fmax(width, 0), fmax(height, 0)};
}

static void walk_start(struct walk *walk, const struct scene *scene) {
    *walk = (struct walk){.depth = 0};
    walk->levels[0] = (struct surroundings){
        .clip = {-1e12, -1e12, 2e12, 2e12}, .opacity = 1, .end = scene->count};
}

// The surroundings of item `index`; walks in order. A group's own come to hold for its items.
static struct surroundings walk_to(struct walk *walk, const struct scene *scene, size_t index) {
    while (walk->depth && walk->levels[walk->depth].end <= index)
        walk->depth--;
    struct surroundings around = walk->levels[walk->depth];
    const struct scene_item *item = &scene->items[index];
    if (item->kind == SCENE_GROUP) {
        struct surroundings inside = around;
        inside.opacity *= item->group.opacity;
        inside.end = item->group.end;
        if (item->group.clipped)
            inside.clip = intersect(around.clip, item->group.clip);
        walk->levels[++walk->depth] = inside;
    }
    return around;
}

static void add_finding(struct checker *checker, struct finding finding) {
    const struct scene_item *item = &checker->scene->items[finding.item];
    const struct scene_item *other = &checker->scene->items[finding.other];
    finding.text = item->text.words;
    if (finding.other != finding.item)
        finding.partner = other->kind == SCENE_TEXT ? other->text.words : other->label;
    ARENA_RESERVE(checker->arena, checker->findings, checker->count, checker->capacity);
    checker->findings[checker->count++] = finding;
}

static double text_size(const struct scene_text *text) {
    double size = 0; // of the main text: raised and annotating runs are smaller
    for (size_t i = 0; i < text->run_count; i++)
        size = fmax(size, text->runs[i].size);
    return size;
}

// ---- texts ----

static void gather_texts(struct checker *checker) {
    const struct scene *scene = checker->scene;
    struct walk walk;
    walk_start(&walk, scene);
    checker->texts = ARENA_ARRAY(&checker->scratch, scene->count, struct text_state);
    for (size_t i = 0; i < scene->count; i++) {
        struct surroundings around = walk_to(&walk, scene, i);
        const struct scene_item *item = &scene->items[i];
        if (item->kind != SCENE_TEXT || item->text.run_count == 0 || around.opacity == 0)
            continue;
        struct convex ink = convex_from_text(&item->text);
        struct rect visible = intersect(item->text.ink, around.clip);
        checker->texts[checker->text_count++] = (struct text_state){
            .item = i,
            .ink = convex_cut(&ink, around.clip),
            .visible = visible,
            .centre = {visible.x + visible.width / 2, visible.y + visible.height / 2},
            .under = colour_over(scene->paper, (struct colour){255, 255, 255, 255}),
            .opacity = around.opacity};
    }
    text_grid_init(&checker->grid, &checker->scratch, scene->width, scene->height,
                   checker->text_count);
    for (size_t i = 0; i < checker->text_count; i++)
        text_grid_add(&checker->grid, (uint32_t)i, checker->texts[i].visible);
}

static void check_canvas(struct checker *checker, const struct text_state *state) {
    const struct rect canvas = {0, 0, checker->scene->width, checker->scene->height};
    struct rect ink = checker->scene->items[state->item].text.ink;
    struct rect inside = intersect(state->visible, canvas);
    bool cut = fmax(inside.x - ink.x, rect_right(ink) - rect_right(inside)) > overhang_limit ||
               fmax(inside.y - ink.y, rect_bottom(ink) - rect_bottom(inside)) > overhang_limit;
    if (cut && ink.width > 0 && ink.height > 0)
        add_finding(checker, (struct finding){.kind = FINDING_TEXT_OFF_CANVAS,
                                              .item = state->item,
                                              .other = state->item,
                                              .box = ink,
                                              .measure = ink.width * ink.height -
                                                         inside.width * inside.height});
}

static void check_size(struct checker *checker, const struct text_state *state) {
    const struct scene_text *text = &checker->scene->items[state->item].text;
    double size = text_size(text);
    if (size < checker->limits.min_text_px - 0.005) // printed numbers have two decimals
        add_finding(checker, (struct finding){.kind = FINDING_TEXT_TOO_SMALL,
                                              .item = state->item,
                                              .other = state->item,
                                              .box = text->ink,
                                              .measure = size,
                                              .limit = checker->limits.min_text_px});
}

static struct colour fade(struct colour colour, double opacity) {
    colour.a = (uint8_t)lround(colour.a * opacity);
    return colour;
}

// The worst of the runs. A halo of a px on each side is what the glyphs are seen against.
static void check_contrast(struct checker *checker, const struct text_state *state) {
    const struct scene_text *text = &checker->scene->items[state->item].text;
    bool large = text_size(text) >= checker->limits.large_text_px;
    double limit = large ? checker->limits.contrast_large : checker->limits.contrast_small;
    bool halo = text->halo_width >= 2;
    if (limit <= 0 || (state->pictured && !halo))
        return;
    struct colour under =
        halo ? colour_over(fade(text->halo, state->opacity), state->under) : state->under;
    double worst = INFINITY;
    for (size_t i = 0; i < text->run_count; i++) {
        struct colour seen = colour_over(fade(text->runs[i].colour, state->opacity), under);
        worst = fmin(worst, colour_contrast(seen, under));
    }
    if (worst < limit)
        add_finding(checker, (struct finding){.kind = FINDING_LOW_CONTRAST,
                                              .item = state->item,
                                              .other = state->item,
                                              .box = text->ink,
                                              .measure = worst,
                                              .limit = limit});
}

static void check_texts(struct checker *checker, uint32_t index) {
    const struct text_state *state = &checker->texts[index];
    const uint32_t *near;
    size_t count = text_grid_find(&checker->grid, state->visible, &near);
    for (size_t i = 0; i < count; i++) {
        const struct text_state *other = &checker->texts[near[i]];
        if (near[i] <= index || !rect_overlaps(state->visible, other->visible))
            continue;
        double area = convex_overlap(&state->ink, &other->ink);
        if (area > overlap_limit)
            add_finding(checker, (struct finding){.kind = FINDING_TEXT_ON_TEXT,
                                                  .item = state->item,
                                                  .other = other->item,
                                                  .box = intersect(state->visible, other->visible),
                                                  .measure = area,
                                                  .limit = overlap_limit});
    }
}

// ---- shapes ----

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
        return colour_over(fade(paint->colour, opacity), under);
    struct colour worst = under;
    double least = INFINITY;
    for (size_t i = 0; i < paint->stop_count; i++) {
        struct colour laid = colour_over(fade(paint->stops[i].colour, opacity), under);
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
    struct rect seen = intersect(shape->bounds, shape->clip);
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
        if (state->covered > overlap_limit)
            add_finding(checker, (struct finding){.kind = FINDING_TEXT_ON_MARK,
                                                  .item = state->item,
                                                  .other = index,
                                                  .box = intersect(state->visible, bounds),
                                                  .measure = state->covered,
                                                  .limit = overlap_limit});
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
    struct rect place = intersect(checker->scene->items[index].image.place, around.clip);
    const uint32_t *near;
    size_t count = text_grid_find(&checker->grid, place, &near);
    for (size_t i = 0; i < count; i++) {
        struct text_state *state = &checker->texts[near[i]];
        if (state->item > index && holds(place, state->centre))
            state->pictured = true;
    }
}

static void check_shapes(struct checker *checker) {
    struct walk walk;
    walk_start(&walk, checker->scene);
    for (size_t i = 0; i < checker->scene->count; i++) {
        struct surroundings around = walk_to(&walk, checker->scene, i);
        enum scene_kind kind = checker->scene->items[i].kind;
        if (kind == SCENE_PATH)
            check_path(checker, i, around);
        else if (kind == SCENE_POINTS)
            check_points(checker, i, around);
        else if (kind == SCENE_IMAGE)
            check_image(checker, i, around);
    }
}

static int compare_findings(const void *a, const void *b, const void *context) {
    const struct finding *x = a, *y = b;
    (void)context;
    if (x->item != y->item)
        return x->item < y->item ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return (x->other > y->other) - (x->other < y->other);
}

size_t scene_check(struct arena *arena, const struct scene *scene, struct check_limits limits,
                   const struct finding **out) {
    struct checker checker = {.arena = arena, .scene = scene, .limits = limits};
    arena_init(&checker.scratch, arena->oom, arena->oom_context);
    checker.outline.arena = checker.moved.arena = &checker.scratch;
    gather_texts(&checker);
    check_shapes(&checker);
    for (size_t i = 0; i < checker.text_count; i++) {
        check_canvas(&checker, &checker.texts[i]);
        check_size(&checker, &checker.texts[i]);
        check_contrast(&checker, &checker.texts[i]);
        check_texts(&checker, (uint32_t)i);
    }
    sort_stable(&checker.scratch, checker.findings, checker.count, sizeof *checker.findings,
                compare_findings, NULL);
    arena_done(&checker.scratch);
    *out = checker.findings;
    return checker.count;
}
