// The quantize scale: classes of equal width, as d3-scale 4 has them.
#include "scales/steps.h"

static void limits(const double *domain, size_t count, size_t classes, double *out) {
    double low = domain[0], high = domain[count - 1], n = (double)classes;
    for (size_t i = 1; i < classes; i++) {
        out[i - 1] = ((double)i * high + (n - (double)i) * low) / n;
    }
}

const struct step_type steps_quantize = {.name = "quantize", .limits = limits};
