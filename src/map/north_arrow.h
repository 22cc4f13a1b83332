// The north arrow: which way north is where it stands.
#pragma once

#include "guides/guide.h"

struct north_arrow {
    double turn_deg;                // clockwise from "up" to north at the arrow's place
    double size;                    // px of the needle
    const struct text_block *block; // 北, or N
    double width, height;           // px
    double below;                   // px from the needle's middle to the lower edge
};

struct north_arrow north_arrow_set(const struct guide_context *context, double turn_deg,
                                   double size);

void north_arrow_draw(const struct guide_context *context, struct scene *scene,
                      const struct north_arrow *arrow, struct point corner);
