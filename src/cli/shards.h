// Drawing all pictures of a plan, in this process or in several.
#pragma once

#include "cli/paint.h"

// Draws every picture with `jobs` processes and reports into painter->diag in the plan's order,
// whatever the number of processes. `pictures` has plan->count elements.
void shards_draw(struct painter *painter, size_t jobs, struct picture *pictures);
