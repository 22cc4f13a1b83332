// What an axis and a legend may say.
#include "chart/shapes_parts.h"

#include "base/i18n.h"

static const char *const format_type_words[] = {"number", "time"};
static const struct shape format_type_shape = {.kind = SHAPE_WORD, WORDS(format_type_words)};
static const char *const side_words[] = {"left", "right", "bottom"};
static const struct shape side_shape = {.kind = SHAPE_WORD, WORDS(side_words)};
static const struct field axis_fields[] = {
    {"title", &title_shape, false, N_("Title of the axis; null for none.")},
    {"grid", &shape_bool, false, N_("Whether grid lines are drawn.")},
    {"labels", &shape_bool, false, N_("Whether the axis has labels.")},
    {"ticks", &shape_bool, false, N_("Whether ticks are drawn.")},
    {"domain", &shape_bool, false, N_("Whether the axis line is drawn.")},
    {"labelAngle", &angle_shape, false, N_("Turn of the labels in degrees, clockwise.")},
    {"orient", &side_shape, false,
     N_("The side of an upright axis; right for the second of two (see resolve), else left.")},
    {"tickCount", &px_shape, false, N_("About how many ticks.")},
    {"format", &shape_string, false,
     N_("How numbers are printed, as d3-format: \",.1f\", or \"w\" (万 and 亿), \"z\" (增长5.2%, "
        "下降5.2%).")},
    {"values", &values_shape, false, N_("The ticks themselves.")},
    {"formatType", &format_type_shape, false, N_("Whether `format` is of numbers or of times.")},
};
static const struct shape axis_object_shape = {
    .kind = SHAPE_OBJECT, .name = "axis", FIELDS(axis_fields)};
static const struct shape *const axis_options[] = {&axis_object_shape, &null_shape};
const struct shape axis_shape = {.kind = SHAPE_EITHER, OPTIONS(axis_options)};

static const struct field legend_fields[] = {
    {"title", &title_shape, false, N_("Title of the legend; null for none.")},
};
static const struct shape legend_object_shape = {
    .kind = SHAPE_OBJECT, .name = "legend", FIELDS(legend_fields)};
static const struct shape *const legend_options[] = {&legend_object_shape, &null_shape};
const struct shape legend_shape = {.kind = SHAPE_EITHER, OPTIONS(legend_options)};
