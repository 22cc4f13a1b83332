// The one place that prints and reads numbers; independent of the locale.
//
// The C library's conversions are used for their correct rounding, but only in forms without a
// radix character, or with the radix replaced: it is the one thing that a locale changes in them.
#include "base/number.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_DECIMALS = 15,
    // A finite double has at most 309 digits before the point.
    FIXED_SIZE = 309 + MAX_DECIMALS + 16,
    SHORTEST_DIGITS = 17, // enough for every double (IEEE 754)
    // 767 significant digits decide the rounding of any decimal text to a double; what follows can
    // only break a tie.
    PARSE_DIGITS = 800,
    EXPONENT_LIMIT = 1000000, // far beyond any double, far from overflow
};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Drops zeros behind the point, and the point when nothing is left behind it.
static size_t trim_fraction(const char *text, size_t len) {
    if (!memchr(text, '.', len))
        return len;
    while (text[len - 1] == '0')
        len--;
    return text[len - 1] == '.' ? len - 1 : len;
}

static void add_trimmed(struct buf *buf, const char *text, size_t len) {
    len = trim_fraction(text, len);
    bool minus_zero = len == 2 && text[0] == '-' && text[1] == '0';
    buf_add(buf, text + minus_zero, len - minus_zero);
}

// The usual coordinate, without printf. False where the product's own rounding error could decide
// the last digit: the slow way then looks at the exact value.
static bool add_fixed_fast(struct buf *buf, double value, int decimals) {
    static const unsigned powers[] = {1, 10, 100, 1000};
    if (decimals > 3 || fabs(value) >= 1e6)
        return false;
    double scaled = fabs(value) * powers[decimals], below = floor(scaled);
    if (fabs(scaled - below - 0.5) < 1e-6)
        return false;
    unsigned rest = (unsigned)(scaled - below > 0.5 ? below + 1 : below);
    char text[16] = {0};
    size_t at = sizeof text;
    bool negative = value < 0 && rest > 0;
    int places = decimals;
    for (; places > 0 && rest % 10 == 0; places--)
        rest /= 10;
    for (int i = 0; i < places || rest > 0 || at == sizeof text || text[at] == '.'; i++) {
        text[--at] = (char)('0' + rest % 10);
        rest /= 10;
        if (i + 1 == places)
            text[--at] = '.';
    }
    if (negative)
        text[--at] = '-';
    buf_add(buf, text + at, sizeof text - at);
    return true;
}

void buf_add_number(struct buf *buf, double value, int decimals) {
    assert(isfinite(value) && decimals >= 0);
    if (decimals > MAX_DECIMALS)
        decimals = MAX_DECIMALS;
    if (add_fixed_fast(buf, value, decimals))
        return;
    char text[FIXED_SIZE];
    size_t len = (size_t)snprintf(text, sizeof text, "%.*f", decimals, value);
    if (decimals > 0) {
        // Everything between the whole part and the decimals is the locale's radix.
        size_t whole = text[0] == '-';
        while (is_digit(text[whole]))
            whole++;
        text[whole] = '.';
        memmove(text + whole + 1, text + len - decimals, (size_t)decimals);
        len = whole + 1 + (size_t)decimals;
    }
    add_trimmed(buf, text, len);
}

// A decimal number 0.d₁d₂… × 10^point.
struct decimal {
    char digits[PARSE_DIGITS + 1];
    int count;
    int point;
    bool negative;
};

static double decimal_value(const struct decimal *decimal) {
    // Digits and power are exact as doubles up to 2^53 and 10^22, and one operation rounds once.
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    int exponent = decimal->point - decimal->count;
    double value = 0;
    if (decimal->count <= 15 && exponent >= -22 && exponent <= 22) {
        for (int i = 0; i < decimal->count; i++)
            value = value * 10 + (decimal->digits[i] - '0');
        value = exponent < 0 ? value / powers[-exponent] : value * powers[exponent];
    } else {
        char text[PARSE_DIGITS + 32];
        snprintf(text, sizeof text, "%.*se%d", decimal->count, decimal->digits, exponent);
        value = strtod(text, NULL);
    }
    return decimal->negative ? -value : value;
}

// `count` correctly rounded significant digits of a positive value, zeros at the end dropped.
static void decimal_of(double value, int count, struct decimal *out) {
    char text[SHORTEST_DIGITS + 32];
    snprintf(text, sizeof text, "%.*e", count - 1, value);
    out->count = 0;
    const char *at = text;
    for (; *at != 'e'; at++)
        if (is_digit(*at))
            out->digits[out->count++] = *at;
    out->point = atoi(at + 1) + 1;
    while (out->count > 1 && out->digits[out->count - 1] == '0')
        out->count--;
    out->negative = false;
}

// The next decimal above with `count` digits.
static void step_up(struct decimal *decimal, int count) {
    while (decimal->count < count)
        decimal->digits[decimal->count++] = '0';
    while (decimal->count > 0 && decimal->digits[decimal->count - 1] == '9')
        decimal->count--;
    if (decimal->count == 0) {
        decimal->digits[decimal->count++] = '1';
        decimal->point++;
    } else {
        decimal->digits[decimal->count - 1]++;
    }
}

// The decimal with `count` digits that reads back as `value`; false when there is none.
static bool find_decimal(double value, int count, struct decimal *out) {
    decimal_of(value, count, out);
    if (decimal_value(out) == value)
        return true;
    // Below a power of two the doubles stand twice as close as above it: the nearest decimal may
    // read back as the neighbour below while the next one above it reads back as the value.
    int exponent;
    if (frexp(value, &exponent) != 0.5)
        return false;
    step_up(out, count);
    return decimal_value(out) == value;
}

static void add_zeros(struct buf *buf, int count) {
    for (int i = 0; i < count; i++)
        buf_add_char(buf, '0');
}

// ECMAScript's choice of form (Number::toString), without its plus sign in the exponent.
static void add_decimal(struct buf *buf, const struct decimal *decimal) {
    int count = decimal->count, point = decimal->point;
    const char *digits = decimal->digits;
    assert(count > 0);
    if (point > 21 || point < -5) {
        buf_add_char(buf, digits[0]);
        if (count > 1)
            buf_add_char(buf, '.');
        buf_add(buf, digits + 1, (size_t)count - 1);
        buf_printf(buf, "e%d", point - 1);
    } else if (point <= 0) {
        buf_add_text(buf, "0.");
        add_zeros(buf, -point);
        buf_add(buf, digits, (size_t)count);
    } else if (count <= point) {
        buf_add(buf, digits, (size_t)count);
        add_zeros(buf, point - count);
    } else {
        buf_add(buf, digits, (size_t)point);
        buf_add_char(buf, '.');
        buf_add(buf, digits + point, (size_t)(count - point));
    }
}

void buf_add_number_shortest(struct buf *buf, double value) {
    assert(isfinite(value));
    if (value == 0) {
        buf_add_char(buf, '0');
        return;
    }
    if (value < 0)
        buf_add_char(buf, '-');
    value = fabs(value);
    // 15 digits always survive the way through a normal double, so fewer need no trial; what is
    // below the normal range has fewer bits.
    struct decimal decimal;
    int count = value < DBL_MIN ? 1 : 15;
    while (!find_decimal(value, count, &decimal) && count < SHORTEST_DIGITS)
        count++;
    add_decimal(buf, &decimal);
}

static struct str take_text(struct arena *arena, struct buf *buf) {
    struct str text = str_copy(arena, buf_str(buf));
    buf_done(buf);
    return text;
}

struct str number_print(struct arena *arena, double value, int decimals) {
    struct buf buf = BUF_INIT(arena);
    buf_add_number(&buf, value, decimals);
    return take_text(arena, &buf);
}

struct str number_print_shortest(struct arena *arena, double value) {
    struct buf buf = BUF_INIT(arena);
    buf_add_number_shortest(&buf, value);
    return take_text(arena, &buf);
}

static void add_digit(struct decimal *decimal, char digit) {
    if (decimal->count == 0 && digit == '0')
        return; // a leading zero
    if (decimal->count < PARSE_DIGITS)
        decimal->digits[decimal->count++] = digit;
    else if (digit != '0')
        decimal->digits[PARSE_DIGITS - 1] = '1'; // only tells that it is not a tie
}

// Reads a run of digits at *at; returns how many there were.
static size_t read_digits(struct str text, size_t *at, struct decimal *decimal, bool fraction) {
    size_t start = *at;
    for (; *at < text.len && is_digit(text.data[*at]); (*at)++) {
        add_digit(decimal, text.data[*at]);
        if (!fraction && decimal->count > 0 && decimal->point < EXPONENT_LIMIT)
            decimal->point++;
        if (fraction && decimal->count == 0 && decimal->point > -EXPONENT_LIMIT)
            decimal->point--;
    }
    return *at - start;
}

static bool read_exponent(struct str text, size_t *at, int *exponent) {
    bool negative = *at < text.len && text.data[*at] == '-';
    if (negative || (*at < text.len && text.data[*at] == '+'))
        (*at)++;
    size_t start = *at;
    int value = 0;
    for (; *at < text.len && is_digit(text.data[*at]); (*at)++)
        if (value < EXPONENT_LIMIT)
            value = value * 10 + (text.data[*at] - '0');
    *exponent = negative ? -value : value;
    return *at > start;
}

bool number_parse(struct str text, double *out) {
    struct decimal decimal;
    decimal.count = decimal.point = 0;
    size_t at = 0;
    decimal.negative = text.len > 0 && text.data[0] == '-';
    if (decimal.negative || (text.len > 0 && text.data[0] == '+'))
        at++;
    if (read_digits(text, &at, &decimal, false) == 0)
        return false;
    if (at < text.len && text.data[at] == '.') {
        at++;
        if (read_digits(text, &at, &decimal, true) == 0)
            return false;
    }
    int exponent = 0;
    if (at < text.len && (text.data[at] == 'e' || text.data[at] == 'E')) {
        at++;
        if (!read_exponent(text, &at, &exponent))
            return false;
    }
    if (at != text.len)
        return false;
    decimal.point += exponent;
    double value = 0;
    if (decimal.count > 0)
        value = decimal_value(&decimal);
    if (!isfinite(value))
        return false;
    *out = value;
    return true;
}
