// Draws one line of text on a Cairo context. Where words can be copied it stands for `words`: its
// own, or those of several lines that it begins.
#pragma once

#include "backend/cairo.h"

void cairo_draw_text(const struct cairo_target *target, const struct scene_text *text,
                     struct str words);
