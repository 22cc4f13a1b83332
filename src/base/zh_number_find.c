// Printed Chinese numbers in running text: found whole, and compared with a number that is wanted.
#include "base/utf8.h"
#include "base/zh_approx.h"
#include "base/zh_number_read.h"
#include "base/zh_numeral.h"

// Measure words of two and more characters that begin as a shorter one does: 300场次 is not 300场.
static const struct str compound_units[] = {
    STR_INIT("个百分点"), STR_INIT("平方公里"), STR_INIT("立方米"), STR_INIT("平方米"),
    STR_INIT("千瓦时"),   STR_INIT("人次"),     STR_INIT("场次"),   STR_INIT("架次"),
    STR_INIT("车次"),     STR_INIT("班次"),     STR_INIT("批次"),   STR_INIT("台次"),
    STR_INIT("户次"),     STR_INIT("件次"),     STR_INIT("公里"),   STR_INIT("公斤"),
    STR_INIT("公顷"),     STR_INIT("千克"),     STR_INIT("千米"),   STR_INIT("千瓦"),
    STR_INIT("万亩"),     STR_INIT("百分点"),   STR_INIT("美元"),   STR_INIT("欧元"),
    STR_INIT("港元"),     STR_INIT("日元"),     STR_INIT("年度"),   STR_INIT("小时"),
    STR_INIT("分钟"),     STR_INIT("个月"),
};

static bool is_range_mark(uint32_t c) {
    return c == '~' || c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212 || c == 0x301C ||
           c == 0x223C || c == 0x81F3; // 至
}

static uint32_t peek_before(struct str text, size_t at, size_t *start) {
    *start = at;
    if (at == 0)
        return 0;
    uint32_t c = utf8_previous(text, start);
    return zh_numeral_peek(text, *start, NULL) ? zh_numeral_peek(text, *start, NULL) : c;
}

// A hyphen or minus before the digits is a sign unless it joins: 2022-2025, COVID-19, ——5.
static size_t sign_before(struct str text, size_t at, bool *negative) {
    size_t sign, before;
    uint32_t c = peek_before(text, at, &sign);
    *negative = false;
    if (c != '-' && c != 0x2212)
        return at;
    uint32_t previous = peek_before(text, sign, &before);
    bool letter = (previous | 32) >= 'a' && (previous | 32) <= 'z';
    if (zh_numeral_is_digit(previous) || letter || is_range_mark(previous) || previous == '%')
        return at;
    *negative = true;
    return sign;
}

static void take_unit_run(struct str text, size_t at, struct zh_number *out) {
    if (out->unit.len)
        return;
    size_t start = at, next = at;
    if (at < text.len && text.data[at] == ' ')
        start = next = at + 1;
    size_t end = start;
    for (int i = 0; i < ZH_UNIT_CHARACTERS && end < text.len; i++) {
        if (!zh_number_is_unit_character(zh_numeral_peek(text, end, &next)))
            break;
        end = next;
    }
    out->unit = str_slice(text, start, end);
}

// Completes what was read at [start, end): sign, word before, unit run.
static void complete(struct str text, size_t start, size_t end, struct zh_number *out) {
    bool negative = false;
    size_t from = out->han ? start : sign_before(text, start, &negative);
    if (negative)
        out->value = -out->value;
    uint32_t first = zh_numeral_peek(text, start, NULL);
    bool magnitude = zh_approx_is_one_of(STR("十百千万亿"), first);
    const struct zh_approx_word *before = zh_approx_before(
        text, from, magnitude ? ZH_WORD_BEFORE | ZH_WORD_BEFORE_MAGNITUDE : ZH_WORD_BEFORE);
    if (before) {
        from -= before->text.len;
        if (!out->word.len)
            zh_approx_set(out, text, from, before, APPROX_BEFORE);
    }
    out->text = str_slice(text, from, end);
    take_unit_run(text, end, out);
}

static bool find_han(struct str text, size_t start, size_t *end, struct zh_number *out) {
    bool bare;
    *end = zh_number_read_han(text, start, &bare, out);
    if (*end == start)
        return false;
    complete(text, start, *end, out);
    return !bare || out->word.len > 0;
}

static size_t skip_han(struct str text, size_t at) {
    for (size_t next; zh_numeral_is_han(zh_numeral_peek(text, at, &next));)
        at = next;
    return at;
}

bool zh_number_find(struct str text, size_t *at, struct zh_number *out) {
    size_t before;
    if (*at > 0 && zh_numeral_is_digit(peek_before(text, *at, &before)))
        while (zh_numeral_is_digit(zh_numeral_peek(text, *at, NULL)))
            zh_numeral_peek(text, *at, at);
    while (*at < text.len) {
        size_t next, start = *at, end = *at;
        uint32_t c = zh_numeral_peek(text, start, &next);
        *out = (struct zh_number){.scale = 1};
        bool dotted = false;
        if (zh_numeral_is_digit(c)) {
            *at = zh_number_read_arabic(text, start, &dotted, out);
            if (dotted)
                continue;
            complete(text, start, *at, out);
            return true;
        }
        bool han = zh_numeral_is_han(c), found = han && find_han(text, start, &end, out);
        *at = end > start ? end : next;
        if (han && end == start) // 三四百: no part of it is a number
            *at = skip_han(text, next);
        if (found)
            return true;
    }
    return false;
}

// The longest compound unit at the start of a run, or nothing.
static struct str compound_at(struct str run) {
    struct str best = STR_NONE;
    for (size_t i = 0; i < sizeof compound_units / sizeof *compound_units; i++)
        if (str_starts(run, compound_units[i]) && compound_units[i].len > best.len)
            best = compound_units[i];
    return best;
}

struct str zh_number_guess_unit(const struct zh_number *found) {
    struct str compound = compound_at(found->unit);
    if (compound.len || !found->unit.len)
        return compound;
    size_t at = 0;
    uint32_t first = utf8_next(found->unit, &at);
    bool latin = first < 0x80;
    while (latin && at < found->unit.len && (unsigned char)found->unit.data[at] < 0x80)
        at++;
    return str_slice(found->unit, 0, at);
}

static bool same_word(const struct zh_number *a, const struct zh_number *b) {
    return a->approx == b->approx && a->place == b->place && str_equal(a->word, b->word);
}

bool zh_number_same(struct str running, const struct zh_number *found,
                    const struct zh_number *wanted, size_t *end) {
    if (!(found->value == wanted->value))
        return false;
    size_t at = (size_t)(found->text.data - running.data) + found->text.len;
    bool percent = str_is(found->unit, "%") || str_is(found->unit, "‰");
    if (percent) {
        if (!str_equal(found->unit, wanted->unit))
            return false;
    } else {
        if (str_is(wanted->unit, "%") || !str_starts(found->unit, wanted->unit))
            return false;
        struct str compound = compound_at(found->unit);
        if (compound.len > wanted->unit.len)
            return false;
        at = (size_t)(found->unit.data - running.data) + wanted->unit.len;
    }
    const struct zh_approx_word *behind = zh_approx_at(running, at, ZH_WORD_BEHIND);
    struct zh_number complete_number = *found;
    if (behind && !found->word.len) {
        zh_approx_set(&complete_number, running, at, behind, APPROX_AFTER_UNIT);
        at += behind->text.len;
    }
    if (end)
        *end = at;
    return same_word(&complete_number, wanted);
}
