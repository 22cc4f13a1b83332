// From a list of blocks to chapters of cells.
#include "infographic/deck.h"

#include "infographic/gather.h"

struct maker {
    const struct block_context *context;
    struct rect area;
    struct deck *deck;
    size_t chapter_capacity, cell_capacity;
    bool titled; // sections are titles
};

static struct chapter *add_chapter(struct maker *maker, enum tone_kind tone) {
    struct deck *deck = maker->deck;
    ARENA_RESERVE(maker->context->info->arena, deck->chapters, deck->count,
                  maker->chapter_capacity);
    deck->chapters[deck->count] = (struct chapter){.tone = tone};
    maker->cell_capacity = 0;
    return &deck->chapters[deck->count++];
}

// Headings repeat the numbers of what they head.
static unsigned count_numbers(const struct block_context *context, const struct block *block) {
    if (block->kind->keeps_next)
        return 0;
    if (block->kind->count_numbers)
        return block->kind->count_numbers(block->data);
    return gather_count(context, block->json);
}

static struct slide_cell *add_cell(struct maker *maker, struct block *blocks, size_t count) {
    struct chapter *chapter = &maker->deck->chapters[maker->deck->count - 1];
    ARENA_RESERVE(maker->context->info->arena, chapter->cells, chapter->count,
                  maker->cell_capacity);
    struct slide_cell *cell = &chapter->cells[chapter->count++];
    *cell = (struct slide_cell){.blocks = blocks, .count = count};
    for (size_t i = 0; i < count; i++)
        cell->numbers += count_numbers(maker->context, &blocks[i]);
    slide_measure(maker->context, cell, maker->area.width);
    return cell;
}

// Copies the cell's blocks with another last one.
static struct block *with_last(struct arena *arena, const struct slide_cell *cell,
                               const struct block *last) {
    struct block *blocks = ARENA_ARRAY(arena, cell->count, struct block);
    for (size_t i = 0; i + 1 < cell->count; i++)
        blocks[i] = cell->blocks[i];
    blocks[cell->count - 1] = *last;
    return blocks;
}

// Parts the cell just added while it is more than a slide takes.
static void part_cell(struct maker *maker, struct slide_cell *cell) {
    const struct infographic_context *info = maker->context->info;
    for (;;) {
        struct block part = cell->blocks[cell->count - 1], rest = part;
        struct block_context context = *maker->context;
        context.tone = &context.look->tones[part.tone];
        bool tall = cell->whole > maker->area.height, many = cell->numbers > DECK_MOST_NUMBERS;
        double height = part.kind->measure(&context, part.data, maker->area.width);
        struct block_cut cut = {.height = maker->area.height - (cell->whole - height),
                                .numbers = many ? DECK_MOST_NUMBERS : 0,
                                .reflows = true};
        if ((!tall && !many) || !part.kind->split ||
            !part.kind->split(&context, part.data, cut, &part.data, &rest.data))
            return;
        struct block *blocks = with_last(info->arena, cell, &part);
        size_t count = cell->count;
        struct chapter *chapter = &maker->deck->chapters[maker->deck->count - 1];
        chapter->count--;
        add_cell(maker, blocks, count);
        rest.continues = true;
        struct block *last = ARENA_NEW(info->arena, struct block);
        *last = rest;
        cell = add_cell(maker, last, 1);
    }
}

// The blocks up to `end` from `first` that stay together.
static size_t cell_end(const struct block *blocks, size_t first, size_t end) {
    while (first + 1 < end && blocks[first].kind->keeps_next)
        first++;
    return first + 1;
}

static bool takes_slide(const struct block *block) {
    return block->kind->place == BLOCK_BLEEDS;
}

static size_t chapter_end(const struct block *blocks, size_t first, size_t count) {
    size_t end = first + 1;
    while (end < count && !blocks[end].kind->opens_section && !takes_slide(&blocks[end]))
        end++;
    return end;
}

// Whether the chapter's first block is its title: a section, or a heading where there is none.
static bool has_title(const struct maker *maker, const struct block *blocks, size_t first,
                      size_t end) {
    return maker->titled && blocks[first].kind->keeps_next &&
           (end - first > 1 || blocks[first].kind->opens_section);
}

void deck_make(const struct block_context *context, struct block *blocks, size_t count,
               struct rect area, struct deck *out) {
    struct maker maker = {
        .context = context, .area = area, .deck = out, .titled = context->gather->has_banner};
    *out = (struct deck){0};
    if (count && takes_slide(&blocks[count - 1]) && count > 1)
        out->footer = &blocks[--count];
    for (size_t i = 0; i < count;) {
        struct chapter *chapter = add_chapter(&maker, blocks[i].tone);
        if (takes_slide(&blocks[i])) {
            chapter->full = &blocks[i++];
            continue;
        }
        size_t end = chapter_end(blocks, i, count);
        if (has_title(&maker, blocks, i, end))
            chapter->title = &blocks[i++];
        while (i < end) {
            size_t next = cell_end(blocks, i, end);
            part_cell(&maker, add_cell(&maker, blocks + i, next - i));
            i = next;
        }
    }
}
