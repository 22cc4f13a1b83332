// Legend of a ramp of colours: a bar that runs through them, with the amounts of its two ends.
#pragma once

#include "guides/guide.h"

struct ramp {
    const struct colour *colours;
    size_t count;         // 0: no legend
    struct str low, high; // words at the ends
    // Ticks of an upright bar, in place of the ends; none: the ends.
    const struct str *tick_words;
    const double *tick_shares; // of the way, from its beginning
    size_t tick_count;
    // Shares of the way at which each colour ends, for classes; NULL: one colour runs into the
    // next.
    const double *bands;
    double length;    // px of an upright bar; 0: by the type
    struct str title; // STR_NONE: none
    // Set by ramp_set:
    const struct text_block **tick_blocks;
    const struct text_block *low_block, *high_block, *title_block;
    double width, height;
};

// A line above the plot, or an upright bar where the style has the legend at the right.
void ramp_set(const struct guide_context *context, struct ramp *ramp);

void ramp_draw(const struct guide_context *context, struct scene *scene, const struct ramp *ramp,
               struct point corner);
