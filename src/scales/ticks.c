// d3's choice of ticks.
#include "scales/ticks.h"

#include <math.h>
#include <stdbool.h>

// The decade's step nearest to `step`: the limits are the geometric means of 1·2, 2·5 and 5·10.
static double decade_factor(double error) {
    return error >= sqrt(50) ? 10 : error >= sqrt(10) ? 5 : error >= sqrt(2) ? 2 : 1;
}

struct tick_spec {
    double first, last, increment; // multiples of the increment
};

static struct tick_spec specify(double start, double stop, double count) {
    double step = (stop - start) / fmax(0, count), power = floor(log10(step));
    double factor = decade_factor(step / pow(10, power));
    struct tick_spec spec;
    if (power < 0) { // the inverse is a whole number, the step is not
        double inverse = pow(10, -power) / factor;
        spec.first = round(start * inverse);
        spec.last = round(stop * inverse);
        spec.first += spec.first / inverse < start;
        spec.last -= spec.last / inverse > stop;
        spec.increment = -inverse;
    } else {
        spec.increment = pow(10, power) * factor;
        spec.first = round(start / spec.increment);
        spec.last = round(stop / spec.increment);
        spec.first += spec.first * spec.increment < start;
        spec.last -= spec.last * spec.increment > stop;
    }
    if (spec.last < spec.first && count >= 0.5 && count < 2) {
        return specify(start, stop, count * 2);
    }
    return spec;
}

double ticks_increment(double start, double stop, double count) {
    return stop > start && count > 0 ? specify(start, stop, count).increment : 0;
}

static double tick_at(struct tick_spec spec, double index) {
    double k = spec.first + index;
    return spec.increment < 0 ? k / -spec.increment : k * spec.increment;
}

size_t ticks_make(struct arena *arena, double start, double stop, double count, double **out) {
    *out = ARENA_NEW(arena, double);
    if (!(count > 0)) {
        return 0;
    }
    if (start == stop) {
        **out = start;
        return 1;
    }
    bool falling = stop < start;
    struct tick_spec spec = falling ? specify(stop, start, count) : specify(start, stop, count);
    if (!(spec.last >= spec.first) || !isfinite(spec.increment) || spec.increment == 0) {
        return 0;
    }
    size_t n = (size_t)fmin(spec.last - spec.first + 1, TICKS_LIMIT);
    *out = ARENA_ARRAY(arena, n, double);
    for (size_t i = 0; i < n; i++) {
        (*out)[falling ? n - 1 - i : i] = tick_at(spec, (double)i);
    }
    return n;
}

int ticks_decimals(double increment) {
    double step = increment < 0 ? -1 / increment : increment;
    return step > 0 && step < 1 ? (int)fmin(15, -floor(log10(step) + 1e-9)) : 0;
}

static void widen(double *start, double *stop, double increment) {
    if (increment > 0) {
        *start = floor(*start / increment) * increment;
        *stop = ceil(*stop / increment) * increment;
    } else {
        *start = ceil(*start * increment) / increment;
        *stop = floor(*stop * increment) / increment;
    }
}

void ticks_nice(double *start, double *stop, double count) {
    double low = fmin(*start, *stop), high = fmax(*start, *stop), previous = 0;
    for (int i = 0; i < 10; i++) {
        double increment = ticks_increment(low, high, count);
        if (increment == previous) {
            bool falling = *stop < *start;
            *start = falling ? high : low;
            *stop = falling ? low : high;
            return;
        }
        if (increment == 0 || !isfinite(increment)) {
            return;
        }
        widen(&low, &high, increment);
        previous = increment;
    }
}
