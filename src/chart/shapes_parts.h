// Parts that several shapes of a chart have, and how their tables are written.
#pragma once

#include "chart/shapes.h"

#define WORDS(list) .words = (list), .word_count = sizeof(list) / sizeof *(list)
#define FIELDS(list) .fields = (list), .field_count = sizeof(list) / sizeof *(list)
#define OPTIONS(list) .options = (list), .option_count = sizeof(list) / sizeof *(list)

extern const struct shape null_shape, strings_shape, px_shape, angle_shape, share_shape,
    values_shape, title_shape, field_shape, positive_shape, base_shape, colour_shape;

// Of channels.
extern const struct shape category_type_shape, sort_shape, row_shape, symbol_shape, place_shape;
extern const struct shape axis_shape, legend_shape; // shapes_guides.c
extern const struct shape scale_shape, colour_scale_shape, number_scale_shape,
    category_scale_shape;                   // shapes_scale.c
extern const struct shape bin_object_shape; // shapes_rows.c
