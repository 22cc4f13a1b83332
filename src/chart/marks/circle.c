// Circles: points that are filled and of this shape.
#include "chart/strokes.h"

const struct mark mark_circle = {.name = "circle",
                                 .outlined = true,
                                 .symbols = true,
                                 .sheer = true,
                                 .shape = "circle",
                                 .words = "散点图",
                                 .properties = "size label stroke strokeWidth strokeDash",
                                 .draw = points_draw};
