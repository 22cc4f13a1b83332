// Formats of ticks: the precision that tells neighbours apart, as d3-format's helpers choose it.
#include "base/decimal.h"
#include "base/number_format.h"

#include <math.h>

static int exponent_of(double value) {
    return decimal_shortest(fabs(value)).point - 1;
}

static int prefix_of(double largest) {
    int prefix = (int)floor(exponent_of(largest) / 3.0);
    return prefix < -8 ? -8 : prefix > 8 ? 8 : prefix;
}

static int at_least_zero(int number) {
    return number > 0 ? number : 0;
}

void number_format_for_ticks(struct number_format *format, double step, double largest) {
    if (!(step > 0) || !(largest > 0) || !isfinite(largest)) {
        return;
    }
    bool open = format->precision < 0;
    int decimals = at_least_zero(-exponent_of(step));
    switch (format->type) {
    case 's':
        format->has_prefix = true;
        format->prefix = prefix_of(largest);
        if (open) {
            format->precision = at_least_zero(format->prefix * 3 - exponent_of(step));
        }
        break;
    case '\0':
    case 'e':
    case 'g':
    case 'p':
    case 'r':
        if (open && largest > step) {
            int figures = at_least_zero(exponent_of(largest - step) - exponent_of(step)) + 1;
            format->precision = figures - (format->type == 'e');
        }
        break;
    case 'f':
    case '%':
        if (open) {
            format->precision = at_least_zero(decimals - (format->type == '%' ? 2 : 0));
        }
        break;
    default:
        break;
    }
}

void number_format_shorten(struct number_format *format) {
    static const int figures = 12;
    format->precision = figures - (format->type == '%' ? 2 : format->type == 'e' ? 1 : 0);
    format->trim = true;
}
