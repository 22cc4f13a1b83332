// Building paths: move, line, curve, close, and the shapes made of them.
#pragma once

#include "scene/scene.h"

struct path_builder {
    struct arena *arena;
    uint8_t *verbs;
    size_t verb_count, verb_capacity;
    struct point *points;
    size_t point_count, point_capacity;
};

#define PATH_BUILDER(arena_pointer) ((struct path_builder){.arena = (arena_pointer)})

void path_move(struct path_builder *builder, double x, double y);
void path_line(struct path_builder *builder, double x, double y);
void path_curve(struct path_builder *builder, struct point c1, struct point c2, struct point to);
void path_close(struct path_builder *builder);
// Clockwise arc of a circle around `centre` from one angle to another (degrees, 0 to the right,
// 90 downwards), as cubic curves; counterclockwise when `to_deg` is the smaller. Continues from the
// current point with a line, or starts a subpath when there is none.
void path_arc(struct path_builder *builder, struct point centre, double radius, double from_deg,
              double to_deg);
void path_circle(struct path_builder *builder, struct point centre, double radius);
void path_rect(struct path_builder *builder, struct rect rect);
// Radii from the top left corner clockwise; shrunk together when they do not fit.
void path_rounded_rect(struct path_builder *builder, struct rect rect, const double radii[4]);
// The path so far, in the builder's arena; the builder starts anew.
struct path path_done(struct path_builder *builder);

struct rect path_bounds(const struct path *path); // exact for curves
