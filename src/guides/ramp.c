// Setting and drawing the legend of a ramp.
#include "guides/ramp.h"

#include <math.h>

// Em of the legend's type: how long and how thick the bar is, and the gaps.
static const double LENGTH = 10, THICKNESS = 0.7, GAP = 0.5;
// Of Vega's upright bars with ticks.
static const double LONG_THICKNESS = 1.6, TICK_GAP = 0.2;

static bool is_upright(const struct guide_context *context) {
    return context->style->legend_orient == LEGEND_RIGHT;
}

static double em(const struct guide_context *context) {
    return context->style->legend_label.size;
}

// Px of an upright bar; Vega's thickness where the chart gives the length.
static double bar_length(const struct guide_context *context, const struct ramp *ramp) {
    return ramp->length > 0 ? ramp->length : LENGTH * em(context);
}

static double bar_thickness(const struct guide_context *context, const struct ramp *ramp) {
    return (ramp->length > 0 ? LONG_THICKNESS : THICKNESS) * em(context);
}

static double tick_gap(const struct guide_context *context, const struct ramp *ramp) {
    return (ramp->tick_count ? TICK_GAP : GAP) * em(context);
}

// The width of the words beside an upright bar.
static double set_ticks(const struct guide_context *context, struct ramp *ramp) {
    double width = 0;
    ramp->tick_blocks = ARENA_ARRAY(context->arena, ramp->tick_count, const struct text_block *);
    for (size_t i = 0; i < ramp->tick_count; i++) {
        ramp->tick_blocks[i] =
            guide_set(context, &context->style->legend_label, ramp->tick_words[i], 0, TEXT_WRAP);
        width = fmax(width, ramp->tick_blocks[i]->width);
    }
    return width;
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
    double bar = LENGTH * em(context);
    double words = fmax(ramp->low_block->width, ramp->high_block->width);
    if (is_upright(context)) {
        words = ramp->tick_count ? set_ticks(context, ramp) : words;
        double beside = bar_thickness(context, ramp) + tick_gap(context, ramp);
        ramp->width = fmax(title_width, beside + words);
        ramp->height = bar_length(context, ramp) + (title_height > 0 ? title_height + gap : 0);
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

// Words at an end of the bar stay within it, as Vega has them.
static void draw_ticks(struct scene *scene, const struct ramp *ramp, struct rect bar, double x) {
    for (size_t i = 0; i < ramp->tick_count; i++) {
        double share = ramp->tick_shares[i];
        struct point at = {x, rect_bottom(bar) - share * bar.height};
        enum text_baseline baseline = share <= 0   ? BASELINE_BOTTOM
                                      : share >= 1 ? BASELINE_TOP
                                                   : BASELINE_MIDDLE;
        add_text(scene, ROLE_LEGEND_LABEL, ramp->tick_blocks[i], at, baseline);
    }
}

static void draw_bands(struct scene *scene, const struct ramp *ramp, struct rect bar) {
    for (size_t i = 0; i < ramp->count; i++) {
        double from = i ? ramp->bands[i - 1] : 0, to = ramp->bands[i];
        struct rect band = {bar.x, rect_bottom(bar) - to * bar.height, bar.width,
                            (to - from) * bar.height};
        scene_add_rect(scene, ROLE_LEGEND_SYMBOL, OWNER_NONE, band, paint_solid(ramp->colours[i]));
    }
}

// The greatest on top.
static void draw_upright(const struct guide_context *context, struct scene *scene,
                         const struct ramp *ramp, struct point corner) {
    double y = corner.y;
    if (ramp->title_block) {
        add_text(scene, ROLE_LEGEND_TITLE, ramp->title_block, corner, BASELINE_TOP);
        y = ramp->length > 0 ? round(y + context->style->legend_title.size + GAP * em(context))
                             : y + ramp->title_block->height + GAP * em(context);
    }
    struct rect bar = {corner.x, y, bar_thickness(context, ramp), bar_length(context, ramp)};
    if (ramp->bands) {
        draw_bands(scene, ramp, bar);
    } else {
        scene_add_rect(scene, ROLE_LEGEND_SYMBOL, OWNER_NONE, bar,
                       gradient(context->arena, ramp, (struct point){bar.x, rect_bottom(bar)},
                                (struct point){bar.x, bar.y}));
    }
    double x = rect_right(bar) + tick_gap(context, ramp);
    if (ramp->tick_count) {
        draw_ticks(scene, ramp, bar, x);
        return;
    }
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
