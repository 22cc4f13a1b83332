// Arrows between numbers that lead to one another.
#pragma once

#include "scene/scene.h"

// A straight arrow, its head as long as six line widths.
void arrow_draw(struct scene *scene, struct point from, struct point to, double line,
                struct colour colour);
