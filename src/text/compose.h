// The composer's steps between shaping and placing. All lengths in em.
#pragma once

#include "text/shape.h"

// Halves full-width marks that meet (CLREQ, adjustment of adjacent marks; GB/T 15834-2011 5.1.2).
void squeeze_marks(struct unit *units, size_t count);

// Puts 1/8 em between Han and Latin or digits (CLREQ, mixed text; CSS text-autospace).
void autospace_units(struct unit *units, size_t count, const struct language *language);

enum break_tier {
    BREAK_FREE,     // by its penalty
    BREAK_COHESION, // parts a number and its unit, a range, an ordinal: gives way first
    BREAK_WORD,     // parts a Latin word: gives way last
    BREAK_NEVER,    // marks and digits
};

// Where a line may end: before unit `at`.
struct chance {
    uint32_t at;
    enum break_tier tier;
    bool in_word;   // parts a Chinese word
    double penalty; // cost; line raggedness is 900 · (slack / width)²
};

struct break_options {
    const struct word_list *words; // NULL: no lexicon
    const struct language *language;
    bool title; // a —— begins a subtitle, which starts a line
};

// All chances of a paragraph but BREAK_NEVER, in order; the last is its end.
size_t breaks_find(struct arena *arena, struct str text, const struct unit *units, size_t count,
                   const struct break_options *options, struct chance **out);

// What a line of the units [from, to) takes: spaces at its ends off, marks at its ends trimmed.
struct span {
    size_t from, to;   // without the spaces at the break
    double width;      // em
    double trim_start; // taken off the first unit
    double trim_end;   // taken off the last
};

struct fit_text {
    const struct unit *units;
    const double *prefix; // prefix[i]: width of the units before i
    const double
        *shrink; // likewise: what marks and spaces inside a line may give up; NULL: nothing
    size_t count;
    bool hanging; // pauses and stops at a line's end take no width
};

// What a unit inside a line may give up when the line is justified (CLREQ, line adjustment by
// reduction): an unhalved mark its blank half, a word space what it has over a quarter of an em.
double justify_shrink(const struct unit *unit);

struct fit_text fit_measure(struct arena *arena, const struct unit *units, size_t count);
struct span fit_span(const struct fit_text *text, size_t from, size_t to);

// What the marks and spaces between a span's first and last unit may give up, em.
double fit_shrink(const struct fit_text *text, const struct span *span);

struct fit_options {
    double width;  // em, > 0
    double indent; // em, first line
    bool balance;
    bool justify; // what is left of a line opens its gaps
};

struct fit_result {
    size_t *ends; // behind each line's last unit, spaces included
    size_t count;
    enum text_strain strain;
};

// Total-fit line breaking: the cheapest set of lines.
struct fit_result fit_lines(struct arena *arena, const struct fit_text *text,
                            const struct chance *chances, size_t chance_count,
                            const struct fit_options *options);

// Where to cut so that the words before and an ellipsis of `ellipsis` em fit: a unit index.
size_t fit_cut(const struct fit_text *text, const struct chance *chances, size_t chance_count,
               double width, double ellipsis);

// What a break before a unit parts: nothing, a compound at its seam (主题|教育), a word.
enum word_place { WORD_NONE, WORD_SEAM, WORD_INSIDE };

// Reads the runs of Han; units that `skip` marks (the tails of numbers) belong to no word.
struct word_list *words_open(struct arena *arena);
void words_mark(const struct word_list *list, struct arena *arena, struct str text,
                const struct unit *units, size_t count, const bool *skip, uint8_t *places);
