// The form of sheets: pages to be read one after another, cut between blocks, as full as that
// allows.
#include "base/i18n.h"
#include "infographic/furniture.h"
#include "infographic/pages.h"
#include "infographic/paginate.h"
#include "infographic/parting.h"

#include <math.h>

// Of a cut within a section, and of a foot that stands alone.
static const double inner_cut = 1, lone_foot = 30;

struct sheets {
    struct look look;
    struct block_context context; // with that look
    struct block *blocks;
    size_t count;
    double room, inset;  // px of a page above its strip; above its first and below its last block
    struct canvas whole; // all blocks as if on one page
    struct page_unit *units;
    size_t *ends, pages; // of blocks behind each page's last
};

static bool bleeds(const struct block *block) {
    return block->kind->place == BLOCK_BLEEDS;
}

static double head_of(const struct sheets *sheets, size_t i) {
    const struct flow_item *item = &sheets->whole.flow.items[i];
    return i == 0 ? item->box.y : bleeds(item->block) ? 0 : sheets->inset;
}

static double foot_of(const struct sheets *sheets, size_t i) {
    const struct flow_item *item = &sheets->whole.flow.items[i];
    if (i + 1 == sheets->count)
        return sheets->whole.height - rect_bottom(item->box);
    // The strip below has white space of its own.
    return bleeds(item->block) ? 0 : sheets->inset / 2;
}

static void make_units(struct sheets *sheets) {
    for (size_t i = 0; i < sheets->count; i++) {
        const struct flow_item *item = &sheets->whole.flow.items[i];
        const struct block *block = item->block;
        bool kept = i > 0 && sheets->blocks[i - 1].kind->keeps_next;
        double cost = kept                         ? INFINITY
                      : bleeds(block)              ? lone_foot
                      : block->kind->opens_section ? 0
                                                   : inner_cut;
        sheets->units[i] = (struct page_unit){.top = item->box.y,
                                              .bottom = rect_bottom(item->box),
                                              .head = head_of(sheets, i),
                                              .foot = foot_of(sheets, i),
                                              .cost = cost,
                                              .forced = block->continues};
    }
}

// Panels reach to the page's lower edge, under the strip, but for those in the accent colour, of
// which so much would be too much; a footer stands on the strip.
static enum tone_kind fill_page(const struct sheets *sheets, struct canvas *canvas, double height) {
    struct flow *flow = &canvas->flow;
    const struct block *last = flow->items[flow->count - 1].block;
    canvas->height += flow_spread(&sheets->context, flow, sheets->room - canvas->height);
    struct flow_panel *panel = flow->panel_count ? &flow->panels[flow->panel_count - 1] : NULL;
    double needed = panel ? panel->box.height : 0;
    if (canvas->height < sheets->room)
        flow_fill(flow, sheets->room - canvas->height, false);
    canvas->height = sheets->room;
    if (panel && panel->tone == TONE_FILL)
        panel->box.height = needed;
    if (!panel || panel->tone == TONE_FILL || bleeds(last) || canvas->frame.foot_height > 0)
        return TONE_PAPER;
    panel->box.height = height - panel->box.y;
    return panel->tone;
}

static void draw_page(const struct sheets *sheets, struct scene_list *pages, size_t index) {
    const struct block_context *context = &sheets->context;
    size_t first = index ? sheets->ends[index - 1] : 0, end = sheets->ends[index];
    double height = context->info->height;
    struct canvas canvas;
    struct canvas_edges edges = {first == 0, end == sheets->count, sheets->inset};
    canvas_make(context, sheets->blocks + first, end - first, edges, &canvas);
    struct scene *scene = pages_start(context, pages, index, height);
    scene->description = pages_told(context, sheets->blocks, first, end);
    enum tone_kind tone = fill_page(sheets, &canvas, height);
    canvas_draw(context, &canvas, scene);
    if (pages->count > 1)
        furniture_draw(context, scene, tone, index + 1, pages->count);
}

// Room for a few lines of text is the least that a page can have.
static bool has_room(const struct sheets *sheets) {
    enum { LEAST_LINES = 4 };
    const struct infographic_context *info = sheets->context.info;
    const struct look_type *body = &sheets->look.types[LOOK_BODY];
    if (sheets->room - 2 * sheets->inset >= LEAST_LINES * body->size * body->pitch)
        return true;
    diag_error(info->diag, DIAG_LAYOUT, json_place(info->arena, sheets->context.request->json),
               str_from(_("make the pages higher, or the labels smaller")),
               _("a page %.0f px high has no room between its margins"), info->height);
    return false;
}

// Deals the blocks out, drawn `zoom` times as large; false when a page has no room.
static bool deal(struct sheets *sheets, const struct block_context *context, struct block *blocks,
                 size_t count, double zoom) {
    const struct infographic_context *info = context->info;
    const struct canvas_edges whole = {true, true, 0};
    sheets->look = block_look(info, context->look->width, zoom);
    sheets->context = *context;
    sheets->context.look = &sheets->look;
    sheets->room = info->height - furniture_height(&sheets->context);
    sheets->inset = fmax(flow_inset(&sheets->context), sheets->look.margin);
    if (!has_room(sheets))
        return false;
    canvas_make(&sheets->context, blocks, count, whole, &sheets->whole);
    sheets->count = parting_make(&sheets->context, &sheets->whole.flow, sheets->room, sheets->inset,
                                 &sheets->blocks);
    canvas_make(&sheets->context, sheets->blocks, sheets->count, whole, &sheets->whole);
    sheets->units = ARENA_ARRAY(info->arena, sheets->count, struct page_unit);
    sheets->ends = ARENA_ARRAY(info->arena, sheets->count, size_t);
    make_units(sheets);
    const struct page_limits limits = {.height = sheets->room, .ragged_last = true};
    sheets->pages = paginate(info->arena, sheets->units, sheets->count, &limits, sheets->ends);
    return true;
}

// How much of the last page is used.
static double last_share(const struct sheets *sheets) {
    const struct page_unit *first =
        &sheets->units[sheets->pages > 1 ? sheets->ends[sheets->pages - 2] : 0];
    const struct page_unit *last = &sheets->units[sheets->count - 1];
    return (first->head + last->bottom - first->top + last->foot) / sheets->room;
}

// Type a little smaller saves a page that would be mostly empty. Nothing is reported of the trials.
static double choose_zoom(const struct block_context *context, struct block *blocks, size_t count) {
    static const double zooms[] = {0.96, 0.92, 0.88}, filled = 0.6;
    struct infographic_context quiet = *context->info;
    struct block_context trial = *context;
    struct diag unheard;
    struct sheets sheets;
    diag_init(&unheard, quiet.arena);
    quiet.diag = &unheard;
    trial.info = &quiet;
    if (!deal(&sheets, &trial, blocks, count, 1) || sheets.pages == 1 ||
        last_share(&sheets) >= filled)
        return 1;
    size_t pages = sheets.pages;
    for (size_t i = 0; i < sizeof zooms / sizeof *zooms; i++)
        if (deal(&sheets, &trial, blocks, count, zooms[i]) && sheets.pages < pages)
            return zooms[i];
    return 1;
}

bool pages_lay_out_SHEETS(const struct block_context *context, struct block *blocks, size_t count,
                          struct scene_list *pages) {
    struct sheets sheets;
    if (context->info->height <= 0)
        return pages_lay_out_ONE(context, blocks, count, pages);
    if (!deal(&sheets, context, blocks, count, choose_zoom(context, blocks, count)))
        return false;
    pages_init(&sheets.context, sheets.pages, pages);
    for (size_t i = 0; i < pages->count; i++)
        draw_page(&sheets, pages, i);
    return true;
}
