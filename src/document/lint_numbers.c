// Rules of the lint on numbers: approximations, percents, scales, units, signs.
#include "base/number.h"
#include "base/zh_number.h"
#include "base/zh_numeral.h"
#include "document/lint_rules.h"

#include <math.h>

static const char *const han_digits[] = {"零", "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};

enum { HAN_THOUSAND = 0x5343, HAN_HUNDRED = 0x767E };

// The measure words that a guess such as 三四个 takes; 期 and 级 count in order (一、二期).
static bool is_guess_measure(struct str text, size_t at) {
    size_t next;
    uint32_t c = lint_char(text, at, &next);
    return lint_is_one_of(STR("个名位家项场次件条篇张天年人种岁户倍"), c) &&
           !lint_is_one_of(STR("级度月日"), lint_char(text, next, NULL));
}

static bool counts_in_order(uint32_t before) {
    return zh_numeral_is_digit(before) || zh_numeral_is_han(before) ||
           lint_is_one_of(STR("第图表、.,-/初"), before);
}

// 一 to 九 or 1 to 9 at `at`; 0 for others.
static unsigned small_digit(struct str text, size_t at, size_t *next) {
    uint32_t c = lint_char(text, at, next);
    if (c >= '1' && c <= '9')
        return c - '0';
    for (unsigned i = 1; i < 10; i++)
        if (lint_char(str_from(han_digits[i]), 0, NULL) == c)
            return i;
    return 0;
}

// 3、4个 and 三、四个: 三四个.
bool lint_neighbours(struct linter *linter, size_t at, struct lint_finding *out) {
    struct str text = linter->text;
    size_t mark, second, end;
    unsigned first = small_digit(text, at, &mark);
    uint32_t comma = lint_char(text, mark, &second);
    unsigned last = small_digit(text, second, &end);
    bool alike = (text.data[at] <= '9' && text.data[at] > 0) ==
                 (second < text.len && text.data[second] <= '9' && text.data[second] > 0);
    if (!first || comma != 0x3001 || last != first + 1 || !alike ||
        counts_in_order(lint_char_before(text, at)) || !is_guess_measure(text, end))
        return false;
    return lint_found(out, at, end,
                      str_printf(linter->arena, "%s%s", han_digits[first], han_digits[last]));
}

// 20几个: 二十几个; 数10个: 数十个; 几100家: 几百家.
bool lint_tens(struct linter *linter, size_t at, struct lint_finding *out) {
    struct str text = linter->text;
    size_t end = lint_number_end(text, at);
    unsigned value = lint_value(text, at, end);
    uint32_t before = lint_char_before(text, at), after = lint_char(text, end, NULL);
    if (after == 0x51E0 && value % 10 == 0 && value > 0 && value < 100) // 几
        return lint_found(
            out, at, end,
            str_printf(linter->arena, "%s十", value == 10 ? "" : han_digits[value / 10]));
    bool magnitude = value == 10 || value == 100 || value == 1000;
    bool word = before == 0x51E0 || (before == 0x6570 && !lint_has_before(text, at, STR("总数")) &&
                                     !lint_has_before(text, at, STR("人数")) &&
                                     !lint_has_before(text, at, STR("户数")));
    return magnitude && word && lint_is_han(after) &&
           lint_found(out, at, end,
                      str_from(value == 10    ? "十"
                               : value == 100 ? "百"
                                              : "千"));
}

// The word of approximation behind a number that has one already: 约20个左右.
static bool word_behind(struct str text, const struct zh_number *number, struct lint_finding *out) {
    static const char *const words[] = {"左右", "上下", "以上", "以下"};
    size_t at = (size_t)(number->text.data + number->text.len - text.data);
    at += zh_number_guess_unit(number).len;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct str word = str_from(words[i]);
        bool same = approx_of(word) == number->approx || number->approx == APPROX_ABOUT;
        if (same && lint_has(text, at, word))
            return lint_found(out, at, at + word.len, STR_NONE);
    }
    return false;
}

// 约20余个: the word before goes, the one inside says more. 约20个左右: the first stays.
bool lint_twice(struct linter *linter, size_t at, struct lint_finding *out) {
    enum { REACH = 80 }; // bytes that hold a word and a number
    struct zh_number number;
    size_t from = at;
    struct str near = str_slice(linter->text, 0, at + REACH);
    uint32_t c = zh_numeral_peek(linter->text, at, NULL);
    bool word_first = lint_is_one_of(STR("约近超逾将接不至最突大"), c);
    if ((!word_first && lint_number_end(linter->text, at) == at) ||
        !zh_number_find(near, &from, &number))
        return false;
    size_t start = (size_t)(number.text.data - linter->text.data), digit = start;
    while (digit < start + number.text.len &&
           !zh_numeral_is_digit(zh_numeral_peek(linter->text, digit, NULL)))
        lint_char(linter->text, digit, &digit);
    struct str word = str_slice(linter->text, start, digit);
    bool inside = number.place == APPROX_INSIDE || number.place == APPROX_AFTER_SCALE;
    if (start != at || number.han || !number.word.len)
        return false;
    if (word_first && inside && approx_of(word) != APPROX_NONE)
        return lint_found(out, start, digit, STR_NONE);
    return word_behind(near, &number, out);
}

bool lint_percent_words(struct linter *linter, size_t at, struct lint_finding *out) {
    struct str words = STR("百分之");
    if (!lint_has(linter->text, at, words))
        return false;
    size_t digits = at + words.len, end = lint_number_end(linter->text, digits);
    return end > digits && lint_found(out, at, end,
                                      str_printf(linter->arena, "%.*s%%",
                                                 STR_ARG(str_slice(linter->text, digits, end))));
}

// 3.2%个百分点, 3.2百分点.
bool lint_percent_points(struct linter *linter, size_t at, struct lint_finding *out) {
    struct str text = linter->text, points = STR("个百分点");
    uint32_t c = lint_char(text, at, NULL);
    if (!zh_numeral_is_digit(lint_char_before(text, at)))
        return false;
    if (c == '%' && lint_has(text, at + 1, points))
        return lint_found(out, at, at + 1, STR_NONE);
    return lint_has(text, at, STR("百分点")) && lint_found(out, at, at, STR("个"));
}

// 下降-5.2%: the word says the sign.
bool lint_sign_after_fall(struct linter *linter, size_t at, struct lint_finding *out) {
    static const char *const falls[] = {"下降",   "减少",   "降低",   "回落",   "下滑",
                                        "下降了", "减少了", "降低了", "回落了", "下滑了"};
    struct str text = linter->text;
    size_t next;
    uint32_t c = lint_char(text, at, &next);
    if ((c != '-' && c != 0x2212) || lint_number_end(text, next) == next)
        return false;
    for (size_t i = 0; i < sizeof falls / sizeof *falls; i++)
        if (lint_has_before(text, at, str_from(falls[i])))
            return lint_found(out, at, next, STR_NONE);
    return false;
}

bool lint_thousand(struct linter *linter, size_t at, struct lint_finding *out) {
    struct zh_numeral numeral;
    struct str text = linter->text;
    size_t end = lint_number_end(text, at), word;
    int power;
    if (end == at)
        return false;
    zh_numeral_read_digits(text, at, &numeral);
    uint32_t c = lint_char(text, end, &word);
    bool scaled = zh_numeral_read_scale(text, end, &power) > end;
    if (!scaled || (c != HAN_THOUSAND && c != HAN_HUNDRED))
        return false;
    double value = zh_decimal_value(numeral.value) * (c == HAN_THOUSAND ? 1000 : 100);
    if (!isfinite(value)) // more digits than a number keeps
        return false;
    return lint_found(out, at, word, number_print_shortest(linter->arena, value));
}

// 20w人. A capital W is a watt.
bool lint_letter_w(struct linter *linter, size_t at, struct lint_finding *out) {
    struct str text = linter->text;
    return text.data[at] == 'w' && zh_numeral_is_digit(lint_char_before(text, at)) &&
           lint_is_han(lint_char(text, at + 1, NULL)) && lint_found(out, at, at + 1, STR("万"));
}

// 47国: 47个国家. 110国道 and 5国标 are other words.
bool lint_measure(struct linter *linter, size_t at, struct lint_finding *out) {
    static const struct {
        const char *noun, *counted;
    } nouns[] = {{"国家", "个国家"},
                 {"国", "个国家"},
                 {"县", "个县"},
                 {"乡镇", "个乡镇"},
                 {"市州", "个市州"}};
    struct str text = linter->text;
    size_t next;
    lint_char(text, at, &next);
    if (!zh_numeral_is_digit(lint_char_before(text, at)))
        return false;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        struct str noun = str_from(nouns[i].noun);
        if (!lint_has(text, at, noun))
            continue;
        uint32_t after = lint_char(text, at + noun.len, NULL);
        size_t digits = at;
        while (digits > 0 && text.data[digits - 1] >= '0' && text.data[digits - 1] <= '9')
            digits--;
        uint32_t before = lint_char_before(text, digits);
        return !lint_is_one_of(STR("道标际语产有级"), after) && !lint_is_latin(before) &&
               !lint_is_one_of(STR(".-第"), before) &&
               lint_found(out, at, at + noun.len, str_from(nouns[i].counted));
    }
    return false;
}

bool lint_unit_case(struct linter *linter, size_t at, struct lint_finding *out) {
    static const struct {
        const char *wrong, *right;
    } units[] = {{"KG", "kg"}, {"Kg", "kg"}, {"KM", "km"},    {"Km", "km"},    {"km2", "km²"},
                 {"CM", "cm"}, {"Cm", "cm"}, {"m2", "m²"},    {"m3", "m³"},    {"M2", "m²"},
                 {"MM", "mm"}, {"KW", "kW"}, {"KWH", "kW·h"}, {"kwh", "kW·h"}, {"Kwh", "kW·h"}};
    struct str text = linter->text;
    if (!zh_numeral_is_digit(lint_char_before(text, at)))
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct str wrong = str_from(units[i].wrong);
        uint32_t after = lint_char(text, at + wrong.len, NULL);
        if (lint_has(text, at, wrong) && !lint_is_latin(after) && !zh_numeral_is_digit(after))
            return lint_found(out, at, at + wrong.len, str_from(units[i].right));
    }
    return false;
}

bool lint_blank_before_percent(struct linter *linter, size_t at, struct lint_finding *out) {
    struct str text = linter->text;
    return text.data[at] == ' ' && zh_numeral_is_digit(lint_char_before(text, at)) &&
           lint_is_one_of(STR("%％"), lint_char(text, at + 1, NULL)) &&
           lint_found(out, at, at + 1, STR_NONE);
}

bool lint_leading_zero(struct linter *linter, size_t at, struct lint_finding *out) {
    uint32_t before = lint_char_before(linter->text, at);
    if (linter->text.data[at] != '.' || zh_numeral_is_digit(before) || lint_is_latin(before) ||
        before == '.' || !zh_numeral_is_digit(zh_numeral_peek(linter->text, at + 1, NULL)))
        return false;
    return lint_found(out, at, at + 1, STR("0."));
}

// 比例1:500, 之比为3:1; 12:30 alone is a time.
bool lint_ratio(struct linter *linter, size_t at, struct lint_finding *out) {
    static const char *const words[] = {"比例", "比例尺", "比例为", "比为", "比例是", "之比"};
    struct str text = linter->text;
    size_t first = lint_number_end(text, at), next;
    uint32_t colon = lint_char(text, first, &next);
    if (first == at || (colon != ':' && colon != 0xFF1A) || lint_number_end(text, next) == next)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lint_has_before(text, at, str_from(words[i])))
            return lint_found(out, first, next, STR("\xE2\x88\xB6"));
    return false;
}

bool lint_minus(struct linter *linter, size_t at, struct lint_finding *out) {
    struct zh_numeral numeral;
    uint32_t before = lint_char_before(linter->text, at);
    bool joins = zh_numeral_is_digit(before) || lint_is_latin(before) ||
                 lint_is_range_mark(before) || lint_is_one_of(STR("年月日%％万亿)）_/"), before);
    if (linter->text.data[at] != '-' || joins)
        return false;
    size_t end = zh_numeral_read_digits(linter->text, at + 1, &numeral);
    return end > at + 1 && !numeral.dotted && end - at < 6 &&
           lint_found(out, at, at + 1, STR("\xE2\x88\x92"));
}

// Digits, Latin letters, and ． ％ within them.
bool lint_full_width(struct linter *linter, size_t at, struct lint_finding *out) {
    struct buf plain = BUF_INIT(linter->arena);
    size_t end = at, next;
    for (uint32_t c; end < linter->text.len; end = next) {
        c = lint_char(linter->text, end, &next);
        bool word = (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
                    (c >= 0xFF41 && c <= 0xFF5A);
        bool inner = end > at && (c == 0xFF0E || c == 0xFF05); // ． ％
        bool percent = c == 0xFF05 && zh_numeral_is_digit(lint_char_before(linter->text, end));
        if (!word && !inner && !percent)
            break;
        buf_add_char(&plain, (char)(c - 0xFEE0));
    }
    bool any = end > at && lint_found(out, at, end, str_copy(linter->arena, buf_str(&plain)));
    buf_done(&plain);
    return any;
}
