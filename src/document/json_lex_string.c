// Texts of a JSON file: escapes, and where a text ends whose closing quote is not what it should
// be.
#include "document/json_lex.h"

#include "base/i18n.h"
#include "base/utf8.h"

#include <string.h>

enum { STRING_LOOKAHEAD = 64 * 1024 }; // bytes searched for the end of a string of several lines

static bool is_structural(char c) {
    return c == ',' || c == ':' || c == '}' || c == ']';
}

// Whether a string may have ended at `at`: a mark of JSON, or its wide form, or the end follows.
static bool may_follow_string(const struct scanner *s, size_t at) {
    while (lex_is_space(lex_byte(s, at)))
        at++;
    if (at >= s->text.len)
        return true;
    size_t end;
    uint32_t c = lex_character(s, at, &end);
    char ascii = lex_ascii_of(c);
    return is_structural(ascii);
}

static int hex_value(unsigned char c) {
    if (lex_is_digit(c))
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The four hex digits at `at`; -1 when they are not.
static long hex4(const struct scanner *s, size_t at) {
    long value = 0;
    for (size_t i = 0; i < 4; i++) {
        int digit = hex_value(lex_byte(s, at + i));
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
        long low = lex_byte(s, end) == '\\' && lex_byte(s, end + 1) == 'u' ? hex4(s, end + 2) : -1;
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
    unsigned char c = lex_byte(s, at + 1);
    if (c == 'u')
        return read_unicode_escape(s, at, out);
    const char *name = c ? strchr(names, c) : NULL;
    if (name) {
        buf_add_char(out, values[name - names]);
        return at + 2;
    }
    size_t end = at + 1;
    if (end < s->text.len)
        lex_character(s, at + 1, &end);
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
        uint32_t c = lex_character(s, at, &end);
        if (c == '\\')
            end++;
        else if (is_close(string, c))
            return may_follow_string(s, end);
        at = end;
    }
    return false;
}

// Where the text ends that was not closed before the end of its line: before its comma.
static size_t unclosed_end(const struct scanner *s, size_t start, size_t at) {
    while (at > start && lex_is_space(lex_byte(s, at - 1)))
        at--;
    return at > start && lex_byte(s, at - 1) == ',' ? at - 1 : at;
}

// Finds the end of the string whose text begins at `start`: returns the offset of its closing
// quote and its end in *end. Unclosed strings are reported.
static size_t find_string_end(struct scanner *s, size_t start, struct string_scan *string,
                              size_t *end) {
    for (size_t at = start; at < s->text.len;) {
        unsigned char c = lex_byte(s, at);
        if (c >= 0x80 && string->close == '"' && c != 0xE2) { // quickly over Han
            at++;
            continue;
        }
        uint32_t character = lex_character(s, at, end);
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
            if (c != '\r' || lex_byte(s, at + 1) != '\n')
                lex_report_control(s, at, c);
        }
        at = *end;
    }
    if (string->curly_close != SIZE_MAX) {
        lex_report_slip(s, string->curly_close, 0x201D, '"');
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
void lex_string(struct scanner *s, uint32_t quote, size_t start) {
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
