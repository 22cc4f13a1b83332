// From blocks to a finished picture.
#include "infographic/infographic.h"

#include "base/i18n.h"
#include "infographic/closing.h"
#include "infographic/flow.h"
#include "infographic/gather.h"

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
        out->texts.number = context->info->embedded ? STR_NONE : request->number;
        out->texts.title = request->title;
        out->texts.subtitle = request->subtitle;
    }
    out->frame = frame_set(&out->guide, &out->texts, look->width - 2 * look->margin);
}

// Sections alternate between a tinted panel and the paper; what bleeds has its own ground.
static void assign_tones(struct block *blocks, size_t count) {
    enum tone_kind tone = TONE_PAPER;
    for (size_t i = 0; i < count; i++) {
        if (blocks[i].kind->opens_section && blocks[i].has_tone)
            tone = blocks[i].tone;
        else if (blocks[i].kind->opens_section)
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

// Designed px, where the style's gaps are narrower: blocks are heavier than charts.
static const double head_gap = 60, foot_gap = 52, inner_head_gap = 44, inner_foot_gap = 36;

static double gap_of(const struct block_context *context, double style_gap, double alone,
                     double inside) {
    return fmax(style_gap, block_px(context, context->info->embedded ? inside : alone));
}

struct layout {
    struct surround surround;
    struct flow flow;
    double top, height; // of the title block; of the whole
};

static void make_layout(const struct block_context *context, struct block *blocks, size_t count,
                        struct layout *out) {
    const struct block_gather *gather = context->gather;
    const struct style *style = context->look->style;
    *out = (struct layout){.top = gather->has_banner ? 0 : style->margin};
    make_surround(context, &out->surround);
    double head = out->surround.frame.head_height, foot = out->surround.frame.foot_height;
    double start = out->top + head +
                   (head > 0 ? gap_of(context, style->title_gap, head_gap, inner_head_gap) : 0);
    flow_make(context, blocks, count, start, !gather->has_banner, &out->flow);
    out->height =
        out->flow.height +
        (foot > 0 ? gap_of(context, style->foot_gap, foot_gap, inner_foot_gap) + foot : 0) +
        (gather->has_footer ? 0 : style->margin);
}

static void draw_surround(const struct block_context *context, const struct layout *layout,
                          struct scene *scene) {
    const struct look *look = context->look;
    const struct frame *frame = &layout->surround.frame;
    double width = look->width - 2 * look->margin;
    struct rect head = {look->margin, layout->top, width, frame->head_height};
    struct rect foot = {look->margin, scene->height - look->style->margin - frame->foot_height,
                        width, frame->foot_height};
    frame_draw(&layout->surround.guide, scene, frame, head, foot);
}

// Numbers that would shrink more than this for want of width want no larger blocks.
static const double least_ease = 0.97;

// Whether the blocks fit the asked height when they are drawn `zoom` times as large. Nothing is
// reported of the trial.
static bool fits(const struct block_context *context, struct block *blocks, size_t count,
                 double zoom, double *needed) {
    const struct infographic_context *info = context->info;
    struct infographic_context quiet = *info;
    struct diag unheard;
    struct look look;
    struct layout layout;
    diag_init(&unheard, info->arena);
    quiet.diag = &unheard;
    look_make(&look, info->style, context->look->width, info->least_text, zoom);
    struct block_context trial = *context;
    trial.info = &quiet;
    trial.look = &look;
    context->gather->tightest = 1;
    make_layout(&trial, blocks, count, &layout);
    *needed = layout.height;
    bool at_ease = zoom <= 1 || context->gather->tightest >= least_ease;
    return at_ease && layout.height <= info->height;
}

// A frame of fixed height is filled: the blocks are drawn as large as fits, within reason.
static bool fit_height(const struct block_context *context, struct block *blocks, size_t count,
                       struct look *look) {
    static const double zooms[] = {1.8, 1.6, 1.45, 1.3, 1.2, 1.1, 1, 0.92, 0.85};
    const struct infographic_context *info = context->info;
    double needed = 0;
    for (size_t i = 0; i < sizeof zooms / sizeof *zooms; i++)
        if (fits(context, blocks, count, zooms[i], &needed)) {
            look_make(look, info->style, look->width, info->least_text, zooms[i]);
            return true;
        }
    diag_error(info->diag, DIAG_LAYOUT, json_place(info->arena, context->request->json),
               str_from(_("give the size no height, or leave out some blocks")),
               _("the blocks take %.0f px, and the picture is %.0f px high"), needed, info->height);
    return false;
}

static bool lay_out(const struct block_context *context, struct block *blocks, size_t count,
                    struct scene *scene) {
    const struct infographic_context *info = context->info;
    size_t errors = info->diag->reported[DIAG_ERROR];
    struct look look = *context->look;
    struct block_context sized = *context;
    struct layout layout;
    assign_tones(blocks, count);
    sized.look = &look;
    if (info->height > 0 && !fit_height(context, blocks, count, &look))
        return false;
    make_layout(&sized, blocks, count, &layout);
    if (info->height > layout.height) {
        flow_fill(&layout.flow, info->height - layout.height, block_gather_framed(context->gather));
        layout.height = info->height;
    }
    start_scene(&sized, layout.height, scene);
    flow_draw(&sized, &layout.flow, scene);
    draw_surround(&sized, &layout, scene);
    return info->diag->reported[DIAG_ERROR] == errors;
}

// The figure's blocks, or those of the figure that it names; NULL with a report.
static const struct json *find_blocks(const struct block_context *context) {
    const struct infographic_context *info = context->info;
    const struct json *blocks = json_get(context->request->json, "blocks");
    if (blocks->kind == JSON_ARRAY)
        return blocks;
    for (size_t i = 0; i < info->document->figure_count; i++) {
        const struct figure_request *figure = &info->document->figures[i];
        const struct json *list = json_get(figure->json, "blocks");
        if (str_equal(figure->id, blocks->string) && list && list->kind == JSON_ARRAY)
            return list;
    }
    diag_error(info->diag, DIAG_BLOCK, json_place(info->arena, blocks), STR_NONE,
               _("the document has no figure “%.*s” with a list of blocks"),
               STR_ARG(blocks->string));
    return NULL;
}

// Four characters of running text are the least that a column can be.
static bool has_room(const struct block_context *context) {
    const struct infographic_context *info = context->info;
    const struct look *look = context->look;
    if (look->width - 2 * look->margin >= 4 * look->types[LOOK_BODY].size)
        return true;
    diag_error(info->diag, DIAG_LAYOUT, json_place(info->arena, context->request->json),
               str_from(_("make the picture wider")),
               _("a picture %.0f px wide has no room between margins of %.0f px"), look->width,
               look->margin);
    return false;
}

bool infographic_draw(const struct infographic_context *info, const struct figure_request *request,
                      struct scene *scene) {
    const struct style *style = info->style;
    struct look look;
    double width = info->width > 0 ? info->width : style->width > 0 ? style->width : 1080;
    look_make(&look, style, width, info->least_text, 1);
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
    const struct json *list = has_room(&context) ? find_blocks(&context) : NULL;
    gather_metrics(&context, request->json);
    if (list && list->parent != request->json)
        gather_metrics(&context, list);
    bool drawn = list && block_read_list(&context, list, &blocks, &count) &&
                 lay_out(&context, blocks, count, scene);
    buf_done(&gather.alt);
    return drawn;
}
