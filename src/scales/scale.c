// Positions of amounts and categories, and the set of words behind discrete scales.
#include "scales/scale.h"

#include <math.h>

double scale_linear_map(const struct scale_linear *scale, double value) {
    double extent = scale->domain[1] - scale->domain[0];
    double t = extent != 0 ? (value - scale->domain[0]) / extent : 0.5;
    return scale->range[0] * (1 - t) + scale->range[1] * t;
}

void scale_band_init(struct scale_band *scale, const double range[2], size_t count, double inner,
                     double outer) {
    double length = fabs(range[1] - range[0]), low = fmin(range[0], range[1]);
    double spaces = fmax(1, (double)count - inner + 2 * outer);
    *scale = (struct scale_band){.range = {range[0], range[1]}, .count = count};
    scale->step = length / spaces;
    scale->width = scale->step * (1 - inner);
    scale->start = low + (length - scale->step * ((double)count - inner)) * 0.5;
}

double scale_band_start(const struct scale_band *scale, size_t index) {
    bool falling = scale->range[1] < scale->range[0];
    size_t place = falling ? scale->count - 1 - index : index;
    return scale->start + scale->step * (double)place;
}

static size_t slot_of(const struct word_set *set, struct str word) {
    size_t slot = str_hash(word) & (set->slot_count - 1);
    while (set->slots[slot] && !str_equal(set->words[set->slots[slot] - 1], word)) {
        slot = (slot + 1) & (set->slot_count - 1);
    }
    return slot;
}

static void grow_slots(struct word_set *set) {
    set->slot_count = set->slot_count ? 2 * set->slot_count : 16;
    set->slots = ARENA_ARRAY(set->arena, set->slot_count, size_t);
    for (size_t i = 0; i < set->count; i++) {
        set->slots[slot_of(set, set->words[i])] = i + 1;
    }
}

size_t word_set_find(const struct word_set *set, struct str word) {
    size_t slot = set->slot_count ? slot_of(set, word) : 0;
    return set->slot_count && set->slots[slot] ? set->slots[slot] - 1 : SIZE_MAX;
}

size_t word_set_add(struct word_set *set, struct str word) {
    if (2 * set->count >= set->slot_count) {
        grow_slots(set);
    }
    size_t slot = slot_of(set, word);
    if (!set->slots[slot]) {
        ARENA_RESERVE(set->arena, set->words, set->count, set->capacity);
        set->words[set->count++] = word;
        set->slots[slot] = set->count;
    }
    return set->slots[slot] - 1;
}
