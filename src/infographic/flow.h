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

struct flow_start {
    double top;         // px of the first block
    bool framed;        // a title block stands above and a foot below: no margin of their own
    bool plain;         // no panels
    double least_inset; // px above the first block of a panel at the top of a page
};

// Measures the blocks and gives each its box.
void flow_make(const struct block_context *context, struct block *blocks, size_t count,
               struct flow_start start, struct flow *out);

// px between a panel's edge and its first or last block.
double flow_inset(const struct block_context *context);

// Uses `room` px that are left of a picture's fixed height: around the blocks where the picture is
// framed, else above the footer.
void flow_fill(struct flow *flow, double room, bool framed);

// Widens the gaps between blocks, within reason, to use `room` px; headings stay with what follows.
// Returns the px used.
double flow_spread(const struct block_context *context, struct flow *flow, double room);

void flow_draw(const struct block_context *context, const struct flow *flow, struct scene *scene);
