// d3-format: reading specifiers, and the frame of sign, symbol, groups and fill about the digits.
#include "base/number_format.h"

#include "base/number.h"
#include "base/number_types.h"
#include "base/utf8.h"
#include "base/zh_format.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

enum { WIDTH_LIMIT = 1000 };

// ---- specifiers

static size_t character_len(struct str text, size_t at) {
    size_t len = 1;
    while (at + len < text.len && ((unsigned char)text.data[at + len] & 0xC0) == 0x80) {
        len++;
    }
    return len;
}

static bool is_one_of(struct str text, size_t at, const char *set) {
    return at < text.len && text.data[at] && strchr(set, text.data[at]);
}

static size_t read_fill(struct str text, struct number_format *out) {
    size_t first = text.len ? character_len(text, 0) : 0;
    if (is_one_of(text, first, "<>=^")) {
        out->fill = str_slice(text, 0, first);
        out->align = text.data[first];
        return first + 1;
    }
    if (is_one_of(text, 0, "<>=^")) {
        out->align = text.data[0];
        return 1;
    }
    return 0;
}

static size_t read_digits(struct str text, size_t at, size_t *out) {
    for (*out = 0; is_one_of(text, at, "0123456789"); at++) {
        *out = *out < WIDTH_LIMIT ? *out * 10 + (size_t)(text.data[at] - '0') : WIDTH_LIMIT;
    }
    return at;
}

static char take(struct str text, size_t *at, const char *set) {
    return is_one_of(text, *at, set) ? text.data[(*at)++] : '\0';
}

bool number_format_parse(struct str text, struct number_format *out, size_t *bad) {
    *out = (struct number_format){.fill = STR(" "), .align = '>', .sign = '-', .precision = -1};
    size_t at = read_fill(text, out), number;
    char sign = take(text, &at, "+-( ");
    out->sign = sign ? sign : '-';
    out->symbol = take(text, &at, "$#");
    out->zero = take(text, &at, "0") != 0;
    at = read_digits(text, at, &out->width);
    out->comma = take(text, &at, ",") != 0;
    if (is_one_of(text, at, ".") && is_one_of(text, at + 1, "0123456789")) {
        at = read_digits(text, at + 1, &number);
        out->precision = (int)number;
    }
    out->trim = take(text, &at, "~") != 0;
    if (at < text.len && (isalpha((unsigned char)text.data[at]) || text.data[at] == '%')) {
        out->type = text.data[at++];
    }
    *bad = at;
    return at == text.len;
}

// ---- the frame

// Without zeros behind the last figure of the decimals: 1.500e+3 is 1.5e+3.
static void trim_zeros(struct buf *digits) {
    char *point = memchr(digits->data, '.', digits->len);
    if (!point) {
        return;
    }
    char *end = digits->data + digits->len, *tail = point + 1;
    while (tail < end && isdigit((unsigned char)*tail)) {
        tail++;
    }
    char *keep = tail;
    while (keep[-1] == '0') {
        keep--;
    }
    keep -= keep[-1] == '.';
    memmove(keep, tail, (size_t)(end - tail));
    digits->len -= (size_t)(tail - keep);
    digits->data[digits->len] = '\0';
}

// Whether only zeros are shown: 0.00, 0.0e+0.
static bool is_zero(struct str digits) {
    for (size_t i = 0; i < digits.len && (i == 0 || digits.data[i] != 'e'); i++) {
        if (digits.data[i] != '0' && digits.data[i] != '.') {
            return false;
        }
    }
    return true;
}

// Groups of three, from the right; no longer than `width` when digits are zeros of the fill.
static void add_groups(struct buf *out, struct str digits, size_t width) {
    size_t start = digits.len, length = 0;
    while (start > 0 && length <= width) {
        size_t group = 3;
        if (width - length < group + 1) {
            group = width > length ? width - length : 1;
        }
        start -= group < start ? group : start;
        length += group + 1;
    }
    for (size_t i = start; i < digits.len; i++) {
        if (i > start && (digits.len - i) % 3 == 0) {
            buf_add_char(out, ',');
        }
        buf_add_char(out, digits.data[i]);
    }
}

// What stands about the digits: sign and symbol before, decimals and marks behind.
struct frame {
    struct buf before, digits, behind;
};

static void add_sign(struct frame *frame, const struct number_format *format, bool negative) {
    if (negative) {
        buf_add_text(&frame->before, format->sign == '(' ? "(" : "\xE2\x88\x92");
    } else if (format->sign == '+' || format->sign == ' ') {
        buf_add_char(&frame->before, format->sign);
    }
    if (format->symbol == '$') {
        buf_add_text(&frame->before, format->chinese ? "¥" : "$");
    } else if (format->symbol == '#' && strchr("boxX", format->type)) {
        buf_add_char(&frame->before, '0');
        buf_add_char(&frame->before, (char)tolower((unsigned char)format->type));
    }
}

// Moves everything from the first character that is no digit behind the groups.
static void split_digits(struct frame *frame, const char *scale_word) {
    size_t end = 0;
    while (end < frame->digits.len && isdigit((unsigned char)frame->digits.data[end])) {
        end++;
    }
    buf_add(&frame->behind, frame->digits.data + end, frame->digits.len - end);
    buf_add_text(&frame->behind, scale_word);
    frame->digits.len = end;
}

static void write_digits(struct frame *frame, const struct number_format *format, double value) {
    const char *scale_word = "";
    bool negative = value < 0 || (value == 0 && signbit(value));
    if (format->type == 'c') { // as it is, without sign or groups
        buf_add_number_shortest(&frame->behind, value);
        return;
    }
    if (format->type == 'z') { // the sign is a word
        const struct zh_format change = {.decimals = format->precision < 0    ? 1
                                                     : format->precision > 15 ? 15
                                                                              : format->precision,
                                         .unit = STR("%")};
        zh_format_change(&frame->behind, value, &change);
        return;
    }
    if (isnan(value)) {
        buf_add_text(&frame->digits, "NaN");
    } else {
        scale_word = number_type_write(&frame->digits, format, fabs(value));
    }
    if (format->trim) {
        trim_zeros(&frame->digits);
    }
    if (negative && format->sign != '+' && is_zero(buf_str(&frame->digits))) {
        negative = false;
    }
    add_sign(frame, format, negative);
    if (strchr("defgprsw%", format->type)) {
        split_digits(frame, scale_word);
    }
    bool percent = (format->type == '%' || format->type == 'p') && format->symbol != '$';
    buf_add_text(&frame->behind, percent ? "%" : "");
    buf_add_text(&frame->behind, negative && format->sign == '(' ? ")" : "");
}

static size_t length_of(const struct buf *text) {
    return utf8_count(buf_str(text));
}

static void add_fill(struct buf *out, struct str fill, size_t count) {
    for (size_t i = 0; i < count; i++) {
        buf_add_str(out, fill);
    }
}

// The zeros of a filled number are grouped with its digits.
static void group_digits(struct frame *frame, const struct number_format *format, size_t *padding) {
    struct buf grouped = BUF_INIT(frame->digits.arena), padded = BUF_INIT(frame->digits.arena);
    size_t width = SIZE_MAX;
    if (format->zero) {
        add_fill(&padded, format->fill, *padding);
        width = *padding ? format->width - length_of(&frame->behind) : SIZE_MAX;
        *padding = 0;
    }
    buf_add_str(&padded, buf_str(&frame->digits));
    add_groups(&grouped, buf_str(&padded), width);
    buf_clear(&frame->digits);
    buf_add_str(&frame->digits, buf_str(&grouped));
    buf_done(&grouped);
    buf_done(&padded);
}

// What the specifier means when nothing more is said.
static struct number_format settle(const struct number_format *format) {
    struct number_format settled = *format, *out = &settled;
    if (out->type == 'n') {
        out->comma = true;
        out->type = 'g';
    } else if (!out->type || !strchr("%bcdefgoprsXxwz", out->type)) {
        out->precision = out->precision < 0 ? 12 : out->precision;
        out->trim = true;
        out->type = 'g';
    }
    if (out->zero || (str_is(out->fill, "0") && out->align == '=')) {
        out->zero = true;
        out->fill = STR("0");
        out->align = '=';
    }
    return settled;
}

void number_format_write(struct buf *buf, const struct number_format *given, double value) {
    struct number_format settled = settle(given);
    const struct number_format *format = &settled;
    struct frame frame = {BUF_INIT(buf->arena), BUF_INIT(buf->arena), BUF_INIT(buf->arena)};
    write_digits(&frame, format, value);
    size_t padding = 0;
    if (format->comma && !format->zero) {
        group_digits(&frame, format, &padding);
    }
    size_t length = length_of(&frame.before) + length_of(&frame.digits) + length_of(&frame.behind);
    padding = length < format->width ? format->width - length : 0;
    if (format->comma && format->zero) {
        group_digits(&frame, format, &padding);
    }
    size_t left = format->align == '<' || format->align == '=' ? 0
                  : format->align == '^'                       ? padding / 2
                                                               : padding;
    size_t inner = format->align == '=' ? padding : 0;
    add_fill(buf, format->fill, left);
    buf_add_str(buf, buf_str(&frame.before));
    add_fill(buf, format->fill, inner);
    buf_add_str(buf, buf_str(&frame.digits));
    buf_add_str(buf, buf_str(&frame.behind));
    add_fill(buf, format->fill, padding - left - inner);
    buf_done(&frame.before);
    buf_done(&frame.digits);
    buf_done(&frame.behind);
}
