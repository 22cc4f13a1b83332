// Proportional symbols: circles whose areas are true to their values, and their nested legend.
#include "map/symbol_scale.h"

#include "base/number.h"
#include "scene/path.h"

#include <math.h>

static const double legend_share = 0.3; // each circle's value by the next larger one's, about
static const double leader_gap = 8;     // px from the largest circle to the values
static const double value_gap = 4;      // px from a leader's end to its value
static const double line_width = 1;

struct symbol_scale symbol_scale_make(double largest_value, double most_radius) {
    return (struct symbol_scale){.most = largest_value, .most_radius = most_radius};
}

double symbol_radius(const struct symbol_scale *scale, double value) {
    return value > 0 ? scale->most_radius * sqrt(value / scale->most) : 0;
}

// The largest 1, 2 or 5 times a power of ten that is not above `value`.
static double round_down(double value) {
    double power = pow(10, floor(log10(value)));
    double digit = value / power >= 5 ? 5 : value / power >= 2 ? 2 : 1;
    return digit * power;
}

static struct str words_of(const struct guide_context *context, symbol_words_fn *write,
                           void *write_context, double value) {
    return write ? write(write_context, value) : number_print_shortest(context->arena, value);
}

// The y of a circle's top, from the ground line upwards; values stand at their tops' height unless
// that is too close to the one below.
static double top_of(const struct symbol_legend *legend, size_t i) {
    return 2 * legend->radii[i];
}

struct symbol_legend symbol_legend_set(const struct guide_context *context,
                                       const struct symbol_scale *scale, struct str title,
                                       symbol_words_fn *write, void *write_context) {
    struct symbol_legend legend = {0};
    const struct style_text *look = &context->style->legend_label;
    double line = look->size * 1.1, widest = 0, value = round_down(scale->most);
    for (; legend.count < SYMBOL_LEGEND_STEPS; value = round_down(value * legend_share)) {
        size_t i = legend.count;
        legend.values[i] = value;
        legend.radii[i] = symbol_radius(scale, value);
        // Smaller circles would have their values on top of each other.
        if (i > 0 &&
            (top_of(&legend, i - 1) - top_of(&legend, i) < line || top_of(&legend, i) < line / 2))
            break;
        legend.blocks[i] =
            guide_set(context, look, words_of(context, write, write_context, value), 0, TEXT_WRAP);
        widest = fmax(widest, legend.blocks[i]->width);
        legend.count++;
    }
    legend.width = 2 * legend.radii[0] + leader_gap + value_gap + widest;
    if (title.len) {
        legend.title = guide_set_title(context, &context->style->legend_title, title, 0);
        legend.title_height = legend.title->height + look->size / 2;
        legend.width = fmax(legend.width, legend.title->width);
    }
    // The topmost value reaches half a line above its circle.
    legend.height = legend.title_height + line / 2 + top_of(&legend, 0);
    return legend;
}

static void draw_step(const struct guide_context *context, struct scene *scene,
                      const struct symbol_legend *legend, size_t i, struct point ground,
                      struct colour colour) {
    double radius = legend->radii[i], top = ground.y - top_of(legend, i);
    double end = ground.x + legend->radii[0] + leader_gap;
    struct path_builder builder = PATH_BUILDER(context->arena);
    path_circle(&builder, (struct point){ground.x, ground.y - radius}, radius);
    struct scene_path circle = {.path = path_done(&builder),
                                .stroke = {.paint = paint_solid(colour), .width = line_width},
                                .opacity = 1};
    uint32_t owner = scene_new_owner(scene);
    scene_add_path(scene, ROLE_LEGEND_SYMBOL, owner, circle);
    scene_add_line(scene, ROLE_LEGEND_SYMBOL, (struct point){ground.x, top},
                   (struct point){end, top}, line_width, context->style->muted);
    struct text_placement place = {
        .at = {end + value_gap, top}, .align = ALIGN_START, .baseline = BASELINE_MIDDLE};
    text_place(scene, ROLE_LEGEND_LABEL, owner, legend->blocks[i], &place);
}

void symbol_legend_draw(const struct guide_context *context, struct scene *scene,
                        const struct symbol_legend *legend, struct point corner,
                        struct colour colour) {
    scene_open_group(scene, ROLE_LEGEND, legend->title ? legend->title->words : STR_NONE);
    if (legend->title) {
        struct text_placement place = {
            .at = corner, .align = ALIGN_START, .baseline = BASELINE_TOP};
        text_place(scene, ROLE_LEGEND_TITLE, OWNER_NONE, legend->title, &place);
    }
    struct point ground = {corner.x + legend->radii[0], corner.y + legend->height};
    for (size_t i = 0; i < legend->count; i++)
        draw_step(context, scene, legend, i, ground, colour);
    scene_close_group(scene);
}
