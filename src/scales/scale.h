// Scales: data to positions. Linear for amounts, band and point for categories, ordinal for
// colours. A scale is a plain value, filled by its init function.
#pragma once

#include "base/str.h"

#include <stdbool.h>

struct scale_linear {
    double domain[2], range[2];
};

// A position; the middle of the range when the domain has no extent (as d3 does).
double scale_linear_map(const struct scale_linear *scale, double value);

// Categories side by side. `inner` and `outer` are shares of a step: the space between two bands
// and before the first; a point scale is a band scale with inner 1.
struct scale_band {
    double range[2];
    double step, width; // px; width of one band, without its inner space
    double start;       // of the first band
    size_t count;
};

// As d3.scaleBand with align 0.5: step = length / max(1, n - inner + 2 outer).
void scale_band_init(struct scale_band *scale, const double range[2], size_t count, double inner,
                     double outer);
double scale_band_start(const struct scale_band *scale, size_t index);

// Distinct words in order of first appearance, with a hash index.
struct word_set {
    struct arena *arena;
    struct str *words;
    size_t count, capacity;
    size_t *slots; // index + 1, 0: free
    size_t slot_count;
};

#define WORD_SET(arena_pointer) ((struct word_set){.arena = (arena_pointer)})

size_t word_set_add(struct word_set *set, struct str word);        // its index, new or old
size_t word_set_find(const struct word_set *set, struct str word); // SIZE_MAX when absent
