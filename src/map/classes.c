// Ways to divide a range, and round limits.
#include "map/classes.h"

#include <math.h>

const char *const class_method_words[CLASS_METHOD_COUNT] = {
    "equal", "quantile", "jenks", "deviation", "pretty", "manual", "continuous"};

// ---- round limits

// `times` units of `lead` × 10^power, as near as a double comes.
static double multiple(double times, double lead, int power) {
    return power >= 0 ? times * lead * pow(10, power) : times * lead / pow(10, -power);
}

double classes_roundest(double low, double high, double ideal) {
    static const double leads[] = {10, 5};
    enum { DIGITS = 17 };
    if (low < 0 && high >= 0) {
        return 0;
    }
    int top = (int)floor(log10(fmax(fabs(low), fabs(high))));
    for (int power = top; power > top - DIGITS; power--) {
        for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
            double nearest = round(ideal / multiple(1, leads[i], power));
            for (int side = 0; side < 3; side++) {
                double times = nearest + (side == 1 ? -1 : side == 2 ? 1 : 0);
                double number = multiple(times, leads[i], power);
                if (number > low && number <= high) {
                    return number;
                }
            }
        }
    }
    return high;
}

// ---- ends of the classes in the sorted values

struct ends {
    size_t count, at[CLASS_LIMIT];
};

// `count` values are divided before index `end`; ends that leave a class empty are none.
static void add_end(struct ends *ends, size_t end, size_t count) {
    if (end && end < count && (!ends->count || end > ends->at[ends->count - 1])) {
        ends->at[ends->count++] = end;
    }
}

// Index of the first value that is not below `limit`.
static size_t count_below(const double *values, size_t count, double limit) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (values[middle] < limit) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void divide_equally(const double *values, size_t count, size_t wanted, struct ends *ends) {
    double least = values[0], width = (values[count - 1] - least) / (double)wanted;
    for (size_t i = 1; i < wanted; i++) {
        add_end(ends, count_below(values, count, least + width * (double)i), count);
    }
}

static void divide_by_count(const double *values, size_t count, size_t wanted, struct ends *ends) {
    for (size_t i = 1; i < wanted; i++) {
        size_t at = (size_t)round((double)count * (double)i / (double)wanted);
        if (at < count) { // equal values stay together, on the side that has more of them
            size_t first = count_below(values, count, values[at]);
            size_t behind = count_below(values, count, nextafter(values[at], INFINITY));
            add_end(ends, at - first <= behind - at ? first : behind, count);
        }
    }
}

static void divide_by_deviation(const double *values, size_t count, size_t wanted,
                                struct ends *ends) {
    double mean = 0, squares = 0;
    for (size_t i = 0; i < count; i++) {
        mean += values[i] / (double)count;
    }
    for (size_t i = 0; i < count; i++) {
        squares += (values[i] - mean) * (values[i] - mean);
    }
    double deviation = sqrt(squares / (double)count);
    for (size_t i = 1; i < wanted; i++) { // the middle class lies around the mean
        double away = (double)i - (double)wanted / 2;
        add_end(ends, count_below(values, count, mean + away * deviation), count);
    }
}

// Snaps a step to 1, 2 or 5 × 10ⁿ.
static double pretty_step(double range, size_t wanted) {
    double step = range / (double)wanted, unit = pow(10, floor(log10(step)));
    double lead = step / unit;
    return unit * (lead > 5 ? 10 : lead > 2 ? 5 : lead > 1 ? 2 : 1);
}

static void divide_prettily(const double *values, size_t count, size_t wanted,
                            struct classes *classes) {
    double least = values[0], most = values[count - 1];
    double step = pretty_step(most - least, wanted);
    double first = floor(least / step + 1e-9);
    for (size_t i = 0; i <= CLASS_LIMIT; i++) {
        double at = (first + (double)i) * step;
        classes->limits[i] = step < 1 ? (first + (double)i) / round(1 / step) : at;
        classes->count = i;
        if (i && classes->limits[i] >= most) {
            break;
        }
    }
}

// ---- the classes

static void count_members(struct classes *classes, const double *values, size_t count) {
    classes->whole = true;
    for (size_t i = 0; i <= classes->count; i++) {
        classes->whole = classes->whole && classes->limits[i] == floor(classes->limits[i]);
    }
    for (size_t i = 0; i < count; i++) {
        size_t one = classes_find(classes, values[i]);
        classes->whole = classes->whole && values[i] == floor(values[i]);
        if (one == SIZE_MAX) {
            continue;
        }
        if (!classes->members[one]++) {
            classes->least[one] = values[i];
        }
        classes->most[one] = values[i];
    }
}

// A round number at most a quarter of the outermost class beyond the extreme.
static double outer_limit(double extreme, double next) {
    double slack = fabs(next - extreme) / 4;
    if (extreme > next) {
        return classes_roundest(nextafter(extreme, -INFINITY), extreme + slack, extreme);
    }
    return -classes_roundest(nextafter(-extreme, -INFINITY), -extreme + slack, -extreme);
}

static void round_limits(const double *values, size_t count, const struct ends *ends,
                         struct classes *classes) {
    double least = values[0], most = values[count - 1];
    classes->count = ends->count + 1;
    for (size_t i = 0; i < ends->count; i++) {
        double below = values[ends->at[i] - 1], above = values[ends->at[i]];
        classes->limits[i + 1] = classes_roundest(below, above, (below + above) / 2);
    }
    double first = ends->count ? classes->limits[1] : most;
    double last = ends->count ? classes->limits[ends->count] : least;
    classes->limits[0] = outer_limit(least, first > least ? first : most);
    classes->limits[classes->count] = outer_limit(most, last < most ? last : least);
}

static struct ends divide(struct arena *arena, const double *values, size_t count,
                          enum class_method method, size_t wanted) {
    struct ends ends = {0};
    if (method == CLASSES_JENKS) {
        size_t *raw = ARENA_ARRAY(arena, wanted, size_t);
        classes_jenks(arena, values, count, wanted, raw);
        for (size_t i = 0; i + 1 < wanted; i++) {
            add_end(&ends, raw[i], count);
        }
    } else if (method == CLASSES_QUANTILE) {
        divide_by_count(values, count, wanted, &ends);
    } else if (method == CLASSES_DEVIATION) {
        divide_by_deviation(values, count, wanted, &ends);
    } else {
        divide_equally(values, count, wanted, &ends);
    }
    return ends;
}

struct classes classes_make(struct arena *arena, const double *values, size_t count,
                            enum class_method method, size_t wanted) {
    struct classes classes = {0};
    if (!count) {
        return classes;
    }
    wanted = wanted < 1 ? 1 : wanted > CLASS_LIMIT ? CLASS_LIMIT : wanted;
    if (values[0] == values[count - 1]) { // one value: one class
        classes.count = 1;
        classes.limits[0] = classes.limits[1] = values[0];
        count_members(&classes, values, count);
        return classes;
    }
    if (method == CLASSES_PRETTY) {
        divide_prettily(values, count, wanted, &classes);
        count_members(&classes, values, count);
        return classes;
    }
    struct ends ends = divide(arena, values, count, method, wanted);
    round_limits(values, count, &ends, &classes);
    count_members(&classes, values, count);
    return classes;
}

struct classes classes_from_limits(const double *values, size_t count, const double *limits,
                                   size_t limit_count) {
    struct classes classes = {.count = limit_count - 1};
    for (size_t i = 0; i < limit_count; i++) {
        classes.limits[i] = limits[i];
    }
    count_members(&classes, values, count);
    return classes;
}

size_t classes_find(const struct classes *classes, double value) {
    size_t last = classes->count;
    if (!last || !(value >= classes->limits[0] && value <= classes->limits[last])) {
        return SIZE_MAX;
    }
    for (size_t i = 0; i + 1 < last; i++) {
        if (value < classes->limits[i + 1]) {
            return i;
        }
    }
    return last - 1;
}
