// Classes of a choropleth: where a range of values is divided.
//
// Classes are half-open: each holds its lower limit, the last one its upper limit too. Limits are
// the roundest numbers that leave every value in its class.
#pragma once

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum class_method {
    CLASSES_EQUAL,     // of equal width
    CLASSES_QUANTILE,  // of equal count
    CLASSES_JENKS,     // least sum of squares within (Fisher 1958), exact
    CLASSES_DEVIATION, // by standard deviations around the mean
    CLASSES_PRETTY,    // at multiples of 1, 2 or 5 × 10ⁿ
    CLASSES_MANUAL,
    CLASSES_CONTINUOUS, // none: a ramp
    CLASS_METHOD_COUNT,
};

extern const char *const class_method_words[CLASS_METHOD_COUNT];

enum { CLASS_LIMIT = 12 };

struct classes {
    size_t count;                   // 0: no values
    double limits[CLASS_LIMIT + 1]; // rising; class i is limits[i] to limits[i + 1]
    size_t members[CLASS_LIMIT];
    double least[CLASS_LIMIT], most[CLASS_LIMIT]; // of the values in it; not set when it is empty
    bool whole;                                   // all values and limits are whole numbers
};

// `values` are sorted and finite. At most `wanted` classes: equal values never part, so there may
// be fewer.
struct classes classes_make(struct arena *arena, const double *values, size_t count,
                            enum class_method method, size_t wanted);

// With limits of the author's, rising; values outside the limits have no class.
struct classes classes_from_limits(const double *values, size_t count, const double *limits,
                                   size_t limit_count);

// SIZE_MAX when the value lies outside.
size_t classes_find(const struct classes *classes, double value);

// Ends of the classes of sorted values with the least sum of squares (exact): ends[i] is the index
// behind the last value of class i.
void classes_jenks(struct arena *arena, const double *values, size_t count, size_t classes,
                   size_t *ends);

// The roundest number above `low` and at most `high`; the nearest to `ideal` of equally round ones.
double classes_roundest(double low, double high, double ideal);
