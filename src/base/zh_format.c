// Writing numbers, ranges and classes as Chinese reports print them.
#include "base/zh_format.h"

#include "base/number.h"

#include <math.h>

#define MINUS "\xE2\x88\x92"         // U+2212
#define LATIN_DASH " \xE2\x80\x93 "  // U+2013
#define QUARTER_SPACE "\xE2\x80\x85" // U+2005

static const struct {
    double scale;
    const char *word;
} scales[] = {{1, ""}, {1e4, "万"}, {1e8, "亿"}, {1e12, "万亿"}};

enum { SCALE_COUNT = sizeof scales / sizeof *scales, WHOLE_DIGITS = 4 };

static double round_to(double value, int decimals) {
    double power = pow(10, decimals);
    return round(value * power) / power;
}

double zh_format_scale(double largest, int decimals) {
    double size = fabs(largest);
    size_t chosen = 0;
    while (chosen + 1 < SCALE_COUNT) {
        double step = scales[chosen + 1].scale / scales[chosen].scale;
        if (round_to(size / scales[chosen].scale, decimals) < step)
            break;
        chosen++;
    }
    return scales[chosen].scale;
}

const char *zh_format_scale_word(double scale) {
    for (size_t i = 0; i < SCALE_COUNT; i++)
        if (scales[i].scale == scale)
            return scales[i].word;
    return "";
}

// How often a share of one goes into the unit; 0 for other units.
static double share_factor(struct str unit) {
    return str_is(unit, "%") ? 100 : str_is(unit, "‰") ? 1000 : 0;
}

static double scale_of(double value, const struct zh_format *format) {
    if (share_factor(format->unit) > 0)
        return 1 / share_factor(format->unit);
    if (format->latin)
        return 1;
    return format->scale > 0 ? format->scale : zh_format_scale(value, format->decimals);
}

static void add_whole(struct buf *buf, struct str digits, const struct zh_format *format) {
    bool spaces = format->grouping == ZH_SPACES;
    bool grouped = format->latin || (format->grouping != ZH_UNGROUPED && digits.len > WHOLE_DIGITS);
    for (size_t i = 0; i < digits.len; i++) {
        if (grouped && i && (digits.len - i) % 3 == 0)
            buf_add_text(buf, spaces ? QUARTER_SPACE : ",");
        buf_add_char(buf, digits.data[i]);
    }
}

// Digits of a size, already scaled.
static void add_size(struct buf *buf, double size, const struct zh_format *format) {
    struct buf plain = BUF_INIT(buf->arena);
    buf_add_number(&plain, size, format->decimals);
    struct str digits = buf_str(&plain);
    size_t point = str_find(digits, STR("."), 0);
    size_t whole = point == SIZE_MAX ? digits.len : point;
    add_whole(buf, str_slice(digits, 0, whole), format);
    buf_add_str(buf, str_slice(digits, whole, digits.len));
    size_t shown = point == SIZE_MAX ? 0 : digits.len - point - 1;
    for (size_t i = shown; format->all_zeros && i < (size_t)format->decimals; i++)
        buf_add_text(buf, i == 0 ? ".0" : "0");
    buf_done(&plain);
}

static bool prints_as_zero(double size, int decimals) {
    return round_to(size, decimals) == 0;
}

static void add_scaled(struct buf *buf, double value, double scale,
                       const struct zh_format *format) {
    // Multiplying a share keeps its decimals: 0.126 × 100 is 12.6, 0.126 / 0.01 is not.
    double factor = share_factor(format->unit);
    double size = factor > 0 ? fabs(value) * factor : fabs(value) / scale;
    if (value < 0 && !prints_as_zero(size, format->decimals))
        buf_add_text(buf, MINUS);
    add_size(buf, size, format);
}

void zh_format_digits(struct buf *buf, double value, const struct zh_format *format) {
    if (isfinite(value))
        add_scaled(buf, value, scale_of(value, format), format);
}

void zh_format_number(struct buf *buf, double value, const struct zh_format *format) {
    if (!isfinite(value))
        return;
    double scale = scale_of(value, format);
    add_scaled(buf, value, scale, format);
    buf_add_text(buf, zh_format_scale_word(scale));
    buf_add_str(buf, format->unit);
}

// One end of a range with what stands at both ends: % or 万.
static void add_end(struct buf *buf, double value, const struct zh_format *format) {
    add_scaled(buf, value, format->scale, format);
    if (share_factor(format->unit) > 0)
        buf_add_str(buf, format->unit);
    else if (value != 0)
        buf_add_text(buf, zh_format_scale_word(format->scale));
}

// The format with one scale for all the ends of a range or class.
static struct zh_format for_ends(double low, double high, const struct zh_format *format) {
    struct zh_format ends = *format;
    double largest = fmax(isfinite(low) ? fabs(low) : 0, isfinite(high) ? fabs(high) : 0);
    ends.scale = scale_of(largest, format);
    return ends;
}

static void add_unit_behind(struct buf *buf, const struct zh_format *format) {
    if (share_factor(format->unit) == 0)
        buf_add_str(buf, format->unit);
}

void zh_format_range(struct buf *buf, double low, double high, const struct zh_format *format) {
    if (!isfinite(low) || !isfinite(high))
        return;
    struct zh_format ends = for_ends(low, high, format);
    add_end(buf, low, &ends);
    buf_add_text(buf, format->latin ? LATIN_DASH : "～");
    add_end(buf, high, &ends);
    add_unit_behind(buf, &ends);
}

void zh_format_change(struct buf *buf, double value, const struct zh_format *format) {
    if (!isfinite(value))
        return;
    double scale = scale_of(value, format), factor = share_factor(format->unit);
    double size = factor > 0 ? fabs(value) * factor : fabs(value) / scale;
    if (prints_as_zero(size, format->decimals)) {
        buf_add_text(buf, "持平");
        return;
    }
    buf_add_text(buf, value < 0 ? "下降" : "增长");
    zh_format_number(buf, fabs(value), format);
}

void zh_format_class(struct buf *buf, const struct zh_class *one, const struct zh_format *format) {
    struct zh_format ends = for_ends(one->low, one->high, format);
    bool plain = ends.scale == 1 && share_factor(ends.unit) == 0;
    // 1万～19999 would mix two ways of writing: scaled limits are written as of a continuum.
    bool whole = one->whole && plain;
    double high = whole && !one->last ? one->high - 1 : one->high;
    if (!isfinite(one->low)) {
        buf_add_text(buf, format->latin ? "under " : "不足");
        add_end(buf, one->high, &ends);
        add_unit_behind(buf, &ends);
        return;
    }
    add_end(buf, one->low, &ends);
    if (isfinite(one->high) && !(whole && high == one->low)) {
        buf_add_text(buf, format->latin ? LATIN_DASH : "～");
        buf_add_text(buf, whole || one->last ? "" : "<");
        add_end(buf, high, &ends);
    }
    add_unit_behind(buf, &ends);
    if (!isfinite(one->high))
        buf_add_text(buf, format->latin ? " or more" : "以上");
}
