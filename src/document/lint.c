// A lint of authors' text: rules tried at each character, the first that fits proposes.
#include "document/lint.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/utf8.h"
#include "base/zh_number.h"
#include "base/zh_numeral.h"
#include "document/text_walk.h"

enum { INSERT_LIMIT = 256 }; // bytes of {id} or {漢|hàn}

struct linter {
    struct arena *arena;
    struct str text;
    size_t quotes; // straight double quotes read so far
};

static uint32_t raw_at(struct str text, size_t at, size_t *next) {
    *next = at;
    return at < text.len ? utf8_next(text, next) : 0;
}

static uint32_t raw_before(struct str text, size_t at) {
    return at == 0 ? 0 : utf8_previous(text, &at);
}

static bool is_han(uint32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || c == 0x3007 || (c >= 0x20000 && c <= 0x3FFFF);
}

static bool is_latin(uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_one_of(struct str set, uint32_t c) {
    for (size_t at = 0; at < set.len;)
        if (utf8_next(set, &at) == c)
            return true;
    return false;
}

static bool is_range_mark(uint32_t c) {
    return is_one_of(STR("-~～–—"), c);
}

static struct str slice(const struct linter *linter, size_t from, size_t to) {
    return str_slice(linter->text, from, to);
}

static bool found(struct lint_finding *out, size_t at, size_t end, struct str proposal) {
    out->at = at;
    out->len = end - at;
    out->proposal = proposal;
    return true;
}

// Two numbers with a mark of range between, as 15～30.
struct range {
    size_t start, mark, second, end;
    uint32_t mark_char, after;
};

static bool read_range(const struct linter *linter, size_t at, struct range *out) {
    struct zh_numeral numeral;
    struct str text = linter->text;
    uint32_t before = raw_before(text, at);
    if (zh_numeral_is_digit(before) || is_range_mark(before) || before == '.' || before == '/')
        return false;
    size_t mark = zh_numeral_read_digits(text, at, &numeral), second;
    uint32_t c = raw_at(text, mark, &second);
    if (mark == at || !is_range_mark(c))
        return false;
    size_t end = zh_numeral_read_digits(text, second, &numeral), next;
    if (end == second)
        return false;
    *out = (struct range){at, mark, second, end, c, raw_at(text, end, &next)};
    return true;
}

static bool range_of_time(struct linter *linter, size_t at, struct lint_finding *out) {
    struct range range;
    if (!read_range(linter, at, &range) || range.mark_char == 0x2014 ||
        !is_one_of(STR("年月日"), range.after))
        return false;
    return found(out, range.mark, range.second, STR("—"));
}

static bool range_scale(struct linter *linter, size_t at, struct lint_finding *out) {
    struct range range;
    size_t scale_end;
    if (!read_range(linter, at, &range) || !is_one_of(STR("%％万亿"), range.after))
        return false;
    raw_at(linter->text, range.end, &scale_end);
    struct str scale = slice(linter, range.end, scale_end);
    if (str_is(scale, "％"))
        scale = STR("%");
    struct str first = slice(linter, at, range.mark);
    struct str second = slice(linter, range.second, range.end);
    return found(out, at, scale_end,
                 str_printf(linter->arena, "%.*s%.*s～%.*s%.*s", STR_ARG(first), STR_ARG(scale),
                            STR_ARG(second), STR_ARG(scale)));
}

static bool neighbours(struct linter *linter, size_t at, struct lint_finding *out) {
    static const char *const han[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    struct str text = linter->text;
    size_t mark, second, end, next;
    uint32_t first = raw_at(text, at, &mark), comma = raw_at(text, mark, &second);
    uint32_t last = raw_at(text, second, &end), before = raw_before(text, at);
    if (first < '1' || first > '8' || comma != 0x3001 || last != first + 1)
        return false;
    if (!is_one_of(STR("个名位家项场次件条篇期张天年人种岁户倍"), raw_at(text, end, &next)) ||
        zh_numeral_is_digit(before) || is_one_of(STR("第图表、.,-/"), before))
        return false;
    return found(out, at, end,
                 str_printf(linter->arena, "%s%s", han[first - '0'], han[last - '0']));
}

// 约20余个: the word before goes, the one inside says more.
static bool twice(struct linter *linter, size_t at, struct lint_finding *out) {
    enum { REACH = 80 }; // bytes that hold a word and a number
    struct zh_number number;
    size_t from = at;
    struct str near = str_slice(linter->text, 0, at + REACH);
    uint32_t c = zh_numeral_peek(linter->text, at, NULL);
    if (!is_one_of(STR("约近超逾将接不至最突大"), c) || !zh_number_find(near, &from, &number))
        return false;
    size_t start = (size_t)(number.text.data - linter->text.data);
    size_t digit = start;
    while (digit < start + number.text.len &&
           !zh_numeral_is_digit(zh_numeral_peek(linter->text, digit, NULL)))
        raw_at(linter->text, digit, &digit);
    struct str word = slice(linter, start, digit);
    bool inside = number.place == APPROX_INSIDE || number.place == APPROX_AFTER_SCALE;
    if (start != at || number.han || !number.word.len || !inside || approx_of(word) == APPROX_NONE)
        return false;
    return found(out, start, digit, STR_NONE);
}

static bool thousand(struct linter *linter, size_t at, struct lint_finding *out) {
    struct zh_numeral numeral;
    struct str text = linter->text;
    uint32_t before = raw_before(text, at);
    if (zh_numeral_is_digit(before) || before == '.')
        return false;
    size_t end = zh_numeral_read_digits(text, at, &numeral), word;
    int power;
    if (end == at || numeral.dotted)
        return false;
    uint32_t c = raw_at(text, end, &word);
    bool scaled = zh_numeral_read_scale(text, end, &power) > end;
    if (!scaled || (c != 0x5343 && c != 0x767E)) // 千, 百
        return false;
    double value = zh_decimal_value(numeral.value) * (c == 0x5343 ? 1000 : 100);
    return found(out, at, word, number_print_shortest(linter->arena, value));
}

static size_t skip_run(struct str text, size_t at, char c) {
    while (at < text.len && text.data[at] == c)
        at++;
    return at;
}

static bool dash(struct linter *linter, size_t at, struct lint_finding *out) {
    uint32_t before = raw_before(linter->text, at);
    if (before == '-')
        return false;
    size_t end = skip_run(linter->text, at, '-'), next;
    uint32_t after = raw_at(linter->text, end, &next);
    bool beside_han = is_han(before) || is_han(after) || is_one_of(STR("”》）"), before);
    bool option = before == 0 || before == ' ';
    if (end - at < 2 || !beside_han || (option && is_latin(after)))
        return false;
    return found(out, at, end, STR("——"));
}

static bool ellipsis(struct linter *linter, size_t at, struct lint_finding *out) {
    uint32_t before = raw_before(linter->text, at);
    if (before == '.')
        return false;
    size_t end = skip_run(linter->text, at, '.'), next;
    if (end - at < 3) {
        struct str stop = STR("。");
        for (end = at; str_starts(slice(linter, end, linter->text.len), stop);)
            end += stop.len;
        if (end - at < 3 * stop.len)
            return false;
        return found(out, at, end, STR("……"));
    }
    uint32_t after = raw_at(linter->text, end, &next);
    return (is_han(before) || is_han(after)) && found(out, at, end, STR("……"));
}

static bool half_width(struct linter *linter, size_t at, struct lint_finding *out) {
    static const char ascii[] = ",;:?!().";
    static const char *const wide[] = {"，", "；", "：", "？", "！", "（", "）", "。"};
    size_t next, behind, index = 0;
    uint32_t c = raw_at(linter->text, at, &next);
    while (ascii[index] && (uint32_t)ascii[index] != c)
        index++;
    if (!ascii[index])
        return false;
    uint32_t before = raw_before(linter->text, at), after = raw_at(linter->text, next, &behind);
    bool han_before = is_han(before), han_after = is_han(after);
    bool ends_words =
        han_before || is_one_of(STR("%％”’）》"), before) || zh_numeral_is_digit(before);
    bool last = after == 0 && han_before;
    bool fits = c == '('   ? han_before || han_after
                : c == ')' ? han_before
                           : ends_words && (han_after || last);
    if (c == '.' && !han_before)
        return false;
    return fits && found(out, at, next, str_from(wide[index]));
}

// Straight quotes pair up; only those around or beside Han are Chinese quotes.
static bool straight_quotes(struct linter *linter, size_t at, struct lint_finding *out) {
    struct str text = linter->text;
    if (text.data[at] != '"')
        return false;
    bool opens = linter->quotes++ % 2 == 0;
    size_t other = at, next;
    if (opens)
        other = str_find(text, STR("\""), at + 1);
    else
        while (other > 0 && text.data[--other] != '"') {
        }
    if (other == SIZE_MAX || text.data[other] != '"')
        return false;
    size_t from = opens ? at : other, to = opens ? other : at;
    bool han = is_han(raw_before(text, from)) || is_han(raw_at(text, to + 1, &next));
    for (size_t i = from + 1; i < to && !han;)
        han = is_han(utf8_next(text, &i));
    return han && found(out, at, at + 1, opens ? STR("“") : STR("”"));
}

static bool leading_zero(struct linter *linter, size_t at, struct lint_finding *out) {
    uint32_t before = raw_before(linter->text, at);
    size_t next;
    if (linter->text.data[at] != '.' || zh_numeral_is_digit(before) || is_latin(before) ||
        before == '.' || !zh_numeral_is_digit(zh_numeral_peek(linter->text, at + 1, &next)))
        return false;
    return found(out, at, at + 1, STR("0."));
}

static bool minus(struct linter *linter, size_t at, struct lint_finding *out) {
    struct zh_numeral numeral;
    uint32_t before = raw_before(linter->text, at);
    bool joins = zh_numeral_is_digit(before) || is_latin(before) || is_range_mark(before) ||
                 is_one_of(STR("年月日%％万亿)）_/"), before);
    if (linter->text.data[at] != '-' || joins)
        return false;
    size_t end = zh_numeral_read_digits(linter->text, at + 1, &numeral);
    return end > at + 1 && !numeral.dotted && end - at < 6 &&
           found(out, at, at + 1, STR("\xE2\x88\x92"));
}

static bool full_width_digit(struct linter *linter, size_t at, struct lint_finding *out) {
    struct buf plain = BUF_INIT(linter->arena);
    size_t end = at, next;
    for (uint32_t c; end < linter->text.len; end = next) {
        c = raw_at(linter->text, end, &next);
        bool digit = c >= 0xFF10 && c <= 0xFF19;
        bool inner = end > at && (c == 0xFF0E || c == 0xFF05); // ． ％
        bool percent = c == 0xFF05 && zh_numeral_is_digit(raw_before(linter->text, end));
        if (!digit && !inner && !percent)
            break;
        buf_add_char(&plain, (char)(c - 0xFEE0));
    }
    bool any = end > at && found(out, at, end, str_copy(linter->arena, buf_str(&plain)));
    buf_done(&plain);
    return any;
}

struct rule {
    bool (*fits)(struct linter *linter, size_t at, struct lint_finding *out);
    const char *why;
};

static const struct rule rules[] = {
    [LINT_RANGE_OF_TIME] = {range_of_time, N_("a span of time is joined by —")},
    [LINT_RANGE_SCALE] = {range_scale, N_("%, 万 and 亿 stand at both ends of a range")},
    [LINT_NEIGHBOURS] = {neighbours, N_("two neighbouring numbers as “about” are Han numerals")},
    [LINT_TWICE] = {twice, N_("approximate is said twice")},
    [LINT_THOUSAND] = {thousand, N_("only 万 and 亿 stand with digits")},
    [LINT_DASH] = {dash, N_("a Chinese dash is ——")},
    [LINT_ELLIPSIS] = {ellipsis, N_("a Chinese ellipsis is ……")},
    [LINT_HALF_WIDTH] = {half_width, N_("marks between Chinese words are full width")},
    [LINT_STRAIGHT_QUOTES] = {straight_quotes, N_("Chinese quotes are “ and ”")},
    [LINT_LEADING_ZERO] = {leading_zero, N_("a decimal has a zero before its point")},
    [LINT_MINUS] = {minus, N_("a minus is U+2212, as wide as a digit")},
    [LINT_FULL_WIDTH_DIGIT] = {full_width_digit, N_("digits and the percent sign are half width")},
};

enum { RULE_COUNT = sizeof rules / sizeof *rules };

static bool lint_at(struct linter *linter, size_t at, struct lint_finding *out) {
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        out->rule = (enum lint_rule)rule;
        if (rules[rule].fits(linter, at, out))
            return true;
    }
    return false;
}

size_t lint_text(struct arena *arena, struct str text, const struct lint_finding **out) {
    struct linter linter = {.arena = arena, .text = text};
    struct lint_finding *findings = NULL, finding;
    size_t count = 0, capacity = 0, next;
    for (size_t at = 0; at < text.len; at = next) {
        raw_at(text, at, &next);
        struct str insert = str_slice(text, at, at + INSERT_LIMIT);
        size_t brace = text.data[at] == '{' ? str_find(insert, STR("}"), 0) : SIZE_MAX;
        if (brace != SIZE_MAX) {
            next = at + brace + 1;
            continue;
        }
        if (!lint_at(&linter, at, &finding))
            continue;
        ARENA_RESERVE(arena, findings, count, capacity);
        findings[count++] = finding;
        next = finding.at + finding.len > at ? finding.at + finding.len : next;
    }
    *out = findings;
    return count;
}

struct str lint_propose(struct arena *arena, struct str text, const struct lint_finding *findings,
                        size_t count) {
    struct buf buf = BUF_INIT(arena);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        buf_add_str(&buf, str_slice(text, at, findings[i].at));
        buf_add_str(&buf, findings[i].proposal);
        at = findings[i].at + findings[i].len;
    }
    buf_add_str(&buf, str_slice(text, at, text.len));
    struct str proposed = str_copy(arena, buf_str(&buf));
    buf_done(&buf);
    return proposed;
}

struct checker {
    struct arena *arena;
    struct diag *diag;
};

static void check_text(const struct json *value, void *context) {
    const struct checker *checker = context;
    const struct lint_finding *findings;
    size_t count = lint_text(checker->arena, value->string, &findings);
    for (size_t i = 0; i < count; i++) {
        struct str proposed = lint_propose(checker->arena, value->string, &findings[i], 1);
        struct str hint = str_printf(checker->arena, _("write “%.*s”?"), STR_ARG(proposed));
        diag_warning(checker->diag, DIAG_USAGE, json_place(checker->arena, value), hint, "%s",
                     _(rules[findings[i].rule].why));
    }
}

void lint_check(struct arena *arena, struct diag *diag, const struct document *document) {
    struct checker checker = {arena, diag};
    if (!document->vega_lite)
        text_walk(document, check_text, &checker);
}
