// The form of slices: one long picture cut into pieces, each row of pixels in exactly one of them.
#include "base/i18n.h"
#include "infographic/pages.h"
#include "infographic/paginate.h"

#include <math.h>

// Of a cut between two blocks of a section, against an emptier slice.
static const double inner_cut = 3;

// Where a slice may begin with item `i`: at its panel's edge, else half way from the block before.
static double cut_before(const struct canvas *canvas, size_t i) {
    const struct flow *flow = &canvas->flow;
    const struct flow_item *item = &flow->items[i];
    if (i == 0)
        return 0;
    double before = rect_bottom(flow->items[i - 1].box);
    for (size_t p = 0; p < flow->panel_count; p++)
        if (flow->panels[p].box.y >= before - 0.5 && flow->panels[p].box.y <= item->box.y)
            return round(flow->panels[p].box.y);
    return item->block->kind->place == BLOCK_BLEEDS ? round(item->box.y)
                                                    : round((before + item->box.y) / 2);
}

static void make_units(const struct canvas *canvas, struct page_unit *units) {
    const struct flow *flow = &canvas->flow;
    for (size_t i = 0; i < flow->count; i++) {
        const struct block_kind *kind = flow->items[i].block->kind;
        bool kept = i > 0 && flow->items[i - 1].block->kind->keeps_next;
        bool border = kind->opens_section || kind->place == BLOCK_BLEEDS;
        double end = i + 1 < flow->count ? cut_before(canvas, i + 1) : ceil(canvas->height);
        units[i] = (struct page_unit){.top = cut_before(canvas, i),
                                      .bottom = end,
                                      .cost = kept     ? INFINITY
                                              : border ? 0
                                                       : inner_cut};
    }
}

static void warn_of_tall(const struct block_context *context, const struct block *block,
                         double height) {
    const struct infographic_context *info = context->info;
    diag_warning(info->diag, DIAG_LAYOUT, json_place(info->arena, block->json),
                 str_from(_("part it into several blocks")),
                 _("this block makes a slice of %.0f px; %.0f px are wanted at most"), height,
                 info->height);
}

bool pages_lay_out_SLICES(const struct block_context *context, struct block *blocks, size_t count,
                          struct scene_list *pages) {
    const struct infographic_context *info = context->info;
    struct canvas canvas;
    canvas_make(context, blocks, count, (struct canvas_edges){true, true, 0}, &canvas);
    struct page_unit *units = ARENA_ARRAY(info->arena, count, struct page_unit);
    size_t *ends = ARENA_ARRAY(info->arena, count, size_t);
    make_units(&canvas, units);
    struct page_limits limits = {.height = info->height > 0 ? info->height : canvas.height};
    pages_init(context, paginate(info->arena, units, count, &limits, ends), pages);
    for (size_t i = 0; i < pages->count; i++) {
        size_t first = i ? ends[i - 1] : 0;
        double top = units[first].top, bottom = units[ends[i] - 1].bottom;
        if (bottom - top > limits.height)
            warn_of_tall(context, &blocks[first], bottom - top);
        struct canvas part = canvas_part(context, &canvas, first, ends[i], top, bottom);
        struct scene *scene = pages_start(context, pages, i, bottom - top);
        scene->description = pages_told(context, blocks, first, ends[i]);
        canvas_draw(context, &part, scene);
    }
    return true;
}
