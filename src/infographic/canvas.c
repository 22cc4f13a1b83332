// Title block, blocks and foot on one canvas.
#include "infographic/canvas.h"

#include "infographic/closing.h"

#include <math.h>

static void make_frame(const struct block_context *context, struct canvas_edges edges,
                       struct canvas *out) {
    const struct figure_request *request = context->request;
    const struct look *look = context->look;
    struct frame_texts texts = {0};
    bool titled = closing_logo_beside_title(context);
    bool logo = titled ? edges.head : edges.foot && !context->gather->has_footer;
    out->guide = closing_guide(context, closing_style(context, logo));
    if (edges.foot && !context->gather->has_footer)
        texts = closing_texts(context);
    if (edges.head && !context->gather->has_banner) {
        texts.number = context->info->embedded ? STR_NONE : request->number;
        texts.title = request->title;
        texts.subtitle = request->subtitle;
    }
    out->frame = frame_set(&out->guide, &texts, look->width - 2 * look->margin);
}

// Designed px, where the style's gaps are narrower: blocks are heavier than charts.
static const double head_gap = 60, foot_gap = 52, inner_head_gap = 44, inner_foot_gap = 36;

static double gap_of(const struct block_context *context, double style_gap, double alone,
                     double inside) {
    return fmax(style_gap, block_px(context, context->info->embedded ? inside : alone));
}

void canvas_make(const struct block_context *context, struct block *blocks, size_t count,
                 struct canvas_edges edges, struct canvas *out) {
    const struct block_gather *gather = context->gather;
    const struct style *style = context->look->style;
    *out = (struct canvas){.top = gather->has_banner ? 0 : style->margin};
    make_frame(context, edges, out);
    double head = out->frame.head_height, foot = out->frame.foot_height;
    double title_gap = head > 0 ? gap_of(context, style->title_gap, head_gap, inner_head_gap) : 0;
    struct flow_start start = {.top = out->top + head + title_gap,
                               .framed = !gather->has_banner,
                               .least_inset = edges.least_inset};
    flow_make(context, blocks, count, start, &out->flow);
    out->height =
        out->flow.height +
        (foot > 0 ? gap_of(context, style->foot_gap, foot_gap, inner_foot_gap) + foot : 0) +
        (gather->has_footer || !edges.foot ? 0 : style->margin);
}

// Numbers that would shrink more than this for want of width want no larger blocks.
static const double least_ease = 0.97;

// Whether the blocks fit the height when they are drawn `zoom` times as large. Nothing is reported
// of the trial.
static bool fits(const struct block_context *context, struct block *blocks, size_t count,
                 double zoom, double height, double *needed) {
    const struct infographic_context *info = context->info;
    struct infographic_context quiet = *info;
    struct diag unheard;
    struct look look = block_look(info, context->look->width, zoom);
    struct canvas canvas;
    diag_init(&unheard, info->arena);
    quiet.diag = &unheard;
    struct block_context trial = *context;
    trial.info = &quiet;
    trial.look = &look;
    context->gather->tightest = 1;
    canvas_make(&trial, blocks, count, (struct canvas_edges){true, true, 0}, &canvas);
    *needed = canvas.height;
    bool at_ease = zoom <= 1 || context->gather->tightest >= least_ease;
    return at_ease && canvas.height <= height;
}

bool canvas_fit(const struct block_context *context, struct block *blocks, size_t count,
                double height, struct look *look, double *needed) {
    static const double zooms[] = {1.8, 1.6, 1.45, 1.3, 1.2, 1.1, 1, 0.92, 0.85};
    const struct infographic_context *info = context->info;
    for (size_t i = 0; i < sizeof zooms / sizeof *zooms; i++)
        if (fits(context, blocks, count, zooms[i], height, needed)) {
            *look = block_look(info, look->width, zooms[i]);
            return true;
        }
    return false;
}

void canvas_fill(const struct block_context *context, struct canvas *canvas, double height) {
    if (height <= canvas->height)
        return;
    flow_fill(&canvas->flow, height - canvas->height, block_gather_framed(context->gather));
    canvas->height = height;
}

struct canvas canvas_part(const struct block_context *context, const struct canvas *canvas,
                          size_t first, size_t end, double top, double bottom) {
    struct arena *arena = context->info->arena;
    const struct flow *whole = &canvas->flow;
    struct canvas part = *canvas;
    part.top -= top;
    part.height = bottom - top;
    part.flow = (struct flow){.items = ARENA_ARRAY(arena, end - first, struct flow_item),
                              .panels = ARENA_ARRAY(arena, whole->panel_count, struct flow_panel),
                              .height = bottom - top};
    for (size_t i = first; i < end; i++) {
        part.flow.items[part.flow.count] = whole->items[i];
        part.flow.items[part.flow.count++].box.y -= top;
    }
    for (size_t i = 0; i < whole->panel_count; i++) {
        struct flow_panel panel = whole->panels[i];
        if (panel.box.y >= bottom || rect_bottom(panel.box) <= top)
            continue;
        panel.box.y -= top;
        part.flow.panels[part.flow.panel_count++] = panel;
    }
    if (first > 0)
        part.frame = frame_foot(&part.frame);
    if (end < whole->count)
        part.frame = frame_head(&part.frame);
    return part;
}

void canvas_draw(const struct block_context *context, const struct canvas *canvas,
                 struct scene *scene) {
    const struct look *look = context->look;
    const struct frame *frame = &canvas->frame;
    double width = look->width - 2 * look->margin;
    struct rect head = {look->margin, canvas->top, width, frame->head_height};
    struct rect foot = {look->margin, canvas->height - look->style->margin - frame->foot_height,
                        width, frame->foot_height};
    flow_draw(context, &canvas->flow, scene);
    frame_draw(&canvas->guide, scene, frame, head, foot);
}
