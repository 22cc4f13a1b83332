// Outlines of points.
#include "chart/symbol.h"

#include <math.h>

// Corners around (0, 0) of a shape whose half side is 1.
struct outline {
    struct point corners[12];
    size_t count;
};

#define ARM 0.4                     // half an arm of the cross
#define RISE 0.86602540378443864676 // half of √3: the triangle's height, from its middle

static const struct outline outlines[] = {
    [SYMBOL_SQUARE] = {{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}, 4},
    [SYMBOL_CROSS] = {{{-1, -ARM},
                       {-1, ARM},
                       {-ARM, ARM},
                       {-ARM, 1},
                       {ARM, 1},
                       {ARM, ARM},
                       {1, ARM},
                       {1, -ARM},
                       {ARM, -ARM},
                       {ARM, -1},
                       {-ARM, -1},
                       {-ARM, -ARM}},
                      12},
    [SYMBOL_DIAMOND] = {{{-1, 0}, {0, -1}, {1, 0}, {0, 1}}, 4},
    [SYMBOL_TRIANGLE_UP] = {{{0, -RISE}, {-1, RISE}, {1, RISE}}, 3},
    [SYMBOL_TRIANGLE_DOWN] = {{{0, RISE}, {-1, -RISE}, {1, -RISE}}, 3},
    [SYMBOL_TRIANGLE_RIGHT] = {{{RISE, 0}, {-RISE, -1}, {-RISE, 1}}, 3},
    [SYMBOL_TRIANGLE_LEFT] = {{{-RISE, 0}, {RISE, -1}, {RISE, 1}}, 3},
};

void symbol_add(struct path_builder *builder, enum symbol symbol, struct point centre,
                double size) {
    double half = sqrt(size) / 2;
    if (symbol == SYMBOL_CIRCLE) {
        path_circle(builder, centre, half);
        return;
    }
    const struct outline *outline = &outlines[symbol];
    for (size_t i = 0; i < outline->count; i++) {
        double x = centre.x + half * outline->corners[i].x;
        double y = centre.y + half * outline->corners[i].y;
        if (i) {
            path_line(builder, x, y);
        } else {
            path_move(builder, x, y);
        }
    }
    path_close(builder);
}
