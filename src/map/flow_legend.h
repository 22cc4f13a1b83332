// The legend of flows: arrows of round values, one below the other, as wide as on the map.
#pragma once

#include "guides/guide.h"

enum { FLOW_LEGEND_STEPS = 3 };

// How wide an arrow of a value is.
struct flow_scale {
    double most;       // the largest value, > 0
    double most_width; // px of its arrow before the head
    double em;         // px that heads grow by, so that thin arrows have one too
};

struct flow; // map/flow_arrow.h

// Sets the widths of an arrow of a value.
void flow_scale_apply(const struct flow_scale *scale, double value, struct flow *flow);

struct flow_legend {
    struct flow_scale scale;
    double values[FLOW_LEGEND_STEPS]; // the largest first
    const struct text_block *blocks[FLOW_LEGEND_STEPS];
    size_t count;
    const struct text_block *title;                 // NULL: none
    double title_height, row, arrow, width, height; // px
};

// `write` gives the words of a value (its `context` first).
typedef struct str flow_words_fn(void *context, double value);
struct flow_legend flow_legend_set(const struct guide_context *context,
                                   const struct flow_scale *scale, struct str title,
                                   flow_words_fn *write, void *write_context);
void flow_legend_draw(const struct guide_context *context, struct scene *scene,
                      const struct flow_legend *legend, struct point corner);
