// Reading printed Chinese numbers, alone and in running text.
#include "base/zh_number.h"

#include "base/utf8.h"
#include "base/zh_numeral.h"

#include <math.h>

enum {
    UNIT_CHARACTERS = 16,  // a unit is short
    BEFORE_CHARACTERS = 3, // the longest word before a number
};

enum word_position { BEFORE = 1, BEFORE_MAGNITUDE = 2, INSIDE = 4, BEHIND = 8 };

struct approx_word {
    struct str text;
    enum approx meaning;
    unsigned positions;
};

// Longer words first, so that 超过 is not read as 超.
static const struct approx_word words[] = {
    {STR_INIT("将近"), APPROX_UPPER, BEFORE},
    {STR_INIT("接近"), APPROX_UPPER, BEFORE},
    {STR_INIT("不足"), APPROX_UPPER, BEFORE},
    {STR_INIT("不到"), APPROX_UPPER, BEFORE},
    {STR_INIT("至多"), APPROX_UPPER, BEFORE},
    {STR_INIT("最多"), APPROX_UPPER, BEFORE},
    {STR_INIT("超过"), APPROX_LOWER, BEFORE},
    {STR_INIT("超出"), APPROX_LOWER, BEFORE},
    {STR_INIT("突破"), APPROX_LOWER, BEFORE},
    {STR_INIT("至少"), APPROX_LOWER, BEFORE},
    {STR_INIT("大约"), APPROX_ABOUT, BEFORE},
    {STR_INIT("近"), APPROX_UPPER, BEFORE},
    {STR_INIT("超"), APPROX_LOWER, BEFORE},
    {STR_INIT("逾"), APPROX_LOWER, BEFORE},
    {STR_INIT("约"), APPROX_ABOUT, BEFORE},
    {STR_INIT("上"), APPROX_LOWER, BEFORE_MAGNITUDE},
    {STR_INIT("数"), APPROX_RANGE, BEFORE_MAGNITUDE},
    {STR_INIT("几"), APPROX_RANGE, BEFORE_MAGNITUDE},
    {STR_INIT("余"), APPROX_LOWER, INSIDE},
    {STR_INIT("多"), APPROX_LOWER, INSIDE | BEHIND},
    {STR_INIT("来"), APPROX_ABOUT, INSIDE},
    {STR_INIT("几"), APPROX_LOWER, INSIDE},
    {STR_INIT("以上"), APPROX_LOWER, BEHIND},
    {STR_INIT("以下"), APPROX_UPPER, BEHIND},
    {STR_INIT("以内"), APPROX_UPPER, BEHIND},
    {STR_INIT("左右"), APPROX_ABOUT, BEHIND},
    {STR_INIT("上下"), APPROX_ABOUT, BEHIND},
};

enum { WORD_COUNT = sizeof words / sizeof *words };

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

enum approx approx_of(struct str word) {
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (str_equal(words[i].text, word))
            return words[i].meaning;
    return APPROX_NONE;
}

enum approx_place approx_place_of(struct str word, double value) {
    unsigned positions = 0;
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (str_equal(words[i].text, word))
            positions |= words[i].positions;
    if (positions & INSIDE) {
        double size = fabs(value), scale = size >= 1e8 ? 1e8 : size >= 1e4 ? 1e4 : 1;
        bool round = fmod(size / scale, 10) == 0;
        return scale > 1 && !round ? APPROX_AFTER_SCALE : APPROX_INSIDE;
    }
    return positions & BEHIND ? APPROX_AFTER_UNIT : APPROX_BEFORE;
}

double zh_number_tolerance(const struct zh_number *number) {
    if (number->decimals == 0 && number->scale == 1)
        return 0;
    return 0.5 * number->scale * pow(10, -number->decimals);
}

// A word at `at` that may stand in one of `positions`; NULL when there is none.
static const struct approx_word *word_at(struct str text, size_t at, unsigned positions) {
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (words[i].positions & positions &&
            str_starts(str_slice(text, at, text.len), words[i].text))
            return &words[i];
    return NULL;
}

static bool is_one_of(struct str set, uint32_t c) {
    for (size_t at = 0; at < set.len;)
        if (utf8_next(set, &at) == c)
            return true;
    return false;
}

static bool is_other_much(struct str text, size_t behind) {
    return is_one_of(STR("样元媒边功层"), zh_numeral_peek(text, behind, NULL));
}

// 多 of 多样, 来 of 来自 are no words of approximation.
static const struct approx_word *inside_word(struct str text, size_t at) {
    const struct approx_word *word = word_at(text, at, INSIDE);
    if (!word)
        return NULL;
    uint32_t after = zh_numeral_peek(text, at + word->text.len, NULL);
    if (str_is(word->text, "多") && is_other_much(text, at + word->text.len))
        return NULL;
    if (str_is(word->text, "来") && !is_one_of(STR("个人岁年天家位名次块里斤万亿"), after))
        return NULL;
    return word;
}

static void set_word(struct zh_number *out, struct str text, size_t at,
                     const struct approx_word *word, enum approx_place place) {
    out->word = str_slice(text, at, at + word->text.len);
    out->approx = word->meaning;
    out->place = place;
}

// Some set a space between digits and Han: 3000 万, 30 多位.
static size_t skip_inner_space(struct str text, size_t at) {
    int power = 0;
    if (at >= text.len || text.data[at] != ' ')
        return at;
    zh_numeral_read_scale(text, at + 1, &power);
    return power || inside_word(text, at + 1) ? at + 1 : at;
}

// [余]万[余] behind digits or a numeral.
static size_t read_scale_and_words(struct str text, size_t at, int *power, struct zh_number *out) {
    at = skip_inner_space(text, at);
    const struct approx_word *word = inside_word(text, at);
    if (word) {
        set_word(out, text, at, word, APPROX_INSIDE);
        at += word->text.len;
    }
    at = zh_numeral_read_scale(text, at, power);
    if (!word && *power && (word = inside_word(text, at))) {
        set_word(out, text, at, word, APPROX_AFTER_SCALE);
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

static bool is_range_mark(uint32_t c) {
    return c == '~' || c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212 || c == 0x301C ||
           c == 0x223C || c == 0x81F3; // 至
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
static size_t read_arabic(struct str text, size_t at, bool *dotted, struct zh_number *out) {
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
    const struct approx_word *word = out->unit.len ? inside_word(text, end) : NULL;
    if (word) {
        set_word(out, text, end, word, APPROX_INSIDE);
        end += word->text.len;
    }
    return end;
}

// Han numerals; *bare when it begins with a magnitude (百余, the 十 of 数十).
static size_t read_han(struct str text, size_t at, bool *bare, struct zh_number *out) {
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
    const struct approx_word *word = inside_word(text, end);
    if (word && numeral.scale) {
        set_word(out, text, end, word, APPROX_AFTER_SCALE);
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
    return han || latin || is_one_of(STR("°℃℉²³µμΩ㎡㎞"), c);
}

static bool may_stand_in_unit(uint32_t c) {
    return is_unit_character(c) || is_one_of(STR("/()·"), c);
}

// The unit and the word behind it: the rest of a printed form. Returns the offset that cannot be
// read, or the end.
static size_t read_rest(struct str text, size_t at, struct zh_number *out) {
    if (at < text.len && text.data[at] == ' ')
        at++;
    size_t end = text.len;
    for (size_t i = 0; i < WORD_COUNT; i++) {
        struct str word = words[i].text;
        bool unit_before = out->unit.len > 0 || end - at > word.len;
        if (!out->word.len && words[i].positions & BEHIND && end - at >= word.len && unit_before &&
            str_ends(str_slice(text, at, end), word)) {
            end -= word.len;
            set_word(out, text, end, &words[i], APPROX_AFTER_UNIT);
        } else if (!out->word.len && words[i].positions == BEHIND &&
                   str_equal(str_slice(text, at, end), word)) {
            set_word(out, text, at, &words[i], APPROX_AFTER_UNIT);
            end = at;
        }
    }
    size_t start = at, count = 0;
    for (size_t next = at; at < end; at = next) {
        bool fits = may_stand_in_unit(zh_numeral_peek(text, at, &next));
        if (!fits || ++count > UNIT_CHARACTERS)
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

static void apply_sign(struct zh_number *out, bool negative) {
    if (negative)
        out->value = -out->value;
}

// 数, 几, 上 stand before magnitudes only: 数十, 上百; 近百 and 超百 as well.
static bool bare_allowed(const struct approx_word *before, const struct zh_number *out) {
    return before || out->word.len > 0;
}

bool zh_number_parse(struct str text, struct zh_number *out, size_t *error_at) {
    *out = (struct zh_number){.text = text, .scale = 1};
    bool negative, dotted = false, bare = false;
    size_t at = 0;
    const struct approx_word *before = word_at(text, 0, BEFORE | BEFORE_MAGNITUDE);
    if (before)
        at = before->text.len;
    at = read_sign(text, at, &negative);
    size_t start = at;
    at = read_arabic(text, start, &dotted, out);
    bool arabic = at > start;
    if (!arabic)
        at = read_han(text, start, &bare, out);
    bool magnitude_word = before && before->positions == BEFORE_MAGNITUDE;
    uint32_t first = zh_numeral_peek(text, start, NULL);
    bool is_magnitude = bare || first == 0x5341; // 十
    *error_at = start;
    if (at == start || dotted || !isfinite(out->value) || (bare && !bare_allowed(before, out)) ||
        (magnitude_word && (arabic || !is_magnitude)))
        return false;
    if (before && !out->word.len)
        set_word(out, text, 0, before, APPROX_BEFORE);
    apply_sign(out, negative);
    *error_at = read_rest(text, at, out);
    return *error_at == text.len;
}

// 最近, 附近, 签约, 节约 … end in a character that is no word of approximation there.
static bool is_part_of_word(struct str text, size_t at, struct str word) {
    if (at == 0)
        return false;
    uint32_t previous = utf8_previous(text, &at);
    if (str_is(word, "近"))
        return is_one_of(STR("最附邻靠临亲远相"), previous);
    if (str_is(word, "约"))
        return is_one_of(STR("签节条公合预集制契违履邀解"), previous);
    if (str_is(word, "超"))
        return is_one_of(STR("英中赶高"), previous);
    if (str_is(word, "上"))
        return is_one_of(STR("以网线马晚早路会手"), previous);
    return str_is(word, "数") &&
           is_one_of(STR("人户件次个总倍指分基系参岁天年度函点多少"), previous);
}

// The word that ends at `at`.
static const struct approx_word *word_before(struct str text, size_t at, unsigned positions) {
    for (size_t i = 0; i < WORD_COUNT; i++) {
        struct str word = words[i].text;
        if (words[i].positions & positions && at >= word.len &&
            str_ends(str_slice(text, 0, at), word) && !is_part_of_word(text, at - word.len, word))
            return &words[i];
    }
    return NULL;
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
    for (int i = 0; i < UNIT_CHARACTERS && end < text.len; i++) {
        if (!may_stand_in_unit(zh_numeral_peek(text, end, &next)))
            break;
        end = next;
    }
    out->unit = str_slice(text, start, end);
}

// Completes what was read at [start, end): sign, word before, unit run.
static void complete(struct str text, size_t start, size_t end, struct zh_number *out) {
    bool negative = false;
    size_t from = out->han ? start : sign_before(text, start, &negative);
    apply_sign(out, negative);
    uint32_t first = zh_numeral_peek(text, start, NULL);
    bool magnitude = is_one_of(STR("十百千万亿"), first);
    const struct approx_word *before =
        word_before(text, from, magnitude ? BEFORE | BEFORE_MAGNITUDE : BEFORE);
    if (before) {
        from -= before->text.len;
        if (!out->word.len)
            set_word(out, text, from, before, APPROX_BEFORE);
    }
    out->text = str_slice(text, from, end);
    take_unit_run(text, end, out);
}

static bool find_han(struct str text, size_t start, size_t *end, struct zh_number *out) {
    bool bare;
    *end = read_han(text, start, &bare, out);
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
            *at = read_arabic(text, start, &dotted, out);
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
    const struct approx_word *behind = word_at(running, at, BEHIND);
    struct zh_number complete_number = *found;
    bool much = behind && str_is(behind->text, "多");
    if (behind && !found->word.len && !(much && is_other_much(running, at + behind->text.len))) {
        set_word(&complete_number, running, at, behind, APPROX_AFTER_UNIT);
        at += behind->text.len;
    }
    if (end)
        *end = at;
    return same_word(&complete_number, wanted);
}
