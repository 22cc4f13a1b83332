// The square root scale, the sign kept.
#include "scales/types/types.h"

#include <math.h>

static double bend(const struct scale *scale, double value) {
    (void)scale;
    return copysign(sqrt(fabs(value)), value);
}

const struct scale_type scale_sqrt = {
    .name = "sqrt", .bend = bend, .ticks = scale_ticks_even, .nice = scale_nice_even};
