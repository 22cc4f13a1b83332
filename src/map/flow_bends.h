// How flows bend, so that they fan out from their origins and never lie on one another.
#pragma once

#include "map/flow_arrow.h"

struct flow_space {
    struct arena *arena;
    struct rect area;         // px that flows stay in
    const struct rect *avoid; // px of legends and the like
    size_t avoid_count;
    const struct rect *names; // px that are better left free
    size_t name_count;
    double gap; // px between two flows
};

// Sets the bend of each flow without a course; the first ones choose first. Widths are set already.
void flow_bends_choose(const struct flow_space *space, struct flow *flows, size_t count);
