// The quantile scale: classes of equally many amounts.
#include "scales/steps.h"

#include <math.h>

// Between the two nearest ranks (type 7 of Hyndman and Fan 1996), as d3-scale 4 has it.
static void limits(const double *domain, size_t count, size_t classes, double *out) {
    for (size_t i = 1; i < classes; i++) {
        double place = (double)(count - 1) * (double)i / (double)classes, below = floor(place);
        double low = domain[(size_t)below], next = fmin(below + 1, (double)(count - 1));
        out[i - 1] = low + (domain[(size_t)next] - low) * (place - below);
    }
}

const struct step_type steps_quantile = {.name = "quantile", .limits = limits};
