// The scale bar: a round length on the ground, as long on paper as the map has it.
#include "map/scale_bar.h"

#include "base/number.h"
#include "map/map_words.h"
#include "scene/path.h"

#include <math.h>

static const double end_height = 6; // px of the upright strokes at both ends
static const double words_gap = 4;  // px between the words and the bar

static double round_length(double most) {
    double power = pow(10, floor(log10(most)));
    double digit = most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1;
    return digit * power;
}

// 500米, 20千米; 20 km.
static struct str length_words(const struct guide_context *context, double metres) {
    const struct map_words *say = map_words_of(context->language);
    bool far = metres >= 1000;
    struct str digits = number_print_shortest(context->arena, far ? metres / 1000 : metres);
    return str_printf(context->arena, "%.*s%s", STR_ARG(digits), far ? say->far : say->metres);
}

struct scale_bar scale_bar_set(const struct guide_context *context, double metres_per_px,
                               double most) {
    struct scale_bar bar = {.metres = round_length(most * metres_per_px)};
    bar.length = bar.metres / metres_per_px;
    bar.words = length_words(context, bar.metres);
    bar.block = guide_set(context, &context->style->foot, bar.words, 0, TEXT_WRAP);
    bar.width = fmax(bar.length, bar.block->width);
    bar.height = bar.block->height + words_gap + end_height;
    return bar;
}

void scale_bar_draw(const struct guide_context *context, struct scene *scene,
                    const struct scale_bar *bar, struct point corner) {
    const struct style *style = context->style;
    scene_open_group(scene, ROLE_LEGEND, bar->words);
    struct text_placement place = {.at = corner, .align = ALIGN_START, .baseline = BASELINE_TOP};
    text_place(scene, ROLE_LEGEND_LABEL, OWNER_NONE, bar->block, &place);
    double bottom = corner.y + bar->height, top = bottom - end_height;
    struct path_builder builder = PATH_BUILDER(context->arena);
    path_move(&builder, corner.x, top);
    path_line(&builder, corner.x, bottom);
    path_line(&builder, corner.x + bar->length, bottom);
    path_line(&builder, corner.x + bar->length, top);
    struct scene_path path = {
        .path = path_done(&builder),
        .stroke = {.paint = paint_solid(style->foot.colour), .width = 1.5, .join = JOIN_MITER},
        .opacity = 1};
    scene_add_path(scene, ROLE_LEGEND_SYMBOL, OWNER_NONE, path);
    scene_close_group(scene);
}
