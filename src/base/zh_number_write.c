// Writing numbers as Chinese reports print them: plain below 1万, then in 万, 亿 and 万亿.
#include "base/number.h"
#include "base/zh_number.h"

#include <math.h>

struct scale_word {
    double scale;
    const char *word;
};

static const struct scale_word scales[] = {{1, ""}, {1e4, "万"}, {1e8, "亿"}, {1e12, "万亿"}};

enum { SCALE_COUNT = sizeof scales / sizeof *scales };

static bool is_percent(struct str unit) {
    return str_is(unit, "%") || str_is(unit, "‰");
}

static double round_to(double value, int decimals) {
    double power = pow(10, decimals);
    return round(value * power) / power;
}

// The scale by the size that is printed: 9999.6 without decimals is 1万, not 10000.
static const struct scale_word *choose_scale(double value, int decimals) {
    double size = fabs(value);
    size_t chosen = 0;
    while (chosen + 1 < SCALE_COUNT) {
        double step = scales[chosen + 1].scale / scales[chosen].scale;
        if (round_to(size / scales[chosen].scale, decimals) < step)
            break;
        chosen++;
    }
    return &scales[chosen];
}

static void add_digits(struct buf *buf, double value, int decimals) {
    size_t start = buf->len;
    buf_add_number(buf, fabs(value), decimals);
    struct str digits = str_slice(buf_str(buf), start, buf->len);
    if (!(value < 0) || str_is(digits, "0"))
        return;
    buf->len = start;
    buf_add_text(buf, "\xE2\x88\x92"); // U+2212, as wide as a digit
    buf_add_number(buf, fabs(value), decimals);
}

static void add_word(struct buf *buf, const struct zh_number *number, enum approx_place place) {
    if (number->word.len && number->place == place)
        buf_add_str(buf, number->word);
}

// 数十, 上百, 几千万: the word stands before a magnitude in Han, not before digits.
static bool add_magnitude(struct buf *buf, const struct zh_number *number) {
    bool magnitude_word = str_is(number->word, "数") || str_is(number->word, "上") ||
                          (str_is(number->word, "几") && number->place == APPROX_BEFORE);
    static const char *const small[] = {"", "十", "百", "千"};
    if (!magnitude_word)
        return false;
    for (size_t i = 0; i < SCALE_COUNT; i++)
        for (int power = i == 0 ? 1 : 0; power < 4; power++)
            if (number->value == scales[i].scale * pow(10, power)) {
                buf_add_str(buf, number->word);
                buf_add_text(buf, small[power]);
                buf_add_text(buf, scales[i].word);
                return true;
            }
    return false;
}

static void write_scaled(struct buf *buf, const struct zh_number *number,
                         const struct scale_word *scale, int decimals) {
    bool scaled = scale->scale > 1;
    add_word(buf, number, APPROX_BEFORE);
    add_digits(buf, number->value / scale->scale, decimals);
    add_word(buf, number, APPROX_INSIDE);
    if (!scaled)
        add_word(buf, number, APPROX_AFTER_SCALE);
    buf_add_text(buf, scale->word);
    if (scaled)
        add_word(buf, number, APPROX_AFTER_SCALE);
}

static double percent_factor(struct str unit) {
    return str_is(unit, "‰") ? 1000 : 100;
}

static void write_percent(struct buf *buf, const struct zh_number *number, int decimals) {
    add_word(buf, number, APPROX_BEFORE);
    add_digits(buf, number->value * percent_factor(number->unit), decimals);
    buf_add_str(buf, number->unit);
}

void zh_number_write(struct buf *buf, const struct zh_number *number, int decimals) {
    if (is_percent(number->unit)) {
        write_percent(buf, number, decimals);
        add_word(buf, number, APPROX_AFTER_UNIT);
        return;
    }
    if (!add_magnitude(buf, number))
        write_scaled(buf, number, choose_scale(number->value, decimals), decimals);
    buf_add_str(buf, number->unit);
    add_word(buf, number, APPROX_AFTER_UNIT);
}

void zh_number_write_range(struct buf *buf, const struct zh_number *low,
                           const struct zh_number *high, int decimals) {
    struct zh_number ends[] = {*low, *high};
    const struct scale_word *scale = choose_scale(high->value, decimals);
    for (int i = 0; i < 2; i++) {
        ends[i].unit = high->unit;
        if (i == 1)
            buf_add_text(buf, "～");
        if (is_percent(high->unit))
            write_percent(buf, &ends[i], decimals);
        else
            write_scaled(buf, &ends[i], scale, decimals);
    }
    if (!is_percent(high->unit))
        buf_add_str(buf, high->unit);
}
