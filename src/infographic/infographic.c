// From blocks to a finished picture.
#include "infographic/infographic.h"

#include "infographic/closing.h"
#include "infographic/flow.h"

#include <math.h>

// What stands around blocks that have no banner and no footer of their own: the title block and
// foot of any figure.
struct surround {
    struct guide_context guide;
    struct frame_texts texts;
    struct frame frame;
};

static void make_surround(const struct block_context *context, struct surround *out) {
    const struct figure_request *request = context->request;
    const struct look *look = context->look;
    out->guide = closing_guide(context, look->style);
    if (!context->gather->has_footer)
        out->texts = closing_texts(context);
    if (!context->gather->has_banner) {
        out->texts.number = request->number;
        out->texts.title = request->title;
        out->texts.subtitle = request->subtitle;
    }
    out->frame = frame_set(&out->guide, &out->texts, look->width - 2 * look->margin);
}

// Sections alternate between a tinted panel and the paper; what bleeds has its own ground.
static void assign_tones(struct block *blocks, size_t count) {
    enum tone_kind tone = TONE_PAPER;
    for (size_t i = 0; i < count; i++) {
        if (blocks[i].kind->opens_section)
            tone = tone == TONE_PAPER ? TONE_TINT : TONE_PAPER;
        blocks[i].tone = blocks[i].kind->place == BLOCK_BLEEDS ? blocks[i].kind->tone : tone;
    }
}

static void start_scene(const struct block_context *context, double height, struct scene *scene) {
    const struct infographic_context *info = context->info;
    const struct figure_request *request = context->request;
    struct buf *alt = &context->gather->alt;
    scene_init(scene, info->arena, request->id, ceil(context->look->width), ceil(height));
    scene->paper = context->look->style->paper;
    scene->language = info->document->language;
    scene->title = request->title;
    scene->description = request->alt.len ? request->alt : str_copy(info->arena, buf_str(alt));
}

static void draw_surround(const struct block_context *context, const struct surround *surround,
                          double top, struct scene *scene) {
    const struct look *look = context->look;
    double width = look->width - 2 * look->margin;
    struct rect head = {look->margin, top, width, surround->frame.head_height};
    struct rect foot = {look->margin,
                        scene->height - look->style->margin - surround->frame.foot_height, width,
                        surround->frame.foot_height};
    frame_draw(&surround->guide, scene, &surround->frame, head, foot);
}

static bool lay_out(const struct block_context *context, struct block *blocks, size_t count,
                    struct scene *scene) {
    const struct block_gather *gather = context->gather;
    const struct style *style = context->look->style;
    size_t errors = context->info->diag->reported[DIAG_ERROR];
    struct surround surround = {0};
    make_surround(context, &surround);
    double top = gather->has_banner ? 0 : style->margin, head = surround.frame.head_height;
    double start = top + head + (head > 0 ? style->title_gap : 0);
    struct flow flow;
    assign_tones(blocks, count);
    flow_make(context, blocks, count, start, !gather->has_banner, &flow);
    double foot = surround.frame.foot_height;
    double height = flow.height + (foot > 0 ? style->foot_gap + foot : 0) +
                    (gather->has_footer ? 0 : style->margin);
    start_scene(context, height, scene);
    flow_draw(context, &flow, scene);
    draw_surround(context, &surround, top, scene);
    return context->info->diag->reported[DIAG_ERROR] == errors;
}

bool infographic_draw(const struct infographic_context *info, const struct figure_request *request,
                      struct scene *scene) {
    const struct style *style = info->style;
    struct look look;
    double width = info->width > 0 ? info->width : style->width > 0 ? style->width : 1080;
    look_make(&look, style, width, info->height, info->least_text);
    struct block_gather gather = {
        .alt = BUF_INIT(info->arena),
        .seen = ARENA_ARRAY(info->arena, info->document->metric_count, bool),
    };
    struct block_context context = {
        .info = info,
        .request = request,
        .look = &look,
        .tone = &look.tones[TONE_PAPER],
        .gather = &gather,
    };
    struct block *blocks;
    size_t count;
    bool drawn = block_read_list(&context, json_get(request->json, "blocks"), &blocks, &count) &&
                 lay_out(&context, blocks, count, scene);
    buf_done(&gather.alt);
    return drawn;
}
