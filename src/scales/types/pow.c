// The power scale: amounts to an exponent, the sign kept.
#include "scales/types/types.h"

#include <math.h>

static double bend(const struct scale *scale, double value) {
    return copysign(pow(fabs(value), scale->parameter), value);
}

const struct scale_type scale_pow = {.name = "pow",
                                     .bend = bend,
                                     .ticks = scale_ticks_even,
                                     .nice = scale_nice_even,
                                     .parameter = 1};
