// The linear scale.
#include "scales/types/types.h"

double scale_bend_not(const struct scale *scale, double value) {
    (void)scale;
    return value;
}

size_t scale_ticks_even(struct arena *arena, const struct scale *scale, double count,
                        double **out) {
    return ticks_make(arena, scale->domain[0], scale->domain[1], count, out);
}

void scale_nice_even(struct scale *scale, double count) {
    ticks_nice(&scale->domain[0], &scale->domain[1], count);
}

const struct scale_type scale_linear = {
    .name = "linear", .bend = scale_bend_not, .ticks = scale_ticks_even, .nice = scale_nice_even};
