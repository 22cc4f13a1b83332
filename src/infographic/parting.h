// Parting blocks that are taller than a page at their rows.
#pragma once

#include "infographic/flow.h"

// The blocks of a measured flow with those that are higher than a page of `room` px parted; a page
// has `inset` px above its first and below its last block. Blocks that cannot be parted are
// reported and left whole.
size_t parting_make(const struct block_context *context, const struct flow *flow, double room,
                    double inset, struct block **out);
