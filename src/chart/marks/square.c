// Squares: points that are filled and of this shape.
#include "chart/strokes.h"

const struct mark mark_square = {.name = "square",
                                 .symbols = true,
                                 .sheer = true,
                                 .shape = "square",
                                 .words = "散点图",
                                 .properties = "size label",
                                 .draw = points_draw};
