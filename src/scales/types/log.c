// The logarithmic scale; ticks and nice as d3-scale 4 has them. A domain of amounts below zero is
// that of their mirror images.
#include "base/number.h"
#include "scales/types/types.h"

#include <math.h>
#include <stdio.h>

static double bend(const struct scale *scale, double value) {
    bool mirrored = scale->domain[0] < 0;
    double amount = mirrored ? -value : value;
    return amount > 0 ? (mirrored ? -log(amount) : log(amount)) : NAN;
}

static double log_of(double base, double value) {
    return base == 10 ? log10(value) : base == 2 ? log2(value) : log(value) / log(base);
}

// Powers of ten as their decimal numerals are read: pow(10, -5) may be one bit off.
static double power_of(double base, double exponent) {
    if (base != 10 || exponent != floor(exponent)) {
        return pow(base, exponent);
    }
    char numeral[32];
    double power = 0;
    int len = snprintf(numeral, sizeof numeral, "1e%.0f", exponent);
    return number_parse((struct str){numeral, (size_t)len}, &power) ? power : pow(10, exponent);
}

struct list {
    struct arena *arena;
    double *ticks;
    size_t count, capacity;
};

static void add(struct list *list, double tick) {
    if (list->count < TICKS_LIMIT) {
        ARENA_RESERVE(list->arena, list->ticks, list->count, list->capacity);
        list->ticks[list->count++] = tick;
    }
}

// The multiples 1 to base - 1 of every power within [low, high], both above zero.
static void add_multiples(struct list *list, double base, double low, double high) {
    double last = ceil(log_of(base, high));
    for (double i = floor(log_of(base, low)); i <= last; i++) {
        for (double k = 1; k < base; k++) {
            double tick = i < 0 ? k / power_of(base, -i) : k * power_of(base, i);
            if (tick > high) {
                break;
            }
            if (tick >= low) {
                add(list, tick);
            }
        }
    }
}

// Whole powers, as many as an even axis of the logarithms would have.
static void add_powers(struct list *list, double base, double low, double high, double count) {
    double first = log_of(base, low), last = log_of(base, high), *exponents;
    size_t n = ticks_make(list->arena, first, last, fmin(last - first, count), &exponents);
    for (size_t i = 0; i < n; i++) {
        add(list, power_of(base, exponents[i]));
    }
}

static void turn(struct list *list, bool mirrored, bool falling) {
    for (size_t i = 0; mirrored && i < list->count; i++) {
        list->ticks[i] = -list->ticks[i];
    }
    for (size_t i = 0; mirrored != falling && i < list->count / 2; i++) {
        double tick = list->ticks[i];
        list->ticks[i] = list->ticks[list->count - 1 - i];
        list->ticks[list->count - 1 - i] = tick;
    }
}

static size_t make_ticks(struct arena *arena, const struct scale *scale, double count,
                         double **out) {
    double base = scale->parameter;
    bool mirrored = scale->domain[0] < 0, falling = scale->domain[1] < scale->domain[0];
    double low = fmin(fabs(scale->domain[0]), fabs(scale->domain[1]));
    double high = fmax(fabs(scale->domain[0]), fabs(scale->domain[1]));
    struct list list = {.arena = arena, .ticks = ARENA_NEW(arena, double)};
    if (base == floor(base) && log_of(base, high) - log_of(base, low) < count) {
        add_multiples(&list, base, low, high);
        if (2 * (double)list.count < count) {
            list.count = 0;
            double *even;
            size_t n = ticks_make(arena, low, high, count, &even);
            for (size_t i = 0; i < n; i++) {
                add(&list, even[i]);
            }
        }
    } else {
        add_powers(&list, base, low, high, count);
    }
    turn(&list, mirrored, falling);
    *out = list.ticks;
    return list.count;
}

// To whole powers at both ends.
static void make_nice(struct scale *scale, double count) {
    (void)count;
    bool falling = scale->domain[1] < scale->domain[0], mirrored = scale->domain[0] < 0;
    for (size_t i = 0; i < 2; i++) {
        double exponent = log_of(scale->parameter, fabs(scale->domain[i]));
        bool outward = (i == 1) != (falling != mirrored);
        exponent = outward ? ceil(exponent) : floor(exponent);
        scale->domain[i] = (mirrored ? -1 : 1) * power_of(scale->parameter, exponent);
    }
}

const struct scale_type scale_log = {
    .name = "log", .bend = bend, .ticks = make_ticks, .nice = make_nice, .parameter = 10};
