// Positions of amounts and categories, and the set of words behind discrete scales.
#include "scales/scale.h"

#include <math.h>

static const struct scale_type *const types[] = {
#define SCALE(name) &scale_##name,
#include "scales/scale_types.def"
#undef SCALE
};

const struct scale_type *scale_type_find(struct str name) {
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (str_is(name, types[i]->name)) {
            return types[i];
        }
    }
    return NULL;
}

double scale_share(const struct scale *scale, double value) {
    double low = scale->type->bend(scale, scale->domain[0]);
    double extent = scale->type->bend(scale, scale->domain[1]) - low;
    double share = extent != 0 ? (scale->type->bend(scale, value) - low) / extent : 0.5;
    if (scale->clamp && share < 0) {
        return 0;
    }
    return scale->clamp && share > 1 ? 1 : share;
}

double scale_map(const struct scale *scale, double value) {
    double t = scale_share(scale, value);
    return scale->range[0] * (1 - t) + scale->range[1] * t;
}

size_t scale_ticks(struct arena *arena, const struct scale *scale, double count, double **out) {
    return scale->type->ticks(arena, scale, count, out);
}

bool scale_labels_tick(const struct scale *scale, double tick, double count, size_t shown) {
    if (scale->type != &scale_log) {
        return true;
    }
    double base = scale->parameter, most = fmax(1, base * count / (double)shown);
    double digit = tick / pow(base, round(log(tick) / log(base)));
    return (digit * base < base - 0.5 ? digit * base : digit) <= most;
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
