// What a scale may say.
#include "chart/shapes_parts.h"

#include "base/i18n.h"
#include "chart/spec.h"

static const char *const scale_words[] = {
#define SCALE(name) #name,
#include "scales/scale_types.def"
#undef SCALE
    "band",
    "point",
};
static const struct shape scale_word_shape = {.kind = SHAPE_WORD, WORDS(scale_words)};
static const char *const colour_scale_words[] = {
#define SCALE(name) #name,
#include "scales/scale_types.def"
#undef SCALE
    "ordinal",
#define STEPS(name) #name,
#include "scales/step_types.def"
#undef STEPS
};
static const struct shape colour_scale_word_shape = {.kind = SHAPE_WORD, WORDS(colour_scale_words)};
static const char *const number_scale_words[] = {
#define SCALE(name) #name,
#include "scales/scale_types.def"
#undef SCALE
#define STEPS(name) #name,
#include "scales/step_types.def"
#undef STEPS
};
static const struct shape number_scale_word_shape = {.kind = SHAPE_WORD, WORDS(number_scale_words)};
static const struct shape count_shape = {.kind = SHAPE_NUMBER, .minimum = 1, .maximum = 1000};
static const struct shape *const nice_options[] = {&shape_bool, &count_shape};
static const struct shape nice_shape = {.kind = SHAPE_EITHER, OPTIONS(nice_options)};

static const struct shape *const places_options[] = {&place_shape, &null_shape};
static const struct shape places_item_shape = {.kind = SHAPE_EITHER, OPTIONS(places_options)};
static const struct shape places_shape = {
    .kind = SHAPE_ARRAY, .item = &places_item_shape, .least = 2, .most = 2};

#define TYPE_FIELDS                                                                              \
    {"base", &base_shape, false, N_("Base of a log scale (default 10).")},                       \
        {"exponent", &positive_shape, false, N_("Exponent of a pow scale (default 1).")}, {      \
        "constant", &positive_shape, false, N_("Where a symlog scale turns linear (default 1).") \
    }
#define LIMIT_FIELDS                                                                              \
    {"domainMin", &shape_number, false, N_("The least amount; the greatest is the data's.")},     \
        {"domainMax", &shape_number, false, N_("The greatest amount; the least is the data's.")}, \
        {"reverse", &shape_bool, false, N_("Whether the scale runs the other way.")}, {           \
        "clamp", &shape_bool, false, N_("Whether amounts outside the domain stand at its ends.")  \
    }

static const struct field scale_fields[] = {
    {"type", &scale_word_shape, false,
     N_("How amounts become positions (default linear); band or point: of categories.")},
    TYPE_FIELDS,
    {"domain", &values_shape, false, N_("[least, greatest] of amounts, or the categories.")},
    LIMIT_FIELDS,
    {"range", &places_shape, false,
     N_("Where the scale begins and ends: px from the plot's left or top, width or height.")},
    {"nice", &nice_shape, false,
     N_("Whether the domain ends on ticks (default true), or on about how many.")},
    {"zero", &shape_bool, false, N_("Whether zero is in the domain. Bars always include it.")},
    {"padding", &share_shape, false, N_("paddingInner and paddingOuter at once.")},
    {"paddingInner", &share_shape, false, N_("Space between bands, in steps.")},
    {"paddingOuter", &px_shape, false, N_("Space before the first band, in steps.")},
};
const struct shape scale_shape = {.kind = SHAPE_OBJECT, .name = "scale", FIELDS(scale_fields)};

// ---- colours

static const struct shape colours_shape = {
    .kind = SHAPE_ARRAY, .item = &colour_shape, .least = 1, .most = 1000};
static const struct shape extent_pair_shape = {
    .kind = SHAPE_ARRAY, .item = &share_shape, .least = 2, .most = 2};
static const struct shape blend_shape = {
    .kind = SHAPE_WORD, .words = blend_words, .word_count = BLEND_COUNT};
static const struct shape class_count_shape = {
    .kind = SHAPE_INTEGER, .minimum = 1, .maximum = 1000};
static const struct field scheme_fields[] = {
    {"name", &shape_string, true,
     N_("One of Vega's schemes: tableau10, blues, redblue and so on.")},
    {"count", &class_count_shape, false, N_("Of classes: how many colours are taken.")},
    {"extent", &extent_pair_shape, false, N_("The part of a ramp that is used: [0, 1] is all.")},
};
static const struct shape scheme_object_shape = {
    .kind = SHAPE_OBJECT, .name = "scheme", FIELDS(scheme_fields)};
static const struct shape *const scheme_options[] = {&shape_string, &scheme_object_shape,
                                                     &colours_shape};
static const struct shape scheme_shape = {.kind = SHAPE_EITHER, OPTIONS(scheme_options)};
static const struct field colour_scale_fields[] = {
    {"type", &colour_scale_word_shape, false,
     N_("How amounts become colours (default linear); threshold, quantile and quantize make "
        "classes.")},
    TYPE_FIELDS,
    {"domain", &values_shape, false,
     N_("The categories, the ends of the amounts, or the limits of a threshold scale.")},
    LIMIT_FIELDS,
    {"domainMid", &shape_number, false, N_("The middle of colours that part at it.")},
    {"range", &colours_shape, false, N_("The colours.")},
    {"scheme", &scheme_shape, false, N_("A named scheme, or colours to run through.")},
    {"interpolate", &blend_shape, false, N_("The space in which `range` is mixed (default hcl).")},
    {"nice", &nice_shape, false, N_("Whether the domain ends on round amounts (default false).")},
    {"zero", &shape_bool, false, N_("Whether zero is in the domain (default false).")},
};
static const struct shape colour_scale_object_shape = {
    .kind = SHAPE_OBJECT, .name = "colourScale", FIELDS(colour_scale_fields)};
static const struct shape *const colour_scale_options[] = {&colour_scale_object_shape, &null_shape};
const struct shape colour_scale_shape = {.kind = SHAPE_EITHER, OPTIONS(colour_scale_options)};

// ---- numbers: opacity and size

static const struct shape numbers_shape = {
    .kind = SHAPE_ARRAY, .item = &px_shape, .least = 2, .most = 1000};
static const struct field number_scale_fields[] = {
    {"type", &number_scale_word_shape, false, N_("How amounts become numbers (default linear).")},
    TYPE_FIELDS,
    {"domain", &values_shape, false,
     N_("The ends of the amounts, or the limits of a threshold scale.")},
    LIMIT_FIELDS,
    {"range", &numbers_shape, false, N_("The numbers at the ends, or of each class.")},
    {"zero", &shape_bool, false, N_("Whether zero is in the domain (default of sizes).")},
};
const struct shape number_scale_shape = {
    .kind = SHAPE_OBJECT, .name = "numberScale", FIELDS(number_scale_fields)};

static const struct field category_scale_fields[] = {
    {"domain", &values_shape, false, N_("The categories.")},
};
const struct shape category_scale_shape = {
    .kind = SHAPE_OBJECT, .name = "categoryScale", FIELDS(category_scale_fields)};
