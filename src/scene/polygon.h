// Areas that shapes share with a text's ink: what the layout checker measures.
#pragma once

#include "scene/scene.h"

enum { CONVEX_LIMIT = 12 }; // a quadrangle cut by a rectangle has at most 8 corners

// A convex polygon, clockwise on the page (y downwards).
struct convex {
    struct point corners[CONVEX_LIMIT];
    size_t count;
};

struct convex convex_from_rect(struct rect rect);
// The ink of a text by its real corners, which `ink` is the upright box of.
struct convex convex_from_text(const struct scene_text *text);
// What `rect` leaves of it; nothing when they are apart.
struct convex convex_cut(const struct convex *convex, struct rect rect);
double convex_area(const struct convex *convex);
double convex_overlap(const struct convex *a, const struct convex *b);

// A path as polygons, one after the other; curves in short lines.
struct outline {
    struct arena *arena;
    struct point *points;
    size_t count, capacity;
    struct outline_part {
        size_t end; // index behind its last point
        bool closed;
    } * parts;
    size_t part_count, part_capacity;
};

// Replaces what the outline held.
void outline_set(struct outline *outline, const struct path *path);
// Every point times `size`, plus `place`; `to` is replaced.
void outline_move(const struct outline *from, struct point place, double size, struct outline *to);

// px² inside the polygon: of the filled outline (parts that turn the other way are holes), and of
// its lines drawn `width` wide.
double outline_fill_overlap(const struct outline *outline, const struct convex *convex);
double outline_stroke_overlap(const struct outline *outline, double width,
                              const struct convex *convex);
bool outline_contains(const struct outline *outline, bool even_odd, struct point point);
