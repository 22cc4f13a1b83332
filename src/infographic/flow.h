// The flow: blocks below one another, sections on their panels.
#pragma once

#include "infographic/block.h"

struct flow_item {
    struct block *block;
    struct rect box;
};

struct flow_panel {
    struct rect box;
    enum tone_kind tone;
};

struct flow {
    struct flow_item *items;
    size_t count;
    struct flow_panel *panels; // under the items, in order
    size_t panel_count;
    double height;
};

// Measures the blocks and gives each its box, from `top` down. `framed`: a title block stands
// above and a foot below, so that the first and last block need no margin of their own.
void flow_make(const struct block_context *context, struct block *blocks, size_t count, double top,
               bool framed, struct flow *out);

// Uses `room` px that are left of a picture's fixed height: around the blocks where the picture is
// framed, else above the footer.
void flow_fill(struct flow *flow, double room, bool framed);

void flow_draw(const struct block_context *context, const struct flow *flow, struct scene *scene);
