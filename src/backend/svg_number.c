// Numbers of the SVG writer: rounded to a decimal grid once, integers afterwards.
#include "backend/svg_write.h"

#include <math.h>
#include <string.h>

static const double limit = 1e13; // of what is printed; keeps every grid value an exact integer
static const double powers[] = {1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7};

enum { MAX_DECIMALS = sizeof powers / sizeof *powers - 1 };

long long svg_to_grid(double value, int decimals) {
    double steps = fmin(fmax(value * powers[decimals], -limit), limit);
    return llround(steps);
}

char *svg_write_grid(char *at, long long value, int decimals) {
    char digits[24];
    size_t start = sizeof digits;
    unsigned long long rest = value < 0 ? -(unsigned long long)value : (unsigned long long)value;
    for (; decimals && rest % 10 == 0; decimals--)
        rest /= 10;
    for (int i = 0; i < decimals; i++, rest /= 10)
        digits[--start] = (char)('0' + rest % 10);
    if (decimals)
        digits[--start] = '.';
    for (; rest; rest /= 10)
        digits[--start] = (char)('0' + rest % 10);
    if (start == sizeof digits)
        digits[--start] = '0';
    if (value < 0)
        digits[--start] = '-';
    memcpy(at, digits + start, sizeof digits - start);
    return at + (sizeof digits - start);
}

void svg_add_number(struct buf *out, double value, int decimals) {
    if (decimals > MAX_DECIMALS)
        decimals = MAX_DECIMALS;
    char *start = buf_reserve(out, 24);
    char *end = svg_write_grid(start, svg_to_grid(value, decimals), decimals);
    out->len += (size_t)(end - start);
    *end = '\0';
}

void svg_add_px(struct buf *out, const char *name, double px) {
    buf_add_char(out, ' ');
    buf_add_text(out, name);
    buf_add(out, "=\"", 2);
    svg_add_number(out, px, 2);
    buf_add_char(out, '"');
}
