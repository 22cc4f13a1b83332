// Time units: cutting times to the parts that a unit keeps.
#include "base/time_units.h"

#include "base/calendar.h"

#include <math.h>

enum { OTHER_YEAR = 2012 };

static const struct {
    const char *name;
    unsigned part;
} parts[] = {
    {"year", PART_YEAR},
    {"quarter", PART_QUARTER},
    {"month", PART_MONTH},
    {"week", PART_WEEK},
    {"dayofyear", PART_DAYOFYEAR},
    {"date", PART_DATE},
    {"day", PART_DAY},
    {"hours", PART_HOURS},
    {"minutes", PART_MINUTES},
    {"seconds", PART_SECONDS},
    {"milliseconds", PART_MILLISECONDS},
};
enum { PART_COUNT = sizeof parts / sizeof *parts };

bool time_units_parse(struct str name, struct time_units *out) {
    *out = (struct time_units){.step = 1};
    if (str_starts(name, STR("utc"))) {
        name = str_slice(name, 3, name.len);
    }
    for (size_t i = 0; name.len && i < PART_COUNT; i++) {
        struct str part = str_from(parts[i].name);
        if (str_starts(name, part)) {
            out->parts |= parts[i].part;
            name = str_slice(name, part.len, name.len);
        }
    }
    return !name.len && out->parts;
}

static int smallest_part(unsigned set) {
    int smallest = 0;
    for (size_t i = 0; i < PART_COUNT; i++) {
        smallest = set & parts[i].part ? (int)parts[i].part : smallest;
    }
    return smallest;
}

// A part's number, in steps when it is the smallest one of the unit.
static int cut(struct time_units units, unsigned part, int number, int first) {
    if (units.step <= 1 || smallest_part(units.parts) != (int)part) {
        return number;
    }
    return first + (int)(floor((number - first) / units.step) * units.step);
}

static int cut_month(struct time_units units, int month) {
    if (units.parts & PART_MONTH) {
        return cut(units, PART_MONTH, month, 0);
    }
    return units.parts & PART_QUARTER ? 3 * cut(units, PART_QUARTER, month / 3, 0) : 0;
}

// The day of the month, which runs on behind the month's end where days count from the year's.
static int cut_day(struct time_units units, const struct civil *civil, int year) {
    if (units.parts & PART_WEEK) {
        struct civil first = calendar_civil(calendar_time((struct civil){.year = year, .day = 1}));
        int week = (civil->yearday + 7 - civil->weekday) / 7;
        int day = units.parts & PART_DAY ? civil->weekday : 0;
        return 1 + day + 7 * cut(units, PART_WEEK, week, 0) - (first.weekday + 6) % 7 - 1;
    }
    if (units.parts & PART_DAY) {
        return 1 + cut(units, PART_DAY, civil->weekday, 0);
    }
    if (units.parts & PART_DATE) {
        return cut(units, PART_DATE, civil->day, 1);
    }
    return units.parts & PART_DAYOFYEAR ? 1 + cut(units, PART_DAYOFYEAR, civil->yearday, 0) : 1;
}

double time_units_floor(struct time_units units, double time) {
    struct civil from = calendar_civil(time);
    int year = units.parts & PART_YEAR ? cut(units, PART_YEAR, from.year, 0) : OTHER_YEAR;
    struct civil to = {
        .year = year, .month = cut_month(units, from.month), .day = cut_day(units, &from, year)};
    to.hour = units.parts & PART_HOURS ? cut(units, PART_HOURS, from.hour, 0) : 0;
    to.minute = units.parts & PART_MINUTES ? cut(units, PART_MINUTES, from.minute, 0) : 0;
    to.second = units.parts & PART_SECONDS ? cut(units, PART_SECONDS, from.second, 0) : 0;
    to.ms = units.parts & PART_MILLISECONDS ? cut(units, PART_MILLISECONDS, from.ms, 0) : 0;
    return calendar_time(to);
}

double time_units_end(struct time_units units, double start) {
    switch (smallest_part(units.parts)) {
    case PART_YEAR:
        return time_offset(TIME_YEAR, start, units.step);
    case PART_QUARTER:
        return time_offset(TIME_MONTH, start, 3 * units.step);
    case PART_MONTH:
        return time_offset(TIME_MONTH, start, units.step);
    case PART_WEEK:
        return time_offset(TIME_WEEK, start, units.step);
    case PART_HOURS:
        return time_offset(TIME_HOUR, start, units.step);
    case PART_MINUTES:
        return time_offset(TIME_MINUTE, start, units.step);
    case PART_SECONDS:
        return time_offset(TIME_SECOND, start, units.step);
    case PART_MILLISECONDS:
        return time_offset(TIME_MS, start, units.step);
    default:
        return time_offset(TIME_DAY, start, units.step);
    }
}

static const struct {
    unsigned set;
    const char *english, *chinese;
} patterns[] = {
    // The longest sets first.
    {PART_YEAR | PART_MONTH | PART_DATE, "%b %d, %Y ", "%Y年%-m月%-d日 "},
    {PART_YEAR | PART_MONTH, "%b %Y ", "%Y年%-m月 "},
    {PART_HOURS | PART_MINUTES, "%H:%M ", "%H:%M "},
    {PART_YEAR, "%Y ", "%Y年"},
    {PART_QUARTER, "Q%q ", "%q季度 "},
    {PART_MONTH, "%b ", "%-m月"},
    {PART_DATE, "%d ", "%-d日 "},
    {PART_WEEK, "W%U ", "第%-U周 "},
    {PART_DAY, "%a ", "%a "},
    {PART_DAYOFYEAR, "%j ", "第%-j天 "},
    {PART_HOURS, "%H:00 ", "%-H时"},
    {PART_MINUTES, "00:%M ", "%-M分"},
    {PART_SECONDS, ":%S", ":%S"},
    {PART_MILLISECONDS, ".%L", ".%L"},
};

struct str time_units_pattern(struct arena *arena, struct time_units units, bool chinese) {
    struct buf out = BUF_INIT(arena);
    unsigned left = units.parts;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        if ((left & patterns[i].set) == patterns[i].set) {
            buf_add_text(&out, chinese ? patterns[i].chinese : patterns[i].english);
            left &= ~patterns[i].set;
        }
    }
    struct str pattern = str_copy(arena, str_trim(buf_str(&out)));
    buf_done(&out);
    return pattern;
}

static struct str join_parts(struct arena *arena, struct time_units units, const char *between) {
    struct buf out = BUF_INIT(arena);
    for (size_t i = 0; i < PART_COUNT; i++) {
        if (units.parts & parts[i].part) {
            buf_printf(&out, "%s%s", out.len ? between : "", parts[i].name);
        }
    }
    struct str title = out.len ? str_copy(arena, buf_str(&out)) : STR_NONE;
    buf_done(&out);
    return title;
}

struct str time_units_title(struct arena *arena, struct time_units units) {
    return join_parts(arena, units, "");
}

struct str time_units_parted(struct arena *arena, struct time_units units) {
    return join_parts(arena, units, "-");
}
