// Proportional symbols: circles whose areas are true to their values, and their nested legend.
#pragma once

#include "guides/guide.h"

struct symbol_scale {
    double most;        // the value of the largest circle, > 0
    double most_radius; // px
};

// Of values that are not negative; the radius of the largest of them is `most_radius`.
struct symbol_scale symbol_scale_make(double largest_value, double most_radius);
double symbol_radius(const struct symbol_scale *scale, double value);

enum { SYMBOL_LEGEND_STEPS = 3 };

// Circles of round values, one in the other, on one ground line, each with its value at the end of
// a line from its top.
struct symbol_legend {
    double values[SYMBOL_LEGEND_STEPS]; // the largest first
    double radii[SYMBOL_LEGEND_STEPS];
    const struct text_block *blocks[SYMBOL_LEGEND_STEPS];
    size_t count;
    const struct text_block *title;     // NULL: none
    double title_height, width, height; // px
};

// `write` gives the words of a value (its `context` first); NULL: plain digits.
typedef struct str symbol_words_fn(void *context, double value);
struct symbol_legend symbol_legend_set(const struct guide_context *context,
                                       const struct symbol_scale *scale, struct str title,
                                       symbol_words_fn *write, void *write_context);
void symbol_legend_draw(const struct guide_context *context, struct scene *scene,
                        const struct symbol_legend *legend, struct point corner,
                        struct colour colour);
