// Places blocks on the canvas.
#include "infographic/flow.h"

#include <math.h>

// Designed px: between blocks, from panel's edge to its first and last block, grid of the rhythm.
static const double usual_gap = 64, panel_inset = 72, rhythm = 4;

struct flower {
    const struct block_context *context;
    struct flow *flow;
    double y;
    struct flow_start start;
    size_t open_panel; // SIZE_MAX: none
    const struct block *previous;
};

static struct block_context on_tone(const struct block_context *context, enum tone_kind tone) {
    struct block_context copy = *context;
    copy.tone = &context->look->tones[tone];
    return copy;
}

static double snapped(const struct flower *flower, double y) {
    double grid = block_px(flower->context, rhythm);
    return ceil(y / grid - 1e-6) * grid;
}

static void close_panel(struct flower *flower) {
    if (flower->open_panel == SIZE_MAX)
        return;
    struct rect *box = &flower->flow->panels[flower->open_panel].box;
    flower->y = snapped(flower, flower->y + flow_inset(flower->context));
    box->height = flower->y - box->y;
    flower->open_panel = SIZE_MAX;
}

static void open_panel(struct flower *flower, enum tone_kind tone) {
    struct flow *flow = flower->flow;
    const struct look *look = flower->context->look;
    flow->panels[flow->panel_count] = (struct flow_panel){{0, flower->y, look->width, 0}, tone};
    flower->open_panel = flow->panel_count++;
    double inset = flow_inset(flower->context);
    bool first = flow->panel_count == 1 && flow->count == 0;
    flower->y += first ? fmax(inset, flower->start.least_inset) : inset;
}

static double gap_before(const struct flower *flower, const struct block *block) {
    const struct block *previous = flower->previous;
    if (!previous || previous->kind->place == BLOCK_BLEEDS)
        return 0;
    double gap = previous->kind->gap_after > 0 ? previous->kind->gap_after : usual_gap;
    if (!previous->kind->keeps_next)
        gap = fmax(gap, block->kind->gap_before);
    return block_px(flower->context, gap);
}

static struct rect make_room(struct flower *flower, const struct block *block) {
    const struct look *look = flower->context->look;
    bool bleeds = block->kind->place == BLOCK_BLEEDS;
    if (bleeds || block->kind->opens_section)
        close_panel(flower);
    bool starts = flower->open_panel == SIZE_MAX && !bleeds && !flower->start.plain &&
                  (!flower->start.framed || block->kind->opens_section);
    if (starts)
        open_panel(flower, block->tone);
    else if (!bleeds)
        flower->y = snapped(flower, flower->y + gap_before(flower, block));
    double margin = bleeds ? 0 : look->margin;
    return (struct rect){margin, flower->y, look->width - 2 * margin, 0};
}

static void place(struct flower *flower, struct block *block) {
    struct rect box = make_room(flower, block);
    struct block_context context = on_tone(flower->context, block->tone);
    block->height = block->kind->measure(&context, block->data, box.width);
    box.height = block->height;
    flower->flow->items[flower->flow->count++] = (struct flow_item){block, box};
    flower->y += block->height;
    flower->previous = block;
}

double flow_inset(const struct block_context *context) {
    return block_px(context, panel_inset);
}

void flow_make(const struct block_context *context, struct block *blocks, size_t count,
               struct flow_start start, struct flow *out) {
    struct arena *arena = context->info->arena;
    *out = (struct flow){.items = ARENA_ARRAY(arena, count, struct flow_item),
                         .panels = ARENA_ARRAY(arena, count, struct flow_panel)};
    struct flower flower = {context, out, start.top, start, SIZE_MAX, NULL};
    for (size_t i = 0; i < count; i++)
        place(&flower, &blocks[i]);
    close_panel(&flower);
    out->height = snapped(&flower, flower.y);
}

void flow_fill(struct flow *flow, double room, bool framed) {
    static const double above = 0.4; // a little higher than the middle looks like the middle
    if (framed) {
        for (size_t i = 0; i < flow->count; i++)
            flow->items[i].box.y += above * room;
        return;
    }
    struct flow_item *last = flow->count ? &flow->items[flow->count - 1] : NULL;
    if (last && last->block->kind->place == BLOCK_BLEEDS)
        last->box.y += room;
    if (flow->panel_count)
        flow->panels[flow->panel_count - 1].box.height += room;
}

// Whether the gap above item `i` may grow: it lies within a panel and parts two things.
static bool may_grow(const struct flow *flow, size_t i) {
    const struct block_kind *kind = flow->items[i].block->kind,
                            *before = i ? flow->items[i - 1].block->kind : NULL;
    return before && !before->keeps_next && before->place != BLOCK_BLEEDS &&
           kind->place != BLOCK_BLEEDS && !kind->opens_section;
}

double flow_spread(const struct block_context *context, struct flow *flow, double room) {
    static const double most_share = 0.6; // of the usual gap
    size_t gaps = 0, panels = 0;
    double used = 0;
    for (size_t i = 0; i < flow->count; i++)
        gaps += may_grow(flow, i);
    if (!gaps || room <= 0)
        return 0;
    double grow = fmin(room / (double)gaps, most_share * block_px(context, usual_gap));
    for (size_t i = 0; i < flow->count; i++) {
        struct rect *box = &flow->items[i].box;
        for (; panels < flow->panel_count && flow->panels[panels].box.y <= box->y; panels++)
            flow->panels[panels].box.y += used;
        if (may_grow(flow, i)) {
            used += grow;
            if (panels)
                flow->panels[panels - 1].box.height += grow;
        }
        box->y += used;
    }
    return used;
}

void flow_draw(const struct block_context *context, const struct flow *flow, struct scene *scene) {
    for (size_t i = 0; i < flow->panel_count; i++) {
        const struct flow_panel *panel = &flow->panels[i];
        if (panel->tone != TONE_PAPER)
            block_fill(scene, ROLE_PANEL, panel->box, 0, context->look->tones[panel->tone].paper);
    }
    for (size_t i = 0; i < flow->count; i++) {
        const struct flow_item *item = &flow->items[i];
        struct block_context inside = on_tone(context, item->block->tone);
        item->block->kind->draw(&inside, item->block->data, scene, item->box);
    }
}
