// Writing JSON: strings quoted and escaped, the same bytes each time.
#include "base/json_out.h"

#include "base/number.h"
#include "base/utf8.h"

#include <math.h>

static const char *short_escape(char c) {
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return NULL;
    }
}

void buf_add_json_string(struct buf *buf, struct str s) {
    buf_add_char(buf, '"');
    for (size_t at = 0; at < s.len;) {
        char first = s.data[at];
        uint32_t c = utf8_next(s, &at);
        const char *escape = short_escape(first);
        if (escape)
            buf_add_text(buf, escape);
        else if (c < 0x20)
            buf_printf(buf, "\\u%04x", (unsigned)c);
        else
            buf_add_utf8(buf, c); // what is not UTF-8 becomes U+FFFD
    }
    buf_add_char(buf, '"');
}

void buf_add_json_number(struct buf *buf, double value) {
    if (isfinite(value))
        buf_add_number_shortest(buf, value);
    else
        buf_add_text(buf, "null");
}
