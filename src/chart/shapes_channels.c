// What the channels of an encoding may say.
#include "chart/shapes_parts.h"

#include "base/i18n.h"
#include "chart/aggregate.h"
#include "chart/spec.h"

static const struct shape aggregate_shape = {
    .kind = SHAPE_WORD, .words = aggregate_words, .word_count = AGGREGATE_NONE};
const char *const type_words[] = {"quantitative", "ordinal", "nominal", "temporal"};
static const struct shape type_shape = {
    .kind = SHAPE_WORD, .words = type_words, .word_count = sizeof type_words / sizeof *type_words};

const struct shape category_type_shape = {
    .kind = SHAPE_WORD, .words = type_words + 1, .word_count = 2};

static const char *const order_words[] = {"ascending", "descending"};
static const struct shape order_shape = {.kind = SHAPE_WORD, WORDS(order_words)};
static const struct field sort_fields[] = {
    {"field", &field_shape, false, N_("The field to sort by.")},
    {"encoding", &shape_string, false, N_("The channel to sort by, as \"x\".")},
    {"op", &aggregate_shape, false, N_("How the rows of one category are brought together.")},
    {"order", &order_shape, false, N_("ascending (default) or descending.")},
};
static const struct shape sort_object_shape = {
    .kind = SHAPE_OBJECT, .name = "sort", FIELDS(sort_fields)};
static const char *const sort_words[] = {"ascending", "descending", "x",     "-x",
                                         "y",         "-y",         "color", "-color"};
static const struct shape sort_word_shape = {.kind = SHAPE_WORD, WORDS(sort_words)};
static const struct shape *const sort_options[] = {&sort_word_shape, &sort_object_shape,
                                                   &values_shape, &null_shape};
const struct shape sort_shape = {.kind = SHAPE_EITHER, OPTIONS(sort_options)};

static const char *const stack_words[] = {"zero", "normalize", "center"};
static const struct shape stack_word_shape = {.kind = SHAPE_WORD, WORDS(stack_words)};
static const struct shape *const stack_options[] = {&stack_word_shape, &shape_bool, &null_shape};
static const struct shape stack_shape = {.kind = SHAPE_EITHER, OPTIONS(stack_options)};

#define COMMON_FIELDS                                                                           \
    {"field", &field_shape, false, N_("A column of the data.")},                                \
        {"type", &type_shape, false, N_("quantitative, ordinal, nominal or temporal.")},        \
        {"aggregate", &aggregate_shape, false, N_("Brings the rows of one group together.")}, { \
        "title", &title_shape, false, N_("Title of the axis or legend; null for none.")         \
    }

static const char *const end_words[] = {"width", "height"};
static const struct shape end_shape = {.kind = SHAPE_WORD, WORDS(end_words)};
static const struct shape *const place_options[] = {&shape_number, &end_shape};
const struct shape place_shape = {.kind = SHAPE_EITHER, OPTIONS(place_options)};

static const char *const binned_words[] = {"binned"};
static const struct shape binned_shape = {.kind = SHAPE_WORD, WORDS(binned_words)};
static const struct shape *const channel_bin_options[] = {&shape_bool, &bin_object_shape,
                                                          &binned_shape, &null_shape};
static const struct shape channel_bin_shape = {.kind = SHAPE_EITHER, OPTIONS(channel_bin_options)};
static const struct field position_fields[] = {
    COMMON_FIELDS,
    {"bin", &channel_bin_shape, false,
     N_("Puts amounts into bins: true, parameters, or \"binned\" when the data has them.")},
    {"timeUnit", &time_unit_shape, false, N_("Cuts times to a unit: yearmonth, quarter, day.")},
    {"value", &place_shape, false,
     N_("A constant place: px from the plot's left or top, or its width or height.")},
    {"datum", &shape_any, false, N_("A constant on the scale.")},
    {"sort", &sort_shape, false, N_("Order of the categories; null keeps the data's.")},
    {"axis", &axis_shape, false, N_("The axis; null for none.")},
    {"scale", &scale_shape, false, N_("The scale.")},
    {"stack", &stack_shape, false,
     N_("zero (default for bars with a colour), normalize, center, or null.")},
};
static const struct shape position_shape = {
    .kind = SHAPE_OBJECT, .name = "positionChannel", FIELDS(position_fields)};

static const struct field second_fields[] = {
    {"value", &place_shape, false,
     N_("A constant place: px from the plot's left or top, or its width or height.")},
    {"field", &field_shape, false, N_("A column of the data.")},
    {"aggregate", &aggregate_shape, false, N_("Brings the rows of one group together.")},
    {"datum", &shape_any, false, N_("A constant on the scale.")},
};
static const struct shape second_shape = {
    .kind = SHAPE_OBJECT, .name = "secondChannel", FIELDS(second_fields)};

#define PARAMETER_FIELDS                                                                    \
    {"param", &shape_string, false,                                                         \
     N_("A parameter by which readers select, in place of a test: in a picture nothing is " \
        "selected, and all rows have what the condition says.")},                           \
    {                                                                                       \
        "empty", &shape_bool, false,                                                        \
            N_("Whether all pass while nothing is selected (default true).")                \
    }

static const struct field condition_fields[] = {
    {"test", &test_shape, false, N_("Which rows: a predicate, or an expression.")},
    PARAMETER_FIELDS,
    {"value", &colour_shape, false, N_("Their colour.")},
    COMMON_FIELDS,
    {"bin", &channel_bin_shape, false, N_("Of a parameter's field.")},
    {"timeUnit", &time_unit_shape, false, N_("Of a parameter's field.")},
    {"sort", &sort_shape, false, N_("Order of the categories.")},
    {"legend", &legend_shape, false, N_("The legend; null for none.")},
    {"scale", &colour_scale_shape, false, N_("Categories and their colours.")},
};
static const struct shape condition_shape = {
    .kind = SHAPE_OBJECT, .name = "condition", FIELDS(condition_fields)};

static const struct field colour_fields[] = {
    COMMON_FIELDS,
    {"datum", &shape_any, false, N_("A constant on the scale.")},
    {"value", &colour_shape, false, N_("A CSS colour, \"accent\", \"context\" or \"ink\".")},
    {"condition", &condition_shape, false, N_("A colour for the rows that pass a test.")},
    {"sort", &sort_shape, false, N_("Order of the categories.")},
    {"legend", &legend_shape, false, N_("The legend; null for none.")},
    {"bin", &channel_bin_shape, false,
     N_("Puts amounts into bins: true, parameters, or \"binned\" when the data has them.")},
    {"timeUnit", &time_unit_shape, false, N_("Cuts times to a unit: yearmonth, quarter, day.")},
    {"scale", &colour_scale_shape, false,
     N_("Categories or amounts and their colours; null: the field holds colours.")},
};
static const struct shape colour_channel_shape = {
    .kind = SHAPE_OBJECT, .name = "colourChannel", FIELDS(colour_fields)};

static const struct field offset_fields[] = {
    {"field", &field_shape, true, N_("A column of the data.")},
    {"type", &category_type_shape, false, N_("ordinal or nominal.")},
    {"sort", &sort_shape, false, N_("Order of the categories.")},
    {"scale", &category_scale_shape, false, N_("The categories.")},
    {"title", &title_shape, false, N_("Accepted; offsets have no axis.")},
};
static const struct shape offset_shape = {
    .kind = SHAPE_OBJECT, .name = "offsetChannel", FIELDS(offset_fields)};

static const struct field detail_fields[] = {
    {"field", &field_shape, true, N_("A column of the data.")},
    {"type", &type_shape, false, N_("quantitative, ordinal, nominal or temporal.")},
    {"bin", &channel_bin_shape, false,
     N_("Puts amounts into bins: true, parameters, or \"binned\" when the data has them.")},
    {"timeUnit", &time_unit_shape, false, N_("Cuts times to a unit: yearmonth, quarter, day.")},
};
static const struct shape detail_shape = {
    .kind = SHAPE_OBJECT, .name = "detailChannel", FIELDS(detail_fields)};

static const struct field number_condition_fields[] = {
    {"test", &test_shape, false, N_("Which rows: a predicate, or an expression.")},
    PARAMETER_FIELDS,
    {"value", &px_shape, false, N_("Their constant.")},
    {"field", &field_shape, false, N_("A column of the data.")},
    {"type", &type_shape, false, N_("quantitative, ordinal, nominal or temporal.")},
    {"aggregate", &aggregate_shape, false, N_("Brings the rows of one group together.")},
};
static const struct shape number_condition_shape = {
    .kind = SHAPE_OBJECT, .name = "numberCondition", FIELDS(number_condition_fields)};
#define NUMBER_FIELDS                                                                         \
    {"field", &field_shape, false, N_("A column of the data.")},                              \
        {"type", &type_shape, false, N_("quantitative, ordinal, nominal or temporal.")},      \
        {"aggregate", &aggregate_shape, false, N_("Brings the rows of one group together.")}, \
        {"scale", &number_scale_shape, false, N_("How amounts become numbers.")},             \
        {"value", &px_shape, false, N_("A constant.")}, {                                     \
        "condition", &number_condition_shape, false,                                          \
            N_("A constant for the rows that pass a test.")                                   \
    }

static const struct field number_channel_fields[] = {NUMBER_FIELDS};
static const struct shape number_channel_shape = {
    .kind = SHAPE_OBJECT, .name = "numberChannel", FIELDS(number_channel_fields)};
static const struct field size_channel_fields[] = {
    NUMBER_FIELDS,
    {"legend", &legend_shape, false, N_("The legend of sizes; null for none.")},
    {"title", &title_shape, false, N_("Title of the axis or legend; null for none.")},
};
static const struct shape size_channel_shape = {
    .kind = SHAPE_OBJECT, .name = "sizeChannel", FIELDS(size_channel_fields)};
const char *const symbol_words[] = {"circle",         "square",       "cross",
                                    "diamond",        "triangle-up",  "triangle-down",
                                    "triangle-right", "triangle-left"};
const struct shape symbol_shape = {
    .kind = SHAPE_WORD, .words = symbol_words, .word_count = SYMBOL_COUNT};
static const struct shape symbols_shape = {
    .kind = SHAPE_ARRAY, .item = &symbol_shape, .least = 1, .most = 1000};
static const struct field shape_scale_fields[] = {
    {"domain", &values_shape, false, N_("The categories.")},
    {"range", &symbols_shape, false, N_("Their shapes, in the same order.")},
};
static const struct shape shape_scale_shape = {
    .kind = SHAPE_OBJECT, .name = "shapeScale", FIELDS(shape_scale_fields)};
static const struct field shape_channel_fields[] = {
    {"value", &symbol_shape, false, N_("The shape of all points.")},
    {"field", &field_shape, false, N_("A column of the data.")},
    {"type", &category_type_shape, false, N_("ordinal or nominal.")},
    {"sort", &sort_shape, false, N_("Order of the categories.")},
    {"scale", &shape_scale_shape, false, N_("Categories and their shapes.")},
    {"legend", &legend_shape, false, N_("The legend; null for none.")},
    {"title", &title_shape, false, N_("Title of the axis or legend; null for none.")},
};
static const struct shape shape_channel_shape = {
    .kind = SHAPE_OBJECT, .name = "shapeChannel", FIELDS(shape_channel_fields)};

static const struct field text_channel_fields[] = {
    {"field", &field_shape, false, N_("A column of the data.")},
    {"type", &type_shape, false, N_("quantitative, ordinal, nominal or temporal.")},
    {"aggregate", &aggregate_shape, false, N_("Brings the rows of one group together.")},
    {"value", &shape_string, false, N_("Constant words.")},
    {"format", &shape_string, false,
     N_("How numbers are printed, as d3-format: \",.1f\", or \"w\" (万 and 亿), \"z\" (增长5.2%, "
        "下降5.2%).")},
};
static const struct shape text_channel_shape = {
    .kind = SHAPE_OBJECT, .name = "textChannel", FIELDS(text_channel_fields)};

static const struct field order_channel_fields[] = {
    {"field", &field_shape, false, N_("A column of the data.")},
    {"type", &type_shape, false, N_("quantitative, ordinal, nominal or temporal.")},
    {"aggregate", &aggregate_shape, false, N_("Brings the rows of one group together.")},
    {"sort", &order_shape, false, N_("ascending (default) or descending.")},
    {"value", &shape_any, false, N_("A constant: the order of the data.")},
};
static const struct shape order_channel_shape = {
    .kind = SHAPE_OBJECT, .name = "orderChannel", FIELDS(order_channel_fields)};

const struct shape columns_shape = {.kind = SHAPE_INTEGER, .minimum = 1, .maximum = 1000};
static const struct field row_fields[] = {
    {"field", &field_shape, true, N_("A column of the data.")},
    {"type", &category_type_shape, false, N_("ordinal or nominal.")},
    {"sort", &sort_shape, false, N_("Order of the categories; null keeps the data's.")},
};
const struct shape row_shape = {.kind = SHAPE_OBJECT, .name = "rowChannel", FIELDS(row_fields)};
static const struct field facet_fields[] = {
    {"field", &field_shape, true, N_("A column of the data.")},
    {"type", &category_type_shape, false, N_("ordinal or nominal.")},
    {"sort", &sort_shape, false, N_("Order of the categories; null keeps the data's.")},
    {"columns", &columns_shape, false, N_("Small charts side by side; as many as fit by default.")},
};
static const struct shape facet_shape = {
    .kind = SHAPE_OBJECT, .name = "facetChannel", FIELDS(facet_fields)};

static const char *const place_type_words[] = {"quantitative"};
static const struct shape place_type_shape = {
    .kind = SHAPE_WORD, .words = place_type_words, .word_count = 1};
// A circle has its middle already.
static const struct shape theta_word_shape = {
    .kind = SHAPE_WORD, .words = stack_words, .word_count = 2};
static const struct shape *const theta_stack_options[] = {&theta_word_shape, &shape_bool,
                                                          &null_shape};
static const struct shape theta_stack_shape = {.kind = SHAPE_EITHER, OPTIONS(theta_stack_options)};
static const struct field theta_fields[] = {
    {"field", &field_shape, false, N_("A column of the data.")},
    {"type", &type_shape, false, N_("quantitative, ordinal, nominal or temporal.")},
    {"aggregate", &aggregate_shape, false, N_("Brings the rows of one group together.")},
    {"stack", &theta_stack_shape, false, N_("zero (default), or normalize: labels say shares.")},
};
static const struct shape theta_shape = {
    .kind = SHAPE_OBJECT, .name = "thetaChannel", FIELDS(theta_fields)};
static const struct field radius_fields[] = {
    {"field", &field_shape, true, N_("A column of the data.")},
    {"type", &type_shape, false, N_("quantitative, ordinal, nominal or temporal.")},
};
static const struct shape radius_shape = {
    .kind = SHAPE_OBJECT, .name = "radiusChannel", FIELDS(radius_fields)};

static const struct field place_channel_fields[] = {
    {"field", &shape_string, true, N_("A column of degrees.")},
    {"type", &place_type_shape, false, N_("quantitative.")},
};
static const struct shape place_channel_shape = {
    .kind = SHAPE_OBJECT, .name = "placeChannel", FIELDS(place_channel_fields)};

static const struct field encoding_fields[] = {
    {"x", &position_shape, false, N_("Position across.")},
    {"y", &position_shape, false, N_("Position upwards.")},
    {"x2", &second_shape, false, N_("The other end across, of ranged marks.")},
    {"y2", &second_shape, false, N_("The other end upwards, of ranged marks.")},
    {"xOffset", &offset_shape, false, N_("Groups side by side within a band across.")},
    {"yOffset", &offset_shape, false, N_("Groups side by side within a band upwards.")},
    {"longitude", &place_channel_shape, false, N_("Degrees east, of points and texts on a map.")},
    {"latitude", &place_channel_shape, false, N_("Degrees north, of points and texts on a map.")},
    {"color", &colour_channel_shape, false,
     N_("Colour: a field, or a value (a CSS colour, \"accent\", \"context\" or \"ink\").")},
    {"text", &text_channel_shape, false, N_("The words of text marks.")},
    {"row", &row_shape, false, N_("A small chart for each category, one below the other.")},
    {"column", &row_shape, false, N_("A small chart for each category, side by side.")},
    {"facet", &facet_shape, false, N_("A small chart for each category, in lines.")},
    {"theta", &theta_shape, false, N_("The amount of an arc's angle: parts of a whole.")},
    {"radius", &radius_shape, false, N_("The amount of an arc's area, by its radius.")},
    {"order", &order_channel_shape, false,
     N_("In which order lines join their rows and piles grow.")},
    {"fill", &colour_channel_shape, false, N_("The same as color.")},
    {"stroke", &colour_channel_shape, false,
     N_("The same as color, of lines, rules and points; a constant outline of filled marks.")},
    {"opacity", &number_channel_shape, false, N_("Opacity from 0 to 1; amounts give 0.3 to 0.8.")},
    {"size", &size_channel_shape, false,
     N_("Area of points, px²; amounts are drawn as areas from zero.")},
    {"shape", &shape_channel_shape, false, N_("Shape of points.")},
    {"detail", &detail_shape, false, N_("A further field that groups rows.")},
    {"tooltip", &shape_any, false, N_("Accepted; pictures have no tooltips.")},
};
const struct shape encoding_shape = {.kind = SHAPE_OBJECT,
                                     .name = "encoding",
                                     .doc = N_("Fields of the data by channel."),
                                     FIELDS(encoding_fields)};
