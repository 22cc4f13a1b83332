// Which encoding a text file is in, and its text as UTF-8.
#include "document/encoding.h"

#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

struct str encoding_skip_mark(struct str bytes) {
    return str_starts(bytes, STR("\xEF\xBB\xBF")) ? str_slice(bytes, 3, bytes.len) : bytes;
}

// UTF-16 has a mark, or ASCII characters whose other byte is NUL.
static bool is_utf16(struct str bytes) {
    if (bytes.len < 2)
        return false;
    const unsigned char *b = (const unsigned char *)bytes.data;
    if ((b[0] == 0xFF && b[1] == 0xFE) || (b[0] == 0xFE && b[1] == 0xFF))
        return true;
    return bytes.len >= 4 && ((b[0] && !b[1] && b[2] && !b[3]) || (!b[0] && b[1] && !b[2] && b[3]));
}

bool encoding_from_gb18030(struct arena *arena, struct str bytes, struct str *out) {
    iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter == (iconv_t)-1)
        return false;
    // Two bytes of GB18030 become three of UTF-8 at most, one byte becomes one.
    size_t room = bytes.len + bytes.len / 2 + 4, left = bytes.len, free_room = room;
    char *converted = arena_alloc(arena, room + 1), *to = converted;
    char *from = (char *)(uintptr_t)bytes.data; // iconv does not write to its input
    size_t result = left ? iconv(converter, &from, &left, &to, &free_room) : 0;
    iconv_close(converter);
    if (result == (size_t)-1 || left)
        return false;
    *out = (struct str){converted, room - free_room};
    return true;
}

// Counts what reads as characters of several bytes, and what does not.
static void count_sequences(struct str bytes, size_t *good, size_t *bad) {
    *good = *bad = 0;
    for (size_t at = 0; at < bytes.len;) {
        size_t start = at;
        uint32_t c = utf8_next(bytes, &at);
        if (c == UTF8_INVALID && !str_equal(str_slice(bytes, start, at), STR("\xEF\xBF\xBD")))
            ++*bad;
        else if (at - start > 1)
            ++*good;
    }
}

// Private use and control characters come out of GB18030 only when the bytes are something else.
static bool is_likely_text(struct str text) {
    size_t odd = 0, all = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        all += c >= 0x80;
        odd += (c >= 0xE000 && c <= 0xF8FF) || (c >= 0x80 && c < 0xA0) || c >= 0x2FA20;
    }
    return odd * 10 <= all;
}

enum encoding encoding_guess(struct arena *arena, struct str bytes) {
    if (is_utf16(bytes))
        return ENCODING_IS_UTF16;
    if (memchr(bytes.data ? bytes.data : "", '\0', bytes.len))
        return ENCODING_IS_BINARY;
    if (utf8_find_invalid(bytes) == SIZE_MAX)
        return ENCODING_IS_UTF8;
    size_t good, bad;
    count_sequences(bytes, &good, &bad);
    if (good > bad)
        return ENCODING_IS_DAMAGED;
    struct str text;
    if (encoding_from_gb18030(arena, bytes, &text) && is_likely_text(text))
        return ENCODING_IS_GB18030;
    return good || bad * 20 < bytes.len ? ENCODING_IS_DAMAGED : ENCODING_IS_BINARY;
}

const char *encoding_name(enum encoding encoding) {
    switch (encoding) {
    case ENCODING_IS_UTF8:
    case ENCODING_IS_DAMAGED:
        return "UTF-8";
    case ENCODING_IS_GB18030:
        return "GB18030";
    case ENCODING_IS_UTF16:
        return "UTF-16";
    case ENCODING_IS_BINARY:
        break;
    }
    return "binary";
}
