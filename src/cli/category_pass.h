// The pass before drawing: which categories the figures of each document tell apart by colour.
#pragma once

#include "cli/paint.h"

// Deals out the colours of every document of the plan (an entry each, NULL where each figure deals
// out its own), from all of its figures whichever are drawn, so that one figure, a shard or all
// give the same. Reads data and draws nothing; what is wrong with a figure is reported when it is
// drawn. Warns of entries of `colors` that no figure has.
const struct category_colours *const *category_pass(struct painter *painter);
