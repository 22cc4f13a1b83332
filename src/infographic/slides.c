// The form of slides: a cover, then each section on slides of its own under its title.
#include "base/i18n.h"
#include "base/punctuation.h"
#include "infographic/deck.h"
#include "infographic/furniture.h"
#include "infographic/pages.h"

#include <math.h>

enum { MOST_CELLS = 6 }; // of a slide

struct slide {
    const struct chapter *chapter; // NULL: the foot alone
    size_t first, count;           // cells; none: a block that takes the whole slide
    struct slide_plan plan;
    bool foot;     // notes and sources
    bool untitled; // its one block leaves no room for the title
};

struct slides {
    const struct block_context *context;
    struct deck deck;
    struct canvas surround; // title block and foot, where no block is
    double foot_height;     // px of the footer, its gap included; 0: none
    struct rect page;       // between the margins, down to the strip
    struct slide *list;
    size_t count, capacity;
};

static const double title_gap = 52, foot_gap = 40; // designed px

// ---- title and foot

static double title_height(const struct slides *slides, const struct chapter *chapter) {
    const struct block_context *context = slides->context;
    double height = slides->surround.frame.head_height;
    if (chapter->title)
        height = chapter->title->kind->measure(context, chapter->title->data, slides->page.width);
    return height > 0 ? height + block_px(context, title_gap) : 0;
}

static struct rect body_of(const struct slides *slides, const struct slide *slide) {
    struct rect area = slides->page;
    double title = slide->untitled ? 0 : title_height(slides, slide->chapter);
    area.y += title;
    area.height -= title + (slide->foot ? slides->foot_height : 0);
    return area;
}

static void measure_foot(struct slides *slides) {
    const struct block_context *context = slides->context;
    const struct block *footer = slides->deck.footer;
    double height = slides->surround.frame.foot_height;
    if (footer)
        height = footer->kind->measure(context, footer->data, context->look->width);
    slides->foot_height = height > 0 ? height + block_px(context, foot_gap) : 0;
}

static void draw_title(const struct slides *slides, const struct chapter *chapter,
                       struct scene *scene) {
    struct block_context context = *slides->context;
    context.tone = &context.look->tones[chapter->tone];
    struct rect box = slides->page;
    box.height = 0;
    if (!chapter->title) {
        struct frame head = frame_head(&slides->surround.frame);
        frame_draw(&slides->surround.guide, scene, &head, box, box);
        return;
    }
    box.height = chapter->title->kind->measure(&context, chapter->title->data, box.width);
    chapter->title->kind->draw(&context, chapter->title->data, scene, box);
}

// Notes are quiet, and would be lost on the accent colour: there they have a band of paper. Returns
// the tone of the strip below.
static enum tone_kind draw_foot(const struct slides *slides, enum tone_kind tone,
                                struct scene *scene) {
    const struct block_context *context = slides->context;
    const struct block *footer = slides->deck.footer;
    struct rect box = slides->page;
    double top = rect_bottom(box) - slides->foot_height +
                 (footer ? block_px(context, foot_gap) : 0); // a footer has white space of its own
    if (tone == TONE_FILL) {
        struct rect band = {0, top, scene->width, scene->height - top};
        block_fill(scene, ROLE_PANEL, band, 0, context->look->tones[TONE_PAPER].paper);
        tone = TONE_PAPER;
    }
    if (footer) {
        double height = footer->kind->measure(context, footer->data, context->look->width);
        box = (struct rect){0, rect_bottom(box) - height, context->look->width, height};
        footer->kind->draw(context, footer->data, scene, box);
        return tone;
    }
    struct frame frame = frame_foot(&slides->surround.frame);
    box.y = rect_bottom(box) - frame.foot_height;
    frame_draw(&slides->surround.guide, scene, &frame, box, box);
    return tone;
}

// ---- dealing out

static struct slide *add_slide(struct slides *slides, struct slide slide) {
    ARENA_RESERVE(slides->context->info->arena, slides->list, slides->count, slides->capacity);
    slides->list[slides->count] = slide;
    return &slides->list[slides->count++];
}

static bool fit(const struct slides *slides, struct slide *slide) {
    struct block_context context = *slides->context;
    context.tone = &context.look->tones[slide->chapter->tone];
    return slide_fit(&context, slide->chapter->cells + slide->first, slide->count,
                     body_of(slides, slide), &slide->plan);
}

static void report(const struct slides *slides, const struct slide_cell *cell) {
    const struct infographic_context *info = slides->context->info;
    const struct block *block = &cell->blocks[cell->count - 1];
    diag_error(info->diag, DIAG_LAYOUT, json_place(info->arena, block->json),
               str_from(_("part it into several blocks, or make the pages larger")),
               _("this block does not fit a slide"));
}

// Cells that do not fit together after all are dealt out to two slides.
static void add_fitting(struct slides *slides, struct slide slide) {
    if (fit(slides, &slide)) {
        add_slide(slides, slide);
        return;
    }
    struct slide before = slide, after = slide;
    before.foot = false;
    if (slide.count == 1 && !slide.foot) {
        slide.untitled = true;
        if (fit(slides, &slide))
            add_slide(slides, slide);
        else
            report(slides, &slide.chapter->cells[slide.first]);
        return;
    }
    if (slide.count == 1) {
        add_fitting(slides, before);
        add_slide(slides, (struct slide){.foot = true});
        return;
    }
    before.count = (slide.count + 1) / 2;
    after.first += before.count;
    after.count -= before.count;
    add_fitting(slides, before);
    add_fitting(slides, after);
}

// What a slide of these cells costs: slides should be few, their type neither small nor lost in
// white. INFINITY: too much for one.
static double cost_of(const struct slides *slides, const struct slide_cell *cells, size_t count,
                      struct rect area) {
    static const double small = 0.85, large = 1.6;
    unsigned numbers = 0;
    for (size_t i = 0; i < count; i++)
        numbers += cells[i].numbers;
    double zoom = slide_estimate(slides->context, cells, count, area);
    if (count > 1 && (numbers > DECK_MOST_NUMBERS || zoom < small))
        return INFINITY;
    return 1 + 2 * fmax(1 - zoom, 0) + 0.4 * fmin(fmax(zoom - large, 0), 1.5);
}

struct best {
    double cost;
    size_t from;
};

static void add_best(struct slides *slides, const struct chapter *chapter, const struct best *best,
                     size_t end, bool foot) {
    if (!end)
        return;
    size_t from = best[end].from;
    add_best(slides, chapter, best, from, false);
    add_fitting(slides, (struct slide){
                            .chapter = chapter, .first = from, .count = end - from, .foot = foot});
}

// Type of much the same size on all slides of a chapter, from `first` on.
static void even_out(struct slides *slides, size_t first) {
    static const double most_apart = 1.2;
    double least = INFINITY;
    for (size_t i = first; i < slides->count; i++)
        if (slides->list[i].count)
            least = fmin(least, slides->list[i].plan.zoom);
    for (size_t i = first; i < slides->count; i++)
        slides->list[i].plan.zoom = fmin(slides->list[i].plan.zoom, most_apart * fmax(least, 1));
}

// The cheapest slides of a chapter, by dynamic programming over the breaks.
static void deal_chapter(struct slides *slides, const struct chapter *chapter, bool last) {
    struct arena *arena = slides->context->info->arena;
    struct best *best = ARENA_ARRAY(arena, chapter->count + 1, struct best);
    bool foot = last && slides->foot_height > 0;
    if (chapter->full)
        add_slide(slides, (struct slide){.chapter = chapter});
    for (size_t end = 1; end <= chapter->count; end++) {
        struct slide slide = {.chapter = chapter, .foot = foot && end == chapter->count};
        struct rect area = body_of(slides, &slide);
        best[end] = (struct best){INFINITY, end - 1};
        for (size_t from = end; from-- > 0 && end - from <= MOST_CELLS;) {
            double cost =
                best[from].cost + cost_of(slides, chapter->cells + from, end - from, area);
            if (cost < best[end].cost)
                best[end] = (struct best){cost, from};
        }
    }
    size_t first = slides->count;
    add_best(slides, chapter, best, chapter->count, foot);
    even_out(slides, first);
    if (foot && !chapter->count)
        add_slide(slides, (struct slide){.foot = true});
}

// ---- drawing

static struct str told(const struct slides *slides, const struct slide *slide) {
    const struct chapter *chapter = slide->chapter;
    struct arena *arena = slides->context->info->arena;
    const char *semicolon = punctuation_of(slides->context->info->document->language)->semicolon;
    if (!chapter)
        return STR_NONE;
    if (chapter->full)
        return pages_told(slides->context, chapter->full, 0, 1);
    struct str all = chapter->title ? pages_told(slides->context, chapter->title, 0, 1)
                                    : slides->context->request->title;
    for (size_t i = slide->first; i < slide->first + slide->count; i++) {
        const struct slide_cell *cell = &chapter->cells[i];
        all = str_printf(arena, "%.*s%s%.*s", STR_ARG(all), all.len ? semicolon : "",
                         STR_ARG(pages_told(slides->context, cell->blocks, 0, cell->count)));
    }
    return all;
}

static void draw_body(const struct slides *slides, const struct slide *slide, struct scene *scene) {
    const struct chapter *chapter = slide->chapter;
    struct block_context context = *slides->context;
    struct rect whole = {0, 0, scene->width, scene->height};
    context.tone = &context.look->tones[chapter->tone];
    if (chapter->full) {
        pages_draw_full(&context, chapter->full, scene, whole);
        return;
    }
    if (chapter->tone != TONE_PAPER)
        block_fill(scene, ROLE_PANEL, whole, 0, context.tone->paper);
    if (!slide->untitled)
        draw_title(slides, chapter, scene);
    slide_draw(&context, chapter->cells + slide->first, slide->count, body_of(slides, slide),
               &slide->plan, scene);
}

static void draw_slide(const struct slides *slides, size_t index, struct scene_list *pages) {
    const struct block_context *context = slides->context;
    const struct slide *slide = &slides->list[index];
    struct scene *scene = pages_start(context, pages, index, context->info->height);
    scene->description = told(slides, slide);
    if (slide->chapter)
        draw_body(slides, slide, scene);
    enum tone_kind tone = slide->chapter ? slide->chapter->tone : TONE_PAPER;
    if (slide->foot)
        tone = draw_foot(slides, tone, scene);
    if (pages->count > 1 && !(slide->chapter && slide->chapter->full))
        furniture_draw(context, scene, tone, index + 1, pages->count);
}

// Deals the blocks out to slides with a strip of this height at their foot.
static void deal(struct slides *slides, const struct block_context *context, struct block *blocks,
                 size_t count, double strip) {
    const struct look *look = context->look;
    *slides = (struct slides){.context = context};
    slides->page = (struct rect){look->margin, look->margin, look->width - 2 * look->margin,
                                 context->info->height - look->margin - strip};
    canvas_make(context, NULL, 0, (struct canvas_edges){true, true, 0}, &slides->surround);
    static const double usual_title = 0.22; // of a page, with its gap
    double title = slides->surround.frame.head_height;
    struct rect body = slides->page;
    body.height -= title > 0 ? title + block_px(context, title_gap) : usual_title * body.height;
    deck_make(context, blocks, count, body, &slides->deck);
    measure_foot(slides);
    for (size_t i = 0; i < slides->deck.count; i++)
        deal_chapter(slides, &slides->deck.chapters[i], i + 1 == slides->deck.count);
}

bool pages_lay_out_SLIDES(const struct block_context *context, struct block *blocks, size_t count,
                          struct scene_list *pages) {
    struct slides slides;
    if (context->info->height <= 0)
        return pages_lay_out_ONE(context, blocks, count, pages);
    deal(&slides, context, blocks, count, furniture_height(context));
    if (slides.count == 1) // has no number at its foot
        deal(&slides, context, blocks, count, context->look->margin);
    pages_init(context, slides.count, pages);
    for (size_t i = 0; i < slides.count; i++)
        draw_slide(&slides, i, pages);
    return slides.count > 0;
}
