// The one place that prints and reads numbers; independent of the locale.
#pragma once

#include "base/str.h"

// Fixed with at most `decimals` (0 to 15), trailing zeros and a trailing point removed, -0 as 0.
// Correctly rounded (half to even on the exact binary value).
void buf_add_number(struct buf *buf, double value, int decimals);

// The shortest text that reads back as the same double ("0.1", "1e+21" never: plain digits up to
// 1e21, then "1e21").
void buf_add_number_shortest(struct buf *buf, double value);

struct str number_print(struct arena *arena, double value, int decimals);
struct str number_print_shortest(struct arena *arena, double value);

// Reads all of `text` as [-+]digits[.digits][e[-+]digits], no grouping. False when it is not one or
// is not finite.
bool number_parse(struct str text, double *out);
