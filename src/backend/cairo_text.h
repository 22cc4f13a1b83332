// Draws one line of text on a Cairo context.
#pragma once

#include "backend/cairo.h"

void cairo_draw_text(const struct cairo_target *target, const struct scene_text *text);
