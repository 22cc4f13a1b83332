// banner: the head of a long picture, on the accent colour with the style's ornament.
#include "base/i18n.h"
#include "infographic/block.h"
#include "infographic/motif.h"

static const struct field fields[] = {
    {"kicker", &shape_text, false, N_("The words above the title, as 一图读懂.")},
    {"title", &shape_text, true, N_("The title; a space breaks its lines first.")},
    {"subtitle", &shape_text, false, N_("The line under the title.")},
    {"issuer", &shape_text, false, N_("Who publishes the picture.")},
};
const struct shape block_shape_banner = {
    .kind = SHAPE_OBJECT,
    .name = "blockBanner",
    .fields = fields,
    .field_count = sizeof fields / sizeof *fields,
};

struct banner {
    struct str kicker_words, title_words, subtitle_words, issuer_words;
    const struct text_block *kicker, *title, *subtitle, *issuer;
    double height; // px, as measured
};

// Designed px: the ground's edge to the first and last line, and the gaps between the lines.
static const double inset = 96, kicker_gap = 44, subtitle_gap = 28, issuer_gap = 72;
static const double tag_x = 20, tag_y = 9, tag_line = 2.5;

static void *read(const struct block_context *context, const struct json *value) {
    struct banner *banner = ARENA_NEW(context->info->arena, struct banner);
    *banner = (struct banner){
        .kicker_words = block_words(context, value, "kicker"),
        .title_words = block_words(context, value, "title"),
        .subtitle_words = block_words(context, value, "subtitle"),
        .issuer_words = block_words(context, value, "issuer"),
    };
    context->gather->has_banner = true;
    block_tell(context, banner->title_words);
    return banner;
}

static double kicker_height(const struct block_context *context, const struct banner *banner) {
    return banner->kicker ? banner->kicker->height + 2 * block_px(context, tag_y) +
                                block_px(context, kicker_gap)
                          : 0;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct banner *banner = data;
    double room = width - 2 * context->look->margin;
    banner->kicker = block_set_text(
        context, &(struct block_text_request){LOOK_KICKER, .words = banner->kicker_words});
    banner->title = block_fit_text(
        context,
        (struct block_text_request){
            .type = LOOK_BANNER, .words = banner->title_words, .width = room, .mode = TEXT_BALANCE},
        2, 0.6);
    banner->subtitle =
        block_set_text(context, &(struct block_text_request){.type = LOOK_LEAD,
                                                             .words = banner->subtitle_words,
                                                             .width = room,
                                                             .mode = TEXT_BALANCE});
    banner->issuer = block_set_text(
        context,
        &(struct block_text_request){
            .type = LOOK_LABEL, .words = banner->issuer_words, .width = room, .mode = TEXT_WRAP});
    double height =
        2 * block_px(context, inset) + kicker_height(context, banner) + block_height(banner->title);
    if (banner->subtitle)
        height += block_px(context, subtitle_gap) + banner->subtitle->height;
    if (banner->issuer)
        height += block_px(context, issuer_gap) + banner->issuer->height;
    banner->height = height;
    return height;
}

// The kicker in a box of lines, its left edge on the title's.
static void draw_kicker(const struct block_context *context, const struct banner *banner,
                        struct scene *scene, struct point corner) {
    if (!banner->kicker)
        return;
    double x = block_px(context, tag_x), y = block_px(context, tag_y);
    struct rect box = {corner.x, corner.y, banner->kicker->width + 2 * x,
                       banner->kicker->height + 2 * y};
    struct scene_item *frame =
        scene_add_rect(scene, ROLE_ORNAMENT, OWNER_NONE, box, (struct paint){0});
    frame->path.stroke = (struct stroke){.paint = paint_solid(context->tone->ink),
                                         .width = block_px(context, tag_line)};
    block_put(scene, ROLE_HEADING, banner->kicker, corner.x + x, corner.y + y);
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct banner *banner = data;
    const struct look *look = context->look;
    block_fill(scene, ROLE_PANEL, box, 0, context->tone->paper);
    motif_draw(scene, look->style->motif, box, look->unit,
               colour_mix(context->tone->paper, context->tone->ink, 0.17));
    // A little higher than the middle looks like the middle, where a page gives it more height.
    double more = 0.4 * (box.height - banner->height);
    double x = box.x + look->margin, y = box.y + block_px(context, inset) + more;
    draw_kicker(context, banner, scene, (struct point){x, y});
    y += kicker_height(context, banner);
    y += block_put(scene, ROLE_TITLE_TEXT, banner->title, x, y) + block_px(context, subtitle_gap);
    block_put(scene, ROLE_SUBTITLE, banner->subtitle, x, y);
    if (banner->issuer)
        block_put(scene, ROLE_BODY, banner->issuer, x,
                  rect_bottom(box) - block_px(context, inset) - banner->issuer->height);
}

const struct block_kind block_kind_banner = {
    .name = "banner",
    .place = BLOCK_BLEEDS,
    .tone = TONE_FILL,
    .read = read,
    .measure = measure,
    .draw = draw,
};

struct block block_banner_of_title(const struct block_context *context) {
    const struct figure_request *request = context->request;
    struct banner *banner = ARENA_NEW(context->info->arena, struct banner);
    *banner = (struct banner){.title_words = request->title, .subtitle_words = request->subtitle};
    return (struct block){
        .kind = &block_kind_banner, .data = banner, .tone = block_kind_banner.tone};
}
