// How symbols look, and the legend that explains it: parts by colour, sizes by round amounts.
#pragma once

#include "map/symbol_scale.h"

enum symbol_kind { SYMBOL_CIRCLE, SYMBOL_PIE, SYMBOL_BAR };

enum { SYMBOL_FIELD_LIMIT = 6 };

// px of symbols on a map.
struct symbol_size {
    struct symbol_scale circle; // of circles and pies
    double most, height;        // of bars: the largest amount and its bar's px
    double bar_width;           // px
};

struct symbol_key {
    enum symbol_kind kind;
    const struct text_block *title;
    const struct text_block *parts[SYMBOL_FIELD_LIMIT]; // names of the parts
    size_t part_count;                                  // 0: of one colour
    struct symbol_legend circles;                       // of circles and pies
    double bar;                                         // px of the bar that shows the scale
    const struct text_block *bar_words;                 // its amount
    double bar_width, row, title_height, parts_height;  // px
    double width, height;
};

// What the legend says: its title, the parts' names, how amounts are written.
struct symbol_key_words {
    struct str title;
    const struct str *parts;
    size_t part_count;
    symbol_words_fn *write;
    void *context;
};

struct symbol_key symbol_key_set(const struct guide_context *guide, enum symbol_kind kind,
                                 const struct symbol_size *size,
                                 const struct symbol_key_words *words);
void symbol_key_draw(const struct guide_context *guide, struct scene *scene,
                     const struct symbol_key *key, struct point corner);

// Of part `index`; of symbols without parts the accent.
struct colour symbol_part_colour(const struct style *style, size_t index, size_t part_count);
