// Parts that several shapes of a chart have.
#include "chart/shapes_parts.h"

#include "base/i18n.h"

const struct shape null_shape = {.kind = SHAPE_NULL};
const struct shape strings_shape = {.kind = SHAPE_ARRAY, .item = &shape_string};
const struct shape px_shape = {.kind = SHAPE_NUMBER, .minimum = 0, .maximum = 100000};
const struct shape angle_shape = {.kind = SHAPE_NUMBER, .minimum = -360, .maximum = 360};
const struct shape share_shape = {.kind = SHAPE_NUMBER, .minimum = 0, .maximum = 1};
const struct shape values_shape = {.kind = SHAPE_ARRAY, .item = &shape_any, .most = 10000};
const struct shape positive_shape = {.kind = SHAPE_NUMBER, .minimum = 1e-9, .maximum = 1000000};
const struct shape base_shape = {.kind = SHAPE_NUMBER, .minimum = 1.01, .maximum = 1000};

// Texts that null takes away.
static const struct shape *const title_options[] = {&shape_text, &null_shape};
const struct shape title_shape = {.kind = SHAPE_EITHER, OPTIONS(title_options)};

static const char *const style_colours[] = {"accent", "context", "ink"};
static const struct shape style_colour_shape = {.kind = SHAPE_WORD, WORDS(style_colours)};
static const struct shape *const colour_options[] = {&shape_colour, &style_colour_shape};
const struct shape colour_shape = {.kind = SHAPE_EITHER, OPTIONS(colour_options)};

// A column, or the one that a repetition puts there.
static const char *const repeater_words[] = {"repeat", "row", "column", "layer"};
static const struct shape repeater_word_shape = {.kind = SHAPE_WORD, WORDS(repeater_words)};
static const struct field repeater_fields[] = {
    {"repeat", &repeater_word_shape, true,
     N_("Of a list of fields \"repeat\"; of others \"row\", \"column\" or \"layer\".")},
};
static const struct shape repeater_shape = {.kind = SHAPE_OBJECT,
                                            .name = "repeatedField",
                                            .doc = N_("The field whose turn it is."),
                                            FIELDS(repeater_fields)};
static const struct shape *const field_options[] = {&shape_string, &repeater_shape};
const struct shape field_shape = {.kind = SHAPE_EITHER, .name = "field", OPTIONS(field_options)};
