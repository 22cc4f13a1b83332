// Rows of one icon, in groups of five; the last one cut by area.
#pragma once

#include "infographic/icon.h"

struct icon_rows {
    double count; // icons, the last one a part
    size_t columns;
    double side, pitch, group_gap; // px; group_gap: more, between groups of five
    double height;
};

// The widest side, at most `most` px, of rows of `count` icons that are not too many: up to ten
// stand in one row, more in rows of ten or twenty.
double icon_rows_side(double count, double most, double width);

struct icon_rows icon_rows_make(double count, double side, double width);

void icon_rows_draw(struct scene *scene, const struct icon_rows *rows, const struct icon *icon,
                    struct point corner, struct colour colour, struct str label);
