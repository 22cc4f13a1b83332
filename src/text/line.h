// One line: units of a span to placed clusters and glyph runs, in px.
#pragma once

#include "text/compose.h"

struct line_job {
    struct text_engine *engine;
    struct arena *arena;
    const struct shaped *shaped;
    double size; // px
    struct colour colour;
    bool vertical;
};

// Fills words, width, clusters, runs and ink of `line`, whose x and y are set. `span` counts units
// of the whole text. `extra`: em behind each unit of the span, by justification; or NULL.
void line_fill(const struct line_job *job, const struct span *span, const double *extra,
               struct text_line *line);

// What the span's larger, raised and lowered parts, readings and dots take beyond the text's own em
// box.
struct overhang line_overhang(const struct unit *units, const struct span *span,
                              const struct language *language, bool vertical);

// Space behind each unit of a justified line, less than none where it must shrink, so that it fills
// `width` em; NULL when nothing is to do (CLREQ, line adjustment; justify.c has the order).
const double *justify_line(struct arena *arena, const struct unit *units, const struct span *span,
                           double width);
