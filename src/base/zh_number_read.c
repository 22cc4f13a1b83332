// The inner readers of printed numbers: digits or Han numerals with scale, words and percent.
#include "base/zh_number_read.h"

#include "base/zh_approx.h"
#include "base/zh_numeral.h"

// Some set a space between digits and Han: 3000 万, 30 多位.
static size_t skip_inner_space(struct str text, size_t at) {
    int power = 0;
    if (at >= text.len || text.data[at] != ' ')
        return at;
    zh_numeral_read_scale(text, at + 1, &power);
    return power || zh_approx_at(text, at + 1, ZH_WORD_INSIDE) ? at + 1 : at;
}

// [余]万[余] behind digits or a numeral.
static size_t read_scale_and_words(struct str text, size_t at, int *power, struct zh_number *out) {
    at = skip_inner_space(text, at);
    const struct zh_approx_word *word = zh_approx_at(text, at, ZH_WORD_INSIDE);
    if (word) {
        zh_approx_set(out, text, at, word, APPROX_INSIDE);
        at += word->text.len;
    }
    at = zh_numeral_read_scale(text, at, power);
    if (!word && *power && (word = zh_approx_at(text, at, ZH_WORD_INSIDE))) {
        zh_approx_set(out, text, at, word, APPROX_AFTER_SCALE);
        at += word->text.len;
    }
    return at;
}

static size_t read_percent(struct str text, size_t at, int *power, struct str *unit) {
    size_t next;
    uint32_t c = zh_numeral_peek(text, at, &next);
    if (c != '%' && c != 0x2030) // ‰
        return at;
    *power = c == '%' ? -2 : -3;
    *unit = c == '%' ? STR("%") : STR("‰");
    return next;
}

static void set_value(struct zh_number *out, struct zh_decimal value, int power) {
    value.exponent += power;
    out->value = zh_decimal_value(value);
    struct zh_decimal scale = {.digits = 1, .exponent = power};
    out->scale = zh_decimal_value(scale);
}

// 2000万 of 1亿2000万: added when it is smaller than the scale before it.
static size_t read_lower_part(struct str text, size_t at, struct zh_decimal *sum, int *power,
                              struct zh_number *out) {
    struct zh_numeral part;
    size_t end = zh_numeral_read_digits(text, at, &part);
    if (end == at || part.dotted)
        return at;
    struct zh_number words_read = *out;
    int lower = 0;
    end = read_scale_and_words(text, end, &lower, &words_read);
    struct zh_decimal limit = {.digits = 1, .exponent = *power}, value = part.value;
    value.exponent += lower;
    if (lower >= *power || !(zh_decimal_value(value) < zh_decimal_value(limit)))
        return at;
    *out = words_read;
    sum->exponent += *power;
    zh_decimal_add(sum, value);
    sum->exponent -= lower;
    out->decimals = part.decimals;
    *power = lower;
    return end;
}

// Digits with scale, words and percent sign; returns `at` when none stand there.
size_t zh_number_read_arabic(struct str text, size_t at, bool *dotted, struct zh_number *out) {
    struct zh_numeral numeral;
    size_t end = zh_numeral_read_digits(text, at, &numeral);
    *dotted = numeral.dotted;
    if (end == at || numeral.dotted)
        return end;
    int power = 0;
    out->decimals = numeral.decimals;
    size_t percent = read_percent(text, end, &power, &out->unit);
    if (percent > end) {
        set_value(out, numeral.value, power);
        return percent;
    }
    end = read_scale_and_words(text, end, &power, out);
    if (power && !numeral.decimals && !out->word.len)
        end = read_lower_part(text, end, &numeral.value, &power, out);
    set_value(out, numeral.value, power);
    return end;
}

// 分之 behind 百, 千, 万 or a numeral: *divisor is set. 百分之十二, 三分之一.
static size_t read_fraction_head(struct str text, size_t at, double *divisor) {
    struct zh_numeral numeral;
    size_t end = zh_numeral_read_han(text, at, &numeral);
    if (end == at || !str_starts(str_slice(text, end, text.len), STR("分之")))
        return at;
    *divisor = zh_decimal_value(numeral.value);
    return *divisor > 0 ? end + STR("分之").len : at;
}

static size_t read_han_fraction(struct str text, size_t at, struct zh_number *out) {
    double divisor;
    struct zh_numeral numeral;
    size_t head = read_fraction_head(text, at, &divisor);
    if (head == at)
        return at;
    size_t end = zh_numeral_read_han(text, head, &numeral);
    if (end == head && (end = zh_numeral_read_digits(text, head, &numeral)) == head)
        return at;
    out->han = true;
    out->decimals = numeral.decimals;
    if (divisor == 100 || divisor == 1000) {
        out->unit = divisor == 100 ? STR("%") : STR("‰");
        set_value(out, numeral.value, divisor == 100 ? -2 : -3);
    } else {
        out->value = zh_decimal_value(numeral.value) / divisor;
        out->scale = 1;
        out->decimals = 0;
    }
    const struct zh_approx_word *word =
        out->unit.len ? zh_approx_at(text, end, ZH_WORD_INSIDE) : NULL;
    if (word) {
        zh_approx_set(out, text, end, word, APPROX_INSIDE);
        end += word->text.len;
    }
    return end;
}

// Han numerals; *bare when it begins with a magnitude (百余, the 十 of 数十).
size_t zh_number_read_han(struct str text, size_t at, bool *bare, struct zh_number *out) {
    *bare = false;
    size_t end = read_han_fraction(text, at, out);
    if (end > at)
        return end;
    struct zh_numeral numeral;
    end = zh_numeral_read_han(text, at, &numeral);
    if (end == at)
        return at;
    out->han = true;
    out->decimals = numeral.decimals;
    *bare = numeral.bare;
    int power = 0;
    const struct zh_approx_word *word = zh_approx_at(text, end, ZH_WORD_INSIDE);
    if (word && numeral.scale) {
        zh_approx_set(out, text, end, word, APPROX_AFTER_SCALE);
        end += word->text.len;
    } else if (word) {
        end = read_scale_and_words(text, end, &power, out);
    }
    set_value(out, numeral.value, power);
    struct zh_decimal scale = {.digits = 1, .exponent = power + numeral.scale};
    out->scale = zh_decimal_value(scale);
    return end;
}

static bool is_unit_character(uint32_t c) {
    bool han = (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
    bool latin = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return han || latin || zh_approx_is_one_of(STR("°℃℉²³µμΩ㎡㎞"), c);
}

bool zh_number_is_unit_character(uint32_t c) {
    return is_unit_character(c) || zh_approx_is_one_of(STR("/()·"), c);
}
