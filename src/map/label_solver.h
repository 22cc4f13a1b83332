// Which of its candidate places each label takes, so that no two overlap and the best are used.
//
// Greedy by priority; a label without a free place pushes its neighbours to other places of theirs
// as long as all of them still stand; a last pass moves every label to the best place that is free.
// Deterministic: the same input gives the same choice.
#pragma once

#include "base/arena.h"
#include "base/geometry.h"

#include <stddef.h>
#include <stdint.h>

#define LABEL_UNPLACED UINT32_MAX

struct label_candidate {
    struct rect box; // px that the label takes there, its clearance included
    double cost;     // 0: best; only compared among the candidates of one label
};

struct label_wish {
    const struct label_candidate *candidates; // cheapest first
    size_t count;
    double priority; // the greater is placed first
};

// Writes for each wish the index of its candidate or LABEL_UNPLACED. Candidates that overlap an
// obstacle are never taken. `extent` is where boxes may lie; what sticks out is not taken.
void label_solve(struct arena *arena, struct rect extent, const struct label_wish *wishes,
                 size_t wish_count, const struct rect *obstacles, size_t obstacle_count,
                 uint32_t *chosen);
