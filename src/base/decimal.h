// Decimal digits of doubles as ECMAScript rounds them: exact value, halves away from zero.
#pragma once

#include "base/str.h"

enum { DECIMAL_DIGITS = 400 };

// 0.d1d2d3… times 10 to the power of `point`: the point stands behind that many digits. Zero has no
// digits. `value` must be finite and not negative.
struct decimal {
    char digits[DECIMAL_DIGITS];
    int count, point;
};

struct decimal decimal_fixed(double value, int decimals);  // 0 to 100 decimals
struct decimal decimal_figures(double value, int figures); // 1 to 100 significant figures
struct decimal decimal_shortest(double value);             // that reads back the same

// The texts of toFixed, toExponential and toPrecision. `figures` of exponential count the first.
void buf_add_fixed(struct buf *buf, double value, int decimals);
void buf_add_exponential(struct buf *buf, struct decimal decimal, int figures);
void buf_add_precision(struct buf *buf, double value, int figures);
