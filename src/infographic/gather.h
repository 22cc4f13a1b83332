// Which metrics a figure shows: in its texts, its blocks, its chart.
#pragma once

#include "infographic/block.h"

// Notes every metric that the figure's object names.
void gather_metrics(const struct block_context *context, const struct json *figure);

// How many metrics a block's value names as its numbers, each once; of an embedded figure, its
// data.
unsigned gather_count(const struct block_context *context, const struct json *value);
