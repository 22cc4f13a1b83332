// Rules of the lint on dates and parts of years.
#include "base/zh_date.h"
#include "base/zh_numeral.h"
#include "document/lint_rules.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, HAN_YEAR = 0x5E74 };

// Digits at `at` that begin there, and what is before them.
static size_t run_of_digits(struct str text, size_t at) {
    uint32_t before = lint_char_before(text, at);
    size_t end = at;
    if (zh_numeral_is_digit(before) || before == '.')
        return at;
    while (end < text.len && text.data[end] >= '0' && text.data[end] <= '9')
        end++;
    return end;
}

static bool stands_alone(struct str text, size_t from, size_t to) {
    uint32_t before = lint_char_before(text, from), after = lint_char(text, to, NULL);
    return !lint_is_latin(before) && !lint_is_latin(after) && !zh_numeral_is_digit(after) &&
           !lint_is_one_of(STR("-./_～—–"), before) && !lint_is_one_of(STR("-/_:"), after);
}

static bool found_date(struct linter *linter, size_t at, size_t end, struct zh_date date,
                       struct lint_finding *out) {
    struct buf buf = BUF_INIT(linter->arena);
    zh_date_write(&buf, date);
    bool any = lint_found(out, at, end, str_copy(linter->arena, buf_str(&buf)));
    buf_done(&buf);
    return any;
}

// 2022.5.14, 2022/5/14 and 2022-5-14 (2022-05-14 is right), 2022-11 for a month.
bool lint_date_form(struct linter *linter, size_t at, struct lint_finding *out) {
    struct str text = linter->text;
    size_t year = run_of_digits(text, at), month, day;
    unsigned value = lint_value(text, at, year);
    uint32_t joint = lint_char(text, year, &month);
    if (year - at != 4 || value < FIRST_YEAR || value > LAST_YEAR ||
        !lint_is_one_of(STR("-./"), joint))
        return false;
    size_t month_end = month;
    while (month_end < text.len && text.data[month_end] >= '0' && text.data[month_end] <= '9')
        month_end++;
    struct zh_date date = {.year = (int)value, .month = (int)lint_value(text, month, month_end)};
    uint32_t again = lint_char(text, month_end, &day);
    if (date.month < 1 || date.month > 12 || month_end - month > 2)
        return false;
    bool is_month = again != joint;
    if (is_month) // 2022-11 as a month; 2022-11号 is a document's number, 2022-23 a season
        return joint == '-' && month_end - month == 2 && stands_alone(text, at, month_end) &&
               !lint_is_one_of(STR("号级届版年月日个名期."), again) &&
               found_date(linter, at, month_end, date, out);
    size_t end = day;
    while (end < text.len && text.data[end] >= '0' && text.data[end] <= '9')
        end++;
    date.day = (int)lint_value(text, day, end);
    struct zh_date read;
    if (end == day || end - day > 2 || !stands_alone(text, at, end) ||
        lint_char(text, end, NULL) == '.' ||
        !zh_date_parse(str_printf(linter->arena, "%04d/%d/%d", date.year, date.month, date.day),
                       &read))
        return false;
    // Digits with hyphens are right with their zeros, and pass in a line of their own.
    bool right = joint == '-' && ((month_end - month == 2 && end - day == 2) ||
                                  !lint_is_han(lint_char(text, end, NULL)));
    return !right && found_date(linter, at, end, date, out);
}

// 22年5月: 2022年5月.
bool lint_short_year(struct linter *linter, size_t at, struct lint_finding *out) {
    struct str text = linter->text;
    size_t end = run_of_digits(text, at), month, next;
    if (end - at != 2 || lint_char(text, end, &month) != HAN_YEAR || !stands_alone(text, at, end))
        return false;
    size_t month_end = run_of_digits(text, month);
    unsigned value = lint_value(text, month, month_end);
    if (value < 1 || value > 12 || lint_char(text, month_end, &next) != 0x6708) // 月
        return false;
    const char *century = lint_value(text, at, end) < 50 ? "20" : "19";
    return lint_found(out, at, at, str_from(century));
}

// 2022年05月04日: 2022年5月4日.
bool lint_zero_in_date(struct linter *linter, size_t at, struct lint_finding *out) {
    struct str text = linter->text;
    if (text.data[at] != '0')
        return false;
    size_t end = run_of_digits(text, at);
    uint32_t after = lint_char(text, end, NULL);
    return end - at == 2 && text.data[at + 1] != '0' && lint_is_one_of(STR("月日"), after) &&
           !lint_is_range_mark(lint_char_before(text, at)) && lint_found(out, at, at + 1, STR_NONE);
}

// 2022年Q1, 2022年H1.
bool lint_quarter(struct linter *linter, size_t at, struct lint_finding *out) {
    static const char *const quarters[] = {"一季度", "二季度", "三季度", "四季度"};
    static const char *const halves[] = {"上半年", "下半年"};
    struct str text = linter->text;
    char kind = text.data[at];
    if ((kind != 'Q' && kind != 'H') || lint_char_before(text, at) != HAN_YEAR)
        return false;
    size_t end = run_of_digits(text, at + 1);
    unsigned value = lint_value(text, at + 1, end);
    bool fits = end == at + 2 && value >= 1 && value <= (kind == 'Q' ? 4 : 2);
    return fits && !lint_is_latin(lint_char(text, end, NULL)) &&
           lint_found(out, at, end,
                      str_from(kind == 'Q' ? quarters[value - 1] : halves[value - 1]));
}
