// The layout checker: one walk over the scene in drawing order.
//
// Texts lie in a grid beforehand. Each shape then meets only the texts near it: those it covers
// (a finding unless it is their own), and those drawn later whose centre it lies under (whose
// background it becomes). Texts come last, when their background is known.
#include "scene/check_state.h"

#include <math.h>

#include "base/sort.h"

// px that ink may reach over the edge.
static const double overhang_limit = 0.5;

const char *finding_name(enum finding_kind kind) {
    static const char *const names[] = {"text-on-text", "text-on-mark", "text-off-canvas",
                                        "text-too-small", "low-contrast"};
    return names[kind];
}

struct rect check_intersect(struct rect a, struct rect b) {
    double x = fmax(a.x, b.x), y = fmax(a.y, b.y);
    double width = fmin(rect_right(a), rect_right(b)) - x;
    double height = fmin(rect_bottom(a), rect_bottom(b)) - y;
    return (struct rect){x, y, fmax(width, 0), fmax(height, 0)};
}

void check_walk_start(struct walk *walk, const struct scene *scene) {
    *walk = (struct walk){.depth = 0};
    walk->levels[0] = (struct surroundings){
        .clip = {-1e12, -1e12, 2e12, 2e12}, .opacity = 1, .end = scene->count};
}

// A group's own surroundings come to hold for its items.
struct surroundings check_walk_to(struct walk *walk, const struct scene *scene, size_t index) {
    while (walk->depth && walk->levels[walk->depth].end <= index)
        walk->depth--;
    struct surroundings around = walk->levels[walk->depth];
    const struct scene_item *item = &scene->items[index];
    if (item->kind == SCENE_GROUP) {
        struct surroundings inside = around;
        inside.opacity *= item->group.opacity;
        inside.end = item->group.end;
        if (item->group.clipped)
            inside.clip = check_intersect(around.clip, item->group.clip);
        walk->levels[++walk->depth] = inside;
    }
    return around;
}

void check_add_finding(struct checker *checker, struct finding finding) {
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

static void gather_texts(struct checker *checker) {
    const struct scene *scene = checker->scene;
    struct walk walk;
    check_walk_start(&walk, scene);
    checker->texts = ARENA_ARRAY(&checker->scratch, scene->count, struct text_state);
    for (size_t i = 0; i < scene->count; i++) {
        struct surroundings around = check_walk_to(&walk, scene, i);
        const struct scene_item *item = &scene->items[i];
        bool drawn = item->kind == SCENE_TEXT && item->text.run_count && item->text.ink.width > 0 &&
                     item->text.ink.height > 0 && around.opacity > 0;
        if (!drawn)
            continue;
        struct convex ink = convex_from_text(&item->text);
        struct rect visible = check_intersect(item->text.ink, around.clip);
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
    struct rect inside = check_intersect(state->visible, canvas);
    bool cut = fmax(inside.x - ink.x, rect_right(ink) - rect_right(inside)) > overhang_limit ||
               fmax(inside.y - ink.y, rect_bottom(ink) - rect_bottom(inside)) > overhang_limit;
    if (cut)
        check_add_finding(checker, (struct finding){.kind = FINDING_TEXT_OFF_CANVAS,
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
        check_add_finding(checker, (struct finding){.kind = FINDING_TEXT_TOO_SMALL,
                                                    .item = state->item,
                                                    .other = state->item,
                                                    .box = text->ink,
                                                    .measure = size,
                                                    .limit = checker->limits.min_text_px});
}

struct colour check_fade(struct colour colour, double opacity) {
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
        halo ? colour_over(check_fade(text->halo, state->opacity), state->under) : state->under;
    double worst = INFINITY;
    for (size_t i = 0; i < text->run_count; i++) {
        struct colour seen = colour_over(check_fade(text->runs[i].colour, state->opacity), under);
        worst = fmin(worst, colour_contrast(seen, under));
    }
    if (worst < limit)
        check_add_finding(checker, (struct finding){.kind = FINDING_LOW_CONTRAST,
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
        if (area > CHECK_OVERLAP_LIMIT)
            check_add_finding(
                checker, (struct finding){.kind = FINDING_TEXT_ON_TEXT,
                                          .item = state->item,
                                          .other = other->item,
                                          .box = check_intersect(state->visible, other->visible),
                                          .measure = area,
                                          .limit = CHECK_OVERLAP_LIMIT});
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
