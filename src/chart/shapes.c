// What a chart may say: one table for checks, schema and reference.
#include "chart/shapes.h"

#include "base/i18n.h"
#include "chart/aggregate.h"
#include "chart/spec.h"

#define WORDS(list) .words = (list), .word_count = sizeof(list) / sizeof *(list)
#define FIELDS(list) .fields = (list), .field_count = sizeof(list) / sizeof *(list)
#define OPTIONS(list) .options = (list), .option_count = sizeof(list) / sizeof *(list)

static const struct shape null_shape = {.kind = SHAPE_NULL};
static const struct shape strings_shape = {.kind = SHAPE_ARRAY, .item = &shape_string};
static const struct shape px_shape = {.kind = SHAPE_NUMBER, .minimum = 0, .maximum = 100000};
static const struct shape angle_shape = {.kind = SHAPE_NUMBER, .minimum = -360, .maximum = 360};
static const struct shape share_shape = {.kind = SHAPE_NUMBER, .minimum = 0, .maximum = 1};
static const struct shape values_shape = {.kind = SHAPE_ARRAY, .item = &shape_any, .most = 10000};

// Texts that null takes away.
static const struct shape *const title_options[] = {&shape_text, &null_shape};
static const struct shape title_shape = {.kind = SHAPE_EITHER, OPTIONS(title_options)};

// ---- data

static const struct field metric_group_fields[] = {
    {"group", &shape_string, true, N_("Every metric of this group, in the document's order.")},
};
static const struct shape metric_group_shape = {
    .kind = SHAPE_OBJECT, .name = "metricGroup", FIELDS(metric_group_fields)};
static const struct shape *const metrics_options[] = {&strings_shape, &metric_group_shape};
static const struct shape metrics_selector_shape = {.kind = SHAPE_EITHER, OPTIONS(metrics_options)};

static const char *const encoding_words[] = {"utf-8", "gb18030"};
static const struct shape encoding_word_shape = {
    .kind = SHAPE_WORD, .words = encoding_words, .word_count = 2};

static const struct field data_fields[] = {
    {"metrics", &metrics_selector_shape, false, N_("Ids of metrics, or {\"group\": name}.")},
    {"name", &shape_string, false, N_("The name of a dataset of the document.")},
    {"values", &values_shape, false, N_("The rows themselves: an array of objects.")},
    {"url", &shape_string, false, N_("A CSV, TSV or JSON file, relative to the document.")},
    {"encoding", &encoding_word_shape, false,
     N_("Of a CSV or TSV file: utf-8 or gb18030; detected when left out.")},
};
const struct shape data_shape = {.kind = SHAPE_OBJECT,
                                 .name = "data",
                                 .doc = N_("Where a chart's rows come from: one of the keys."),
                                 FIELDS(data_fields)};

// ---- channels

static const struct shape aggregate_shape = {
    .kind = SHAPE_WORD, .words = aggregate_words, .word_count = AGGREGATE_NONE};
const char *const type_words[] = {"quantitative", "ordinal", "nominal", "temporal"};
static const struct shape type_shape = {
    .kind = SHAPE_WORD, .words = type_words, .word_count = sizeof type_words / sizeof *type_words};

static const struct shape category_type_shape = {
    .kind = SHAPE_WORD, .words = type_words + 1, .word_count = 2};

static const char *const order_words[] = {"ascending", "descending"};
static const struct shape order_shape = {.kind = SHAPE_WORD, WORDS(order_words)};
static const struct field sort_fields[] = {
    {"field", &shape_string, false, N_("The field to sort by.")},
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
static const struct shape sort_shape = {.kind = SHAPE_EITHER, OPTIONS(sort_options)};

static const char *const format_type_words[] = {"number", "time"};
static const struct shape format_type_shape = {.kind = SHAPE_WORD, WORDS(format_type_words)};
static const struct field axis_fields[] = {
    {"title", &title_shape, false, N_("Title of the axis; null for none.")},
    {"grid", &shape_bool, false, N_("Whether grid lines are drawn.")},
    {"labels", &shape_bool, false, N_("Whether the axis has labels.")},
    {"ticks", &shape_bool, false, N_("Whether ticks are drawn.")},
    {"domain", &shape_bool, false, N_("Whether the axis line is drawn.")},
    {"labelAngle", &angle_shape, false, N_("Turn of the labels in degrees, clockwise.")},
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
static const struct shape axis_shape = {.kind = SHAPE_EITHER, OPTIONS(axis_options)};

static const struct field legend_fields[] = {
    {"title", &title_shape, false, N_("Title of the legend; null for none.")},
};
static const struct shape legend_object_shape = {
    .kind = SHAPE_OBJECT, .name = "legend", FIELDS(legend_fields)};
static const struct shape *const legend_options[] = {&legend_object_shape, &null_shape};
static const struct shape legend_shape = {.kind = SHAPE_EITHER, OPTIONS(legend_options)};

static const char *const scale_words[] = {
#define SCALE(name) #name,
#include "scales/scale_types.def"
#undef SCALE
};
static const struct shape scale_word_shape = {.kind = SHAPE_WORD, WORDS(scale_words)};
static const struct shape positive_shape = {
    .kind = SHAPE_NUMBER, .minimum = 1e-9, .maximum = 1000000};
static const struct shape base_shape = {.kind = SHAPE_NUMBER, .minimum = 1.01, .maximum = 1000};
static const struct shape count_shape = {.kind = SHAPE_NUMBER, .minimum = 1, .maximum = 1000};
static const struct shape *const nice_options[] = {&shape_bool, &count_shape};
static const struct shape nice_shape = {.kind = SHAPE_EITHER, OPTIONS(nice_options)};
static const struct field scale_fields[] = {
    {"type", &scale_word_shape, false, N_("How amounts become positions (default linear).")},
    {"base", &base_shape, false, N_("Base of a log scale (default 10).")},
    {"exponent", &positive_shape, false, N_("Exponent of a pow scale (default 1).")},
    {"constant", &positive_shape, false, N_("Where a symlog scale turns linear (default 1).")},
    {"domain", &values_shape, false, N_("[least, greatest] of amounts, or the categories.")},
    {"domainMin", &shape_number, false, N_("The least amount; the greatest is the data's.")},
    {"domainMax", &shape_number, false, N_("The greatest amount; the least is the data's.")},
    {"reverse", &shape_bool, false, N_("Whether the scale runs the other way.")},
    {"clamp", &shape_bool, false, N_("Whether amounts outside the domain stand at its ends.")},
    {"nice", &nice_shape, false,
     N_("Whether the domain ends on ticks (default true), or on about how many.")},
    {"zero", &shape_bool, false, N_("Whether zero is in the domain. Bars always include it.")},
    {"padding", &share_shape, false, N_("paddingInner and paddingOuter at once.")},
    {"paddingInner", &share_shape, false, N_("Space between bands, in steps.")},
    {"paddingOuter", &px_shape, false, N_("Space before the first band, in steps.")},
};
static const struct shape scale_shape = {
    .kind = SHAPE_OBJECT, .name = "scale", FIELDS(scale_fields)};

static const char *const style_colours[] = {"accent", "context"};
static const struct shape style_colour_shape = {
    .kind = SHAPE_WORD, .words = style_colours, .word_count = 2};
static const struct shape *const colour_options[] = {&shape_colour, &style_colour_shape};
static const struct shape colour_shape = {.kind = SHAPE_EITHER, OPTIONS(colour_options)};
static const struct shape colours_shape = {
    .kind = SHAPE_ARRAY, .item = &colour_shape, .least = 1, .most = 1000};
static const struct field colour_scale_fields[] = {
    {"domain", &values_shape, false, N_("The categories.")},
    {"range", &colours_shape, false, N_("Their colours.")},
};
static const struct shape colour_scale_shape = {
    .kind = SHAPE_OBJECT, .name = "colourScale", FIELDS(colour_scale_fields)};

static const struct field category_scale_fields[] = {
    {"domain", &values_shape, false, N_("The categories.")},
};
static const struct shape category_scale_shape = {
    .kind = SHAPE_OBJECT, .name = "categoryScale", FIELDS(category_scale_fields)};

static const char *const stack_words[] = {"zero", "normalize"};
static const struct shape stack_word_shape = {.kind = SHAPE_WORD, WORDS(stack_words)};
static const struct shape *const stack_options[] = {&stack_word_shape, &shape_bool, &null_shape};
static const struct shape stack_shape = {.kind = SHAPE_EITHER, OPTIONS(stack_options)};

static const struct shape tests_shape = {
    .kind = SHAPE_ARRAY, .item = &test_shape, .least = 1, .most = 1000};
static const struct field predicate_fields[] = {
    {"field", &shape_string, false, N_("The field that is tested.")},
    {"timeUnit", &time_unit_shape, false, N_("Cuts its times to a unit before the test.")},
    {"equal", &shape_any, false, N_("The field equals this.")},
    {"oneOf", &values_shape, false, N_("The field is one of these.")},
    {"range", &values_shape, false, N_("The field lies from the first to the second; null: open.")},
    {"valid", &shape_bool, false, N_("Whether the field has a value.")},
    {"lt", &shape_any, false, N_("The field is less than this.")},
    {"lte", &shape_any, false, N_("The field is at most this.")},
    {"gt", &shape_any, false, N_("The field is greater than this.")},
    {"gte", &shape_any, false, N_("The field is at least this.")},
    {"and", &tests_shape, false, N_("All of these tests pass.")},
    {"or", &tests_shape, false, N_("One of these tests passes.")},
    {"not", &test_shape, false, N_("This test does not pass.")},
};
static const struct shape predicate_shape = {
    .kind = SHAPE_OBJECT, .name = "predicate", FIELDS(predicate_fields)};
static const struct shape *const test_options[] = {&shape_string, &predicate_shape};
const struct shape test_shape = {.kind = SHAPE_EITHER, .name = "test", OPTIONS(test_options)};

static const struct shape step_number_shape = {
    .kind = SHAPE_NUMBER, .minimum = 1, .maximum = 100000};
static const struct field time_unit_fields[] = {
    {"unit", &shape_string, true, N_("year, quarter, month, date, day, hours and so on, joined.")},
    {"step", &step_number_shape, false, N_("So many of the smallest part together.")},
};
static const struct shape time_unit_object_shape = {
    .kind = SHAPE_OBJECT, .name = "timeUnitObject", FIELDS(time_unit_fields)};
static const struct shape *const time_unit_options[] = {&shape_string, &time_unit_object_shape};
const struct shape time_unit_shape = {
    .kind = SHAPE_EITHER, .name = "timeUnit", OPTIONS(time_unit_options)};

static const struct shape numbers_shape = {
    .kind = SHAPE_ARRAY, .item = &shape_number, .least = 1, .most = 1000};
static const struct shape pair_shape = {
    .kind = SHAPE_ARRAY, .item = &shape_number, .least = 2, .most = 2};
static const struct field bin_fields[] = {
    {"maxbins", &step_number_shape, false, N_("At most so many bins (default 10).")},
    {"step", &positive_shape, false, N_("The width of a bin.")},
    {"steps", &numbers_shape, false, N_("Widths to choose from.")},
    {"minstep", &positive_shape, false, N_("The least width.")},
    {"base", &base_shape, false, N_("Base of the widths' decades (default 10).")},
    {"divide", &pair_shape, false, N_("What a width may be divided by (default [5, 2]).")},
    {"extent", &pair_shape, false, N_("[least, greatest] in place of the data's.")},
    {"anchor", &shape_number, false, N_("An edge that one bin must have.")},
    {"nice", &shape_bool, false, N_("Whether the edges are round (default true).")},
};
static const struct shape bin_object_shape = {
    .kind = SHAPE_OBJECT, .name = "binParameters", FIELDS(bin_fields)};
static const struct shape *const bin_options[] = {&shape_bool, &bin_object_shape};
const struct shape bin_shape = {.kind = SHAPE_EITHER, .name = "bin", OPTIONS(bin_options)};

static const struct field condition_fields[] = {
    {"test", &test_shape, true, N_("Which rows: a predicate, or an expression.")},
    {"value", &colour_shape, true, N_("Their colour.")},
};
static const struct shape condition_shape = {
    .kind = SHAPE_OBJECT, .name = "condition", FIELDS(condition_fields)};

#define COMMON_FIELDS                                                                           \
    {"field", &shape_string, false, N_("A column of the data.")},                               \
        {"type", &type_shape, false, N_("quantitative, ordinal, nominal or temporal.")},        \
        {"aggregate", &aggregate_shape, false, N_("Brings the rows of one group together.")}, { \
        "title", &title_shape, false, N_("Title of the axis or legend; null for none.")         \
    }

static const char *const end_words[] = {"width", "height"};
static const struct shape end_shape = {.kind = SHAPE_WORD, WORDS(end_words)};
static const struct shape *const place_options[] = {&shape_number, &end_shape};
static const struct shape place_shape = {.kind = SHAPE_EITHER, OPTIONS(place_options)};

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
     N_("zero (default for bars with a colour), normalize, or null.")},
};
static const struct shape position_shape = {
    .kind = SHAPE_OBJECT, .name = "positionChannel", FIELDS(position_fields)};

static const struct field second_fields[] = {
    {"value", &place_shape, false,
     N_("A constant place: px from the plot's left or top, or its width or height.")},
    {"field", &shape_string, false, N_("A column of the data.")},
    {"aggregate", &aggregate_shape, false, N_("Brings the rows of one group together.")},
    {"datum", &shape_any, false, N_("A constant on the scale.")},
};
static const struct shape second_shape = {
    .kind = SHAPE_OBJECT, .name = "secondChannel", FIELDS(second_fields)};

static const struct field colour_fields[] = {
    COMMON_FIELDS,
    {"datum", &shape_any, false, N_("A constant on the scale.")},
    {"value", &colour_shape, false, N_("A CSS colour, \"accent\" or \"context\".")},
    {"condition", &condition_shape, false, N_("A colour for the rows that pass a test.")},
    {"sort", &sort_shape, false, N_("Order of the categories.")},
    {"legend", &legend_shape, false, N_("The legend; null for none.")},
    {"scale", &colour_scale_shape, false, N_("Categories and their colours.")},
};
static const struct shape colour_channel_shape = {
    .kind = SHAPE_OBJECT, .name = "colourChannel", FIELDS(colour_fields)};

static const struct field offset_fields[] = {
    {"field", &shape_string, true, N_("A column of the data.")},
    {"type", &category_type_shape, false, N_("ordinal or nominal.")},
    {"sort", &sort_shape, false, N_("Order of the categories.")},
    {"scale", &category_scale_shape, false, N_("The categories.")},
    {"title", &title_shape, false, N_("Accepted; offsets have no axis.")},
};
static const struct shape offset_shape = {
    .kind = SHAPE_OBJECT, .name = "offsetChannel", FIELDS(offset_fields)};

static const struct field detail_fields[] = {
    {"field", &shape_string, true, N_("A column of the data.")},
    {"type", &category_type_shape, false, N_("ordinal or nominal.")},
};
static const struct shape detail_shape = {
    .kind = SHAPE_OBJECT, .name = "detailChannel", FIELDS(detail_fields)};

static const struct field number_condition_fields[] = {
    {"test", &test_shape, true, N_("Which rows: a predicate, or an expression.")},
    {"value", &px_shape, true, N_("Their constant.")},
};
static const struct shape number_condition_shape = {
    .kind = SHAPE_OBJECT, .name = "numberCondition", FIELDS(number_condition_fields)};
static const struct field number_channel_fields[] = {
    {"field", &shape_string, false, N_("A column of the data.")},
    {"type", &type_shape, false, N_("quantitative, ordinal, nominal or temporal.")},
    {"aggregate", &aggregate_shape, false, N_("Brings the rows of one group together.")},
    {"value", &px_shape, false, N_("A constant.")},
    {"condition", &number_condition_shape, false, N_("A constant for the rows that pass a test.")},
};
static const struct shape number_channel_shape = {
    .kind = SHAPE_OBJECT, .name = "numberChannel", FIELDS(number_channel_fields)};
const char *const symbol_words[] = {"circle",         "square",       "cross",
                                    "diamond",        "triangle-up",  "triangle-down",
                                    "triangle-right", "triangle-left"};
static const struct shape symbol_shape = {
    .kind = SHAPE_WORD, .words = symbol_words, .word_count = SYMBOL_COUNT};
static const struct field shape_channel_fields[] = {
    {"value", &symbol_shape, true, N_("The shape of all points.")},
};
static const struct shape shape_channel_shape = {
    .kind = SHAPE_OBJECT, .name = "shapeChannel", FIELDS(shape_channel_fields)};

static const struct field text_channel_fields[] = {
    {"field", &shape_string, false, N_("A column of the data.")},
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
    {"field", &shape_string, false, N_("A column of the data.")},
    {"type", &type_shape, false, N_("quantitative, ordinal, nominal or temporal.")},
    {"aggregate", &aggregate_shape, false, N_("Brings the rows of one group together.")},
    {"sort", &order_shape, false, N_("ascending (default) or descending.")},
    {"value", &shape_any, false, N_("A constant: the order of the data.")},
};
static const struct shape order_channel_shape = {
    .kind = SHAPE_OBJECT, .name = "orderChannel", FIELDS(order_channel_fields)};

const struct shape columns_shape = {.kind = SHAPE_INTEGER, .minimum = 1, .maximum = 1000};
static const struct field row_fields[] = {
    {"field", &shape_string, true, N_("A column of the data.")},
    {"type", &category_type_shape, false, N_("ordinal or nominal.")},
    {"sort", &sort_shape, false, N_("Order of the categories; null keeps the data's.")},
};
static const struct shape row_shape = {
    .kind = SHAPE_OBJECT, .name = "rowChannel", FIELDS(row_fields)};
static const struct field facet_fields[] = {
    {"field", &shape_string, true, N_("A column of the data.")},
    {"type", &category_type_shape, false, N_("ordinal or nominal.")},
    {"sort", &sort_shape, false, N_("Order of the categories; null keeps the data's.")},
    {"columns", &columns_shape, false, N_("Small charts side by side; as many as fit by default.")},
};
static const struct shape facet_shape = {
    .kind = SHAPE_OBJECT, .name = "facetChannel", FIELDS(facet_fields)};

static const struct field theta_fields[] = {
    {"field", &shape_string, false, N_("A column of the data.")},
    {"type", &type_shape, false, N_("quantitative, ordinal, nominal or temporal.")},
    {"aggregate", &aggregate_shape, false, N_("Brings the rows of one group together.")},
    {"stack", &stack_shape, false, N_("zero (default), or normalize: labels say shares.")},
};
static const struct shape theta_shape = {
    .kind = SHAPE_OBJECT, .name = "thetaChannel", FIELDS(theta_fields)};
static const struct field radius_fields[] = {
    {"field", &shape_string, true, N_("A column of the data.")},
    {"type", &type_shape, false, N_("quantitative, ordinal, nominal or temporal.")},
};
static const struct shape radius_shape = {
    .kind = SHAPE_OBJECT, .name = "radiusChannel", FIELDS(radius_fields)};

static const struct field encoding_fields[] = {
    {"x", &position_shape, false, N_("Position across.")},
    {"y", &position_shape, false, N_("Position upwards.")},
    {"x2", &second_shape, false, N_("The other end across, of ranged marks.")},
    {"y2", &second_shape, false, N_("The other end upwards, of ranged marks.")},
    {"xOffset", &offset_shape, false, N_("Groups side by side within a band across.")},
    {"yOffset", &offset_shape, false, N_("Groups side by side within a band upwards.")},
    {"color", &colour_channel_shape, false,
     N_("Colour: a field, or a value (a CSS colour, \"accent\" or \"context\").")},
    {"text", &text_channel_shape, false, N_("The words of text marks.")},
    {"row", &row_shape, false, N_("A small chart for each category, one below the other.")},
    {"column", &row_shape, false, N_("A small chart for each category, side by side.")},
    {"facet", &facet_shape, false, N_("A small chart for each category, in lines.")},
    {"theta", &theta_shape, false, N_("The amount of an arc's angle: parts of a whole.")},
    {"radius", &radius_shape, false, N_("The amount of an arc's area, by its radius.")},
    {"order", &order_channel_shape, false,
     N_("In which order lines join their rows and piles grow.")},
    {"fill", &colour_channel_shape, false, N_("The same as color.")},
    {"stroke", &colour_channel_shape, false, N_("The same as color, of lines and rules.")},
    {"opacity", &number_channel_shape, false, N_("Opacity from 0 to 1; amounts give 0.3 to 0.8.")},
    {"size", &number_channel_shape, false,
     N_("Area of points, px²; amounts are drawn as areas from zero.")},
    {"shape", &shape_channel_shape, false, N_("Shape of points.")},
    {"detail", &detail_shape, false, N_("A further field that groups rows.")},
    {"tooltip", &shape_any, false, N_("Accepted; pictures have no tooltips.")},
};
const struct shape encoding_shape = {.kind = SHAPE_OBJECT,
                                     .name = "encoding",
                                     .doc = N_("Fields of the data by channel."),
                                     FIELDS(encoding_fields)};

// ---- marks

static const char *const mark_words[] = {
#define MARK(name) #name,
#include "chart/marks.def"
#undef MARK
};
static const struct shape mark_word_shape = {.kind = SHAPE_WORD, WORDS(mark_words)};
static const char *const orient_words[] = {"horizontal", "vertical"};
static const struct shape orient_shape = {.kind = SHAPE_WORD, WORDS(orient_words)};
const char *const curve_words[] = {"linear",   "step",  "step-before", "step-after",
                                   "monotone", "basis", "cardinal"};
static const struct shape curve_shape = {
    .kind = SHAPE_WORD, .words = curve_words, .word_count = CURVE_CARDINAL + 1};
static const struct field point_fields[] = {
    {"size", &px_shape, false, N_("Area of the points, px².")},
};
static const struct shape point_object_shape = {
    .kind = SHAPE_OBJECT, .name = "linePoint", FIELDS(point_fields)};
static const struct shape *const point_options[] = {&point_object_shape, &shape_bool};
static const struct shape point_shape = {.kind = SHAPE_EITHER, OPTIONS(point_options)};
const char *const label_position_words[] = {"auto",  "inside", "outside", "above",
                                            "below", "left",   "right"};
static const struct shape label_position_shape = {
    .kind = SHAPE_WORD, .words = label_position_words, .word_count = LABEL_RIGHT + 1};

static const struct field label_fields[] = {
    {"field", &shape_string, false, N_("The column that is printed; the measure when left out.")},
    {"format", &shape_string, false,
     N_("How numbers are printed, as d3-format: \",.1f\", or \"w\" (万 and 亿), \"z\" (增长5.2%, "
        "下降5.2%).")},
    {"position", &label_position_shape, false,
     N_("auto (as the style has it), inside or outside the bar's end; of points and lines "
        "above, below, left or right.")},
};
static const struct shape label_object_shape = {
    .kind = SHAPE_OBJECT, .name = "markLabel", FIELDS(label_fields)};
static const struct shape *const label_options[] = {&label_object_shape, &shape_bool};
static const struct shape label_shape = {.kind = SHAPE_EITHER, OPTIONS(label_options)};

static const struct shape dashes_shape = {
    .kind = SHAPE_ARRAY, .item = &px_shape, .least = 2, .most = 8};
static const struct shape shift_shape = {
    .kind = SHAPE_NUMBER, .minimum = -100000, .maximum = 100000};
static const struct shape font_size_shape = {.kind = SHAPE_NUMBER, .minimum = 1, .maximum = 2000};
static const char *const align_words[] = {"left", "center", "right"};
static const struct shape align_shape = {.kind = SHAPE_WORD, WORDS(align_words)};
static const char *const baseline_words[] = {"top", "middle", "bottom", "alphabetic"};
static const struct shape baseline_shape = {.kind = SHAPE_WORD, WORDS(baseline_words)};
static const char *const weight_words[] = {"normal", "bold"};
static const struct shape weight_shape = {.kind = SHAPE_WORD, WORDS(weight_words)};

static const struct field mark_fields[] = {
    {"type", &mark_word_shape, true, N_("The mark.")},
    {"orient", &orient_shape, false, N_("Of bars: which way they grow.")},
    {"color", &colour_shape, false, N_("A CSS colour, \"accent\" or \"context\".")},
    {"opacity", &share_shape, false, N_("From 0 to 1.")},
    {"cornerRadius", &px_shape, false, N_("Radius of the corners, px.")},
    {"size", &px_shape, false, N_("Thickness of bars, length of ticks, px; area of points, px².")},
    {"label", &label_shape, false,
     N_("The value printed at each mark: true, or field and position.")},
    {"thickness", &px_shape, false, N_("Thickness of ticks, px.")},
    {"strokeWidth", &px_shape, false, N_("Width of lines, rules and the outline of points, px.")},
    {"strokeDash", &dashes_shape, false, N_("Dashes of lines and rules: px on, px off.")},
    {"innerRadius", &px_shape, false, N_("Radius of the hole of arcs, px.")},
    {"outerRadius", &px_shape, false, N_("Radius of arcs, px; as large as fits when left out.")},
    {"interpolate", &curve_shape, false, N_("How lines and areas go from row to row.")},
    {"line", &shape_bool, false, N_("Whether areas have a line along their edge.")},
    {"point", &point_shape, false, N_("A point at each row of lines and areas.")},
    {"shape", &symbol_shape, false, N_("Shape of points.")},
    {"filled", &shape_bool, false, N_("Points filled instead of outlined.")},
    {"text", &shape_string, false, N_("The words of text marks.")},
    {"dx", &shift_shape, false, N_("Shift of texts to the right, px.")},
    {"dy", &shift_shape, false, N_("Shift of texts downwards, px.")},
    {"align", &align_shape, false, N_("Side of texts that stands at the place.")},
    {"baseline", &baseline_shape, false, N_("Edge of texts that stands at the place.")},
    {"fontSize", &font_size_shape, false, N_("Size of texts, px.")},
    {"fontWeight", &weight_shape, false, N_("Weight of texts.")},
    {"tooltip", &shape_any, false, N_("Accepted; pictures have no tooltips.")},
};
static const struct shape mark_object_shape = {
    .kind = SHAPE_OBJECT, .name = "markObject", FIELDS(mark_fields)};
static const struct shape *const mark_options[] = {&mark_word_shape, &mark_object_shape};
const struct shape mark_shape = {.kind = SHAPE_EITHER, .name = "mark", OPTIONS(mark_options)};

static const struct field step_fields[] = {
    {"step", &px_shape, true, N_("Px of each band.")},
};
static const struct shape step_shape = {.kind = SHAPE_OBJECT, .name = "step", FIELDS(step_fields)};
static const struct shape *const extent_options[] = {&px_shape, &step_shape};
const struct shape extent_shape = {.kind = SHAPE_EITHER, .name = "extent", OPTIONS(extent_options)};

static const struct field unit_fields[] = {
    {"mark", &mark_shape, true, N_("What draws a row.")},
    {"encoding", &encoding_shape, false, N_("Channels of this layer, beside the shared ones.")},
    {"data", &data_shape, false, N_("Rows of this layer only.")},
    {"transform", &transforms_shape, false, N_("Steps that make other tables of the rows.")},
};
static const struct shape unit_shape = {.kind = SHAPE_OBJECT, .name = "unit", FIELDS(unit_fields)};
const struct shape layer_shape = {
    .kind = SHAPE_ARRAY, .name = "layer", .item = &unit_shape, .least = 1, .most = SPEC_UNIT_LIMIT};

static const struct field facet_operator_fields[] = {
    {"field", &shape_string, false, N_("A column of the data.")},
    {"type", &category_type_shape, false, N_("ordinal or nominal.")},
    {"sort", &sort_shape, false, N_("Order of the categories; null keeps the data's.")},
    {"row", &row_shape, false, N_("A small chart for each category, one below the other.")},
    {"column", &row_shape, false, N_("A small chart for each category, side by side.")},
};
const struct shape facet_operator_shape = {
    .kind = SHAPE_OBJECT, .name = "facet", FIELDS(facet_operator_fields)};
static const struct field spec_fields[] = {
    {"mark", &mark_shape, false, N_("What draws a row.")},
    {"layer", &layer_shape, false, N_("Several marks over one another on shared scales.")},
    {"encoding", &encoding_shape, false, N_("Fields of the data by channel.")},
    {"data", &data_shape, false, N_("The rows, where they are not those of the whole.")},
    {"transform", &transforms_shape, false, N_("Steps that make other tables of the rows.")},
    {"width", &extent_shape, false, N_("Width of a small plot in px, or {\"step\": px}.")},
    {"height", &extent_shape, false, N_("Height of a small plot in px, or {\"step\": px}.")},
};
const struct shape spec_shape = {.kind = SHAPE_OBJECT, .name = "spec", FIELDS(spec_fields)};

static const char *const mixed_words[] = {"unit", "measure"};
static const struct shape mixed_word_shape = {.kind = SHAPE_WORD, WORDS(mixed_words)};
const struct shape mixed_shape = {.kind = SHAPE_ARRAY, .item = &mixed_word_shape};
const struct shape highlight_shape = {.kind = SHAPE_ARRAY, .item = &shape_string, .least = 1};

static const struct field chart_fields[] = {
#define FIELD(name, shape, required, doc) {name, &shape, required, doc},
#include "chart/chart_fields.def"
#undef FIELD
};
const struct shape chart_shape = {.kind = SHAPE_OBJECT, .name = "chart", FIELDS(chart_fields)};
