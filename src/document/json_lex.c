// The scanner's tokens: JSON's own, and what people type in their place.
#include "document/json_lex.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/utf8.h"

#include <string.h>

static bool is_word(unsigned char c) {
    return lex_is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c == '$' || c >= 0x80;
}

// The ASCII mark that a Chinese input method's character stands for, or 0.
char lex_ascii_of(uint32_t c) {
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
        break;
    }
    if (c < 0x80)
        return (char)c;
    if (c < 0xFF01 || c > 0xFF5E)
        return 0;
    return (char)(c - 0xFEE0);
}

void lex_report_slip(struct scanner *s, size_t at, uint32_t found, char meant) {
    char bytes[4];
    struct str shown = {bytes, utf8_encode(found, bytes)};
    if (meant == ' ') {
        scan_report(s, DIAG_INPUT_METHOD, at, STR_NONE,
                    _("a wide space (U+3000) stands where an ASCII space must"));
        return;
    }
    if (meant == '"' || meant == '\'')
        scan_report(s, DIAG_INPUT_METHOD, at, STR_NONE,
                    _("the quote %.*s of a Chinese input method; JSON wants the ASCII mark \""),
                    STR_ARG(shown));
    else
        scan_report(s, DIAG_INPUT_METHOD, at, STR_NONE,
                    _("“%.*s” of a Chinese input method; JSON wants the ASCII mark %c"),
                    STR_ARG(shown), meant);
}

void lex_report_control(struct scanner *s, size_t at, unsigned char c) {
    struct str hint = c == '\n' ? STR("write \\n") : c == '\t' ? STR("write \\t") : STR_NONE;
    scan_report(s, DIAG_UNESCAPED, at, hint, _("a control character U+%04X stands in a text"),
                (unsigned)c);
}

// Skips a comment at s->at; false when there is none.
static bool skip_comment(struct scanner *s) {
    size_t start = s->at;
    unsigned char c = lex_byte(s, start), d = lex_byte(s, start + 1);
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
        while (lex_is_space(lex_byte(s, s->at)))
            s->at++;
        unsigned char c = lex_byte(s, s->at);
        if ((c == '/' || c == '#') && skip_comment(s))
            continue;
        if (c < 0x80)
            return;
        size_t end;
        uint32_t wide = lex_character(s, s->at, &end);
        if (wide == 0x3000) {
            lex_report_slip(s, s->at, wide, ' ');
            while (lex_character(s, end, &s->at) == 0x3000)
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

// What is wrong with a number that begins at `text`, or NULL.
static const char *number_fault(struct str text) {
    size_t at = 0, len = text.len;
    const char *t = text.data;
#define DIGITS()                                           \
    while (at < len && lex_is_digit((unsigned char)t[at])) \
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
        unsigned char c = lex_byte(s, at);
        size_t end = at + 1;
        if (c < 0x80 ? !is_word(c) && !strchr("+-.%", c)
                     : lex_ascii_of(lex_character(s, at, &end)) != 0)
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
    while (c = lex_byte(s, s->at), c && c < 0x80 && (is_word(c) || strchr("+-.", c)))
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
    lex_report_slip(s, s->at, first, lex_ascii_of(first));
    for (size_t end; s->at < s->text.len; s->at = end) {
        uint32_t c = lex_character(s, s->at, &end);
        char ascii = lex_ascii_of(c);
        if (!lex_is_digit((unsigned char)ascii) && ascii != '.' && ascii != '-')
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
    uint32_t c = lex_character(s, s->at, &end);
    char ascii = lex_ascii_of(c);
    if (lex_is_digit((unsigned char)ascii) || ascii == '-') {
        lex_wide_number(s, c);
    } else if (ascii == '"' || ascii == '\'') {
        lex_report_slip(s, s->at, c, ascii);
        lex_string(s, c, end);
    } else if (ascii && kind_of_mark(ascii) != TOKEN_BAD) {
        lex_report_slip(s, s->at, c, ascii);
        s->next.kind = kind_of_mark(ascii);
        s->at = end;
    } else if (ascii) {
        lex_report_slip(s, s->at, c, ascii);
        s->next.kind = TOKEN_BAD;
        s->at = end;
    } else {
        lex_word(s);
    }
}

static void lex_token(struct scanner *s) {
    unsigned char c = lex_byte(s, s->at);
    if (c == '"') {
        lex_string(s, c, s->at + 1);
    } else if (kind_of_mark((char)c) != TOKEN_BAD) {
        s->next.kind = kind_of_mark((char)c);
        s->at++;
    } else if (lex_is_digit(c) || c == '-' || c == '+' || c == '.') {
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
            lex_report_control(s, s->at, c);
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
