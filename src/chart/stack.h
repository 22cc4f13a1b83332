// What piling rows takes beside adding them up.
#pragma once

#include "chart/plot.h"

// Gives every row the number of its pile; returns how many there are.
size_t stack_find_piles(const struct plot *plot, const struct plot_unit *unit, size_t *pile_of);

// stack_gaps.c: adds a row of nothing where a series of piled areas has none at a place of the
// others, as Vega-Lite does: the areas on it would cross what lies below. Says so in our own
// documents.
void stack_fill_gaps(const struct plot *plot, struct plot_unit *unit);
