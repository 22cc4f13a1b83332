// The types of number formats: how the digits of an amount are written.
#pragma once

#include "base/number_format.h"

// Appends the digits of `value` (not negative, not NaN); returns what stands behind them: an SI
// prefix, 万 or 亿, or "".
const char *number_type_write(struct buf *digits, const struct number_format *format, double value);
