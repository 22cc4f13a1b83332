// Scales: data to positions. Continuous ones by type (one file each in types/), band and point for
// categories. A scale is a plain value.
#pragma once

#include "base/str.h"

#include <stdbool.h>

struct scale;

struct scale_type {
    const char *name; // as Vega-Lite calls it
    // Bends amounts so that the scale is linear in what comes out.
    double (*bend)(const struct scale *scale, double value);
    // As d3-scale's ticks and nice for about `count` ticks; see ticks_make.
    size_t (*ticks)(struct arena *arena, const struct scale *scale, double count, double **out);
    void (*nice)(struct scale *scale, double count);
    double parameter; // of a scale that says none
};

#define SCALE(name) extern const struct scale_type scale_##name;
#include "scales/scale_types.def"
#undef SCALE

const struct scale_type *scale_type_find(struct str name); // NULL when there is none

struct scale {
    const struct scale_type *type;
    double domain[2], range[2];
    double parameter; // base of log, exponent of pow, constant of symlog
    bool clamp;       // amounts outside the domain stand at its ends
};

// A position; the middle of the range when the domain has no extent (as d3 does). NAN where the
// scale has no place for the value (zero on a log scale).
double scale_map(const struct scale *scale, double value);

// The share of the way along the domain: 0 at its first end, 1 at its second.
double scale_share(const struct scale *scale, double value);

size_t scale_ticks(struct arena *arena, const struct scale *scale, double count, double **out);

// Whether a log scale's tick is labelled when about `count` ticks are wanted and `shown` stand on
// the axis, as d3-scale chooses them; every tick of other scales is.
bool scale_labels_tick(const struct scale *scale, double tick, double count, size_t shown);

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
