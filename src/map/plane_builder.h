// Inside the bases without true boundaries: features of one polygon each.
#pragma once

#include "map/geo.h"

struct plane_builder {
    struct geo *geo;
};

// Room for `features` polygons of `points_each` points.
struct plane_builder plane_open(struct arena *arena, size_t features, size_t points_each);

// Gives the next feature its polygon; its properties are the caller's, before that.
void plane_add_shape(struct plane_builder *builder, const struct point *points, size_t count);
