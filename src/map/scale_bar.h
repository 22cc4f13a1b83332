// The scale bar: a round length on the ground, as long on paper as the map has it.
#pragma once

#include "guides/guide.h"

struct scale_bar {
    double metres; // on the ground: 1, 2 or 5 times a power of ten
    double length; // px of the bar
    struct str words;
    const struct text_block *block;
    double width, height; // px of bar and words together
};

// The longest round length that takes at most `most` px where a px is `metres_per_px` on the
// ground (both > 0): at the middle of the map, as the projection has it there.
struct scale_bar scale_bar_set(const struct guide_context *context, double metres_per_px,
                               double most);

void scale_bar_draw(const struct guide_context *context, struct scene *scene,
                    const struct scale_bar *bar, struct point corner);
