// The widths of Chinese marks: their halves, and what a face has too narrow.
#include "text/marks.h"

// Whether the mark may give up a half: not one that stands in the middle of its square.
static bool is_adjustable(const struct language *language, const struct unit *unit) {
    if (!class_is_adjustable(unit->character) || unit->advance < 0.9)
        return false;
    switch (unit->class) {
    case CLASS_PAUSE:
    case CLASS_STOP:
    case CLASS_EXCLAM:
        return !language->centred_marks;
    case CLASS_MIDDLE:
        return language->half_middle_dot;
    default:
        return true;
    }
}

static void shift_ink(struct shaped *shaped, struct unit *unit, double by) {
    for (size_t g = 0; g < unit->glyph_count; g++)
        shaped->glyphs[unit->glyph_from + g].x += by;
    unit->ink_left += by, unit->ink_right += by;
}

static bool is_curly_quote(uint32_t c) {
    return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
}

// A Chinese face whose quotes or middle dot are narrow (“ ” of LXGW WenKai, · of Noto Serif CJK):
// the mark gets the width that it has in Chinese type, a quote's ink beside the quoted words.
static void widen_mark(const struct shape_job *job, struct shaped *shaped, struct unit *unit) {
    const struct language *language = job->language;
    bool chinese = job->engine->faces[unit->font.index]->chinese;
    if (!chinese || language->narrow_quotes || unit->advance >= 0.9)
        return;
    double has = unit->advance;
    bool opening = unit->class == CLASS_OPEN;
    if (is_curly_quote(unit->character) && unit->class != CLASS_LATIN) {
        unit->half = has > 0.5 ? has : 0.5;
        unit->advance = 1;
        unit->half_shift = opening ? unit->half - 1 : 0;
        shift_ink(shaped, unit, opening ? 1 - has : 0);
    } else if (unit->character == 0xB7) {
        double wanted = language->half_middle_dot ? 0.5 : 1;
        if (has >= wanted)
            return;
        unit->half = unit->advance = wanted;
        shift_ink(shaped, unit, (wanted - has) / 2);
    }
}

void marks_finish_unit(const struct shape_job *job, struct shaped *shaped, struct unit *unit,
                       bool down) {
    unit->half = unit->advance;
    if (!down)
        widen_mark(job, shaped, unit);
    if (unit->half < unit->advance || !is_adjustable(job->language, unit))
        return;
    double em = face_units(job->engine, unit->font);
    struct half_form form = face_half(job->engine, unit->font, unit->character,
                                      (struct half_kind){down, job->language->tag});
    unit->half = form.advance / em;
    unit->half_shift = form.shift / em;
}

// Marks that columns turn: a face has them in its vertical forms, or they lie (UAX #50, Tr and R).
bool marks_are_turned(uint32_t c) {
    switch (class_of(c)) {
    case CLASS_OPEN:
    case CLASS_CLOSE:
    case CLASS_DASH:
    case CLASS_ELLIPSIS:
    case CLASS_CONNECT:
        return true;
    default:
        return c == 0x30FC; // ー
    }
}
