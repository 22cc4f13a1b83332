// Draws one shape at many places on a Cairo context.
#pragma once

#include "backend/cairo.h"

void cairo_draw_points(const struct cairo_target *target, const struct scene_points *points);
