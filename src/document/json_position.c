// Reading the numbers of a position.
#include "document/json_position.h"

#include "base/number.h"

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static size_t skip_space(struct str text, size_t at) {
    while (at < text.len && (text.data[at] == ' ' || text.data[at] == '\n' ||
                             text.data[at] == '\t' || text.data[at] == '\r')) {
        at++;
    }
    return at;
}

// Digits at *at, added to *value; returns how many there were.
static size_t read_digits(struct str text, size_t *at, uint64_t *value) {
    size_t start = *at;
    for (; *at < text.len && is_digit(text.data[*at]); (*at)++) {
        *value = *value * 10 + (uint64_t)(text.data[*at] - '0');
    }
    return *at - start;
}

// Whole numbers below 2⁵³ and powers of ten up to 10²² are exact in a double, so their quotient is
// the nearest to the decimal number (Clinger 1990).
static bool read_short(struct str number, double *out) {
    enum { EXACT_DIGITS = 15 };
    static const double powers[EXACT_DIGITS + 1] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    if (number.len > EXACT_DIGITS + 2) { // with sign and point
        return false;
    }
    uint64_t value = 0;
    bool negative = number.len && number.data[0] == '-';
    size_t at = negative, whole = read_digits(number, &at, &value), fraction = 0;
    if (at < number.len && number.data[at] == '.') {
        at++;
        fraction = read_digits(number, &at, &value);
        if (!fraction) {
            return false;
        }
    }
    if (at < number.len || !whole || whole + fraction > EXACT_DIGITS) {
        return false;
    }
    *out = (double)value / powers[fraction];
    *out = negative ? 0 - *out : *out; // −0 is 0
    return true;
}

static bool is_plain(struct str number) {
    size_t digit = number.len && number.data[0] == '-';
    if (number.len == digit || !is_digit(number.data[digit])) {
        return false;
    }
    bool zero = number.data[digit] == '0';
    return !(zero && number.len > digit + 1 && is_digit(number.data[digit + 1]));
}

static bool read_number(struct str text, size_t *at, double *out) {
    size_t start = *at, end = start;
    while (end < text.len &&
           (is_digit(text.data[end]) || text.data[end] == '.' || text.data[end] == '-' ||
            text.data[end] == '+' || text.data[end] == 'e' || text.data[end] == 'E')) {
        end++;
    }
    struct str number = {text.data + start, end - start};
    *at = end;
    return is_plain(number) && (read_short(number, out) || number_parse(number, out));
}

size_t position_read(struct str text, size_t *at, double numbers[POSITION_NUMBERS]) {
    size_t from = *at;
    for (size_t count = 0; count < POSITION_NUMBERS; count++) {
        from = skip_space(text, from);
        if (!read_number(text, &from, &numbers[count])) {
            return 0;
        }
        from = skip_space(text, from);
        if (from >= text.len || (text.data[from] != ',' && text.data[from] != ']')) {
            return 0;
        }
        if (text.data[from++] == ']') {
            *at = from;
            return count + 1;
        }
    }
    return 0;
}
