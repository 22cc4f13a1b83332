// d3-time-format: directives, their padding, and the names of zh-CN and en-US.
#include "base/time_format.h"

#include "base/calendar.h"
#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct names {
    const char *date_time, *date, *clock;
    const char *periods[2], *days[7], *short_days[7], *months[12], *short_months[12];
};

static const struct names names_of[2] = {
    {"%x, %X",
     "%-m/%-d/%Y",
     "%-I:%M:%S %p",
     {"AM", "PM"},
     {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
     {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
     {"January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December"},
     {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}},
    {"%x %A %X",
     "%Y年%-m月%-d日",
     "%H:%M:%S",
     {"上午", "下午"},
     {"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"},
     {"周日", "周一", "周二", "周三", "周四", "周五", "周六"},
     {"一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月",
      "十二月"},
     {"一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月",
      "十二月"}}};

static const char DIRECTIVES[] = "aAbBcdefgGHIjLmMpqQsSuUVwWxXyYZ%";

struct writer {
    struct buf *out;
    const struct names *names;
    struct civil civil;
    double time;
    bool chinese;
    const char *pad; // of the directive at hand; NULL: its own
};

static void add_padded(struct writer *writer, long value, const char *own_pad, size_t width) {
    char digits[24];
    size_t at = sizeof digits;
    unsigned long rest = (unsigned long)labs(value);
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (value < 0) {
        buf_add_char(writer->out, '-');
    }
    for (size_t i = sizeof digits - at; i < width; i++) {
        buf_add_text(writer->out, writer->pad ? writer->pad : own_pad);
    }
    buf_add(writer->out, digits + at, sizeof digits - at);
}

// Weeks of the year that began on `first` (0: Sunday) until this day.
static long week_from(const struct civil *civil, int first) {
    return (civil->yearday + 7 - (civil->weekday + 7 - first) % 7) / 7;
}

static void write_number(struct writer *writer, char directive) {
    const struct civil *c = &writer->civil;
    int iso_year, iso_week = calendar_iso_week(*c, &iso_year);
    switch (directive) {
    case 'd':
        add_padded(writer, c->day, "0", 2);
        break;
    case 'e':
        add_padded(writer, c->day, " ", 2);
        break;
    case 'f':
        add_padded(writer, c->ms, "0", 3);
        buf_add_text(writer->out, "000");
        break;
    case 'g':
        add_padded(writer, iso_year % 100, "0", 2);
        break;
    case 'G':
        add_padded(writer, iso_year % 10000, "0", 4);
        break;
    case 'H':
        add_padded(writer, c->hour, "0", 2);
        break;
    case 'I':
        add_padded(writer, c->hour % 12 ? c->hour % 12 : 12, "0", 2);
        break;
    case 'j':
        add_padded(writer, c->yearday + 1, "0", 3);
        break;
    case 'L':
        add_padded(writer, c->ms, "0", 3);
        break;
    case 'm':
        add_padded(writer, c->month + 1, "0", 2);
        break;
    case 'M':
        add_padded(writer, c->minute, "0", 2);
        break;
    case 'q':
        add_padded(writer, c->month / 3 + 1, "", 1);
        break;
    case 'S':
        add_padded(writer, c->second, "0", 2);
        break;
    case 'u':
        add_padded(writer, c->weekday ? c->weekday : 7, "", 1);
        break;
    case 'U':
        add_padded(writer, week_from(c, 0), "0", 2);
        break;
    case 'V':
        add_padded(writer, iso_week, "0", 2);
        break;
    case 'w':
        add_padded(writer, c->weekday, "", 1);
        break;
    case 'W':
        add_padded(writer, week_from(c, 1), "0", 2);
        break;
    case 'y':
        add_padded(writer, c->year % 100, "0", 2);
        break;
    default:
        add_padded(writer, c->year % 10000, "0", 4);
    }
}

static void write_pattern(struct writer *writer, struct str pattern);

static void write_directive(struct writer *writer, char directive) {
    const struct names *names = writer->names;
    const struct civil *c = &writer->civil;
    switch (directive) {
    case 'a':
        buf_add_text(writer->out, names->short_days[c->weekday]);
        break;
    case 'A':
        buf_add_text(writer->out, names->days[c->weekday]);
        break;
    case 'b':
        buf_add_text(writer->out, names->short_months[c->month]);
        break;
    case 'B':
        buf_add_text(writer->out, names->months[c->month]);
        break;
    case 'c':
        write_pattern(writer, str_from(names->date_time));
        break;
    case 'x':
        write_pattern(writer, str_from(names->date));
        break;
    case 'X':
        write_pattern(writer, str_from(names->clock));
        break;
    case 'p':
        buf_add_text(writer->out, names->periods[c->hour >= 12]);
        break;
    case 'Q':
        buf_add_number_shortest(writer->out, writer->time);
        break;
    case 's':
        buf_add_number_shortest(writer->out, floor(writer->time / 1000));
        break;
    case 'Z':
        buf_add_text(writer->out, "+0000");
        break;
    case '%':
        buf_add_char(writer->out, '%');
        break;
    default:
        write_number(writer, directive);
    }
}

// What pads a directive: - nothing, _ spaces, 0 zeros. NULL: no such mark.
static const char *pad_of(char mark) {
    return mark == '-' ? "" : mark == '_' ? " " : mark == '0' ? "0" : NULL;
}

static void write_pattern(struct writer *writer, struct str pattern) {
    for (size_t i = 0; i < pattern.len; i++) {
        if (pattern.data[i] != '%' || i + 1 >= pattern.len) {
            buf_add_char(writer->out, pattern.data[i]);
            continue;
        }
        i++;
        writer->pad = pad_of(pattern.data[i]);
        if (writer->pad && i + 1 < pattern.len) {
            i++;
        }
        write_directive(writer, pattern.data[i]);
    }
}

bool time_format_check(struct str pattern, size_t *bad) {
    for (size_t i = 0; i < pattern.len; i++) {
        if (pattern.data[i] != '%') {
            continue;
        }
        *bad = i++;
        i += i < pattern.len && pad_of(pattern.data[i]);
        if (i >= pattern.len || !pattern.data[i] || !strchr(DIRECTIVES, pattern.data[i])) {
            return false;
        }
    }
    return true;
}

void time_format_write(struct buf *buf, struct str pattern, bool chinese, double time) {
    if (!(fabs(time) <= CALENDAR_LIMIT)) {
        return;
    }
    struct writer writer = {.out = buf,
                            .names = &names_of[chinese],
                            .civil = calendar_civil(time),
                            .time = floor(time),
                            .chinese = chinese};
    write_pattern(&writer, pattern);
}

struct str time_format_of_tick(double time, bool chinese) {
    struct civil c = calendar_civil(time);
    if (c.ms) {
        return STR(".%L");
    }
    if (c.second) {
        return STR(":%S");
    }
    if (c.minute) {
        return chinese ? STR("%-H:%M") : STR("%I:%M");
    }
    if (c.hour) {
        return chinese ? STR("%-H时") : STR("%I %p");
    }
    if (c.day != 1) {
        return chinese ? STR("%-m月%-d日") : c.weekday ? STR("%a %d") : STR("%b %d");
    }
    if (c.month) {
        return chinese ? STR("%-m月") : STR("%B");
    }
    return chinese ? STR("%Y年") : STR("%Y");
}
