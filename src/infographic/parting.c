// Goes down the flow page by page and parts what does not fit one.
#include "infographic/parting.h"

#include "base/i18n.h"

// A part begins on a page that has at least this share of it left.
static const double least_share = 0.3;

struct parter {
    const struct block_context *context;
    double room, inset;
    double y;    // used of the current page
    double kept; // of it by headings that belong to the next block
    struct block *blocks;
    size_t count, capacity;
};

static void add(struct parter *parter, struct block block, double gap) {
    ARENA_RESERVE(parter->context->info->arena, parter->blocks, parter->count, parter->capacity);
    parter->blocks[parter->count++] = block;
    parter->y += gap + block.height;
    parter->kept = block.kind->keeps_next ? parter->kept + gap + block.height : 0;
}

static void turn_page(struct parter *parter) {
    parter->y = parter->inset + parter->kept;
}

static void report(const struct parter *parter, const struct block *block) {
    const struct infographic_context *info = parter->context->info;
    diag_error(info->diag, DIAG_LAYOUT, json_place(info->arena, block->json),
               str_from(_("part it into several blocks, or make the pages larger")),
               _("this block is %.0f px high, and a page has room for %.0f px"), block->height,
               parter->room - 2 * parter->inset - parter->kept);
}

// Cuts off what fits the rest of the page, and measures what is left at the same width.
static bool cut_off(struct parter *parter, struct block *block, double gap, double width) {
    struct block part = *block;
    struct block_context context = *parter->context;
    void *rest;
    context.tone = &context.look->tones[block->tone];
    struct block_cut cut = {.height = parter->room - parter->inset - parter->y - gap};
    if (!block->kind->split || !block->kind->split(&context, block->data, cut, &part.data, &rest))
        return false;
    part.height = part.kind->measure(&context, part.data, width);
    add(parter, part, gap);
    block->data = rest;
    block->continues = true;
    block->height = block->kind->measure(&context, rest, width);
    return true;
}

static void part_block(struct parter *parter, struct block block, double gap, double width) {
    double left = parter->room - parter->inset - parter->y - gap;
    if (left < least_share * parter->room || !cut_off(parter, &block, gap, width)) {
        turn_page(parter);
        if (!cut_off(parter, &block, parter->kept > 0 ? gap : 0, width))
            report(parter, &block);
    }
    while (block.continues) {
        parter->kept = 0;
        turn_page(parter);
        if (block.height <= parter->room - 2 * parter->inset)
            break;
        if (!cut_off(parter, &block, 0, width)) {
            report(parter, &block);
            break;
        }
    }
    add(parter, block, 0);
}

size_t parting_make(const struct block_context *context, const struct flow *flow, double room,
                    double inset, struct block **out) {
    struct parter parter = {.context = context, .room = room, .inset = inset};
    parter.y = flow->count ? flow->items[0].box.y : 0;
    for (size_t i = 0; i < flow->count; i++) {
        const struct flow_item *item = &flow->items[i];
        const struct block *block = item->block;
        bool bleeds = block->kind->place == BLOCK_BLEEDS;
        double gap = i ? item->box.y - rect_bottom(flow->items[i - 1].box) : 0;
        if (!bleeds && block->height > room - 2 * inset - parter.kept) {
            part_block(&parter, *block, gap, item->box.width);
            continue;
        }
        if (parter.y + gap + block->height > room - (bleeds ? 0 : inset))
            turn_page(&parter);
        add(&parter, *block, gap);
    }
    *out = parter.blocks;
    return parter.count;
}
