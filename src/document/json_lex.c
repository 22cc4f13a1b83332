// The scanner's tokens: JSON's own, and what people type in their place.
#include "document/json_lex.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/utf8.h"

#include <string.h>

enum { STRING_LOOKAHEAD = 64 * 1024 }; // bytes searched for the end of a string of several lines

static unsigned char byte_at(const struct scanner *s, size_t at) {
    return at < s->text.len ? (unsigned char)s->text.data[at] : 0;
}

static bool is_space(unsigned char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_digit(unsigned char c) {
    return c >= '0' && c <= '9';
}

static bool is_word(unsigned char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c == '$' || c >= 0x80;
}

static uint32_t peek_character(const struct scanner *s, size_t at, size_t *end) {
    *end = at;
    return at < s->text.len ? utf8_next(s->text, end) : 0;
}

// The ASCII mark that a Chinese input method's character stands for, or 0.
static char ascii_of(uint32_t c) {
    switch (c) {
    case 0x201C: // “
    case 0x201D: // ”
    case 0x300C: // 「
    case 0x300D: // 」
    case 0x301D: // 〝
    case 0x301E: // 〞
        return '"';
    case 0x2018: // ‘
    case 0x2019: // ’
        return '\'';
    case 0x3001: // 、
    case 0xFF1B: // ；
        return ',';
    case 0x3010: // 【
    case 0x3014: // 〔
        return '[';
    case 0x3011: // 】
    case 0x3015: // 〕
        return ']';
    case 0x3000: // wide space
        return ' ';
    default:
        return c >= 0xFF01 && c <= 0xFF5E ? (char)(c - 0xFEE0) : 0;
    }
}

static bool is_structural(char c) {
    return c == ',' || c == ':' || c == '}' || c == ']';
}

// Whether a string may have ended at `at`: a mark of JSON, or its wide form, or the end follows.
static bool may_follow_string(const struct scanner *s, size_t at) {
    while (is_space(byte_at(s, at)))
        at++;
    if (at >= s->text.len)
        return true;
    size_t end;
    uint32_t c = peek_character(s, at, &end);
    char ascii = c < 0x80 ? (char)c : ascii_of(c);
    return is_structural(ascii);
}

static void report_slip(struct scanner *s, size_t at, uint32_t found, char meant) {
    char bytes[4];
    struct str shown = {bytes, utf8_encode(found, bytes)};
    if (meant == ' ') {
        scan_report(s, DIAG_INPUT_METHOD, at, STR_NONE,
                    _("a wide space (U+3000) stands where an ASCII space must"));
        return;
    }
    const char *name = meant == '\'' ? "\"" : (char[]){meant, '\0'};
    scan_report(s, DIAG_INPUT_METHOD, at, STR_NONE,
                _("“%.*s” of a Chinese input method; JSON wants the ASCII mark %s"), STR_ARG(shown),
                name);
}

// Skips a comment at s->at; false when there is none.
static bool skip_comment(struct scanner *s) {
    size_t start = s->at;
    unsigned char c = byte_at(s, start), d = byte_at(s, start + 1);
    if (c == '#' || (c == '/' && d == '/')) {
        const char *eol = memchr(s->text.data + start, '\n', s->text.len - start);
        s->at = eol ? (size_t)(eol - s->text.data) : s->text.len;
    } else if (c == '/' && d == '*') {
        size_t end = str_find(s->text, STR("*/"), start + 2);
        s->at = end == SIZE_MAX ? s->text.len : end + 2;
    } else {
        return false;
    }
    scan_report(s, DIAG_SYNTAX, start, STR_NONE, _("JSON has no comments"));
    return true;
}

// Skips white space, comments and spaces that are not ASCII.
static void skip_space(struct scanner *s) {
    for (;;) {
        while (is_space(byte_at(s, s->at)))
            s->at++;
        unsigned char c = byte_at(s, s->at);
        if ((c == '/' || c == '#') && skip_comment(s))
            continue;
        if (c < 0x80)
            return;
        size_t end;
        uint32_t wide = peek_character(s, s->at, &end);
        if (wide == 0x3000) {
            report_slip(s, s->at, wide, ' ');
            while (peek_character(s, end, &s->at) == 0x3000)
                end = s->at;
        } else if (wide == 0xA0 || wide == 0xFEFF || (wide >= 0x2000 && wide <= 0x200F)) {
            scan_report(s, DIAG_SYNTAX, s->at, STR_NONE,
                        _("an invisible character U+%04X stands outside a text"), (unsigned)wide);
        } else {
            return;
        }
        s->at = end;
    }
}

static int hex_value(unsigned char c) {
    if (is_digit(c))
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The four hex digits at `at`; -1 when they are not.
static long hex4(const struct scanner *s, size_t at) {
    long value = 0;
    for (size_t i = 0; i < 4; i++) {
        int digit = hex_value(byte_at(s, at + i));
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

// Reads \uXXXX (at `at`, the backslash), with its second half where it is a surrogate.
static size_t read_unicode_escape(struct scanner *s, size_t at, struct buf *out) {
    long c = hex4(s, at + 2);
    if (c < 0) {
        scan_report(s, DIAG_SYNTAX, at, STR_NONE, _("“\\u” needs four hexadecimal digits"));
        return at + 2;
    }
    size_t end = at + 6;
    if (c >= 0xD800 && c <= 0xDFFF) {
        long low = byte_at(s, end) == '\\' && byte_at(s, end + 1) == 'u' ? hex4(s, end + 2) : -1;
        if (c > 0xDBFF || low < 0xDC00 || low > 0xDFFF) {
            scan_report(s, DIAG_SYNTAX, at, STR_NONE,
                        _("“\\u%04lX” is one half of a surrogate pair without the other"), c);
            return end;
        }
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        end += 6;
    }
    if (!c)
        scan_report(s, DIAG_UNESCAPED, at, STR_NONE,
                    _("the character U+0000 cannot stand in a text"));
    buf_add_utf8(out, (uint32_t)c);
    return end;
}

static size_t read_escape(struct scanner *s, size_t at, struct buf *out) {
    static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    unsigned char c = byte_at(s, at + 1);
    if (c == 'u')
        return read_unicode_escape(s, at, out);
    const char *name = c ? strchr(names, c) : NULL;
    if (name) {
        buf_add_char(out, values[name - names]);
        return at + 2;
    }
    size_t end = at + 1;
    if (end < s->text.len)
        peek_character(s, at + 1, &end);
    scan_report(s, DIAG_SYNTAX, at, STR("write “\\\\” for a backslash"),
                _("“%.*s” is no escape of JSON"), (int)(end - at), s->text.data + at);
    return end;
}

// A string being read.
struct string_scan {
    uint32_t close;     // the quote that ends it
    size_t curly_close; // first ” that a mark follows, or SIZE_MAX: where it may have been meant
    bool several_lines; // known to go on behind its line's end
    bool plain;         // without escapes
};

static bool is_close(const struct string_scan *string, uint32_t c) {
    return c == '"' || (string->close != '"' && c == string->close);
}

// Whether the string goes on behind the line end at `at`: its closing quote, not another string's
// opening one, is what comes next.
static bool goes_on(const struct scanner *s, const struct string_scan *string, size_t at) {
    size_t limit = at + STRING_LOOKAHEAD < s->text.len ? at + STRING_LOOKAHEAD : s->text.len;
    while (at < limit) {
        size_t end;
        uint32_t c = peek_character(s, at, &end);
        if (c == '\\')
            end++;
        else if (is_close(string, c))
            return may_follow_string(s, end);
        at = end;
    }
    return false;
}

static void report_control(struct scanner *s, size_t at, unsigned char c) {
    struct str hint = c == '\n' ? STR("write \\n") : c == '\t' ? STR("write \\t") : STR_NONE;
    scan_report(s, DIAG_UNESCAPED, at, hint, _("a control character U+%04X stands in a text"),
                (unsigned)c);
}

// Where the text ends that was not closed before the end of its line: before its comma.
static size_t unclosed_end(const struct scanner *s, size_t start, size_t at) {
    while (at > start && is_space(byte_at(s, at - 1)))
        at--;
    return at > start && byte_at(s, at - 1) == ',' ? at - 1 : at;
}

// Finds the end of the string whose text begins at `start`: returns the offset of its closing
// quote and its end in *end. Unclosed strings are reported.
static size_t find_string_end(struct scanner *s, size_t start, struct string_scan *string,
                              size_t *end) {
    for (size_t at = start; at < s->text.len;) {
        unsigned char c = byte_at(s, at);
        if (c >= 0x80 && string->close == '"' && c != 0xE2) { // quickly over Han
            at++;
            continue;
        }
        uint32_t character = peek_character(s, at, end);
        if (character == '\\') {
            string->plain = false;
            at += 2;
            continue;
        }
        if (is_close(string, character)) {
            if (string->curly_close == SIZE_MAX || may_follow_string(s, *end))
                return at;
            break;
        }
        if (character == 0x201D && string->curly_close == SIZE_MAX && may_follow_string(s, *end))
            string->curly_close = at;
        if (c < 0x20) {
            if (c == '\n' && !string->several_lines) {
                if (string->curly_close != SIZE_MAX)
                    break;
                string->several_lines = goes_on(s, string, at + 1);
                if (!string->several_lines) {
                    *end = unclosed_end(s, start, at);
                    scan_report(s, DIAG_SYNTAX, start, STR_NONE,
                                _("this text is not closed by “\"” before the end of its line"));
                    return *end;
                }
            }
            if (c != '\r' || byte_at(s, at + 1) != '\n')
                report_control(s, at, c);
        }
        at = *end;
    }
    if (string->curly_close != SIZE_MAX) {
        report_slip(s, string->curly_close, 0x201D, '"');
        *end = string->curly_close + 3;
        return string->curly_close;
    }
    *end = s->text.len;
    s->stopped = true; // what follows is inside this text: nothing more can be said
    scan_report(s, DIAG_TRUNCATED, start ? start - 1 : 0, STR_NONE,
                _("the file ends inside this text"));
    return s->text.len;
}

static struct str decode(struct scanner *s, size_t from, size_t to) {
    struct buf out = BUF_INIT(s->arena);
    for (size_t at = from; at < to;) {
        const char *slash = memchr(s->text.data + at, '\\', to - at);
        size_t next = slash ? (size_t)(slash - s->text.data) : to;
        buf_add(&out, s->text.data + at, next - at);
        at = next < to ? read_escape(s, next, &out) : to;
    }
    struct str decoded = str_copy(s->arena, buf_str(&out));
    buf_done(&out);
    return decoded;
}

// A string whose opening quote `quote` ends at `start`.
static void lex_string(struct scanner *s, uint32_t quote, size_t start) {
    uint32_t close = quote;
    if (quote == 0x201C || quote == 0x201D)
        close = 0x201D;
    else if (quote == 0x2018 || quote == 0x2019)
        close = 0x2019;
    else if (quote == 0x300C || quote == 0x301D)
        close = quote + 1;
    else if (quote == 0xFF02 || quote == 0xFF07)
        close = quote;
    struct string_scan string = {.close = close, .curly_close = SIZE_MAX, .plain = true};
    size_t end, text_end = find_string_end(s, start, &string, &end);
    s->next.kind = TOKEN_STRING;
    s->next.string =
        string.plain ? str_slice(s->text, start, text_end) : decode(s, start, text_end);
    s->at = end;
}

// What is wrong with a number that begins at `text`, or NULL.
static const char *number_fault(struct str text) {
    size_t at = 0, len = text.len;
    const char *t = text.data;
#define DIGITS()                                       \
    while (at < len && is_digit((unsigned char)t[at])) \
    at++
    if (t[0] == '+')
        return _("a number does not begin with “+”");
    at += t[0] == '-';
    size_t whole = at;
    DIGITS();
    if (at == whole)
        return at < len && t[at] == '.' ? _("a number needs a digit before its point")
                                        : _("this is no number");
    if (t[whole] == '0' && at > whole + 1)
        return _("a number does not begin with 0");
    if (at < len && t[at] == '.') {
        size_t fraction = ++at;
        DIGITS();
        if (at == fraction)
            return _("a number needs a digit behind its point");
    }
    if (at < len && (t[at] == 'e' || t[at] == 'E')) {
        at++;
        at += at < len && (t[at] == '+' || t[at] == '-');
        size_t exponent = at;
        DIGITS();
        if (at == exponent)
            return _("a number's exponent has no digits");
    }
#undef DIGITS
    return at == len ? NULL : _("this is no number");
}

static bool is_not_finite(struct str word) {
    static const char *const names[] = {"NaN", "Infinity", "nan", "inf",
                                        "Inf", "infinity", "INF", "NAN"};
    if (word.len && (word.data[0] == '-' || word.data[0] == '+'))
        word = str_slice(word, 1, word.len);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(word, names[i]))
            return true;
    return false;
}

static void report_not_finite(struct scanner *s, struct str word) {
    scan_report(s, DIAG_NUMBER_RANGE, s->next.offset, STR("write null where a value is missing"),
                _("%.*s is no number of JSON"), STR_ARG(word));
}

// The end of a word at `at`: before ASCII marks and their wide forms.
static size_t word_end(const struct scanner *s, size_t at) {
    while (at < s->text.len) {
        unsigned char c = byte_at(s, at);
        size_t end = at + 1;
        if (c < 0x80 ? !is_word(c) && !strchr("+-.%", c)
                     : ascii_of(peek_character(s, at, &end)) != 0)
            break;
        at = end;
    }
    return at;
}

static void report_bare(struct scanner *s, struct str word, struct str hint) {
    struct str shown = str_slice(word, 0, 60);
    while (shown.len < word.len && shown.len &&
           ((unsigned char)word.data[shown.len] & 0xC0) == 0x80)
        shown.len--;
    s->next.kind = TOKEN_BAD;
    s->next.string = word;
    scan_report(s, DIAG_SYNTAX, s->next.offset, hint, _("\"%.*s\" stands without quotes"),
                STR_ARG(shown));
}

static void lex_number(struct scanner *s) {
    size_t start = s->at, whole = word_end(s, start);
    unsigned char c;
    while (c = byte_at(s, s->at), c && c < 0x80 && (is_word(c) || strchr("+-.", c)))
        s->at++;
    struct str text = str_slice(s->text, start, s->at);
    s->next.kind = TOKEN_NUMBER;
    const char *fault = number_fault(text);
    if (is_not_finite(text)) {
        report_not_finite(s, text);
    } else if (whole > s->at) { // 300余, 12%
        s->at = whole;
        report_bare(s, str_slice(s->text, start, whole), str_from(_("put it in double quotes")));
    } else if (fault) {
        scan_report(s, DIAG_SYNTAX, start, STR_NONE, "%s", fault);
    } else if (!number_parse(text, &s->next.number)) {
        scan_report(s, DIAG_NUMBER_RANGE, start, STR_NONE,
                    _("this number is greater than 1.8e308, the largest that can be kept"));
    }
}

// A word without quotes: a literal, or a slip.
static void lex_word(struct scanner *s) {
    size_t start = s->at;
    s->at = word_end(s, start);
    struct str word = str_slice(s->text, start, s->at);
    s->next.kind = TOKEN_LITERAL;
    s->next.truth = str_is(word, "true");
    s->next.literal = JSON_BOOL;
    if (s->next.truth || str_is(word, "false"))
        return;
    s->next.literal = JSON_NULL;
    if (str_is(word, "null"))
        return;
    if (is_not_finite(word)) {
        s->next.kind = TOKEN_BAD;
        s->next.string = word;
        report_not_finite(s, word);
        return;
    }
    const char *right = str_is(word, "True")                                ? "true"
                        : str_is(word, "False")                             ? "false"
                        : str_is(word, "None") || str_is(word, "undefined") ? "null"
                                                                            : NULL;
    struct str hint =
        right ? str_printf(s->arena, _("write %s"), right) : str_from(_("put it in double quotes"));
    report_bare(s, word, hint);
}

// Digits of a Chinese input method: one slip for the run.
static void lex_wide_number(struct scanner *s, uint32_t first) {
    report_slip(s, s->at, first, ascii_of(first));
    for (size_t end; s->at < s->text.len; s->at = end) {
        uint32_t c = peek_character(s, s->at, &end);
        char ascii = c < 0x80 ? (char)c : ascii_of(c);
        if (!is_digit((unsigned char)ascii) && ascii != '.' && ascii != '-')
            break;
    }
    s->next.kind = TOKEN_NUMBER;
}

static enum token_kind kind_of_mark(char c) {
    switch (c) {
    case '{':
        return TOKEN_OBJECT_OPEN;
    case '}':
        return TOKEN_OBJECT_CLOSE;
    case '[':
        return TOKEN_ARRAY_OPEN;
    case ']':
        return TOKEN_ARRAY_CLOSE;
    case ':':
        return TOKEN_COLON;
    case ',':
        return TOKEN_COMMA;
    default:
        return TOKEN_BAD;
    }
}

static void lex_beyond_ascii(struct scanner *s) {
    size_t end;
    uint32_t c = peek_character(s, s->at, &end);
    char ascii = ascii_of(c);
    if (is_digit((unsigned char)ascii) || ascii == '-') {
        lex_wide_number(s, c);
    } else if (ascii == '"' || ascii == '\'') {
        report_slip(s, s->at, c, ascii);
        lex_string(s, c, end);
    } else if (ascii && kind_of_mark(ascii) != TOKEN_BAD) {
        report_slip(s, s->at, c, ascii);
        s->next.kind = kind_of_mark(ascii);
        s->at = end;
    } else if (ascii) {
        report_slip(s, s->at, c, ascii);
        s->next.kind = TOKEN_BAD;
        s->at = end;
    } else {
        lex_word(s);
    }
}

static void lex_token(struct scanner *s) {
    unsigned char c = byte_at(s, s->at);
    if (c == '"') {
        lex_string(s, c, s->at + 1);
    } else if (kind_of_mark((char)c) != TOKEN_BAD) {
        s->next.kind = kind_of_mark((char)c);
        s->at++;
    } else if (is_digit(c) || c == '-' || c == '+' || c == '.') {
        lex_number(s);
    } else if (c == '\'' || c == '`') {
        scan_report(s, DIAG_SYNTAX, s->at, STR_NONE,
                    _("texts stand in double quotes (\"), not in “%c”"), c);
        lex_string(s, c, s->at + 1);
    } else if (c >= 0x80) {
        lex_beyond_ascii(s);
    } else if (is_word(c)) {
        lex_word(s);
    } else {
        s->next.kind = TOKEN_BAD;
        if (c < 0x20)
            report_control(s, s->at, c);
        else
            scan_report(s, DIAG_SYNTAX, s->at, STR_NONE, _("“%c” cannot stand here"), c);
        s->at++;
    }
}

void lex_next(struct scanner *s) {
    if (!s->stopped)
        skip_space(s);
    s->next = (struct token){.kind = TOKEN_END, .offset = s->at};
    if (s->stopped || s->at >= s->text.len)
        return;
    lex_token(s);
    s->next.end = s->at;
}
