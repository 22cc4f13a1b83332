// Reading a printed Chinese number by itself.
#include "base/zh_number.h"

#include "base/zh_approx.h"
#include "base/zh_number_read.h"
#include "base/zh_numeral.h"

#include <math.h>

double zh_number_tolerance(const struct zh_number *number) {
    if (number->decimals == 0 && number->scale == 1)
        return 0;
    return 0.5 * number->scale * pow(10, -number->decimals);
}

// The unit and the word behind it: the rest of a printed form. Returns the offset that cannot be
// read, or the end.
static size_t read_rest(struct str text, size_t at, struct zh_number *out) {
    if (at < text.len && text.data[at] == ' ')
        at++;
    size_t end = text.len, start = at, count = 0;
    const struct zh_approx_word *word = zh_approx_behind_unit(text, at, &end);
    if (out->word.len && (word || zh_approx_at(text, at, ZH_WORD_INSIDE)))
        return word ? end : at; // 300余人以上, 三百多多: one word is enough
    if (word)
        zh_approx_set(out, text, end, word, APPROX_AFTER_UNIT);
    for (size_t next = at; at < end; at = next) {
        bool fits = zh_number_is_unit_character(zh_numeral_peek(text, at, &next));
        if (!fits || ++count > ZH_UNIT_CHARACTERS)
            return at;
    }
    if (end > start && out->unit.len) // 12%人
        return start;
    if (end > start)
        out->unit = str_slice(text, start, end);
    return text.len;
}

static size_t read_sign(struct str text, size_t at, bool *negative) {
    size_t next;
    uint32_t c = zh_numeral_peek(text, at, &next);
    *negative = c == '-' || c == 0x2212;
    return *negative || c == '+' ? next : at;
}

// 数, 几, 上 stand before magnitudes only: 数十, 上百; 近百 and 超百 as well.
static bool bare_allowed(const struct zh_approx_word *before, const struct zh_number *out) {
    return before || out->word.len > 0;
}

bool zh_number_parse(struct str text, struct zh_number *out, size_t *error_at) {
    *out = (struct zh_number){.text = text, .scale = 1};
    bool negative, dotted = false, bare = false;
    size_t at = 0;
    const struct zh_approx_word *before =
        zh_approx_at(text, 0, ZH_WORD_BEFORE | ZH_WORD_BEFORE_MAGNITUDE);
    if (before)
        at = before->text.len;
    at = read_sign(text, at, &negative);
    size_t start = at;
    at = zh_number_read_arabic(text, start, &dotted, out);
    bool arabic = at > start;
    if (!arabic)
        at = zh_number_read_han(text, start, &bare, out);
    bool magnitude_word = before && before->positions == ZH_WORD_BEFORE_MAGNITUDE;
    uint32_t first = zh_numeral_peek(text, start, NULL);
    bool is_magnitude = bare || first == 0x5341; // 十
    *error_at = start;
    if (at == start || dotted || !isfinite(out->value) || (bare && !bare_allowed(before, out)) ||
        (magnitude_word && (arabic || !is_magnitude)))
        return false;
    if (before && !out->word.len)
        zh_approx_set(out, text, 0, before, APPROX_BEFORE);
    if (negative)
        out->value = -out->value;
    *error_at = read_rest(text, at, out);
    return *error_at == text.len;
}
