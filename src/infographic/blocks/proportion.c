// proportion: parts of a whole as a ring or as one bar, with a legend of numbers.
#include "base/i18n.h"
#include "infographic/shares.h"
#include "scene/path.h"

#include <math.h>

static const char *const form_words[] = {"ring", "bar"};
static const struct shape form_shape = {.kind = SHAPE_WORD, .words = form_words, .word_count = 2};
static const struct field fields[] = {
    SHARES_FIELDS{"form", &form_shape, false,
                  N_("ring, or bar; a ring for one part and a bar for several when left out.")},
};
const struct shape block_shape_proportion = {
    .kind = SHAPE_OBJECT,
    .name = "blockProportion",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};

struct proportion {
    struct shares shares;
    bool ring;
    double diameter;        // of the ring
    struct number centre;   // in a ring of one part
    struct point legend_at; // from the block's corner
    double legend_height;
};

// Designed px.
static const double most_diameter = 340, ring_gap = 48, least_legend = 360, below_gap = 32;
static const double bar_height = 64;
static const double thickness = 0.17, slit = 3; // of the diameter; px between parts
static const double ring_share = 0.42, centre_share = 0.56;

static size_t parts_of(const struct shares *shares) {
    return shares->count - (shares->parts[shares->count - 1].rest ? 1 : 0);
}

static void *read(const struct block_context *context, const struct json *value) {
    struct proportion *proportion = ARENA_NEW(context->info->arena, struct proportion);
    if (!shares_read(context, value, &proportion->shares))
        return NULL;
    const struct json *form = json_get(value, "form");
    proportion->ring = form ? str_is(form->string, "ring") : parts_of(&proportion->shares) == 1;
    return proportion;
}

static double measure_ring(const struct block_context *context, struct proportion *proportion,
                           double width) {
    double gap = block_px(context, ring_gap);
    proportion->diameter = fmin(block_px(context, most_diameter), fmax(ring_share * width, 1));
    double room = width - proportion->diameter - gap;
    bool beside = room >= block_px(context, least_legend);
    proportion->shares.numbered = parts_of(&proportion->shares) > 1;
    if (!beside)
        proportion->diameter = fmin(block_px(context, most_diameter), width);
    proportion->legend_height =
        shares_set_legend(context, &proportion->shares, beside ? room : width);
    proportion->centre = (struct number){0};
    if (parts_of(&proportion->shares) == 1) {
        struct str number = proportion->shares.parts[0].item.number;
        double size = context->look->types[LOOK_NUMBER].size;
        size *= number_fit(context, &number, 1, size, centre_share * proportion->diameter);
        proportion->centre = number_set(context, number, size, context->tone->accent);
    }
    double below = proportion->diameter + block_px(context, below_gap);
    proportion->legend_at =
        beside ? (struct point){proportion->diameter + gap,
                                fmax((proportion->diameter - proportion->legend_height) / 2, 0)}
               : (struct point){0, below};
    return beside ? fmax(proportion->diameter, proportion->legend_height)
                  : below + proportion->legend_height;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct proportion *proportion = data;
    shares_colour(context, &proportion->shares);
    if (proportion->ring)
        return measure_ring(context, proportion, width);
    proportion->legend_height = shares_set_legend(context, &proportion->shares, width);
    proportion->legend_at = (struct point){0, block_px(context, bar_height + below_gap)};
    return proportion->legend_at.y + proportion->legend_height;
}

static void add_sector(struct scene *scene, struct point centre, double radius, double inner,
                       double from, double to, struct colour colour, struct colour edge,
                       double line, struct str label) {
    static const double top = -90, turn = 360;
    struct path_builder path = PATH_BUILDER(scene->arena);
    if (to - from > 1 - 1e-9) { // a whole ring is two circles, the inner one turned round
        path_arc(&path, centre, radius, 0, turn);
        path_close(&path);
        path_arc(&path, centre, inner, turn, 0);
    } else {
        path_arc(&path, centre, radius, top + turn * from, top + turn * to);
        path_arc(&path, centre, inner, top + turn * to, top + turn * from);
    }
    path_close(&path);
    struct stroke slit_line = {.paint = paint_solid(edge), .width = line};
    struct stroke none = {.paint = {.kind = PAINT_NONE}};
    scene_add_path(scene, ROLE_MARK_ARC, OWNER_NONE,
                   (struct scene_path){.path = path_done(&path),
                                       .fill = paint_solid(colour),
                                       .stroke = line > 0 ? slit_line : none,
                                       .opacity = 1})
        ->label = label;
}

static void draw_ring(const struct block_context *context, const struct proportion *proportion,
                      struct scene *scene, struct point corner) {
    double radius = proportion->diameter / 2, from = 0;
    double inner = radius - thickness * proportion->diameter, line = block_px(context, slit);
    struct point centre = {corner.x + radius, corner.y + radius};
    struct colour paper = context->tone->paper;
    add_sector(scene, centre, radius, inner, 0, 1, shares_ground(context), paper, 0, STR_NONE);
    for (size_t i = 0; i < parts_of(&proportion->shares); i++) {
        const struct share *share = &proportion->shares.parts[i];
        if (share->part > 0)
            add_sector(scene, centre, radius, inner, from, from + share->part, share->colour, paper,
                       line, share->item.number);
        from += share->part;
    }
    if (proportion->centre.text)
        number_draw(scene, &proportion->centre,
                    (struct point){centre.x - proportion->centre.width / 2,
                                   centre.y - proportion->centre.height / 2});
}

static void draw_bar(const struct block_context *context, const struct proportion *proportion,
                     struct scene *scene, struct rect box) {
    double line = block_px(context, slit), x = box.x;
    scene_add_rect(scene, ROLE_MARK_RECT, OWNER_NONE, box, paint_solid(shares_ground(context)));
    for (size_t i = 0; i < parts_of(&proportion->shares); i++) {
        const struct share *share = &proportion->shares.parts[i];
        double width = share->part * box.width;
        bool last = i + 1 == parts_of(&proportion->shares) && proportion->shares.remainder <= 0;
        if (width > 0) {
            scene_add_rect(scene, ROLE_MARK_RECT, OWNER_NONE,
                           (struct rect){x, box.y, width, box.height}, paint_solid(share->colour))
                ->label = share->item.number;
            if (!last && width > line)
                block_fill(scene, ROLE_ORNAMENT,
                           (struct rect){x + width - line / 2, box.y, line, box.height}, 0,
                           context->tone->paper);
        }
        x += width;
    }
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct proportion *proportion = data;
    struct point corner = {box.x, box.y};
    if (proportion->ring)
        draw_ring(context, proportion, scene, corner);
    else
        draw_bar(context, proportion, scene,
                 (struct rect){box.x, box.y, box.width, block_px(context, bar_height)});
    shares_draw_legend(
        context, &proportion->shares, scene,
        (struct point){corner.x + proportion->legend_at.x, corner.y + proportion->legend_at.y});
}

const struct block_kind block_kind_proportion = {
    .name = "proportion", .read = read, .measure = measure, .draw = draw};
