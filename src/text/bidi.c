// Levels and order of right-to-left text.
#include "text/bidi.h"

#include <fribidi.h>

static bool is_right_to_left(uint32_t c) {
    return c >= 0x590 &&
           (c <= 0x8FF || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
            (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF) || c == 0x200F ||
            (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
}

static void paragraph_levels(struct arena *arena, const uint32_t *codes, size_t count,
                             uint8_t *levels) {
    FriBidiCharType *types = ARENA_ARRAY(arena, count, FriBidiCharType);
    FriBidiBracketType *brackets = ARENA_ARRAY(arena, count, FriBidiBracketType);
    FriBidiLevel *found = ARENA_ARRAY(arena, count, FriBidiLevel);
    FriBidiParType base = FRIBIDI_PAR_WLTR;
    fribidi_get_bidi_types(codes, (FriBidiStrIndex)count, types);
    fribidi_get_bracket_types(codes, (FriBidiStrIndex)count, types, brackets);
    // 0 is a failure of memory: the text then stands in logical order
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, (FriBidiStrIndex)count, &base, found))
        return;
    for (size_t i = 0; i < count; i++)
        levels[i] = (uint8_t)found[i];
}

const uint8_t *bidi_levels(struct arena *arena, const uint32_t *codes, size_t count) {
    size_t first = 0;
    while (first < count && !is_right_to_left(codes[first]))
        first++;
    if (first == count)
        return NULL;
    uint8_t *levels = ARENA_ARRAY(arena, count, uint8_t);
    for (size_t from = 0; from < count;) {
        size_t to = from;
        while (to < count && codes[to] != '\n')
            to++;
        if (to > from)
            paragraph_levels(arena, codes + from, to - from, levels + from);
        from = to + 1;
    }
    return levels;
}

static void reverse(size_t *order, size_t from, size_t to) {
    for (; from + 1 < to; from++, to--) {
        size_t kept = order[from];
        order[from] = order[to - 1];
        order[to - 1] = kept;
    }
}

void bidi_order(const uint8_t *levels, size_t count, size_t *order) {
    uint8_t highest = 0;
    for (size_t i = 0; i < count; i++) {
        order[i] = i;
        highest = levels[i] > highest ? levels[i] : highest;
    }
    for (unsigned level = highest; level > 0; level--)
        for (size_t from = 0; from < count; from++) {
            size_t to = from;
            while (to < count && levels[to] >= level)
                to++;
            reverse(order, from, to);
            from = to > from ? to : from;
        }
}
