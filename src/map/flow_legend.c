// Widths of arrows and the legend that says what they mean.
#include "map/flow_legend.h"

#include "map/classes.h"
#include "map/flow_arrow.h"

#include <math.h>

static const double LEAST_WIDTH = 0.75; // px that can still be seen
static const double TAPER = 0.35;       // width at the origin by width at the head
static const double HEAD_GROWTH = 1.55; // head by shaft
static const double HEAD_EM = 0.36;     // what heads have besides
static const double ARROW_EM = 3.2;     // length of the legend's arrows
static const double GAP_EM = 0.5;       // from an arrow to its value

void flow_scale_apply(const struct flow_scale *scale, double value, struct flow *flow) {
    double width = fmax(scale->most_width * value / scale->most, LEAST_WIDTH);
    flow->end_width = width;
    flow->start_width = fmax(TAPER * width, LEAST_WIDTH);
    flow->head_width = HEAD_GROWTH * width + HEAD_EM * scale->em;
    flow->head_length = 0.95 * flow->head_width;
}

static struct flow arrow_of(const struct flow_legend *legend, size_t i, struct point left) {
    struct flow flow = {.from = left, .to = {left.x + legend->arrow, left.y}};
    flow_scale_apply(&legend->scale, legend->values[i], &flow);
    return flow;
}

static double row_height(const struct flow_legend *legend, size_t i, double line) {
    return fmax(line, arrow_of(legend, i, (struct point){0, 0}).head_width + 0.25 * line);
}

struct flow_legend flow_legend_set(const struct guide_context *context,
                                   const struct flow_scale *scale, struct str title,
                                   flow_words_fn *write, void *write_context) {
    const struct style_text *look = &context->style->legend_label;
    double line = 1.4 * look->size, widest = 0;
    struct flow_legend legend = {.scale = *scale, .row = line, .arrow = ARROW_EM * look->size};
    double value = classes_roundest(0.55 * scale->most, scale->most, 0.9 * scale->most);
    for (; legend.count < FLOW_LEGEND_STEPS; legend.count++) {
        size_t i = legend.count;
        legend.values[i] = value;
        legend.blocks[i] = guide_set(context, look, write(write_context, value), 0, TEXT_WRAP);
        widest = fmax(widest, legend.blocks[i]->width);
        legend.height += row_height(&legend, i, line);
        value = classes_roundest(0.2 * value, 0.45 * value, 0.3 * value);
    }
    legend.width = legend.arrow + GAP_EM * look->size + widest;
    if (title.len) {
        legend.title = guide_set_title(context, &context->style->legend_title, title, 0);
        legend.title_height = legend.title->height + 0.4 * look->size;
        legend.width = fmax(legend.width, legend.title->width);
        legend.height += legend.title_height;
    }
    return legend;
}

static void draw_step(const struct guide_context *context, struct scene *scene,
                      const struct flow_legend *legend, size_t i, struct point middle) {
    struct flow flow = arrow_of(legend, i, middle);
    uint32_t owner = scene_new_owner(scene);
    scene_add_path(scene, ROLE_LEGEND_SYMBOL, owner,
                   (struct scene_path){.path = flow_outline(context->arena, &flow),
                                       .fill = paint_solid(context->style->accent),
                                       .opacity = 1});
    struct text_placement place = {
        .at = {flow.to.x + GAP_EM * context->style->legend_label.size, middle.y},
        .align = ALIGN_START,
        .baseline = BASELINE_MIDDLE};
    text_place(scene, ROLE_LEGEND_LABEL, owner, legend->blocks[i], &place);
}

void flow_legend_draw(const struct guide_context *context, struct scene *scene,
                      const struct flow_legend *legend, struct point corner) {
    scene_open_group(scene, ROLE_LEGEND, legend->title ? legend->title->words : STR_NONE);
    if (legend->title) {
        struct text_placement place = {
            .at = corner, .align = ALIGN_START, .baseline = BASELINE_TOP};
        text_place(scene, ROLE_LEGEND_TITLE, OWNER_NONE, legend->title, &place);
    }
    double y = corner.y + legend->title_height;
    for (size_t i = 0; i < legend->count; i++) {
        double row = row_height(legend, i, legend->row);
        draw_step(context, scene, legend, i, (struct point){corner.x, y + row / 2});
        y += row;
    }
    scene_close_group(scene);
}
