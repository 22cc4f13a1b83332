// Numbers that are names: dates, years, times, ordinals, numbers of figures and tables.
#include "base/zh_context.h"

#include "base/utf8.h"
#include "base/zh_numeral.h"

enum {
    HAN_YEAR = 0x5E74,  // 年
    HAN_MONTH = 0x6708, // 月
    HAN_DAY = 0x65E5,   // 日
    HAN_DAY_2 = 0x53F7, // 号
    HAN_TO = 0x81F3,    // 至
    PARTS = 4,          // of a number such as 3.1.2.4
};

// A run of digits and what stands around it; 0 at the text's ends.
struct run {
    struct str text;
    size_t start, end;
    unsigned value;
    int count;
    uint32_t before, after;
};

static uint32_t char_before(struct str text, size_t at, size_t *start) {
    *start = at;
    if (at == 0)
        return 0;
    utf8_previous(text, start);
    return zh_numeral_peek(text, *start, NULL);
}

static struct run run_at(struct str text, size_t at) {
    struct run run = {.text = text, .start = at, .end = at};
    size_t start, next;
    while (zh_numeral_is_digit(char_before(text, run.start, &start)))
        run.start = start;
    run.end = run.start;
    for (uint32_t c; zh_numeral_is_digit(c = zh_numeral_peek(text, run.end, &next));
         run.end = next) {
        run.count++;
        run.value = run.count > 4 ? 10000 : run.value * 10 + (c - '0');
    }
    run.before = char_before(text, run.start, &start);
    run.after = zh_numeral_peek(text, run.end, NULL);
    return run;
}

static bool is_to(uint32_t c) {
    return c == '-' || c == '~' || c == HAN_TO || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static bool is_separator(uint32_t c) {
    return c == '-' || c == '/' || c == '.';
}

// The run behind a mark of range or a separator at the end of `run`; count 0 when there is none.
static struct run following(struct run run) {
    size_t next;
    zh_numeral_peek(run.text, run.end, &next);
    if (!zh_numeral_is_digit(zh_numeral_peek(run.text, next, NULL)))
        return (struct run){.text = run.text};
    return run_at(run.text, next);
}

static struct run preceding(struct run run) {
    size_t mark, digit;
    char_before(run.text, run.start, &mark);
    if (!zh_numeral_is_digit(char_before(run.text, mark, &digit)))
        return (struct run){.text = run.text};
    return run_at(run.text, digit);
}

static bool is_year_number(struct run run) {
    return run.count == 4 && run.value >= 1900 && run.value <= 2099;
}

// True when nothing that could be a unit follows.
static bool stands_alone(struct run run) {
    uint32_t c = run.after;
    bool latin = (c | 32) >= 'a' && (c | 32) <= 'z';
    bool han = c >= 0x3400 && c <= 0x9FFF;
    return !latin && !han && c != '%' && c != '.' && c != ',' && c != 0x2030;
}

static bool is_year(struct run run) {
    if (!is_year_number(run))
        return false;
    if (run.after == HAN_YEAR)
        return true;
    struct run next = following(run);
    if (is_to(run.after) && next.count)
        return is_year_number(next) && (next.after == HAN_YEAR || stands_alone(next));
    size_t behind;
    zh_numeral_peek(run.text, run.end, &behind);
    bool mark_then_digit = (run.after == ',' || run.after == '.') &&
                           zh_numeral_is_digit(zh_numeral_peek(run.text, behind, NULL));
    bool mark = run.after == ',' || run.after == '.';
    return stands_alone(run) || (mark && !mark_then_digit);
}

static bool is_month(struct run run) {
    if (run.count < 1 || run.count > 2 || run.value < 1 || run.value > 12)
        return false;
    if (run.after == HAN_MONTH)
        return true;
    struct run next = following(run);
    return is_to(run.after) && next.count && next.count <= 2 && next.after == HAN_MONTH;
}

static bool is_day(struct run run) {
    if (run.count < 1 || run.count > 2 || run.value < 1 || run.value > 31)
        return false;
    bool named = run.after == HAN_DAY || run.after == HAN_DAY_2;
    if (named && (run.before == HAN_MONTH || is_to(run.before)))
        return true;
    struct run next = following(run);
    return run.before == HAN_MONTH && is_to(run.after) && next.count &&
           (next.after == HAN_DAY || next.after == HAN_DAY_2);
}

static bool is_short(struct run run, unsigned most) {
    return run.count >= 1 && run.count <= 2 && run.value >= 1 && run.value <= most;
}

// 2023-02-18, 2023/2/18, 2023.2.18 from its year.
static bool starts_full_date(struct run year) {
    struct run month = following(year);
    if (!is_year_number(year) || !is_separator(year.after) || !is_short(month, 12) ||
        month.after != year.after)
        return false;
    struct run day = following(month);
    return is_short(day, 31) && !(is_separator(day.after) && following(day).count);
}

static bool is_full_date(struct run run) {
    for (int part = 0; part < 3 && run.count; part++) {
        if (starts_full_date(run))
            return true;
        if (!is_separator(run.before))
            return false;
        run = preceding(run);
    }
    return false;
}

static bool is_time(struct run run) {
    struct run hour = run, minute = run;
    bool ascii_after = run.end < run.text.len && run.text.data[run.end] == ':';
    bool ascii_before = run.start > 0 && run.text.data[run.start - 1] == ':';
    if (ascii_after)
        minute = following(run);
    else if (ascii_before)
        hour = preceding(run);
    else
        return false;
    return hour.count >= 1 && hour.count <= 2 && hour.value <= 24 && minute.count == 2 &&
           minute.value < 60;
}

// 图 and 表 name a figure or a table, but not in 代表12名, 发表3篇.
static bool is_caption_mark(struct str text, uint32_t mark, size_t at) {
    static const uint32_t may_precede[] = {0x89C1, 0x5982, 0x9644, 0x4E0B,
                                           0x4E0A, 0x548C, 0x4E0E, 0x53CA}; // 见如附下上和与及
    if (mark != 0x56FE && mark != 0x8868)
        return false;
    size_t start;
    uint32_t before = char_before(text, at, &start);
    if (before < 0x3400 || before > 0x9FFF)
        return true;
    for (size_t i = 0; i < sizeof may_precede / sizeof *may_precede; i++)
        if (before == may_precede[i])
            return true;
    return false;
}

// 第3, 第3.1, 图1, 表2-8: the mark stands before the whole number.
static bool is_ordinal(struct run run) {
    for (int part = 1; part < PARTS && is_separator(run.before) && preceding(run).count; part++)
        run = preceding(run);
    size_t start;
    uint32_t before = char_before(run.text, run.start, &start);
    if (before == ' ')
        before = char_before(run.text, start, &start);
    return before == 0x7B2C || is_caption_mark(run.text, before, start); // 第
}

bool zh_context_is_name(struct str text, size_t at) {
    struct run run = run_at(text, at);
    return run.count && (is_year(run) || is_month(run) || is_day(run) || is_full_date(run) ||
                         is_time(run) || is_ordinal(run));
}
