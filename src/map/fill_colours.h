// Colours of amounts on a map.
#pragma once

#include "style/style.h"

struct ramp {
    const struct style *style;
    const struct colour *own; // the author's, from least to greatest; or NULL
    size_t own_count;
    bool diverging;
};

// At `t` from 0 (least) to 1 (greatest); of a diverging ramp 0.5 is the middle.
struct colour ramp_colour(const struct ramp *ramp, double t);
