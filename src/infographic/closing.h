// What stands at an infographic's foot: notes, sources, credit.
#pragma once

#include "guides/frame.h"
#include "infographic/block.h"

// The request's notes and the meaning of the shown metrics' words of approximation; its sources, or
// the document's; its credit. To be asked when all blocks have been read.
struct frame_texts closing_texts(const struct block_context *context);

struct guide_context closing_guide(const struct block_context *context, const struct style *style);
