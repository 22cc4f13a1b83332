// What a scale may say.
#include "chart/shapes_parts.h"

#include "base/i18n.h"
#include "chart/spec.h"

static const char *const scale_words[] = {
#define SCALE(name) #name,
#include "scales/scale_types.def"
#undef SCALE
};
static const struct shape scale_word_shape = {.kind = SHAPE_WORD, WORDS(scale_words)};
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
const struct shape scale_shape = {.kind = SHAPE_OBJECT, .name = "scale", FIELDS(scale_fields)};

static const struct shape colours_shape = {
    .kind = SHAPE_ARRAY, .item = &colour_shape, .least = 1, .most = 1000};
static const struct field colour_scale_fields[] = {
    {"domain", &values_shape, false, N_("The categories.")},
    {"range", &colours_shape, false, N_("Their colours.")},
};
const struct shape colour_scale_shape = {
    .kind = SHAPE_OBJECT, .name = "colourScale", FIELDS(colour_scale_fields)};

static const struct field category_scale_fields[] = {
    {"domain", &values_shape, false, N_("The categories.")},
};
const struct shape category_scale_shape = {
    .kind = SHAPE_OBJECT, .name = "categoryScale", FIELDS(category_scale_fields)};
