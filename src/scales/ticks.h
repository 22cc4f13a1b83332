// Ticks of continuous scales, as d3-array 3 and d3-scale 4 choose them: steps of 1, 2 or 5 times a
// power of ten, the step decided by the geometric means of its neighbours (√2, √10, √50).
#pragma once

#include "base/arena.h"

enum { TICKS_LIMIT = 1000 };

// The increment from `start` to `stop` (start <= stop) for about `count` ticks: positive, or
// negative for the inverse of a step below one, as d3.tickIncrement has it, so that no binary dust
// of 0.1 enters the ticks. 0 when there is none.
double ticks_increment(double start, double stop, double count);

// Ticks within the interval, rising (falling when stop < start); at most TICKS_LIMIT. Returns how
// many.
size_t ticks_make(struct arena *arena, double start, double stop, double count, double **out);

// Decimals that tell neighbouring ticks of this increment apart.
int ticks_decimals(double increment);

// Widens [*start, *stop] to ticks, up to ten times as d3-scale's nice does.
void ticks_nice(double *start, double *stop, double count);
