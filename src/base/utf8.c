// UTF-8: decoding, encoding, validation (Unicode 15, section 3.9).
#include "base/utf8.h"

// Length of the sequence a lead byte announces and the range of its second byte (table 3-7).
struct lead {
    unsigned length, low, high;
};

static struct lead lead_of(unsigned char c) {
    if (c < 0x80)
        return (struct lead){1, 0, 0};
    if (c >= 0xC2 && c <= 0xDF)
        return (struct lead){2, 0x80, 0xBF};
    if (c >= 0xE0 && c <= 0xEF)
        return (struct lead){3, c == 0xE0 ? 0xA0u : 0x80u, c == 0xED ? 0x9Fu : 0xBFu};
    if (c >= 0xF0 && c <= 0xF4)
        return (struct lead){4, c == 0xF0 ? 0x90u : 0x80u, c == 0xF4 ? 0x8Fu : 0xBFu};
    return (struct lead){0, 0, 0};
}

// Decodes at *at; false where the bytes are not valid, *at then behind the maximal valid prefix.
static bool decode(struct str s, size_t *at, uint32_t *out) {
    unsigned char first = (unsigned char)s.data[(*at)++];
    struct lead lead = lead_of(first);
    if (lead.length == 1) {
        *out = first;
        return true;
    }
    if (lead.length == 0)
        return false;
    uint32_t c = first & (0xFFu >> (lead.length + 1));
    for (unsigned i = 1; i < lead.length; i++) {
        unsigned low = i == 1 ? lead.low : 0x80u, high = i == 1 ? lead.high : 0xBFu;
        if (*at >= s.len)
            return false;
        unsigned char next = (unsigned char)s.data[*at];
        if (next < low || next > high)
            return false;
        c = c << 6 | (next & 0x3Fu);
        (*at)++;
    }
    *out = c;
    return true;
}

uint32_t utf8_next(struct str s, size_t *at) {
    uint32_t c;
    return decode(s, at, &c) ? c : UTF8_INVALID;
}

uint32_t utf8_previous(struct str s, size_t *at) {
    size_t end = *at, start = end - 1;
    while (start > 0 && end - start < 4 && ((unsigned char)s.data[start] & 0xC0) == 0x80)
        start--;
    size_t probe = start;
    uint32_t c;
    if (decode(s, &probe, &c) && probe == end) {
        *at = start;
        return c;
    }
    *at = end - 1;
    return UTF8_INVALID;
}

size_t utf8_encode(uint32_t c, char out[4]) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = UTF8_INVALID;
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)((0xF00u >> length & 0xF0u) | c);
    return length;
}

size_t utf8_find_invalid(struct str s) {
    size_t at = 0;
    while (at < s.len) {
        size_t start = at;
        uint32_t c;
        if (!decode(s, &at, &c))
            return start;
    }
    return SIZE_MAX;
}

size_t utf8_count(struct str s) {
    size_t count = 0;
    for (size_t at = 0; at < s.len; count++)
        utf8_next(s, &at);
    return count;
}

void buf_add_utf8(struct buf *buf, uint32_t c) {
    char bytes[4];
    buf_add(buf, bytes, utf8_encode(c, bytes));
}
