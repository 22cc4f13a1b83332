// The one place that prints and reads numbers; independent of the locale.
#pragma once

#include "base/str.h"

// Fixed with at most `decimals` (0 to 15), trailing zeros and a trailing point removed, -0 as 0.
// Correctly rounded (half to even on the exact binary value). `value` must be finite.
void buf_add_number(struct buf *buf, double value, int decimals);

// The shortest text that reads back as the same double: plain digits from 0.000001 to below 1e21,
// else "1e21", "1.5e-7" (never "1e+21"); zero is "0" whatever its sign. `value` must be finite.
void buf_add_number_shortest(struct buf *buf, double value);

struct str number_print(struct arena *arena, double value, int decimals);
struct str number_print_shortest(struct arena *arena, double value);

// Reads all of `text` as [-+]digits[.digits][e[-+]digits], no grouping. False when it is not one or
// is not finite.
bool number_parse(struct str text, double *out);
