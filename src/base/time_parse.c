// One scanner for all forms of dates: numbers, words and the marks between them.
#include "base/time_parse.h"

#include "base/calendar.h"
#include "base/zh_date.h"

#include <ctype.h>
#include <strings.h>

struct scanner {
    struct str text;
    size_t at;
};

static bool take(struct scanner *s, const char *mark) {
    struct str wanted = str_from(mark);
    if (!str_starts(str_slice(s->text, s->at, s->text.len), wanted)) {
        return false;
    }
    s->at += wanted.len;
    return true;
}

static char peek(const struct scanner *s) {
    return s->at < s->text.len ? s->text.data[s->at] : '\0';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static void skip_spaces(struct scanner *s) {
    while (peek(s) == ' ') {
        s->at++;
    }
}

// At least `least` and at most `most` digits.
static bool take_number(struct scanner *s, size_t least, size_t most, int *out) {
    size_t start = s->at;
    *out = 0;
    while (is_digit(peek(s)) && s->at - start < most) {
        *out = *out * 10 + (s->text.data[s->at++] - '0');
    }
    return s->at - start >= least && !is_digit(peek(s));
}

static bool take_fraction(struct scanner *s, int *ms) {
    if (!is_digit(peek(s))) {
        return false;
    }
    for (int weight = 100; is_digit(peek(s)); weight /= 10) {
        *ms += (s->text.data[s->at++] - '0') * weight;
    }
    return true;
}

// hh:mm[:ss[.sss]] [AM|PM]
static bool take_clock(struct scanner *s, struct civil *out) {
    if (!take_number(s, 1, 2, &out->hour) || !take(s, ":") || !take_number(s, 2, 2, &out->minute)) {
        return false;
    }
    if (take(s, ":") &&
        (!take_number(s, 2, 2, &out->second) || (take(s, ".") && !take_fraction(s, &out->ms)))) {
        return false;
    }
    skip_spaces(s);
    bool afternoon = take(s, "PM") || take(s, "pm");
    if (afternoon || take(s, "AM") || take(s, "am")) {
        if (out->hour < 1 || out->hour > 12) {
            return false;
        }
        out->hour = out->hour % 12 + (afternoon ? 12 : 0);
    }
    bool midnight = out->hour == 24 && !out->minute && !out->second && !out->ms;
    return (out->hour < 24 || midnight) && out->minute < 60 && out->second < 60;
}

// Z, GMT, UTC, +08:00, +0800. Minutes east of Greenwich.
static bool take_zone(struct scanner *s, int *east) {
    int hours, minutes;
    *east = 0;
    skip_spaces(s);
    bool named = take(s, "Z") || take(s, "GMT") || take(s, "UTC");
    char sign = peek(s);
    if (sign != '+' && sign != '-') {
        return named || s->at == s->text.len;
    }
    s->at++;
    size_t start = s->at;
    if (!take_number(s, 2, 4, &hours)) {
        return false;
    }
    if (s->at - start == 4) {
        minutes = hours % 100;
        hours /= 100;
    } else if (!take(s, ":") || !take_number(s, 2, 2, &minutes)) {
        return false;
    }
    *east = (sign == '+' ? 1 : -1) * (hours * 60 + minutes);
    return hours < 24 && minutes < 60;
}

// The end of the text: nothing, or a clock with or without a zone.
static bool take_end(struct scanner *s, struct civil *civil, double *out) {
    int east = 0;
    bool marked = take(s, "T");
    skip_spaces(s);
    if ((s->at < s->text.len || marked) && (!take_clock(s, civil) || !take_zone(s, &east))) {
        return false;
    }
    skip_spaces(s);
    if (s->at < s->text.len || civil->month < 0 || civil->month > 11 || civil->day < 1 ||
        civil->day > calendar_days_in_month(civil->year, civil->month)) {
        return false;
    }
    *out = calendar_time(*civil) - east * 6e4;
    return true;
}

// 2022-05-14 and its beginnings; / and . may stand between.
static bool parse_numeric(struct scanner s, double *out) {
    struct civil civil = {.month = 1, .day = 1};
    if (!take_number(&s, 4, 4, &civil.year)) {
        return false;
    }
    char mark = peek(&s);
    if (mark == '-' || mark == '/' || mark == '.') {
        s.at++;
        if (!take_number(&s, 1, 2, &civil.month)) {
            return false;
        }
        if (peek(&s) == mark) {
            s.at++;
            if (!take_number(&s, 1, 2, &civil.day)) {
                return false;
            }
        }
    }
    civil.month--;
    return take_end(&s, &civil, out);
}

// 5/14/2022, as ECMAScript engines read it: the month first.
static bool parse_american(struct scanner s, double *out) {
    struct civil civil = {0};
    bool read = take_number(&s, 1, 2, &civil.month) && take(&s, "/") &&
                take_number(&s, 1, 2, &civil.day) && take(&s, "/") &&
                take_number(&s, 4, 4, &civil.year);
    civil.month--;
    return read && take_end(&s, &civil, out);
}

// 2022年5月14日 10时30分 and its beginnings.
static bool parse_chinese(struct scanner s, double *out) {
    struct civil civil = {.month = 1, .day = 1};
    if (!take_number(&s, 4, 4, &civil.year) || !take(&s, "年")) {
        return false;
    }
    if (is_digit(peek(&s)) && (!take_number(&s, 1, 2, &civil.month) || !take(&s, "月"))) {
        return false;
    }
    if (is_digit(peek(&s)) &&
        (!take_number(&s, 1, 2, &civil.day) || (!take(&s, "日") && !take(&s, "号")))) {
        return false;
    }
    civil.month--;
    skip_spaces(&s);
    struct scanner clock = s;
    if (take_number(&clock, 1, 2, &civil.hour) && (take(&clock, "时") || take(&clock, "点"))) {
        bool minutes = is_digit(peek(&clock));
        if ((minutes && (!take_number(&clock, 1, 2, &civil.minute) || !take(&clock, "分"))) ||
            civil.hour > 23 || civil.minute > 59) {
            return false;
        }
        return take_end(&clock, &civil, out);
    }
    civil.hour = 0;
    return take_end(&s, &civil, out);
}

static const char *const months[] = {"january",   "february", "march",    "april",
                                     "may",       "june",     "july",     "august",
                                     "september", "october",  "november", "december"};

// A word of letters; its length.
static size_t word_at(const struct scanner *s) {
    size_t len = 0;
    while (s->at + len < s->text.len && isalpha((unsigned char)s->text.data[s->at + len])) {
        len++;
    }
    return len;
}

static bool take_month(struct scanner *s, int *month) {
    size_t len = word_at(s);
    for (*month = 0; len >= 3 && *month < 12; (*month)++) {
        if (len <= str_from(months[*month]).len &&
            !strncasecmp(s->text.data + s->at, months[*month], len)) {
            s->at += len;
            take(s, ".");
            return true;
        }
    }
    return false;
}

static void skip_weekday(struct scanner *s) {
    static const char *const days[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
    for (size_t i = 0; i < 7 && word_at(s) >= 3; i++) {
        if (!strncasecmp(s->text.data + s->at, days[i], 3)) {
            s->at += word_at(s);
            take(s, ",");
            skip_spaces(s);
            return;
        }
    }
}

// May 14, 2022; 14 May 2022; May 2022.
static bool parse_english(struct scanner s, double *out) {
    struct civil civil = {.day = 1};
    skip_weekday(&s);
    bool day_first = is_digit(peek(&s));
    if (day_first && !take_number(&s, 1, 2, &civil.day)) {
        return false;
    }
    (void)(take(&s, "-") || take(&s, " "));
    if (!take_month(&s, &civil.month)) {
        return false;
    }
    (void)(take(&s, "-") || take(&s, " "));
    skip_spaces(&s);
    struct scanner year = s;
    if (!day_first && !take_number(&year, 4, 4, &civil.year)) {
        if (!take_number(&s, 1, 2, &civil.day)) {
            return false;
        }
        (void)take(&s, ",");
        skip_spaces(&s);
    }
    if (!take_number(&s, 4, 4, &civil.year)) {
        return false;
    }
    return take_end(&s, &civil, out);
}

static bool parse_quarter(struct str text, double *out) {
    struct zh_date date;
    if (!zh_date_parse(text, &date) || !date.quarter) {
        return false;
    }
    *out =
        calendar_time((struct civil){.year = date.year, .month = (date.quarter - 1) * 3, .day = 1});
    return true;
}

bool time_parse(struct str text, double *out) {
    struct scanner s = {.text = str_trim(text)};
    return parse_numeric(s, out) || parse_chinese(s, out) || parse_american(s, out) ||
           parse_english(s, out) || parse_quarter(s.text, out);
}
