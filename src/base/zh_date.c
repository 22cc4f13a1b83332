// Dates and periods: read as ISO 8601 writes them, written as Chinese reports print them.
#include "base/zh_date.h"

static const char *const quarters[] = {"", "一", "二", "三", "四"};

static int days_of_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

// Reads `least` to `most` digits at *at; -1 when there are fewer or more.
static int read_digits(struct str text, size_t *at, size_t least, size_t most) {
    int value = 0;
    size_t start = *at;
    for (; *at < text.len && text.data[*at] >= '0' && text.data[*at] <= '9'; (*at)++) {
        if (*at - start == most)
            return -1;
        value = value * 10 + (text.data[*at] - '0');
    }
    return *at - start >= least ? value : -1;
}

static bool take(struct str text, size_t *at, char c) {
    bool there = *at < text.len && text.data[*at] == c;
    *at += there;
    return there;
}

bool zh_date_parse(struct str text, struct zh_date *out) {
    struct zh_date date = {0};
    size_t at = 0;
    date.year = read_digits(text, &at, 4, 4);
    if (date.year < 1)
        return false;
    *out = date;
    if (at == text.len)
        return true;
    char joint = text.data[at++];
    if (joint != '-' && joint != '/' && joint != '.')
        return false;
    if (take(text, &at, 'Q')) {
        date.quarter = read_digits(text, &at, 1, 1);
        *out = date;
        return date.quarter >= 1 && date.quarter <= 4 && at == text.len;
    }
    date.month = read_digits(text, &at, joint == '-' ? 2 : 1, 2);
    if (date.month < 1 || date.month > 12)
        return false;
    if (at < text.len) {
        date.day = take(text, &at, joint) ? read_digits(text, &at, joint == '-' ? 2 : 1, 2) : -1;
        if (date.day < 1 || date.day > days_of_month(date.year, date.month))
            return false;
    }
    *out = date;
    // 2022.5 is an amount, 2022/5 a fraction: a month alone needs the hyphen.
    return at == text.len && (date.day > 0 || joint == '-');
}

void zh_date_write_in_year(struct buf *buf, struct zh_date date) {
    if (date.quarter)
        buf_printf(buf, "%s季度", quarters[date.quarter]);
    if (date.month)
        buf_printf(buf, "%d月", date.month);
    if (date.day)
        buf_printf(buf, "%d日", date.day);
}

void zh_date_write(struct buf *buf, struct zh_date date) {
    buf_printf(buf, "%d年", date.year);
    zh_date_write_in_year(buf, date);
}

const char *zh_date_english_month(int month) {
    static const char *const names[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
    return names[month - 1];
}

void zh_date_write_english(struct buf *buf, struct zh_date date, bool with_year) {
    if (date.quarter)
        buf_printf(buf, "Q%d", date.quarter);
    if (date.day)
        buf_printf(buf, "%d ", date.day);
    if (date.month)
        buf_add_text(buf, zh_date_english_month(date.month));
    if (with_year)
        buf_printf(buf, "%s%d", date.quarter || date.month ? " " : "", date.year);
}

static bool same_precision(struct zh_date a, struct zh_date b) {
    return !a.quarter == !b.quarter && !a.month == !b.month && !a.day == !b.day;
}

void zh_date_write_period(struct buf *buf, struct zh_date from, struct zh_date to) {
    bool alike = same_precision(from, to), same_year = alike && from.year == to.year;
    if (same_year && from.quarter) {
        buf_printf(buf, "%d年%s至%s季度", from.year, quarters[from.quarter], quarters[to.quarter]);
    } else if (same_year && from.day) {
        zh_date_write(buf, from);
        buf_add_text(buf, "—");
        if (from.month == to.month)
            buf_printf(buf, "%d日", to.day);
        else
            zh_date_write_in_year(buf, to);
    } else if (same_year && from.month) {
        buf_printf(buf, "%d年%d—%d月", from.year, from.month, to.month);
    } else if (alike && !from.quarter && !from.month) {
        buf_printf(buf, "%d—%d年", from.year, to.year);
    } else {
        zh_date_write(buf, from);
        buf_add_text(buf, "—");
        zh_date_write(buf, to);
    }
}

static long long order_of(struct zh_date date) {
    return date.year * 1000000LL + date.quarter * 30000LL + date.month * 100LL + date.day;
}

struct str zh_date_translate(struct arena *arena, struct str text) {
    struct zh_date from, to;
    size_t joint = str_find(text, STR("--"), 0);
    bool period = joint != SIZE_MAX && zh_date_parse(str_slice(text, 0, joint), &from) &&
                  zh_date_parse(str_slice(text, joint + 2, text.len), &to) &&
                  order_of(from) < order_of(to);
    if (!period && !zh_date_parse(text, &from))
        return text;
    struct buf buf = BUF_INIT(arena);
    if (period)
        zh_date_write_period(&buf, from, to);
    else
        zh_date_write(&buf, from);
    struct str written = str_copy(arena, buf_str(&buf));
    buf_done(&buf);
    return written;
}
