// What stands at an infographic's foot: notes, sources, credit.
#pragma once

#include "guides/frame.h"
#include "infographic/block.h"

// The request's notes and the meaning of the shown metrics' words of approximation; its sources, or
// the document's; its credit. To be asked when all blocks have been read.
struct frame_texts closing_texts(const struct block_context *context);

// Whether the style's logo stands beside the title around the blocks; else it stands in the foot or
// in the footer block.
bool closing_logo_beside_title(const struct block_context *context);

// The style, with its logo or without.
const struct style *closing_style(const struct block_context *context, bool logo);

struct guide_context closing_guide(const struct block_context *context, const struct style *style);
