// Conversions of ECMAScript: numbers, truth, texts, comparison.
#include "chart/expr_value.h"

#include "base/decimal.h"
#include "base/number.h"
#include "base/time_format.h"
#include "base/time_parse.h"

#include <math.h>

static double number_of_text(struct str text) {
    double number;
    text = str_trim(text);
    if (!text.len) {
        return 0;
    }
    if (str_is(text, "Infinity") || str_is(text, "+Infinity")) {
        return INFINITY;
    }
    if (str_is(text, "-Infinity")) {
        return -INFINITY;
    }
    return number_parse(text, &number) ? number : NAN;
}

double expr_to_number(struct arena *arena, struct expr_value value) {
    switch (value.kind) {
    case EXPR_NULL:
        return 0;
    case EXPR_BOOL:
    case EXPR_NUMBER:
    case EXPR_DATE:
        return value.number;
    case EXPR_STRING:
        return number_of_text(value.string);
    case EXPR_ARRAY:
        return value.count == 0   ? 0
               : value.count == 1 ? expr_to_number(arena, value.items[0])
                                  : NAN;
    default:
        return NAN;
    }
}

bool expr_to_bool(struct expr_value value) {
    switch (value.kind) {
    case EXPR_UNDEFINED:
    case EXPR_NULL:
        return false;
    case EXPR_BOOL:
    case EXPR_NUMBER:
        return value.number != 0 && !isnan(value.number);
    case EXPR_STRING:
        return value.string.len > 0;
    default:
        return true;
    }
}

static struct str write_number(struct arena *arena, double number) {
    if (isnan(number)) {
        return STR("NaN");
    }
    if (isinf(number)) {
        return number > 0 ? STR("Infinity") : STR("-Infinity");
    }
    if (fabs(number) < 1e21) {
        return number_print_shortest(arena, number);
    }
    struct buf out = BUF_INIT(arena);
    struct decimal decimal = decimal_shortest(fabs(number));
    buf_add_text(&out, number < 0 ? "-" : "");
    buf_add_exponential(&out, decimal, decimal.count);
    struct str copy = str_copy(arena, buf_str(&out));
    buf_done(&out);
    return copy;
}

static struct str write_date(struct arena *arena, double time) {
    struct buf out = BUF_INIT(arena);
    if (isnan(time)) {
        return STR("Invalid Date");
    }
    time_format_write(&out, STR("%Y-%m-%d %H:%M:%S"), false, time);
    struct str copy = str_copy(arena, buf_str(&out));
    buf_done(&out);
    return copy;
}

static struct str join(struct arena *arena, struct expr_value array) {
    struct buf out = BUF_INIT(arena);
    for (size_t i = 0; i < array.count; i++) {
        buf_add_text(&out, i ? "," : "");
        if (array.items[i].kind > EXPR_NULL) {
            buf_add_str(&out, expr_to_string(arena, array.items[i]));
        }
    }
    struct str copy = str_copy(arena, buf_str(&out));
    buf_done(&out);
    return copy;
}

struct str expr_to_string(struct arena *arena, struct expr_value value) {
    switch (value.kind) {
    case EXPR_UNDEFINED:
        return STR("undefined");
    case EXPR_NULL:
        return STR("null");
    case EXPR_BOOL:
        return value.number != 0 ? STR("true") : STR("false");
    case EXPR_NUMBER:
        return write_number(arena, value.number);
    case EXPR_STRING:
        return value.string;
    case EXPR_DATE:
        return write_date(arena, value.number);
    case EXPR_ARRAY:
        return join(arena, value);
    case EXPR_REGEXP:
        return str_printf(arena, "/%.*s/", STR_ARG(value.string));
    case EXPR_OBJECT:
        break;
    }
    return STR("[object Object]");
}

double expr_to_time(struct arena *arena, struct expr_value value) {
    double time;
    if (value.kind == EXPR_STRING) {
        return time_parse(value.string, &time) ? time : NAN;
    }
    return value.kind == EXPR_NULL ? 0 : expr_to_number(arena, value);
}

bool expr_same(struct expr_value a, struct expr_value b) {
    if (a.kind != b.kind) {
        return false;
    }
    switch (a.kind) {
    case EXPR_UNDEFINED:
    case EXPR_NULL:
        return true;
    case EXPR_STRING:
        return str_equal(a.string, b.string);
    case EXPR_BOOL:
    case EXPR_NUMBER:
    case EXPR_DATE:
        return a.number == b.number;
    default:
        return a.items == b.items && a.count == b.count;
    }
}

bool expr_equal(struct arena *arena, struct expr_value a, struct expr_value b) {
    if (a.kind == b.kind) {
        return expr_same(a, b);
    }
    if (a.kind <= EXPR_NULL || b.kind <= EXPR_NULL) {
        return a.kind <= EXPR_NULL && b.kind <= EXPR_NULL;
    }
    return expr_to_number(arena, a) == expr_to_number(arena, b);
}

int expr_compare(struct arena *arena, struct expr_value a, struct expr_value b) {
    if (a.kind == EXPR_STRING && b.kind == EXPR_STRING) {
        int order = str_compare(a.string, b.string);
        return (order > 0) - (order < 0);
    }
    double x = expr_to_number(arena, a), y = expr_to_number(arena, b);
    return isnan(x) || isnan(y) ? 2 : (x > y) - (x < y);
}

// Bytes of the character at `at`; characters of four bytes are two units.
static size_t character_bytes(struct str text, size_t at) {
    size_t len = 1;
    while (at + len < text.len && ((unsigned char)text.data[at + len] & 0xC0) == 0x80) {
        len++;
    }
    return len;
}

size_t expr_length(struct str text) {
    size_t units = 0;
    for (size_t at = 0, bytes; at < text.len; at += bytes) {
        bytes = character_bytes(text, at);
        units += bytes == 4 ? 2 : 1;
    }
    return units;
}

struct str expr_slice(struct str text, size_t from, size_t to) {
    size_t units = 0, start = text.len, end = text.len, at = 0;
    while (at < text.len) {
        if (units >= from && start == text.len) {
            start = at;
        }
        if (units >= to) {
            end = at;
            break;
        }
        size_t bytes = character_bytes(text, at);
        units += bytes == 4 ? 2 : 1;
        at += bytes;
    }
    return start < end ? str_slice(text, start, end) : STR("");
}
