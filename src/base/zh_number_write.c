// Writing numbers with their words of approximation: 3000余万人次, 3万余户, 数十个.
#include "base/zh_format.h"
#include "base/zh_number.h"

#include <math.h>

static bool is_percent(struct str unit) {
    return str_is(unit, "%") || str_is(unit, "‰");
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
    double scale = zh_format_scale(number->value, 0);
    for (int power = scale == 1 ? 1 : 0; power < 4; power++)
        if (number->value == scale * pow(10, power)) {
            buf_add_str(buf, number->word);
            buf_add_text(buf, small[power]);
            buf_add_text(buf, zh_format_scale_word(scale));
            return true;
        }
    return false;
}

static void write_scaled(struct buf *buf, const struct zh_number *number, int decimals) {
    const struct zh_format format = {.scale = zh_format_scale(number->value, decimals),
                                     .decimals = decimals};
    bool scaled = format.scale > 1;
    add_word(buf, number, APPROX_BEFORE);
    zh_format_digits(buf, number->value, &format);
    add_word(buf, number, APPROX_INSIDE);
    if (!scaled)
        add_word(buf, number, APPROX_AFTER_SCALE);
    buf_add_text(buf, zh_format_scale_word(format.scale));
    if (scaled)
        add_word(buf, number, APPROX_AFTER_SCALE);
}

void zh_number_write(struct buf *buf, const struct zh_number *number, int decimals) {
    if (is_percent(number->unit)) {
        const struct zh_format format = {.decimals = decimals, .unit = number->unit};
        add_word(buf, number, APPROX_BEFORE);
        zh_format_number(buf, number->value, &format);
    } else {
        if (!add_magnitude(buf, number))
            write_scaled(buf, number, decimals);
        buf_add_str(buf, number->unit);
    }
    add_word(buf, number, APPROX_AFTER_UNIT);
}
