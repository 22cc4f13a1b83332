// Shapes of a chart's keys, for the registry of figures.
#pragma once

#include "document/shape.h"

extern const struct shape mark_shape, encoding_shape, data_shape, layer_shape, extent_shape,
    geo_projection_shape, mixed_shape, highlight_shape, facet_operator_shape, view_shape,
    views_shape, repeat_shape, spacing_shape, view_align_shape, center_shape, bounds_shape,
    resolve_shape, parameters_shape, columns_shape;

extern const char *const type_words[];
extern const char *const label_position_words[];
extern const char *const symbol_words[]; // in the order of enum symbol
extern const char *const curve_words[];  // in the order of enum curve

extern const struct shape transforms_shape;
extern const struct shape test_shape, bin_shape, time_unit_shape; // also of transforms
