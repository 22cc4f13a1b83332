// Text as quotes are compared: white space removed, full-width forms and hyphens made one.
#include "document/folded.h"

#include "base/utf8.h"

#include <string.h>

static bool is_space(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000 || c == 0xFEFF ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x2060;
}

static uint32_t fold(uint32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    bool hyphen = (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xAD || c == 0x2E3A;
    return hyphen ? '-' : c;
}

struct folded folded_make(struct arena *arena, struct str text) {
    struct folded folded = {
        .chars = ARENA_ARRAY(arena, text.len, uint32_t),
        .at = ARENA_ARRAY(arena, text.len + 1, size_t),
    };
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = utf8_next(text, &at);
        if (is_space(c))
            continue;
        folded.chars[folded.count] = fold(c);
        folded.at[folded.count++] = start;
    }
    folded.at[folded.count] = text.len;
    return folded;
}

size_t folded_find(const struct folded *whole, const struct folded *part, size_t from) {
    if (!part->count)
        return SIZE_MAX;
    for (size_t i = from; i + part->count <= whole->count; i++)
        if (whole->chars[i] == part->chars[0] &&
            memcmp(whole->chars + i, part->chars, part->count * sizeof *part->chars) == 0)
            return i;
    return SIZE_MAX;
}

size_t folded_end(const struct folded *folded, struct str text, size_t index) {
    if (index == 0)
        return folded->at[0];
    size_t end = folded->at[index - 1];
    utf8_next(text, &end);
    return end;
}
