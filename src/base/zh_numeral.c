// Digits, Han numerals and scale words: the parts of a printed Chinese number.
#include "base/zh_numeral.h"

#include "base/utf8.h"

#include <math.h>

enum { DIGITS_MOST = 15 }; // every integer of 15 digits is a double

static const uint64_t digits_limit = 1000000000000000u; // 10^DIGITS_MOST

double zh_decimal_value(struct zh_decimal decimal) {
    // Powers up to 10^22 are doubles, so that one multiplication or division rounds correctly.
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (decimal.overflow || decimal.exponent > 22 || decimal.exponent < -22)
        return NAN;
    double digits = (double)decimal.digits;
    return decimal.exponent < 0 ? digits / powers[-decimal.exponent]
                                : digits * powers[decimal.exponent];
}

static void push_digit(struct zh_decimal *decimal, unsigned digit) {
    decimal->digits = decimal->digits * 10 + digit;
    if (decimal->digits >= digits_limit) {
        decimal->overflow = true;
        decimal->digits = 0;
    }
}

static void lower_exponent(struct zh_decimal *decimal, int exponent) {
    for (; decimal->exponent > exponent && decimal->digits; decimal->exponent--)
        push_digit(decimal, 0);
    decimal->exponent = exponent;
}

void zh_decimal_add(struct zh_decimal *sum, struct zh_decimal other) {
    int exponent = sum->exponent < other.exponent ? sum->exponent : other.exponent;
    lower_exponent(sum, exponent);
    lower_exponent(&other, exponent);
    sum->digits += other.digits;
    sum->overflow = sum->overflow || other.overflow || sum->digits >= digits_limit;
}

uint32_t zh_numeral_peek(struct str text, size_t at, size_t *next) {
    if (at >= text.len) {
        if (next)
            *next = text.len;
        return 0;
    }
    uint32_t c = utf8_next(text, &at);
    if (next)
        *next = at;
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

bool zh_numeral_is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

static bool is_thin_space(uint32_t c) {
    return c == 0x2009 || c == 0x202F; // grouping by quarter-em spaces, GB/T 15835
}

// True when exactly three digits follow the grouping mark at `at`.
static bool is_group(struct str text, size_t at) {
    uint32_t mark = zh_numeral_peek(text, at, &at);
    if (mark != ',' && !is_thin_space(mark))
        return false;
    for (int i = 0; i < 3; i++)
        if (!zh_numeral_is_digit(zh_numeral_peek(text, at, &at)))
            return false;
    return !zh_numeral_is_digit(zh_numeral_peek(text, at, NULL));
}

static size_t read_plain(struct str text, size_t at, struct zh_decimal *decimal, int *count) {
    size_t next;
    for (uint32_t c; zh_numeral_is_digit(c = zh_numeral_peek(text, at, &next)); at = next) {
        push_digit(decimal, c - '0');
        ++*count;
    }
    return at;
}

static size_t read_grouped(struct str text, size_t at, struct zh_decimal *decimal) {
    int count = 0;
    at = read_plain(text, at, decimal, &count);
    if (count > 3)
        return at;
    // A full-width comma separates, it does not group.
    while (at < text.len && text.data[at] != '\xEF' && is_group(text, at)) {
        zh_numeral_peek(text, at, &at);
        at = read_plain(text, at, decimal, &count);
    }
    return at;
}

static bool is_point(struct str text, size_t at, size_t *next) {
    return zh_numeral_peek(text, at, next) == '.' &&
           zh_numeral_is_digit(zh_numeral_peek(text, *next, NULL));
}

size_t zh_numeral_read_digits(struct str text, size_t at, struct zh_numeral *out) {
    *out = (struct zh_numeral){0};
    if (!zh_numeral_is_digit(zh_numeral_peek(text, at, NULL)))
        return at;
    at = read_grouped(text, at, &out->value);
    size_t next;
    if (is_point(text, at, &next)) {
        at = read_plain(text, next, &out->value, &out->decimals);
        out->value.exponent = -out->decimals;
    }
    while (is_point(text, at, &next)) {
        int count = 0;
        at = read_plain(text, next, &out->value, &count);
        out->dotted = true;
    }
    return at;
}

static int han_digit(uint32_t c) {
    static const uint32_t digits[] = {0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                      0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D}; // 零一二…九
    for (int i = 0; i < 10; i++)
        if (digits[i] == c)
            return i;
    return c == 0x4E24 ? 2 : c == 0x3007 ? 0 : -1; // 两, 〇
}

static int han_power(uint32_t c) {
    switch (c) {
    case 0x5341: // 十
        return 1;
    case 0x767E: // 百
        return 2;
    case 0x5343: // 千
        return 3;
    case 0x4E07: // 万
        return 4;
    case 0x4EBF: // 亿
        return 8;
    default:
        return 0;
    }
}

bool zh_numeral_is_han(uint32_t c) {
    return han_digit(c) >= 0 || han_power(c) > 0;
}

static uint64_t ten_to(int power) {
    uint64_t result = 1;
    while (power-- > 0)
        result *= 10;
    return result;
}

// 二〇二二, 一二三四五: digits by position. Two without a nought (三四) are an approximation, no
// number.
static size_t read_positional(struct str text, size_t at, struct zh_numeral *out) {
    size_t start = at, next;
    int count = 0;
    bool nought = false;
    for (int digit; (digit = han_digit(zh_numeral_peek(text, at, &next))) >= 0; at = next) {
        push_digit(&out->value, (unsigned)digit);
        nought = nought || digit == 0;
        count++;
    }
    bool number = (nought || count > 2) && !han_power(zh_numeral_peek(text, at, NULL));
    return number ? at : start;
}

// The running state of a numeral with magnitudes: total + section × (the 万 or 亿 to come) + digit.
struct han_state {
    uint64_t total, section;
    int digit;         // waiting for its magnitude, or -1
    int magnitude;     // power of the last one in the section, 0 at its start
    bool nought, fail; // 零 was read; no number
    struct zh_numeral *out;
};

static void take_large(struct han_state *state, int power) {
    uint64_t section = state->section + (uint64_t)(state->digit > 0 ? state->digit : 0);
    if (section == 0 && state->total == 0) {
        section = 1;
        state->out->bare = true;
    }
    if (state->total >= 1000000000 || (power == 4 && state->out->scale == 4)) {
        state->fail = true;
        return;
    }
    state->total =
        power == 8 ? (state->total + section) * ten_to(8) : state->total + section * ten_to(power);
    state->section = 0;
    state->digit = -1;
    state->magnitude = 0;
    state->nought = false;
    state->out->scale = power;
}

static void take_small(struct han_state *state, int power) {
    if (state->magnitude && state->magnitude <= power) {
        state->fail = true;
        return;
    }
    if (state->digit < 0) {
        if (state->section || state->total) { // 三万十: not without its 一
            state->fail = true;
            return;
        }
        state->digit = 1;
        state->out->bare = power > 1;
    }
    state->section += (uint64_t)state->digit * ten_to(power);
    state->digit = -1;
    state->magnitude = power;
    state->nought = false;
    state->out->scale = 0;
}

// Takes one character; false when it does not belong to the numeral.
static bool take_han(struct han_state *state, uint32_t c) {
    int digit = han_digit(c), power = han_power(c);
    if (digit == 0 && state->digit < 0 && (state->section || state->total)) {
        state->nought = true;
        return true;
    }
    if (digit > 0 && state->digit < 0) {
        state->digit = digit;
        return true;
    }
    if (power >= 4)
        take_large(state, power);
    else if (power)
        take_small(state, power);
    return power && !state->fail;
}

// 点三八, and the 万 or 亿 behind it.
static size_t read_han_fraction(struct str text, size_t at, struct zh_numeral *out) {
    size_t next;
    if (zh_numeral_peek(text, at, &next) != 0x70B9 || // 点
        han_digit(zh_numeral_peek(text, next, NULL)) < 0)
        return at;
    at = next;
    for (int digit; (digit = han_digit(zh_numeral_peek(text, at, &next))) >= 0; at = next) {
        push_digit(&out->value, (unsigned)digit);
        out->value.exponent--;
        out->decimals++;
    }
    at = zh_numeral_read_scale(text, at, &out->scale);
    out->value.exponent += out->scale;
    return at;
}

size_t zh_numeral_read_han(struct str text, size_t at, struct zh_numeral *out) {
    *out = (struct zh_numeral){0};
    size_t second, next;
    if (han_digit(zh_numeral_peek(text, at, &second)) >= 0 &&
        han_digit(zh_numeral_peek(text, second, NULL)) >= 0)
        return read_positional(text, at, out);
    struct han_state state = {.digit = -1, .out = out};
    size_t end = at;
    bool nought_alone = han_digit(zh_numeral_peek(text, at, &next)) == 0;
    if (nought_alone)
        end = next;
    else
        while (end < text.len && take_han(&state, zh_numeral_peek(text, end, &next)))
            end = next;
    uint64_t last = state.digit > 0 ? (uint64_t)state.digit : 0;
    if (last) // 一万五 is 15000, 三百五 is 350, but 三百零五 is 305
        out->scale = out->scale && !state.magnitude ? out->scale - 1 : 0;
    int implied = state.magnitude ? state.magnitude - 1 : last && state.total ? out->scale : 0;
    if (last && !state.nought && implied > 0)
        last *= ten_to(implied);
    if (state.nought || state.magnitude)
        out->scale = 0;
    out->value.digits = state.total + state.section + last;
    out->value.overflow = out->value.digits >= digits_limit;
    if (state.fail && end == at)
        return at;
    return end == at || out->scale ? end : read_han_fraction(text, end, out);
}

static bool is_unit_with(int power, uint32_t after) {
    static const uint32_t thousand[] = {0x514B, 0x7C73, 0x74E6, 0x5361,
                                        0x5E15, 0x8D6B, 0x4F0F, 0x7126}; // 克米瓦卡帕赫伏焦
    if (power == 2)
        return after == 0x5206 || after == 0x5E15; // 百分点, 百帕
    for (size_t i = 0; power == 3 && i < sizeof thousand / sizeof *thousand; i++)
        if (thousand[i] == after)
            return true;
    return false;
}

size_t zh_numeral_read_scale(struct str text, size_t at, int *power) {
    *power = 0;
    int last = 0;
    size_t next;
    for (int p; (p = han_power(zh_numeral_peek(text, at, &next))) > 1; at = next) {
        bool rises = last == 0 || p > last;
        if (!rises || is_unit_with(p, zh_numeral_peek(text, next, NULL)))
            break;
        *power += p;
        last = p;
    }
    return at;
}
