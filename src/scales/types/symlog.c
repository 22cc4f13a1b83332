// The symmetric log scale (Webber 2012): linear about zero, logarithmic far from it.
#include "scales/types/types.h"

#include <math.h>

static double bend(const struct scale *scale, double value) {
    return copysign(log1p(fabs(value / scale->parameter)), value);
}

const struct scale_type scale_symlog = {.name = "symlog",
                                        .bend = bend,
                                        .ticks = scale_ticks_even,
                                        .nice = scale_nice_even,
                                        .parameter = 1};
