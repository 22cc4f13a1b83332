// Setting and drawing the legend of a ramp.
#include "guides/ramp.h"

#include <math.h>

// Em of the legend's type: how long and how thick the bar is, and the gaps.
static const double LENGTH = 10, THICKNESS = 0.7, GAP = 0.5;

static bool is_upright(const struct guide_context *context) {
    return context->style->legend_orient == LEGEND_RIGHT;
}

static double em(const struct guide_context *context) {
    return context->style->legend_label.size;
}

void ramp_set(const struct guide_context *context, struct ramp *ramp) {
    const struct style *style = context->style;
    ramp->low_block = guide_set(context, &style->legend_label, ramp->low, 0, TEXT_WRAP);
    ramp->high_block = guide_set(context, &style->legend_label, ramp->high, 0, TEXT_WRAP);
    double title_width = 0, title_height = 0, gap = GAP * em(context);
    if (ramp->title.len) {
        ramp->title_block = guide_set(context, &style->legend_title, ramp->title, 0, TEXT_WRAP);
        title_width = ramp->title_block->width;
        title_height = ramp->title_block->height;
    }
    double bar = LENGTH * em(context), thick = THICKNESS * em(context);
    double words = fmax(ramp->low_block->width, ramp->high_block->width);
    if (is_upright(context)) {
        ramp->width = fmax(title_width, thick + gap + words);
        ramp->height = bar + (title_height > 0 ? title_height + gap : 0);
    } else {
        ramp->width = bar + 2 * gap + ramp->low_block->width + ramp->high_block->width +
                      (title_width > 0 ? title_width + 2 * gap : 0);
        ramp->height = fmax(title_height, ramp->low_block->height);
    }
}

static struct paint gradient(struct arena *arena, const struct ramp *ramp, struct point from,
                             struct point to) {
    struct paint_stop *stops = ARENA_ARRAY(arena, ramp->count, struct paint_stop);
    for (size_t i = 0; i < ramp->count; i++) {
        double offset = ramp->count > 1 ? (double)i / (double)(ramp->count - 1) : 0;
        stops[i] = (struct paint_stop){offset, ramp->colours[i]};
    }
    return (struct paint){
        .kind = PAINT_LINEAR, .from = from, .to = to, .stops = stops, .stop_count = ramp->count};
}

static void add_text(struct scene *scene, enum scene_role role, const struct text_block *block,
                     struct point at, enum text_baseline baseline) {
    struct text_placement place = {.at = at, .align = ALIGN_START, .baseline = baseline};
    text_place(scene, role, OWNER_NONE, block, &place);
}

static void draw_line(const struct guide_context *context, struct scene *scene,
                      const struct ramp *ramp, struct point corner) {
    double gap = GAP * em(context), middle = corner.y + ramp->height / 2, x = corner.x;
    if (ramp->title_block) {
        add_text(scene, ROLE_LEGEND_TITLE, ramp->title_block, (struct point){x, middle},
                 BASELINE_MIDDLE);
        x += ramp->title_block->width + 2 * gap;
    }
    add_text(scene, ROLE_LEGEND_LABEL, ramp->low_block, (struct point){x, middle}, BASELINE_MIDDLE);
    x += ramp->low_block->width + gap;
    double thick = THICKNESS * em(context);
    struct rect bar = {x, middle - thick / 2, LENGTH * em(context), thick};
    scene_add_rect(scene, ROLE_LEGEND_SYMBOL, OWNER_NONE, bar,
                   gradient(context->arena, ramp, (struct point){bar.x, middle},
                            (struct point){rect_right(bar), middle}));
    add_text(scene, ROLE_LEGEND_LABEL, ramp->high_block,
             (struct point){rect_right(bar) + gap, middle}, BASELINE_MIDDLE);
}

// The greatest on top.
static void draw_upright(const struct guide_context *context, struct scene *scene,
                         const struct ramp *ramp, struct point corner) {
    double gap = GAP * em(context), y = corner.y;
    if (ramp->title_block) {
        add_text(scene, ROLE_LEGEND_TITLE, ramp->title_block, corner, BASELINE_TOP);
        y += ramp->title_block->height + gap;
    }
    struct rect bar = {corner.x, y, THICKNESS * em(context), LENGTH * em(context)};
    scene_add_rect(scene, ROLE_LEGEND_SYMBOL, OWNER_NONE, bar,
                   gradient(context->arena, ramp, (struct point){bar.x, rect_bottom(bar)},
                            (struct point){bar.x, bar.y}));
    double x = rect_right(bar) + gap;
    add_text(scene, ROLE_LEGEND_LABEL, ramp->high_block, (struct point){x, bar.y}, BASELINE_TOP);
    add_text(scene, ROLE_LEGEND_LABEL, ramp->low_block, (struct point){x, rect_bottom(bar)},
             BASELINE_BOTTOM);
}

void ramp_draw(const struct guide_context *context, struct scene *scene, const struct ramp *ramp,
               struct point corner) {
    scene_open_group(scene, ROLE_LEGEND, ramp->title);
    if (is_upright(context)) {
        draw_upright(context, scene, ramp, corner);
    } else {
        draw_line(context, scene, ramp, corner);
    }
    scene_close_group(scene);
}
