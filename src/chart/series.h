// Series: the rows that one line or area joins.
#pragma once

#include "chart/mark.h"

struct series {
    const size_t *rows; // in the order in which they are joined
    size_t count;
};

// The series of a unit (one for each combination of its categories that are no place), in order of
// first appearance in the data. Rows follow their place along the band axis, or the channel order.
size_t series_make(const struct plot *plot, const struct plot_unit *unit,
                   const struct series **out);

// A row's place along the band axis, as a number that orders rows before the layout is known.
double series_rank(const struct plot *plot, const struct plot_unit *unit, size_t row);

// A stretch of a series without a missing amount.
struct stretch {
    const size_t *rows;
    size_t count;
};

// The stretch that begins at or behind *at, which moves behind it; count 0 when there is none.
struct stretch series_next_stretch(const struct plot *plot, const struct plot_unit *unit,
                                   const struct series *series, size_t *at);

// What a line or an area says, for screen readers: its rows, or the first and the last of many.
struct str series_words(const struct plot *plot, const struct plot_unit *unit,
                        const struct series *series);
