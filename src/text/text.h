// Setting text: words and a width in, lines of placed glyphs out.
//
// All text of every figure goes through here. HarfBuzz shapes once; squeeze, spacing,
// line breaking and placement are ours (docs/typography.md names rule and source).
#pragma once

#include "base/diag.h"
#include "scene/scene.h"

// The em box about a baseline (typography.md section 7: BASE ideo of Noto CJK).
#define EM_ASCENT 0.88

struct text_engine; // fonts, shaping context and their caches; one a run, one thread

struct text_options {
    struct str fonts_folder; // extra font files (beside a style), or STR_NONE
};

// NULL when the fonts of the machine cannot be opened (reported, environment).
struct text_engine *text_open(struct arena *run, struct diag *diag,
                              const struct text_options *options);
void text_close(struct text_engine *engine);

struct text_style {
    struct str fonts; // family list, the Chinese face first: "Noto Sans CJK SC"
    struct str latin; // family for Latin letters and digits only, or STR_NONE
    bool bold;
    double size; // px, > 0
    struct colour colour;
    struct colour accent; // of the markup's "accent"; alpha 0: the text's colour
    struct str language;  // BCP 47: zh-Hans, zh-Hant, ja, en …; STR_NONE is zh-Hans
};

enum text_mode {
    TEXT_WRAP,     // as many lines as the width needs, total fit
    TEXT_BALANCE,  // the fewest lines, as equal as they can be: titles, labels
    TEXT_TRUNCATE, // one line, cut with …… where it is too long
    TEXT_JUSTIFY,  // paragraphs: both edges flush but in the last line
};

struct text_request {
    struct str words; // line feeds break paragraphs
    bool markup;      // read the one small markup (docs/markup.md)
    struct text_style style;
    double width; // px (height of a column when vertical); 0: no limit
    enum text_mode mode;
    bool vertical;           // columns from right to left
    double line_pitch;       // em from baseline to baseline; 0: 1.35
    double indent;           // em, of the first line of a paragraph
    unsigned columns;        // `width` is shared by so many columns of lines (tiers when vertical)
    double column_gap;       // em between them; 0: 2
    bool hanging;            // marks may hang over the edge
    struct diag_place place; // where the words come from, for messages
};

enum text_orientation { TEXT_UPRIGHT, TEXT_SIDEWAYS, TEXT_COMBINED };

struct text_cluster {
    struct str text;
    double x, y;             // from the line's start (columns: centre of the column, from its top)
    double advance;          // squeeze, spacing and edge trimming included
    double ink_x, ink_width; // ink relative to x
    font_id font;
    const uint32_t *glyphs;
    size_t glyph_count;
    enum text_orientation orientation;
};

struct text_line {
    struct str words;   // spaces at the break removed
    double x, y;        // start of the baseline (columns: top of the axis), block's corner = (0, 0)
    double width;       // sum of the advances
    double over, under; // of larger parts and readings beyond the em box (columns: right and left)
    const struct text_cluster *clusters;
    size_t cluster_count;
    struct rect ink; // relative to the block's corner
    const struct scene_run *runs;
    size_t run_count;
};

// What had to give way to fit the width, mildest first.
enum text_strain { STRAIN_NONE, STRAIN_COHESION, STRAIN_WORD, STRAIN_OVERFLOW };

struct text_block {
    double width, height;  // of the em boxes: widest line × (lines, pitch between them)
    double first_baseline; // from the top: 0.88 em of the first line
    double centre;         // optical middle of a single line, above its baseline
    const struct text_line *lines;
    size_t line_count;
    enum text_strain strain;
    bool truncated;
    struct text_style style;
    struct str words; // of all lines, markup removed
    bool vertical;
};

// Sets the words; the block lives in `arena`. Never NULL: what cannot be set (a glyph that no font
// has, invalid UTF-8) is reported at the request's place and left out.
const struct text_block *text_set(struct text_engine *engine, struct arena *arena,
                                  struct diag *diag, const struct text_request *request);

// Words without their markup, for titles and descriptions that no eye sees; reports nothing.
struct str text_plain(struct arena *arena, struct str words);

// A printed number as cards and bars show it: 3000余万人次 in large digits, all else (约 余 万 亿,
// the unit, %) smaller on the digits' baseline. Digits, their marks and signs count as digits, Han
// numerals too when there are no others (三张, 百分之十二).
struct text_number {
    struct str printed;
    struct text_style style;   // of the digits
    double unit_scale;         // size of all else, of the digits' size; 0: 0.5
    bool unit_regular;         // all else in regular weight
    struct colour unit_colour; // of all else; alpha 0: the digits'
    struct diag_place place;
};

// One line, however long. `centre` of the block is the digits'.
const struct text_block *text_set_number(struct text_engine *engine, struct arena *arena,
                                         struct diag *diag, const struct text_number *number);

// One line's advance without wrapping: what layouts ask most. Cached by words and style.
double text_width(struct text_engine *engine, struct arena *arena, struct diag *diag,
                  const struct text_style *style, struct str words);

// Where a one-line number's decimal point begins, or its last digit ends when it has none, in px
// from its start: numbers of a column placed at x minus this stand under each other.
double text_decimal_place(const struct text_block *block);

enum text_align { ALIGN_START, ALIGN_CENTRE, ALIGN_END };

// Where a point of the block goes. Vertical centring of one line is optical: by the Han characters'
// middle (the em box's in Noto CJK: baseline at centre + .380 em), or by the digits' ink when the
// line's largest characters are digits only (typography.md, section 7).
enum text_baseline { BASELINE_TOP, BASELINE_MIDDLE, BASELINE_ALPHABETIC, BASELINE_BOTTOM };

struct text_placement {
    struct point at;
    enum text_align align;       // of the whole block to `at`, and of its lines in it
    enum text_baseline baseline; // of the block (ALPHABETIC: the first line's)
    double angle_deg;            // clockwise about `at`
    double halo_width;
    struct colour halo;
};

// Adds the block: one item a line, in a group with the words as label when there are several.
// Returns the box that it takes (turned).
struct rect text_place(struct scene *scene, enum scene_role role, uint32_t owner,
                       const struct text_block *block, const struct text_placement *placement);
