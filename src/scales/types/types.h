// What the types of scales share: even ticks, and no bend.
#pragma once

#include "scales/scale.h"
#include "scales/ticks.h"

double scale_bend_not(const struct scale *scale, double value);
size_t scale_ticks_even(struct arena *arena, const struct scale *scale, double count, double **out);
void scale_nice_even(struct scale *scale, double count);
