// Digits by the type of a format, each as d3-format's formatTypes has it.
#include "base/number_types.h"

#include "base/decimal.h"
#include "base/number.h"
#include "base/zh_format.h"

#include <ctype.h>
#include <math.h>

enum { PREFIX_ZERO = 8, CHINESE_DECIMALS = 4 };

static void add_zeros(struct buf *digits, int count) {
    for (int i = 0; i < count; i++) {
        buf_add_char(digits, '0');
    }
}

// Figures and exponent; 0 figures: as many as tell the number apart.
static struct decimal figures_of(double value, int figures) {
    if (figures <= 0) {
        return decimal_shortest(value);
    }
    struct decimal decimal = decimal_figures(value, figures);
    while (decimal.count < figures) {
        decimal.digits[decimal.count++] = '0';
    }
    return decimal;
}

static void write_whole(struct buf *digits, double value) {
    double whole = floor(value + 0.5);
    if (whole < 1e21) {
        buf_add_number_shortest(digits, whole);
        return;
    }
    struct decimal decimal = decimal_shortest(whole);
    buf_add(digits, decimal.digits, (size_t)decimal.count);
    add_zeros(digits, decimal.point - decimal.count);
}

// Of a base that is a power of two: exact for every double.
static void write_radix(struct buf *digits, double value, double base, bool capital) {
    char text[1100];
    size_t at = sizeof text;
    double rest = floor(value + 0.5);
    do {
        int digit = (int)fmod(rest, base);
        text[--at] = capital ? "0123456789ABCDEF"[digit] : "0123456789abcdef"[digit];
        rest = floor(rest / base);
    } while (rest > 0 && at > 0);
    buf_add(digits, text + at, sizeof text - at);
}

static void write_rounded(struct buf *digits, double value, int figures) {
    if (value == 0) {
        buf_add_char(digits, '0');
        return;
    }
    struct decimal decimal = figures_of(value, figures);
    if (decimal.point <= 0) {
        buf_add_text(digits, "0.");
        add_zeros(digits, -decimal.point);
        buf_add(digits, decimal.digits, (size_t)decimal.count);
        return;
    }
    for (int i = 0; i < decimal.count; i++) {
        buf_add_text(digits, i == decimal.point ? "." : "");
        buf_add_char(digits, decimal.digits[i]);
    }
    add_zeros(digits, decimal.point - decimal.count);
}

static const char *const prefixes[] = {"y", "z", "a", "f", "p", "n", "µ", "m", "",
                                       "k", "M", "G", "T", "P", "E", "Z", "Y"};

// With the prefix that all numbers of an axis share.
static const char *write_prefixed(struct buf *digits, const struct number_format *format,
                                  double value, int decimals) {
    buf_add_fixed(digits, pow(10, -3 * format->prefix) * value, decimals);
    return prefixes[PREFIX_ZERO + format->prefix];
}

static const char *write_si(struct buf *digits, double value, int figures) {
    if (value == 0) {
        buf_add_precision(digits, value, figures);
        return "";
    }
    struct decimal decimal = figures_of(value, figures);
    int step = (int)floor((decimal.point - 1) / 3.0);
    step = step < -PREFIX_ZERO ? -PREFIX_ZERO : step > PREFIX_ZERO ? PREFIX_ZERO : step;
    int whole = decimal.point - step * 3; // figures before the point
    if (whole <= 0) {                     // below the least prefix
        buf_add_text(digits, "0.");
        add_zeros(digits, -whole);
        int fewer = figures + whole - 1;
        decimal = figures_of(value, fewer > 0 ? fewer : 0);
        buf_add(digits, decimal.digits, (size_t)decimal.count);
        return prefixes[PREFIX_ZERO + step];
    }
    for (int i = 0; i < decimal.count; i++) {
        buf_add_text(digits, i == whole ? "." : "");
        buf_add_char(digits, decimal.digits[i]);
    }
    add_zeros(digits, whole - decimal.count);
    return prefixes[PREFIX_ZERO + step];
}

// In 万 or 亿 by the size that is printed.
static const char *write_chinese(struct buf *digits, const struct number_format *format,
                                 double value) {
    int decimals = format->precision < 0 ? CHINESE_DECIMALS : format->precision;
    double scale = zh_format_scale(value, decimals);
    struct zh_format plain = {.scale = scale,
                              .decimals = decimals > 15 ? 15 : decimals,
                              .all_zeros = format->precision >= 0 && !format->trim};
    zh_format_digits(digits, value, &plain);
    return zh_format_scale_word(scale);
}

static int clamp(int value, int low, int high) {
    return value < low ? low : value > high ? high : value;
}

const char *number_type_write(struct buf *digits, const struct number_format *format,
                              double value) {
    char type = format->type;
    int decimals = format->precision < 0 ? 6 : clamp(format->precision, 0, 20);
    int figures = format->precision < 0 ? 6 : clamp(format->precision, 1, 21);
    if (isinf(value)) {
        buf_add_text(digits, "Infinity");
        return "";
    }
    switch (type) {
    case '%':
        buf_add_fixed(digits, value * 100, decimals);
        break;
    case 'f':
        buf_add_fixed(digits, value, decimals);
        break;
    case 'e':
        buf_add_exponential(digits, decimal_figures(value, decimals + 1), decimals + 1);
        break;
    case 'p':
        write_rounded(digits, value * 100, figures);
        break;
    case 'r':
        write_rounded(digits, value, figures);
        break;
    case 's':
        return format->has_prefix ? write_prefixed(digits, format, value, decimals)
                                  : write_si(digits, value, figures);
    case 'w':
        return write_chinese(digits, format, value);
    case 'd':
        write_whole(digits, value);
        break;
    case 'b':
        write_radix(digits, value, 2, false);
        break;
    case 'o':
        write_radix(digits, value, 8, false);
        break;
    case 'x':
    case 'X':
        write_radix(digits, value, 16, type == 'X');
        break;
    default:
        buf_add_precision(digits, value, figures);
    }
    return "";
}
