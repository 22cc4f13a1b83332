// Circles: points that are filled and of this shape.
#include "chart/strokes.h"

const struct mark mark_circle = {.name = "circle",
                                 .symbols = true,
                                 .sheer = true,
                                 .shape = "circle",
                                 .words = "散点图",
                                 .properties = "size label",
                                 .draw = points_draw};
