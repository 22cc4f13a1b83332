// The north arrow: which way north is where it stands.
#include "map/north_arrow.h"

#include "map/map_words.h"
#include "scene/path.h"

#include <math.h>

static const double word_gap = 3;       // px between the needle's tip and the word
static const double needle_share = 0.5; // its width by its length

struct north_arrow north_arrow_set(const struct guide_context *context, double turn_deg,
                                   double size) {
    struct str north = str_from(map_words_of(context->language)->north);
    struct north_arrow arrow = {.turn_deg = turn_deg, .size = size};
    arrow.block = guide_set(context, &context->style->foot, north, 0, TEXT_WRAP);
    double reach = size / 2 + word_gap + arrow.block->height;
    // A turned arrow swings its word aside; an upright one is as tall as needle and word.
    double turn = turn_deg * M_PI / 180;
    arrow.width = fmax(size * needle_share, arrow.block->width) + 2 * reach * fabs(sin(turn));
    arrow.below = cos(turn) < 0 ? reach : size / 2;
    arrow.height = arrow.below + (cos(turn) < 0 ? size / 2 : reach);
    return arrow;
}

void north_arrow_draw(const struct guide_context *context, struct scene *scene,
                      const struct north_arrow *arrow, struct point corner) {
    double turn = arrow->turn_deg * M_PI / 180, c = cos(turn), s = sin(turn);
    double reach = arrow->size / 2 + word_gap + arrow->block->height / 2;
    struct point centre = {corner.x + arrow->width / 2, corner.y + arrow->height - arrow->below};
    double half = arrow->size / 2, wing = half * needle_share;
    const struct point needle[] = {{0, -half}, {wing, half}, {0, half * 0.6}, {-wing, half}};
    struct path_builder builder = PATH_BUILDER(context->arena);
    for (size_t i = 0; i < sizeof needle / sizeof *needle; i++) {
        double x = centre.x + needle[i].x * c - needle[i].y * s;
        double y = centre.y + needle[i].x * s + needle[i].y * c;
        if (i == 0) {
            path_move(&builder, x, y);
        } else {
            path_line(&builder, x, y);
        }
    }
    path_close(&builder);
    scene_open_group(scene, ROLE_LEGEND, arrow->block->words);
    struct scene_path path = {.path = path_done(&builder),
                              .fill = paint_solid(context->style->foot.colour),
                              .opacity = 1};
    scene_add_path(scene, ROLE_LEGEND_SYMBOL, OWNER_NONE, path);
    struct text_placement place = {.at = {centre.x + reach * s, centre.y - reach * c},
                                   .align = ALIGN_CENTRE,
                                   .baseline = BASELINE_MIDDLE};
    text_place(scene, ROLE_LEGEND_LABEL, OWNER_NONE, arrow->block, &place);
    scene_close_group(scene);
}
