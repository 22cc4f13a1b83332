// Columns: orientation by token, and the cell that two digits share.
#include "text/vertical.h"

// Capitals and digits have their centre .3665 em above the baseline (typography.md section 7).
static const double digit_centre = 0.3665;

// Characters of Latin words and numbers; marks that Chinese type sets full wide are not.
static bool lies(uint32_t c) {
    if (c <= ' ' || c == '\n' || c == 0xB7)
        return false;
    if (c < 0x250)
        return true;
    switch (class_of(c)) {
    case CLASS_LATIN:
    case CLASS_OPERATOR:
        return c < 0x3000;
    case CLASS_DIGIT:
    case CLASS_HYPHEN:
        return c < 0xFF00;
    default:
        return c == 0x2013; // –
    }
}

static bool is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

static enum text_orientation token_orientation(const uint32_t *codes, size_t from, size_t to) {
    bool digits = true;
    for (size_t i = from; i < to; i++)
        digits = digits && is_digit(codes[i]);
    if (digits && to - from <= 2)
        return TEXT_COMBINED;
    return to - from == 1 && class_of(codes[from]) == CLASS_LATIN ? TEXT_UPRIGHT : TEXT_SIDEWAYS;
}

void vertical_orient(const uint32_t *codes, size_t count, enum text_orientation *out) {
    for (size_t from = 0; from < count;) {
        size_t to = from;
        while (to < count && lies(codes[to]))
            to++;
        enum text_orientation orientation =
            to > from ? token_orientation(codes, from, to) : TEXT_UPRIGHT;
        to = to > from ? to : from + 1;
        for (; from < to; from++)
            out[from] = orientation;
    }
}

void vertical_combine(struct shaped *shaped, size_t first) {
    struct unit *cell = &shaped->units[first];
    for (size_t i = first + 1; i < shaped->count; i++) {
        const struct unit *unit = &shaped->units[i];
        for (size_t g = 0; g < unit->glyph_count; g++)
            shaped->glyphs[unit->glyph_from + g].x += cell->advance;
        cell->ink_right = cell->advance + unit->ink_right;
        cell->ink_top = unit->ink_top > cell->ink_top ? unit->ink_top : cell->ink_top;
        cell->ink_bottom =
            unit->ink_bottom < cell->ink_bottom ? unit->ink_bottom : cell->ink_bottom;
        cell->advance += unit->advance;
        cell->glyph_count += unit->glyph_count;
        cell->to = unit->to;
    }
    shaped->count = first + 1;
    double width = cell->advance, stretch = width > 1 ? 1 / width : 1;
    double baseline = 0.5 + digit_centre;
    for (size_t g = 0; g < cell->glyph_count; g++) {
        struct shaped_glyph *glyph = &shaped->glyphs[cell->glyph_from + g];
        *glyph = (struct shaped_glyph){
            .id = glyph->id, .x = baseline - glyph->y, .y = (glyph->x - width / 2) * stretch};
    }
    double left = cell->ink_left, right = cell->ink_right;
    cell->ink_left = baseline - cell->ink_top;
    cell->ink_right = baseline - cell->ink_bottom;
    cell->ink_bottom = (left - width / 2) * stretch;
    cell->ink_top = (right - width / 2) * stretch;
    cell->stretch = stretch;
    cell->advance = cell->half = 1;
}
