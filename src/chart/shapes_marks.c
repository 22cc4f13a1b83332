// What a mark may say.
#include "chart/shapes_parts.h"

#include "base/i18n.h"
#include "chart/spec.h"

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
    {"color", &colour_shape, false, N_("A CSS colour, \"accent\", \"context\" or \"ink\".")},
    {"fill", &colour_shape, false, N_("The same as color, of shapes.")},
    {"stroke", &colour_shape, false, N_("Colour of the outline of filled marks.")},
    {"opacity", &share_shape, false, N_("From 0 to 1.")},
    {"cornerRadius", &px_shape, false, N_("Radius of the corners, px.")},
    {"size", &px_shape, false, N_("Thickness of bars, length of ticks, px; area of points, px².")},
    {"label", &label_shape, false,
     N_("The value printed at each mark: true, or field and position.")},
    {"thickness", &px_shape, false, N_("Thickness of ticks, px.")},
    {"strokeWidth", &px_shape, false, N_("Width of lines, rules and outlines, px.")},
    {"strokeDash", &dashes_shape, false, N_("Dashes of lines, rules and outlines: px on, px off.")},
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
