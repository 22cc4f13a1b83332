// A scene as SVG 1.1: presentation attributes only, so that slides and editors read it as well as
// browsers do.
//
// Elements: svg, title, desc, defs, g, path, rect, circle, use, image, text, tspan, clipPath,
// linearGradient, radialGradient, stop; `style` in the embed mode only, with @font-face rules and
// nothing else. Every id begins with the scene's.
#pragma once

#include "backend/backend.h"

// Appends the file. `arena` is for scratch. False when a font could not be embedded (reported).
bool svg_write_scene(const struct scene *scene, struct text_engine *text,
                     const struct backend_options *options, struct diag *diag, struct arena *arena,
                     struct buf *out);
