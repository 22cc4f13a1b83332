// Adjacent punctuation: which full-width marks stand half wide because of a neighbour.
//
// Simplified Chinese, horizontal: an opening mark is half after an opening or closing mark, · or
// the wide space; a closing mark is half before a closing mark, · or the wide space (、，。：；！？
// count as closing). Exactly two of ！？ are both half. · itself takes half an em (mainland use).
#include "text/compose.h"

static bool opens(const struct unit *unit) {
    return unit->class == CLASS_OPEN && unit->character > 0xFF;
}

static bool closes(const struct unit *unit) {
    return class_is_closing((enum char_class)unit->class) && unit->character > 0xFF;
}

static bool middle_or_blank(const struct unit *unit) {
    return (unit->class == CLASS_MIDDLE && unit->character != 0x2022) || unit->character == 0x3000;
}

static bool halved(const struct unit *units, size_t count, size_t i) {
    const struct unit *unit = &units[i], *before = i ? unit - 1 : NULL;
    const struct unit *after = i + 1 < count ? unit + 1 : NULL;
    if (unit->class == CLASS_MIDDLE)
        return true;
    if (opens(unit))
        return before && (opens(before) || closes(before) || middle_or_blank(before));
    if (!closes(unit))
        return false;
    if (after && (closes(after) || middle_or_blank(after)))
        return true;
    if (unit->class != CLASS_EXCLAM || !before || before->class != CLASS_EXCLAM)
        return false;
    return i < 2 || before[-1].class != CLASS_EXCLAM; // the second of exactly two
}

void squeeze_marks(struct unit *units, size_t count) {
    for (size_t i = 0; i < count; i++)
        units[i].halved = units[i].half < units[i].advance && halved(units, count, i);
}
