// Colours between two others, by way of a colour space, as d3-interpolate 3 finds them.
#pragma once

#include "base/colour.h"

enum blend {
    BLEND_RGB,
    BLEND_LAB, // CIE L*a*b*, D50
    BLEND_HCL, // its polar form, the hue by the shorter way
    BLEND_HCL_LONG,
    BLEND_HSL,
    BLEND_HSL_LONG,
    BLEND_CUBEHELIX, // Dave Green's
    BLEND_CUBEHELIX_LONG,
    BLEND_COUNT,
};

extern const char *const blend_words[]; // in this order, as Vega calls them

struct colour blend_colours(enum blend blend, struct colour a, struct colour b, double t);

// At `t` of the way, 0 to 1, through evenly spread stops, of which there is one at least.
struct colour blend_stops(enum blend blend, const struct colour *stops, size_t count, double t);
