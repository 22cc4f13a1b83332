// Adds paths of a scene to a Cairo context.
#pragma once

#include "scene/path.h"

#include <cairo.h>

// Adds a path to the current one, in the context's user space.
void cairo_append_scene_path(cairo_t *cr, const struct path *path);

// As above for what is filled, or stroked `width` px wide without dashes, on pixels: stretches
// above and below the clip are replaced by straight lines there, which leaves the pixels as they
// are. A picture drawn in bands would else pay for the whole path in each of them.
void cairo_append_seen_path(cairo_t *cr, const struct path *path, double width);
