// Beside the line's own characters: readings (ruby, 注音) and emphasis dots (着重号).
//
// Readings have half the size and stand above the words, in columns to their right; dots stand
// below Chinese words, in columns to their right (CLREQ, interlinear annotations and emphasis
// dots).
#pragma once

#include "text/line.h"

// A reading, shaped at its own size, and the units that it belongs to.
struct reading {
    size_t from, to; // units; to 0: none of its words could be set
    double width;    // em of its own size
    struct shaped shaped;
};

// Shapes the readings of the job's words and widens the units under those that are too long.
void readings_shape(const struct shape_job *job, struct shaped *shaped);

// What a unit's reading and dot take beyond its em box; em.
struct overhang readings_overhang(const struct unit *unit, const struct language *language,
                                  bool vertical);

// Glyph runs without words of their own.
struct beside {
    struct scene_run *runs;
    size_t count, capacity;
    struct scene_glyph *glyphs; // of the last run
    size_t glyph_capacity;
    bool has_ink;
    struct rect ink; // px, from the line's start
};

// Readings and dots of the units in `span`; along[i] and advance[i] place its i-th unit, em.
struct beside readings_place(const struct line_job *job, const struct span *span,
                             const double *along, const double *advance);
