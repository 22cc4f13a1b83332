// Title and number of a page.
#include "infographic/furniture.h"

#include <math.h>

// Designed px above and below the words; their size, of that of notes.
static const double inset_above = 24, inset_below = 56;
static const double size = 0.8;

static double line_height(const struct block_context *context) {
    const struct look *look = context->look;
    return fmax(size * look->types[LOOK_NOTE].size, look->least_text);
}

double furniture_height(const struct block_context *context) {
    return block_px(context, inset_above + inset_below) + line_height(context);
}

static const struct text_block *set(const struct block_context *context, struct str words,
                                    struct colour colour, double width) {
    double own = context->look->types[LOOK_NOTE].size;
    return block_set_text(context,
                          &(struct block_text_request){.type = LOOK_NOTE,
                                                       .words = words,
                                                       .width = width,
                                                       .mode = TEXT_TRUNCATE,
                                                       .has_colour = true,
                                                       .colour = colour,
                                                       .scale = line_height(context) / own});
}

void furniture_draw(const struct block_context *context, struct scene *scene, enum tone_kind tone,
                    size_t page, size_t pages) {
    const struct look *look = context->look;
    struct arena *arena = context->info->arena;
    struct colour colour = look->tones[tone].muted;
    double y = scene->height - block_px(context, inset_below) - line_height(context);
    double width = look->width - 2 * look->margin, gap = 2 * line_height(context);
    struct str number = str_printf(arena, "%zu / %zu", page, pages);
    const struct text_block *right = set(context, number, colour, 0);
    const struct text_block *left =
        set(context, context->request->title, colour, width - right->width - gap);
    block_put(scene, ROLE_FOOT, left, look->margin, y);
    block_put_aligned(scene, ROLE_FOOT, right, (struct point){look->width - look->margin, y},
                      ALIGN_END);
}
