// The shapes of points, as Vega draws them: `size` is the area of the square around them, px².
#pragma once

#include "scene/path.h"

// In the order of symbol_words in shapes.c.
enum symbol {
    SYMBOL_CIRCLE,
    SYMBOL_SQUARE,
    SYMBOL_CROSS,
    SYMBOL_DIAMOND,
    SYMBOL_TRIANGLE_UP,
    SYMBOL_TRIANGLE_DOWN,
    SYMBOL_TRIANGLE_RIGHT,
    SYMBOL_TRIANGLE_LEFT,
    SYMBOL_COUNT,
};

void symbol_add(struct path_builder *builder, enum symbol symbol, struct point centre, double size);
