// Inside the text engine: faces, their shaping fonts and the caches. Only src/text/ includes it.
#pragma once

#include "text/font.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>

struct icon;
struct language;

enum { STACK_FACES = 8, HALF_MARKS = 128, TURNED_MARKS = 64 };

// What is known of one glyph; found through a hash by glyph id.
struct glyph_slot {
    uint32_t glyph;
    bool used, has_ink;
    hb_glyph_extents_t ink;  // font units
    const struct path *path; // NULL until asked for
};

// The halved form of a full-width mark (OpenType halt or vhal), in font units.
struct half_form {
    uint32_t character;
    bool vertical;
    const char *language; // tag, of a table
    int advance, shift;   // shift moves the ink towards the line's start
};

// Whether a mark lies sideways in columns because the face has no vertical form of it.
struct turned_mark {
    uint32_t character;
    bool lies;
};

// Middles of ink above the baseline, em.
struct face_centres {
    double han, digits;
};

struct text_face {
    struct font_info info;
    bool chinese;     // has 的: fit to be the first face of a list
    hb_font_t *shape; // NULL until the face is needed; scaled to font units
    cairo_font_face_t *cairo;
    struct glyph_slot *slots;
    size_t slot_count, slot_capacity; // a power of two
    bool has_centres;
    struct face_centres centres;
    struct half_form halves[HALF_MARKS];
    size_t half_count;
    struct turned_mark turned[TURNED_MARKS];
    size_t turned_count;
};

// A family list once resolved to faces.
struct font_stack {
    struct str fonts, latin;
    bool bold;
    const struct language *language; // of the generic names
    font_id faces[STACK_FACES];      // a Chinese one first
    size_t face_count;
    bool has_latin;
    font_id latin_face; // for ASCII letters and digits only
};

struct width_entry {
    uint64_t hash;
    struct str words; // NULL data: free
    const struct font_stack *stack;
    struct str language; // of the style
    double width;        // em
};

struct text_engine {
    struct arena *run;
    FcConfig *config;
    struct text_face **faces;
    size_t face_count, face_capacity;
    struct font_stack **stacks;
    size_t stack_count, stack_capacity;
    struct width_entry *widths;
    size_t width_count, width_capacity; // a power of two
    const struct icon **icons;          // found so far
    size_t icon_count, icon_capacity;
    struct word_list *words; // lexicon, NULL until a wrapped text needs it
    hb_buffer_t *buffer;     // reused by every shaping
};

// The faces of a style; every family that is not installed is reported once at `place`. NULL when
// no face is left.
const struct font_stack *fonts_resolve(struct text_engine *engine, struct diag *diag,
                                       struct diag_place place, const struct text_style *style);

// The regular face of a family that no style names; false when it is not installed.
bool fonts_find_family(struct text_engine *engine, struct str family, font_id *out);
// Says that a family is not installed and which package has it.
void fonts_report_missing(struct diag *diag, enum diag_severity severity, struct diag_place place,
                          struct str family);

// The face's HarfBuzz font, opened at the first call.
hb_font_t *face_shape(struct text_engine *engine, font_id font);
bool face_has(struct text_engine *engine, font_id font, uint32_t character);
double face_units(const struct text_engine *engine, font_id font);

// The glyph's ink box in font units, cached.
hb_glyph_extents_t face_ink(struct text_engine *engine, font_id font, uint32_t glyph);

struct half_kind {
    bool vertical;
    const char *language; // tag, of a table: the form of the mark hangs on it
};

// The halved form of a full-width mark of this face (typography.md section 4: halt, else the blank
// side of the ink box, half an em at most).
struct half_form face_half(struct text_engine *engine, font_id font, uint32_t character,
                           struct half_kind kind);

// True when a mark that columns turn (brackets, dashes, ～) has no vertical form in this face.
bool face_turns(struct text_engine *engine, font_id font, uint32_t character, const char *language);

// What to centre by: the em box (.380, typography.md section 7) unless the face's Han characters
// lie elsewhere by more than .01 em; the digits' ink. Measured once.
struct face_centres face_centres(struct text_engine *engine, font_id font);

// The cache's place for a glyph, added when it is new; valid until the next call.
struct glyph_slot *face_slot(struct text_engine *engine, font_id font, uint32_t glyph);
