// Bringing the values of a group together.
#include "chart/aggregate.h"

#include "base/sort.h"
#include "chart/group.h"

#include <math.h>

const char *const aggregate_words[] = {
#define AGGREGATE(id, name) name,
#include "chart/aggregate.def"
#undef AGGREGATE
};

enum aggregate aggregate_find(struct str name) {
    unsigned i = 0;
    while (i < AGGREGATE_NONE && !str_is(name, aggregate_words[i])) {
        i++;
    }
    return (enum aggregate)i;
}

bool aggregate_needs_numbers(enum aggregate op) {
    return op != AGGREGATE_COUNT && op != AGGREGATE_VALID && op != AGGREGATE_MISSING &&
           op != AGGREGATE_DISTINCT && op != AGGREGATE_NONE;
}

static int compare_doubles(const void *a, const void *b, const void *context) {
    (void)context;
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// Between the two nearest ranks (type 7 of Hyndman and Fan 1996), as d3 has it.
static double quantile(struct arena *arena, double *numbers, size_t count, double share) {
    sort_stable(arena, numbers, count, sizeof *numbers, compare_doubles, NULL);
    double place = share * (double)(count - 1), below = floor(place);
    double low = numbers[(size_t)below], high = numbers[(size_t)fmin(below + 1, (double)count - 1)];
    return low + (high - low) * (place - below);
}

struct sums {
    double sum, product, least, most, mean, squares; // squares: of the distances to the mean
};

// Welford's running mean, which keeps its digits.
static struct sums add_up(const double *numbers, size_t count) {
    struct sums sums = {.product = 1, .least = INFINITY, .most = -INFINITY};
    for (size_t i = 0; i < count; i++) {
        double distance = numbers[i] - sums.mean;
        sums.sum += numbers[i];
        sums.product *= numbers[i];
        sums.least = fmin(sums.least, numbers[i]);
        sums.most = fmax(sums.most, numbers[i]);
        sums.mean += distance / (double)(i + 1);
        sums.squares += distance * (numbers[i] - sums.mean);
    }
    return sums;
}

static double spread(enum aggregate op, double squares, double n) {
    double variance = squares / (op == AGGREGATE_VARIANCEP || op == AGGREGATE_STDEVP ? n : n - 1);
    switch (op) {
    case AGGREGATE_STDEV:
    case AGGREGATE_STDEVP:
        return sqrt(variance);
    case AGGREGATE_STDERR:
        return sqrt(variance / n);
    default:
        return variance;
    }
}

static double of_numbers(struct arena *arena, enum aggregate op, double *numbers, size_t count) {
    struct sums sums = add_up(numbers, count);
    switch (op) {
    case AGGREGATE_SUM:
        return sums.sum;
    case AGGREGATE_PRODUCT:
        return sums.product;
    case AGGREGATE_MEAN:
    case AGGREGATE_AVERAGE:
        return sums.sum / (double)count;
    case AGGREGATE_MIN:
        return sums.least;
    case AGGREGATE_MAX:
        return sums.most;
    case AGGREGATE_MEDIAN:
        return quantile(arena, numbers, count, 0.5);
    case AGGREGATE_Q1:
        return quantile(arena, numbers, count, 0.25);
    case AGGREGATE_Q3:
        return quantile(arena, numbers, count, 0.75);
    default:
        return spread(op, sums.squares, (double)count);
    }
}

static struct value number(double value) {
    return (struct value){.kind = VALUE_NUMBER, .number = value};
}

static size_t count_distinct(struct arena *arena, const struct value *column, const size_t *members,
                             size_t count) {
    struct value *values = ARENA_ARRAY(arena, count, struct value);
    for (size_t i = 0; i < count; i++) {
        values[i] = column[members[i]];
    }
    const struct value *columns[] = {values};
    return group_rows(arena, columns, 1, count).count;
}

struct value aggregate_rows(struct arena *arena, enum aggregate op, const struct value *column,
                            const size_t *members, size_t count) {
    if (op == AGGREGATE_COUNT || !column) {
        return number((double)count);
    }
    if (op == AGGREGATE_NONE) { // what the group has in common
        return count ? column[members[0]] : (struct value){.kind = VALUE_NULL};
    }
    if (op == AGGREGATE_DISTINCT) {
        return number((double)count_distinct(arena, column, members, count));
    }
    double *numbers = ARENA_ARRAY(arena, count, double);
    size_t valid = 0, missing = 0;
    for (size_t i = 0; i < count; i++) {
        missing += column[members[i]].kind == VALUE_NULL;
        if (column[members[i]].kind == VALUE_NUMBER) {
            numbers[valid++] = column[members[i]].number;
        }
    }
    if (op == AGGREGATE_VALID || op == AGGREGATE_MISSING) {
        return number((double)(op == AGGREGATE_VALID ? count - missing : missing));
    }
    double result = valid ? of_numbers(arena, op, numbers, valid) : NAN;
    return isfinite(result) ? number(result) : (struct value){.kind = VALUE_NULL};
}
