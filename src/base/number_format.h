// Numbers by d3-format's specifiers: [[fill]align][sign][symbol][0][width][,][.precision][~][type].
#pragma once

#include "base/str.h"

struct number_format {
    struct str fill;  // one character
    char align;       // '>', '<', '^' or '=' (behind the sign)
    char sign;        // '-', '+', '(' (parentheses for negative) or ' '
    char symbol;      // '$' currency, '#' 0x and the like, 0: none
    bool zero, comma; // filled up with zeros; groups of three
    size_t width;     // characters at least
    int precision;    // -1: the type's own
    bool trim;        // without trailing zeros
    char type; // e f g r s p % d b o x X c n, w (万 and 亿) and z (增长5%, ours), 0: shortest of 12
    bool chinese;    // the currency is ¥, not $
    bool has_prefix; // of type s: one SI prefix for all numbers, 10 to the power of
    int prefix;      // this multiple of three
};

// False when `text` is no specifier; *bad is then the byte where reading stopped.
bool number_format_parse(struct str text, struct number_format *out, size_t *bad);

// "NaN" and "Infinity" are written as words. The minus is U+2212.
void number_format_write(struct buf *buf, const struct number_format *format, double value);

// Fills in a precision that is left open, so that ticks `step` apart and at most `largest` in size
// are told apart; "s" takes one prefix for all of them.
void number_format_for_ticks(struct number_format *format, double step, double largest);

// For numbers of different magnitude: twelve figures at most, without trailing zeros.
void number_format_shorten(struct number_format *format);
