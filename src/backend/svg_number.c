// Numbers of the SVG writer: rounded to a decimal grid once, integers afterwards.
#include "backend/svg_write.h"

static const double limit = 1e13; // of what is printed; keeps every grid value an exact integer
static const double powers[] = {1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7};

enum { MAX_DECIMALS = sizeof powers / sizeof *powers - 1 };

long long svg_to_grid(double value, int decimals) {
    double steps = value * powers[decimals];
    if (!(steps > -limit && steps < limit))
        steps = steps < 0 ? -limit : limit;
    return (long long)(steps < 0 ? steps - 0.5 : steps + 0.5);
}

static char *write_digits(char *at, uint64_t value, int count) {
    for (int i = count - 1; i >= 0; i--, value /= 10)
        at[i] = (char)('0' + value % 10);
    return at + count;
}

// Font units: nearly every number of a picture.
static char *write_small(char *at, unsigned value) {
    if (value >= 100)
        *at++ = (char)('0' + value / 100);
    if (value >= 10)
        *at++ = (char)('0' + value / 10 % 10);
    *at++ = (char)('0' + value % 10);
    return at;
}

char *svg_write_grid(char *at, long long value, int decimals) {
    uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value, whole = 1, next;
    if (value < 0)
        *at++ = '-';
    if (decimals == 0 && rest < 1000)
        return write_small(at, (unsigned)rest);
    for (; decimals && rest % 10 == 0; decimals--)
        rest /= 10;
    for (int i = 0; i < decimals; i++)
        whole *= 10;
    int count = 0; // of the digits before the point
    for (next = rest; next >= whole; next /= 10)
        count++;
    at = write_digits(at, rest / whole, count);
    if (decimals)
        *at++ = '.';
    else if (count == 0)
        *at++ = '0';
    return write_digits(at, rest % whole, decimals);
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
