// Words to clusters: every character once, with its class, face, glyphs, advance and ink.
//
// All lengths are in em of the font size, so that nothing has to be shaped again for another size.
#pragma once

#include "text/classes.h"
#include "text/engine.h"
#include "text/language.h"
#include "text/look.h"

struct shaped_glyph {
    uint32_t id;
    double x, y; // of its origin from the cluster's: along the line, and across it (upwards; in
                 // columns to the right)
};

// A cluster: what the shaper gives as one; never broken.
struct unit {
    uint32_t from, to;   // bytes of the words
    uint32_t character;  // its first
    uint8_t class;       // enum char_class
    uint8_t level;       // bidi: odd is right-to-left
    uint8_t orientation; // enum text_orientation
    const struct text_look *look;
    uint32_t reading; // 1 + index of the reading above it; 0: none
    double stretch;   // of the glyphs' width, 1 but in combined cells
    font_id font;
    uint32_t glyph_from, glyph_count;
    double advance;
    double own; // what the face's metrics give its glyphs: `advance` without kerning and widening
    double ink_left, ink_right, ink_top, ink_bottom; // along and across; right < left: no ink
    double half, half_shift; // advance and ink move when halved; half == advance: not adjustable
    // set by squeeze and autospace, before breaking
    bool halved;
    double gap; // added behind
};

struct reading;

struct shaped {
    struct str words; // cleaned: valid, without controls and what no font has
    struct unit *units;
    size_t count;
    struct shaped_glyph *glyphs;
    size_t glyph_count, glyph_capacity;
    const struct font_stack *stack;
    const struct language *language;
    bool mixed;               // some unit has a level
    struct reading *readings; // by unit.reading - 1
};

struct shape_job {
    struct text_engine *engine;
    struct arena *arena;
    struct diag *diag;
    struct diag_place place;
    const struct text_style *style;
    const struct language *language;
    bool vertical;
    const struct marked *marked; // looks of the words, or NULL
};

// Cleans and shapes `words`. What cannot be set is reported at the job's place and left out.
struct shaped shape_words(const struct shape_job *job, struct str words);

// Width of a unit inside a line.
static inline double unit_advance(const struct unit *unit) {
    return (unit->halved ? unit->half : unit->advance) + unit->gap;
}

// What the line needs beyond the em box of the text's own size, in em: above and below (in columns
// to the right and to the left).
struct overhang {
    double over, under;
};
