// Functions of expressions: texts.
#include "base/number.h"
#include "base/number_format.h"
#include "chart/expr_functions.h"
#include "chart/expr_regexp.h"

#include <ctype.h>
#include <math.h>

#define DEFINE(id)                                                   \
    struct expr_value expr_function_##id(const struct expr_run *run, \
                                         const struct expr_value *args, size_t count)

enum { TEXT_LIMIT = 100000 }; // characters that pad makes at most

static struct str text_of(const struct expr_run *run, struct expr_value value) {
    return expr_to_string(run->arena, value);
}

// Takes what was written into the arena.
static struct expr_value taken(const struct expr_run *run, struct buf *out) {
    struct expr_value value = expr_string(str_copy(run->arena, out->len ? buf_str(out) : STR("")));
    buf_done(out);
    return value;
}

static size_t position(const struct expr_run *run, struct expr_value value, size_t length) {
    double number = expr_to_number(run->arena, value);
    return number >= (double)length ? length : number > 0 ? (size_t)number : 0;
}

// As much of a text that Vega's locale-free lower and upper change: the letters of ASCII.
static struct expr_value change_case(const struct expr_run *run, struct expr_value value,
                                     int (*change)(int)) {
    struct str text = text_of(run, value);
    char *bytes = ARENA_ARRAY(run->arena, text.len + 1, char);
    for (size_t i = 0; i < text.len; i++) {
        bytes[i] = (unsigned char)text.data[i] < 0x80 ? (char)change((unsigned char)text.data[i])
                                                      : text.data[i];
    }
    return expr_string((struct str){bytes, text.len});
}

DEFINE(lower) {
    (void)count;
    return change_case(run, args[0], tolower);
}

DEFINE(upper) {
    (void)count;
    return change_case(run, args[0], toupper);
}

DEFINE(trim) {
    (void)count;
    struct str text = str_trim(text_of(run, args[0]));
    while (str_starts(text, STR("　"))) {
        text = str_trim(str_slice(text, STR("　").len, text.len));
    }
    while (str_ends(text, STR("　"))) {
        text = str_trim(str_slice(text, 0, text.len - STR("　").len));
    }
    return expr_string(text);
}

DEFINE(substring) {
    struct str text = text_of(run, args[0]);
    size_t length = expr_length(text), from = position(run, args[1], length);
    size_t to = count > 2 ? position(run, args[2], length) : length;
    return expr_string(expr_slice(text, from < to ? from : to, from < to ? to : from));
}

DEFINE(pad) {
    struct str text = text_of(run, args[0]);
    struct str fill = count > 2 ? text_of(run, args[2]) : STR(" ");
    struct str align = count > 3 ? text_of(run, args[3]) : STR("right");
    size_t wanted = position(run, args[1], TEXT_LIMIT), length = expr_length(text);
    size_t missing = wanted > length ? wanted - length : 0;
    size_t left = str_is(align, "left") ? missing : str_is(align, "center") ? missing / 2 : 0;
    struct buf out = BUF_INIT(run->arena);
    for (size_t i = 0; i < left; i++) {
        buf_add_str(&out, fill);
    }
    buf_add_str(&out, text);
    for (size_t i = left; i < missing; i++) {
        buf_add_str(&out, fill);
    }
    return taken(run, &out);
}

DEFINE(truncate) {
    struct str text = text_of(run, args[0]);
    struct str align = count > 2 ? text_of(run, args[2]) : STR("right");
    struct str mark = count > 3 ? text_of(run, args[3]) : STR("…");
    size_t length = expr_length(text), wanted = position(run, args[1], length);
    if (length <= wanted) {
        return expr_string(text);
    }
    size_t marked = expr_length(mark), kept = wanted > marked ? wanted - marked : 0;
    struct buf out = BUF_INIT(run->arena);
    if (str_is(align, "left")) {
        buf_add_str(&out, mark);
        buf_add_str(&out, expr_slice(text, length - kept, length));
    } else if (str_is(align, "center")) {
        buf_add_str(&out, expr_slice(text, 0, (kept + 1) / 2));
        buf_add_str(&out, mark);
        buf_add_str(&out, expr_slice(text, length - kept / 2, length));
    } else {
        buf_add_str(&out, expr_slice(text, 0, kept));
        buf_add_str(&out, mark);
    }
    return taken(run, &out);
}

static int digit_of(char c) {
    return isdigit((unsigned char)c)   ? c - '0'
           : isalpha((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10
                                       : 99;
}

DEFINE(parse_int) {
    struct str text = str_trim(text_of(run, args[0]));
    double asked = count > 1 ? trunc(expr_to_number(run->arena, args[1])) : 0;
    bool open = !isfinite(asked) || asked == 0; // as ECMAScript: ten, or what 0x says
    if (!open && (asked < 2 || asked > 36)) {
        return expr_number(NAN);
    }
    int base = open ? 10 : (int)asked;
    bool negative = text.len && text.data[0] == '-';
    size_t at = negative || (text.len && text.data[0] == '+'), start;
    if (at + 1 < text.len && text.data[at] == '0' &&
        tolower((unsigned char)text.data[at + 1]) == 'x' && (open || base == 16)) {
        base = 16;
        at += 2;
    }
    double number = 0;
    for (start = at; at < text.len && digit_of(text.data[at]) < base; at++) {
        number = number * base + digit_of(text.data[at]);
    }
    return expr_number(at == start ? NAN : negative ? -number : number);
}

DEFINE(parse_float) {
    (void)count;
    struct str text = str_trim(text_of(run, args[0]));
    double number;
    for (size_t len = text.len; len > 0; len--) { // the longest beginning that is a number
        if (number_parse(str_slice(text, 0, len), &number)) {
            return expr_number(number);
        }
    }
    return expr_number(NAN);
}

DEFINE(format) {
    (void)count;
    struct number_format format;
    size_t bad;
    if (!number_format_parse(text_of(run, args[1]), &format, &bad)) {
        return EXPR_NOTHING;
    }
    format.chinese = run->chinese;
    struct buf out = BUF_INIT(run->arena);
    number_format_write(&out, &format, expr_to_number(run->arena, args[0]));
    return taken(run, &out);
}

DEFINE(btoa) {
    (void)count;
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    struct str text = text_of(run, args[0]);
    struct buf out = BUF_INIT(run->arena);
    for (size_t i = 0; i < text.len; i += 3) {
        size_t rest = text.len - i < 3 ? text.len - i : 3;
        uint32_t bits = 0;
        for (size_t k = 0; k < 3; k++) {
            bits = bits << 8 | (k < rest ? (unsigned char)text.data[i + k] : 0);
        }
        for (size_t k = 0; k < 4; k++) {
            buf_add_char(&out, k <= rest ? letters[bits >> (18 - 6 * k) & 63] : '=');
        }
    }
    return taken(run, &out);
}

// ---- patterns

DEFINE(regexp) {
    struct expr_value value = {.kind = EXPR_REGEXP, .string = text_of(run, args[0])};
    struct str flags = count > 1 ? text_of(run, args[1]) : STR_NONE;
    value.number = str_find(flags, STR("i"), 0) != SIZE_MAX;
    value.count = str_find(flags, STR("g"), 0) != SIZE_MAX;
    return value;
}

DEFINE(test) {
    struct str source = args[0].kind == EXPR_REGEXP ? args[0].string : text_of(run, args[0]);
    struct str text = count > 1 ? text_of(run, args[1]) : STR("");
    struct regexp_match match;
    return expr_bool(
        regexp_find(source, args[0].number > 0 && args[0].kind == EXPR_REGEXP, text, 0, &match));
}

// $1 and $& of a replacement.
static void add_replacement(struct buf *out, struct str with, struct str text,
                            const struct regexp_match *match) {
    for (size_t i = 0; i < with.len; i++) {
        char next = i + 1 < with.len ? with.data[i + 1] : '\0';
        size_t group = next == '&'                    ? 0
                       : isdigit((unsigned char)next) ? (size_t)(next - '0')
                                                      : SIZE_MAX;
        if (with.data[i] != '$' || group == SIZE_MAX) {
            buf_add_char(out, with.data[i]);
            continue;
        }
        if (match->start[group] != SIZE_MAX) {
            buf_add_str(out, str_slice(text, match->start[group], match->end[group]));
        }
        i++;
    }
}

// The next place that a text or a pattern takes.
static bool find_next(struct expr_value what, struct str needle, struct str text, size_t from,
                      struct regexp_match *match) {
    if (what.kind == EXPR_REGEXP) {
        return regexp_find(what.string, what.number > 0, text, from, match);
    }
    for (size_t i = 0; i < REGEXP_GROUPS; i++) {
        match->start[i] = match->end[i] = SIZE_MAX;
    }
    match->start[0] = str_find(text, needle, from);
    match->end[0] = match->start[0] + needle.len;
    return match->start[0] != SIZE_MAX;
}

DEFINE(replace) {
    (void)count;
    struct str text = text_of(run, args[0]), with = text_of(run, args[2]);
    struct str needle = args[1].kind == EXPR_REGEXP ? STR_NONE : text_of(run, args[1]);
    bool all = args[1].kind == EXPR_REGEXP && args[1].count > 0;
    struct buf out = BUF_INIT(run->arena);
    struct regexp_match match;
    size_t at = 0;
    while (find_next(args[1], needle, text, at, &match)) {
        buf_add_str(&out, str_slice(text, at, match.start[0]));
        add_replacement(&out, with, text, &match);
        at = match.end[0];
        if (match.end[0] == match.start[0]) { // nothing: one byte on, so that the search ends
            buf_add_str(&out, str_slice(text, at, at + 1));
            at++;
        }
        if (!all || at > text.len) {
            break;
        }
    }
    buf_add_str(&out, str_slice(text, at, text.len));
    return taken(run, &out);
}

DEFINE(split) {
    struct str text = text_of(run, args[0]), mark = text_of(run, args[1]);
    size_t most = count > 2 ? position(run, args[2], SIZE_MAX / 2) : SIZE_MAX, capacity = 0;
    struct expr_value list = {.kind = EXPR_ARRAY}, *items = NULL;
    for (size_t at = 0, next; at <= text.len && list.count < most; at = next + mark.len) {
        next = mark.len ? str_find(text, mark, at) : SIZE_MAX;
        if (!mark.len) { // every character
            next = at + (at < text.len);
            while (next < text.len && ((unsigned char)text.data[next] & 0xC0) == 0x80) {
                next++;
            }
            if (at == text.len) {
                break;
            }
        }
        next = next == SIZE_MAX ? text.len : next;
        ARENA_RESERVE(run->arena, items, list.count, capacity);
        items[list.count++] = expr_string(str_slice(text, at, next));
        if (next == text.len && !mark.len) {
            break;
        }
        if (next == text.len && !str_ends(str_slice(text, at, text.len), mark)) {
            break;
        }
    }
    list.items = items;
    return list;
}
