// Hatches as line geometry, cut to polygons: what has no data.
#pragma once

#include "map/mesh.h"

// Lines at 45°, `gap` px apart, inside the feature's polygons. Lines of neighbours meet.
void hatch_add_feature(struct arena *arena, const struct mesh *mesh, size_t feature, double gap,
                       struct path_builder *out);
void hatch_add_rect(struct rect rect, double gap, struct path_builder *out);
