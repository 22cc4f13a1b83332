// Drawing a chart that is laid out, with its title block and foot, into its scene.
#pragma once

#include "chart/layout.h"

void plot_draw(struct plot *plot, const struct layout *layout);
