// Digits, Han numerals and scale words: the parts of a printed Chinese number.
#pragma once

#include "base/str.h"

// An exact decimal: digits × 10^exponent.
struct zh_decimal {
    uint64_t digits;
    int exponent;
    bool overflow; // more than 15 digits: no double holds it
};

// The nearest double; NaN after an overflow.
double zh_decimal_value(struct zh_decimal decimal);
void zh_decimal_add(struct zh_decimal *sum, struct zh_decimal other);

struct zh_numeral {
    struct zh_decimal value;
    int decimals; // behind the point
    int scale;    // power of ten of the last 万 or 亿 of a Han numeral, else 0
    bool bare;    // begins with 百 千 万 亿: 百余, 数百
    bool dotted;  // digits with several points, as 3.1.2: a name, no number
};

// Both read at `at` and return the offset behind, or `at` when no number stands there.
// Digits: 1234, 1,234, 12.5; full-width forms as well.
size_t zh_numeral_read_digits(struct str text, size_t at, struct zh_numeral *out);
// Han numerals: 三, 两千, 一百零五, 三万五千, 五点三八亿, 二〇二二. Not 三四 (about three or four).
size_t zh_numeral_read_han(struct str text, size_t at, struct zh_numeral *out);

// Reads 百 千 万 亿 and their products (百万, 万亿) as a power of ten; returns `at` when there is
// none. 千克, 千米, 千瓦 and 百分点 are units.
size_t zh_numeral_read_scale(struct str text, size_t at, int *power);

// The character at `at` with full-width digits and marks made ASCII; 0 at the end. *next (may be
// NULL) is the offset behind it.
uint32_t zh_numeral_peek(struct str text, size_t at, size_t *next);
bool zh_numeral_is_digit(uint32_t c); // ASCII, after zh_numeral_peek
bool zh_numeral_is_han(uint32_t c);   // a digit or magnitude: 〇 to 九, 两, 十 百 千 万 亿
