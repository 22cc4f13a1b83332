// Reading the smallest parts of expressions, and saying where they go wrong.
#include "chart/expr_lex.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/utf8.h"
#include "chart/expr_regexp.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

const struct expr_node *expr_fail(struct expr_parser *parser, size_t at, struct str hint,
                                  struct str what) {
    if (!parser->failed) {
        size_t character = utf8_count(str_slice(parser->text, 0, at)) + 1;
        diag_error(parser->diag, DIAG_EXPRESSION, json_place(parser->arena, parser->json), hint,
                   _("in the expression at character %zu: %.*s"), character, STR_ARG(what));
    }
    parser->failed = true;
    return NULL;
}

const struct expr_node *expr_fail_here(struct expr_parser *parser) {
    expr_skip_spaces(parser);
    struct str rest = str_slice(parser->text, parser->at, parser->text.len);
    if (!rest.len) {
        return expr_fail(parser, parser->at, STR_NONE, str_from(_("it ends too early")));
    }
    size_t len = 1;
    while (len < rest.len && ((unsigned char)rest.data[len] & 0xC0) == 0x80) {
        len++;
    }
    struct str hint = rest.data[0] == '=' ? str_from(_("write == to compare")) : STR_NONE;
    return expr_fail(parser, parser->at, hint,
                     str_printf(parser->arena, _("“%.*s” cannot stand here"), (int)len, rest.data));
}

const struct expr_node *expr_fail_expected(struct expr_parser *parser, const char *mark) {
    expr_skip_spaces(parser);
    return expr_fail(parser, parser->at, STR_NONE,
                     str_printf(parser->arena, _("“%s” is missing"), mark));
}

bool expr_enter(struct expr_parser *parser) {
    if (parser->failed) {
        return false;
    }
    if (++parser->depth > EXPR_DEPTH_LIMIT) {
        expr_fail(parser, parser->at, str_from(_("split it into several `calculate`s")),
                  str_printf(parser->arena, _("it is nested deeper than %d"), EXPR_DEPTH_LIMIT));
        return false;
    }
    return true;
}

char expr_peek(const struct expr_parser *parser) {
    return parser->at < parser->text.len ? parser->text.data[parser->at] : '\0';
}

void expr_skip_spaces(struct expr_parser *parser) {
    while (parser->at < parser->text.len && strchr(" \t\r\n", parser->text.data[parser->at]) &&
           parser->text.data[parser->at]) {
        parser->at++;
    }
}

bool expr_next_is(struct expr_parser *parser, const char *mark) {
    expr_skip_spaces(parser);
    return str_starts(str_slice(parser->text, parser->at, parser->text.len), str_from(mark));
}

bool expr_take(struct expr_parser *parser, const char *mark) {
    bool found = expr_next_is(parser, mark);
    parser->at += found ? strlen(mark) : 0;
    return found;
}

// Letters, also of other scripts: datum.数值.
static bool is_name_byte(char c) {
    return isalnum((unsigned char)c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool expr_next_is_name(const struct expr_parser *parser) {
    return is_name_byte(expr_peek(parser)) && !is_digit(expr_peek(parser));
}

bool expr_next_is_number(const struct expr_parser *parser) {
    bool point = expr_peek(parser) == '.' && parser->at + 1 < parser->text.len;
    return is_digit(point ? parser->text.data[parser->at + 1] : expr_peek(parser));
}

bool expr_next_is_text(struct expr_parser *parser) {
    return expr_next_is(parser, "'") || expr_next_is(parser, "\"");
}

struct str expr_take_name(struct expr_parser *parser) {
    expr_skip_spaces(parser);
    size_t start = parser->at;
    while (expr_next_is_name(parser) || (parser->at > start && is_digit(expr_peek(parser)))) {
        parser->at++;
    }
    return parser->at > start ? str_slice(parser->text, start, parser->at) : STR_NONE;
}

// 0x1F.
static bool read_hexadecimal(struct expr_parser *parser, double *out) {
    struct str rest = str_slice(parser->text, parser->at, parser->text.len);
    char mark =
        rest.len > 2 && rest.data[0] == '0' ? (char)tolower((unsigned char)rest.data[1]) : 0;
    int base = mark == 'x' ? 16 : 0;
    static const char digits[] = "0123456789abcdef";
    size_t i = 2;
    *out = 0;
    for (; base && i < rest.len; i++) {
        const char *digit = memchr(digits, tolower((unsigned char)rest.data[i]), (size_t)base);
        if (!digit) {
            break;
        }
        *out = *out * base + (double)(digit - digits);
    }
    if (!base || i == 2) {
        return false;
    }
    parser->at += i;
    return true;
}

bool expr_read_number(struct expr_parser *parser, double *out) {
    size_t start = parser->at, at = start;
    const char *text = parser->text.data;
    if (read_hexadecimal(parser, out)) {
        return true;
    }
    while (
        at < parser->text.len &&
        (is_digit(text[at]) || text[at] == '.' || text[at] == 'e' || text[at] == 'E' ||
         ((text[at] == '+' || text[at] == '-') && (text[at - 1] == 'e' || text[at - 1] == 'E')))) {
        at++;
    }
    struct str digits = str_slice(parser->text, start, at);
    struct str spelled = str_printf(parser->arena, "%s%.*s%s", text[start] == '.' ? "0" : "",
                                    STR_ARG(digits), text[at - 1] == '.' ? "0" : "");
    if (!number_parse(spelled, out) || (at < parser->text.len && is_name_byte(text[at]))) {
        expr_fail(parser, start, STR_NONE,
                  str_printf(parser->arena, _("“%.*s” is no number"), STR_ARG(digits)));
        return false;
    }
    parser->at = at;
    return true;
}

static bool read_hex(struct expr_parser *parser, size_t count, uint32_t *out) {
    static const char digits[] = "0123456789abcdef";
    *out = 0;
    for (size_t i = 0; i < count; i++, parser->at++) {
        const char *digit =
            memchr(digits, tolower((unsigned char)expr_peek(parser)), sizeof digits - 1);
        if (!digit) {
            return false;
        }
        *out = *out * 16 + (uint32_t)(digit - digits);
    }
    return true;
}

static bool add_escape(struct expr_parser *parser, struct buf *out) {
    static const char from[] = "nrtbfv0", to[] = "\n\r\t\b\f\v";
    char mark = expr_peek(parser);
    parser->at++;
    const char *known = mark ? strchr(from, mark) : NULL;
    uint32_t point;
    if (mark == 'u' || mark == 'x') {
        if (!read_hex(parser, mark == 'u' ? 4 : 2, &point) || (point >= 0xD800 && point < 0xE000)) {
            return false;
        }
        char bytes[4];
        buf_add(out, bytes, utf8_encode(point, bytes));
    } else if (known && mark != '0') {
        buf_add_char(out, to[known - from]);
    } else if (mark && mark != '0') {
        buf_add_char(out, mark);
    }
    return mark && mark != '0';
}

struct str expr_read_text(struct expr_parser *parser) {
    size_t start = parser->at;
    char quote = expr_peek(parser);
    struct buf out = BUF_INIT(parser->arena);
    bool sound = true;
    for (parser->at++; sound && parser->at < parser->text.len && expr_peek(parser) != quote;) {
        char c = parser->text.data[parser->at++];
        if (c == '\\') {
            sound = add_escape(parser, &out);
        } else {
            buf_add_char(&out, c);
        }
    }
    struct str text = str_copy(parser->arena, out.len ? buf_str(&out) : STR(""));
    buf_done(&out);
    if (!sound || expr_peek(parser) != quote) {
        expr_fail(parser, start, STR_NONE,
                  str_from(sound ? _("the quote is not closed") : _("an escape is not known")));
        return STR_NONE;
    }
    parser->at++;
    return text;
}

bool expr_read_regexp(struct expr_parser *parser, struct expr_value *out) {
    size_t start = ++parser->at;
    bool class = false;
    while (parser->at < parser->text.len && (class || expr_peek(parser) != '/')) {
        class = expr_peek(parser) == '[' || (class && expr_peek(parser) != ']');
        parser->at += expr_peek(parser) == '\\' ? 2 : 1;
    }
    if (parser->at >= parser->text.len) {
        expr_fail(parser, start - 1, STR_NONE, str_from(_("“/” is missing")));
        return false;
    }
    out->string = str_slice(parser->text, start, parser->at++);
    for (; expr_next_is_name(parser); parser->at++) {
        out->number = expr_peek(parser) == 'i' ? 1 : out->number;
        out->count += expr_peek(parser) == 'g';
    }
    if (!regexp_check(out->string)) {
        expr_fail(parser, start, STR_NONE,
                  str_from(_("this regular expression is wrong or too complicated")));
        return false;
    }
    return true;
}
