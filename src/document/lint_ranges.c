// Rules of the lint on ranges: their mark, and what stands at both of their ends.
#include "base/zh_context.h"
#include "base/zh_numeral.h"
#include "document/lint_rules.h"

#include <string.h>

enum { YEAR_DIGITS = 4 };

// Two numbers with a mark of range between, as 15～30 or 15%-30%.
struct range {
    size_t start, first_end; // of the first number's digits
    size_t mark, second, end;
    uint32_t mark_char, after;
    double low, high; // scaled
    bool scaled;      // the first number has its % or 万
};

// The scale of one character at *at, which is moved behind it; 1 when there is none.
static double read_scale(struct str text, size_t *at) {
    size_t next;
    uint32_t c = lint_char(text, *at, &next);
    double scale = c == '%' || c == 0xFF05 ? 0.01 : c == 0x4E07 ? 1e4 : c == 0x4EBF ? 1e8 : 1;
    *at = scale == 1 ? *at : next;
    return scale;
}

static bool read_range(const struct linter *linter, size_t at, struct range *out) {
    struct zh_numeral low, high;
    struct str text = linter->text;
    uint32_t before = lint_char_before(text, at);
    if (zh_numeral_is_digit(before) || lint_is_range_mark(before) ||
        lint_is_one_of(STR("./"), before) || lint_is_latin(before))
        return false;
    struct range range = {.start = at};
    range.first_end = range.mark = zh_numeral_read_digits(text, at, &low);
    if (range.first_end == at)
        return false;
    double scale = read_scale(text, &range.mark);
    range.scaled = range.mark > range.first_end;
    range.mark_char = lint_char(text, range.mark, &range.second);
    if (!lint_is_range_mark(range.mark_char))
        return false;
    range.end = zh_numeral_read_digits(text, range.second, &high);
    if (range.end == range.second)
        return false;
    size_t behind = range.end;
    range.low = zh_decimal_value(low.value) * scale;
    range.high = zh_decimal_value(high.value) * read_scale(text, &behind);
    range.after = lint_char(text, range.end, NULL);
    *out = range;
    return true;
}

// Years, months and days are joined by —; a number of years is a range of numbers.
bool lint_range_of_time(struct linter *linter, size_t at, struct lint_finding *out) {
    struct range range;
    if (!read_range(linter, at, &range) || range.scaled || range.mark_char == 0x2014 ||
        !lint_is_one_of(STR("年月日"), range.after))
        return false;
    bool years = range.first_end - at == YEAR_DIGITS && range.end - range.second == YEAR_DIGITS;
    bool is_year = range.after == 0x5E74; // 年
    if (is_year && !years)
        return range.mark_char != 0xFF5E && range.low < range.high && range.high < 10 &&
               lint_found(out, range.mark, range.second, STR("～")); // 3-5年
    return lint_found(out, range.mark, range.second, STR("—"));
}

// 2022年-2025年, 1月～3月: the unit at both ends.
bool lint_range_of_dates(struct linter *linter, size_t at, struct lint_finding *out) {
    struct str text = linter->text;
    size_t next;
    uint32_t mark = lint_char(text, at, &next), before = lint_char_before(text, at);
    if (!lint_is_range_mark(mark) || mark == 0x2014 || !lint_is_one_of(STR("年月日"), before))
        return false;
    size_t unit = at - strlen("年"); // as long as 月 and 日
    if (!zh_numeral_is_digit(lint_char_before(text, unit)))
        return false;
    size_t end = lint_number_end(text, next);
    return end > next && lint_is_one_of(STR("年月日"), lint_char(text, end, NULL)) &&
           lint_found(out, at, next, STR("—"));
}

bool lint_range_scale(struct linter *linter, size_t at, struct lint_finding *out) {
    struct range range;
    size_t scale_end;
    if (!read_range(linter, at, &range) || range.scaled ||
        !lint_is_one_of(STR("%％万亿"), range.after))
        return false;
    if (range.low == 0 && lint_is_one_of(STR("万亿"), range.after)) // 0～5万元
        return false;
    struct str text = linter->text;
    lint_char(text, range.end, &scale_end);
    struct str scale = str_slice(text, range.end, scale_end);
    if (str_is(scale, "％"))
        scale = STR("%");
    struct str first = str_slice(text, at, range.mark);
    struct str second = str_slice(text, range.second, range.end);
    return lint_found(out, at, scale_end,
                      str_printf(linter->arena, "%.*s%.*s～%.*s%.*s", STR_ARG(first),
                                 STR_ARG(scale), STR_ARG(second), STR_ARG(scale)));
}

// 10-20人, 15%-30%: numbers of something, not a code, a score or a date. — is tolerated.
bool lint_range_mark(struct linter *linter, size_t at, struct lint_finding *out) {
    struct range range;
    struct str text = linter->text;
    if (!read_range(linter, at, &range) || lint_is_one_of(STR("～—"), range.mark_char) ||
        range.low >= range.high ||
        lint_is_one_of(STR("第图表式款条号"), lint_char_before(text, at)))
        return false;
    bool counted = lint_is_one_of(STR("个名位家项场次件篇张人户倍岁元吨米亩天℃"), range.after) ||
                   lint_has(text, range.end, STR("公里")) ||
                   lint_has(text, range.end, STR("小时")) ||
                   lint_has(text, range.end, STR("分钟")) || lint_has(text, range.end, STR("平方"));
    bool scaled = range.scaled && lint_is_one_of(STR("%％万亿"), range.after);
    return (counted || scaled) && !zh_context_is_name(text, at) &&
           lint_found(out, range.mark, range.second, STR("～"));
}
