// Squares: points that are filled and of this shape.
#include "chart/strokes.h"

const struct mark mark_square = {.name = "square",
                                 .outlined = true,
                                 .symbols = true,
                                 .sheer = true,
                                 .shape = "square",
                                 .words = "散点图",
                                 .properties = "size label stroke strokeWidth strokeDash",
                                 .draw = points_draw};
