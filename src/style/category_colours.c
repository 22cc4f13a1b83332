// Dealing out a palette's colours to the categories of a document.
#include "style/category_colours.h"

// What stands where a slot is asked for: no place of the palette.
static const size_t no_slot = SIZE_MAX;

bool category_is_rest(struct str word) {
    return str_is(word, "其他") || str_is(word, "其它");
}

static bool is_fixed(const struct category_colours *colours, struct str word,
                     struct colour *colour) {
    const struct json *value = json_get_str(colours->fixed, word);
    return value && value->kind == JSON_STRING && colour_parse(value->string, colour);
}

static size_t find_slot_of_colour(const struct style *style, struct colour colour) {
    for (size_t i = 0; i < style->palette_count; i++) {
        if (colour_equal(style->palette[i], colour)) {
            return i;
        }
    }
    return no_slot;
}

// The slot that a word has by now, whether dealt or fixed to a colour of the palette.
static size_t slot_of(const struct category_colours *colours, const struct style *style,
                      struct str word) {
    struct colour colour;
    if (is_fixed(colours, word, &colour)) {
        return find_slot_of_colour(style, colour);
    }
    size_t index = name_index_find(&colours->names, word);
    return index == SIZE_MAX ? no_slot : colours->slots[index];
}

struct dealer {
    struct category_colours *colours;
    const struct style *style;
    const struct category_list *figures;
    size_t figure_count, capacity;
    size_t uses[STYLE_PALETTE_LIMIT]; // how many categories have each slot
};

static bool has_word(const struct category_list *figure, struct str word) {
    for (size_t i = 0; i < figure->count; i++) {
        if (str_equal(figure->words[i], word)) {
            return true;
        }
    }
    return false;
}

// How often each slot stands beside `word` in a figure. Figures of more categories than the
// palette has colours repeat some whatever is done, and are not asked.
static void count_conflicts(const struct dealer *dealer, struct str word,
                            size_t conflicts[STYLE_PALETTE_LIMIT]) {
    for (size_t f = 0; f < dealer->figure_count; f++) {
        const struct category_list *figure = &dealer->figures[f];
        if (figure->count > dealer->style->palette_count || !has_word(figure, word)) {
            continue;
        }
        for (size_t i = 0; i < figure->count; i++) {
            size_t slot = slot_of(dealer->colours, dealer->style, figure->words[i]);
            if (slot != no_slot) {
                conflicts[slot]++;
            }
        }
    }
}

static size_t choose_slot(const struct dealer *dealer, struct str word) {
    for (size_t i = 0; i < dealer->style->palette_count; i++) {
        if (!dealer->uses[i]) {
            return i;
        }
    }
    size_t conflicts[STYLE_PALETTE_LIMIT] = {0}, best = 0;
    count_conflicts(dealer, word, conflicts);
    for (size_t i = 1; i < dealer->style->palette_count; i++) {
        if (conflicts[i] < conflicts[best] ||
            (conflicts[i] == conflicts[best] && dealer->uses[i] < dealer->uses[best])) {
            best = i;
        }
    }
    return best;
}

static void deal_to(struct dealer *dealer, struct str word) {
    struct category_colours *colours = dealer->colours;
    struct colour colour;
    if (category_is_rest(word) || is_fixed(colours, word, &colour) ||
        name_index_find(&colours->names, word) != SIZE_MAX) {
        return;
    }
    size_t slot = choose_slot(dealer, word), count = colours->names.count;
    ARENA_RESERVE(colours->names.arena, colours->slots, count, dealer->capacity);
    colours->slots[name_index_add(&colours->names, word)] = slot;
    dealer->uses[slot]++;
}

const struct category_colours *category_colours_make(struct arena *arena, const struct json *fixed,
                                                     const struct style *style,
                                                     const struct category_list *figures,
                                                     size_t figure_count) {
    struct category_colours *colours = ARENA_NEW(arena, struct category_colours);
    *colours = (struct category_colours){.fixed = fixed, .names = {.arena = arena}};
    struct dealer dealer = {colours, style, figures, figure_count, 0, {0}};
    struct colour colour;
    for (const struct json *one = fixed ? fixed->first : NULL; one; one = one->next) {
        size_t slot =
            is_fixed(colours, one->key, &colour) ? find_slot_of_colour(style, colour) : no_slot;
        if (slot != no_slot) {
            dealer.uses[slot]++;
        }
    }
    for (size_t f = 0; f < figure_count && style->palette_count; f++) {
        for (size_t i = 0; i < figures[f].count; i++) {
            deal_to(&dealer, figures[f].words[i]);
        }
    }
    return colours;
}

struct colour category_colours_find(const struct category_colours *colours,
                                    const struct style *style, struct str word) {
    struct colour colour = style->context;
    size_t index = name_index_find(&colours->names, word);
    if (!is_fixed(colours, word, &colour) && index != SIZE_MAX && style->palette_count) {
        colour = style->palette[colours->slots[index] % style->palette_count];
    }
    return colour;
}
