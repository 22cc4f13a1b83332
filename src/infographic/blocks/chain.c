// chain: numbers that lead to one another, with the words between them; not to scale.
//
// Side by side where all of them fit in large type; under a highlighted first number where the
// others fit; else below one another.
#include "base/i18n.h"
#include "infographic/arrow.h"
#include "infographic/statistic.h"

#include <math.h>

static const struct field item_fields[] = {
    STATISTIC_FIELDS{"link", &shape_text, false, N_("The words on the arrow that leads here.")},
};
static const struct shape item_shape = {
    .kind = SHAPE_OBJECT,
    .name = "chainItem",
    .doc = N_("A number of a chain and what leads to it."),
    .fields = item_fields,
    .field_count = sizeof item_fields / sizeof *item_fields,
};
static const struct shape *const options[] = {&shape_string, &item_shape};
static const struct shape either_shape = {
    .kind = SHAPE_EITHER, .options = options, .option_count = sizeof options / sizeof *options};
const struct shape block_shape_chain = {
    .kind = SHAPE_ARRAY, .item = &either_shape, .least = 2, .most = 8};

struct link {
    struct statistic item;
    struct str link_words;
    struct number number;
    const struct text_block *label, *note, *link; // link: NULL on the first
    double x, width;                              // of its column, side by side
};

struct chain {
    struct link *links;
    size_t count;
    size_t down;  // as many from the first stand below one another, the others side by side
    double below; // px from a number's baseline to the column's end, side by side
};

// Designed px.
static const double across_size = 132, down_size = 132, hero_size = 176, rest_size = 108,
                    under_size = 100, least_arrow = 96, arrow_gap = 20;
static const double label_gap = 28, note_gap = 8, link_gap = 18, line = 3;
static const double drop = 104, drop_gap = 30, indent = 28;

static void *read(const struct block_context *context, const struct json *value) {
    struct chain *chain = ARENA_NEW(context->info->arena, struct chain);
    bool sound = true;
    chain->links = ARENA_ARRAY(context->info->arena, value->count, struct link);
    for (const struct json *item = value->first; item; item = item->next) {
        struct link *link = &chain->links[chain->count++];
        link->link_words = block_words(context, item, "link");
        sound = statistic_read(context, item, &link->item) && sound;
    }
    return sound ? chain : NULL;
}

static void set_number(const struct block_context *context, struct link *link, double size) {
    link->number = number_set(context, link->item.number, size, context->tone->accent);
}

static const struct text_block *set(const struct block_context *context, enum look_text type,
                                    struct str words, double width) {
    return block_set_text(context,
                          &(struct block_text_request){
                              .type = type, .words = words, .width = width, .mode = TEXT_BALANCE});
}

// The arrow before the link and its words take this much, side by side.
static double arrow_width(const struct block_context *context, const struct link *link) {
    return fmax(block_px(context, least_arrow), block_width(link->link)) +
           2 * block_px(context, arrow_gap);
}

// Sets the links that stand side by side, in columns as wide as their widest text; false when they
// do not fit.
static bool try_across(const struct block_context *context, struct chain *chain, double size,
                       double width) {
    double used = 0;
    for (size_t i = chain->down; i < chain->count; i++) {
        struct link *link = &chain->links[i];
        set_number(context, link, block_px(context, size));
        link->label = set(context, LOOK_LEAD, link->item.label, 0);
        link->note = set(context, LOOK_NOTE, link->item.note, 0);
        link->link = i ? set(context, LOOK_LABEL, link->link_words, 0) : NULL;
        link->width =
            fmax(link->number.width, fmax(block_width(link->label), block_width(link->note)));
        used += link->width + (i > chain->down ? arrow_width(context, link) : 0);
    }
    if (used > width)
        return false;
    double more = (width - used) / (double)(chain->count - chain->down - 1), x = 0;
    for (size_t i = chain->down; i < chain->count; i++) {
        x += i > chain->down ? arrow_width(context, &chain->links[i]) + more : 0;
        chain->links[i].x = x;
        x += chain->links[i].width;
    }
    return true;
}

static double measure_across(const struct block_context *context, struct chain *chain) {
    double above = 0;
    chain->below = 0;
    for (size_t i = chain->down; i < chain->count; i++) {
        const struct link *link = &chain->links[i];
        double under = link->label ? block_px(context, label_gap) + link->label->height : 0;
        under += link->note ? block_px(context, note_gap) + link->note->height : 0;
        chain->below = fmax(chain->below, under);
        // The words stand above the arrow, which runs at half the digits' height.
        bool beside = i > chain->down && link->link;
        double words = beside ? link->link->height + block_px(context, link_gap) : 0;
        above = fmax(above, fmax(link->number.height, words + link->number.height / 2));
    }
    return above + chain->below;
}

// The arrow that leads down to a link, with the gaps above and below it.
static double drop_height(const struct block_context *context, const struct link *link) {
    return fmax(block_px(context, drop), block_height(link->link)) +
           2 * block_px(context, drop_gap);
}

// Labels stand beside their numbers and share the rest of the width.
static double measure_down(const struct block_context *context, struct chain *chain, double width) {
    struct str *numbers = ARENA_ARRAY(context->info->arena, chain->down, struct str);
    double height = 0;
    bool hero = false;
    for (size_t i = 0; i < chain->down; i++) {
        numbers[i] = chain->links[i].item.number;
        hero = hero || chain->links[i].item.highlight;
    }
    double scale = number_fit(context, numbers, chain->down,
                              block_px(context, hero ? hero_size : down_size), width * 0.68);
    for (size_t i = 0; i < chain->down; i++) {
        struct link *link = &chain->links[i];
        double size = !hero ? down_size : link->item.highlight ? hero_size : rest_size;
        set_number(context, link, block_px(context, size) * scale);
        double room = width - link->number.width - block_px(context, indent);
        link->label = set(context, LOOK_LEAD, link->item.label, room);
        link->note = set(context, LOOK_NOTE, link->item.note, room);
        link->link = i ? set(context, LOOK_LABEL, link->link_words, width * 0.7) : NULL;
        link->width =
            fmax(link->number.height, block_height(link->label) + block_height(link->note));
        height += link->width + (i ? drop_height(context, link) : 0);
    }
    return height;
}

static double measure(const struct block_context *context, void *data, double width) {
    struct chain *chain = data;
    chain->down = 0;
    if (try_across(context, chain, across_size, width))
        return measure_across(context, chain);
    chain->down = 1;
    if (chain->count > 2 && chain->links[0].item.highlight &&
        try_across(context, chain, under_size, width))
        return measure_down(context, chain, width) + drop_height(context, &chain->links[1]) +
               measure_across(context, chain);
    chain->down = chain->count;
    return measure_down(context, chain, width);
}

static void draw_across(const struct block_context *context, const struct chain *chain,
                        struct scene *scene, struct rect box) {
    double baseline = rect_bottom(box) - chain->below;
    for (size_t i = chain->down; i < chain->count; i++) {
        const struct link *link = &chain->links[i];
        double x = box.x + link->x, middle = baseline - link->number.height / 2;
        if (i > chain->down) {
            const struct link *before = &chain->links[i - 1];
            double from = box.x + before->x + before->number.width + block_px(context, arrow_gap);
            double to = x - block_px(context, arrow_gap);
            arrow_draw(scene, (struct point){from, middle}, (struct point){to, middle},
                       block_px(context, line), context->tone->context);
            struct point words = {(from + to) / 2,
                                  middle - block_px(context, link_gap) - block_height(link->link)};
            block_put_aligned(scene, ROLE_BODY, link->link, words, ALIGN_CENTRE);
        }
        number_draw(scene, &link->number, (struct point){x, baseline - link->number.height});
        double y = baseline + block_px(context, label_gap);
        y += block_put(scene, ROLE_BODY, link->label, x, y) + block_px(context, note_gap);
        block_put(scene, ROLE_BODY, link->note, x, y);
    }
}

// A label of one line on the digits' baseline; several lines end there.
static void draw_beside(const struct block_context *context, const struct link *link,
                        struct scene *scene, double x, double baseline) {
    if (!link->label)
        return;
    struct text_placement place = {
        .at = {x + link->number.width + block_px(context, indent),
               baseline - block_height(link->note)},
        .baseline = BASELINE_ALPHABETIC,
    };
    double lines = link->label->height - link->label->style.size;
    place.at.y -= lines;
    text_place(scene, ROLE_BODY, OWNER_NONE, link->label, &place);
    if (link->note)
        block_put(scene, ROLE_BODY, link->note, place.at.x,
                  baseline - link->note->height + 0.12 * link->note->style.size);
}

// The arrow down to a link, whose space begins at y; the words stand beside it.
static void draw_drop(const struct block_context *context, const struct link *link,
                      struct scene *scene, struct point at) {
    double x = at.x + block_px(context, indent), gap = block_px(context, drop_gap);
    double length = drop_height(context, link) - 2 * gap;
    arrow_draw(scene, (struct point){x, at.y + gap}, (struct point){x, at.y + gap + length},
               block_px(context, line), context->tone->context);
    struct text_placement place = {.at = {x + block_px(context, indent), at.y + gap + length / 2},
                                   .baseline = BASELINE_MIDDLE};
    if (link->link)
        text_place(scene, ROLE_BODY, OWNER_NONE, link->link, &place);
}

// Returns the y below the last of them.
static double draw_down(const struct block_context *context, const struct chain *chain,
                        struct scene *scene, struct rect box) {
    double y = box.y;
    for (size_t i = 0; i < chain->down; i++) {
        const struct link *link = &chain->links[i];
        if (i) {
            draw_drop(context, link, scene, (struct point){box.x, y});
            y += drop_height(context, link);
        }
        double baseline = y + link->width;
        number_draw(scene, &link->number, (struct point){box.x, baseline - link->number.height});
        draw_beside(context, link, scene, box.x, baseline);
        y = baseline;
    }
    return y;
}

static void draw(const struct block_context *context, const void *data, struct scene *scene,
                 struct rect box) {
    const struct chain *chain = data;
    double y = draw_down(context, chain, scene, box);
    if (chain->down && chain->down < chain->count)
        draw_drop(context, &chain->links[chain->down], scene, (struct point){box.x, y});
    if (chain->down < chain->count)
        draw_across(context, chain, scene, box);
}

const struct block_kind block_kind_chain = {
    .name = "chain", .read = read, .measure = measure, .draw = draw};
