// Colours in sRGB.
#pragma once

#include "base/str.h"

struct colour {
    uint8_t r, g, b, a; // a: 255 is opaque
};

#define COLOUR_NONE ((struct colour){0, 0, 0, 0})

static inline bool colour_equal(struct colour x, struct colour y) {
    return x.r == y.r && x.g == y.g && x.b == y.b && x.a == y.a;
}

// Reads CSS forms: #rgb #rgba #rrggbb #rrggbbaa, the 148 names, rgb(), rgba(), hsl(), hsla() with
// commas or spaces, transparent; case does not matter. Channels out of range are clamped. False
// when it is none of them; *out is then unchanged.
bool colour_parse(struct str text, struct colour *out);

// "#rrggbb" (alpha is printed apart by the backends).
void buf_add_colour(struct buf *buf, struct colour colour);

// a + (b - a) * t in sRGB, alpha included.
struct colour colour_mix(struct colour a, struct colour b, double t);

// A channel without sRGB's transfer curve, 0 to 1.
double colour_linear(uint8_t channel);

// `top` laid over the opaque `under`.
struct colour colour_over(struct colour top, struct colour under);

// WCAG 2.1 contrast ratio of two opaque colours, 1 to 21.
double colour_contrast(struct colour a, struct colour b);

// CIE L* of an opaque colour (D65), 0 to 100: what a grey print shows.
double colour_lightness(struct colour colour);

enum colour_vision { VISION_NORMAL, VISION_PROTAN, VISION_DEUTAN, VISION_TRITAN };

// CIE L*a*b* (D65) of an opaque colour as it is seen.
struct lab {
    double lightness, a, b;
};

struct lab colour_lab(struct colour colour, enum colour_vision vision);

// CIEDE2000; about 1 is just seen, 10 is clear at a glance.
double lab_difference(struct lab x, struct lab y);

// Difference CIEDE2000 as seen with full dichromacy of the kind (Machado 2009 matrices).
double colour_distance(struct colour a, struct colour b, enum colour_vision vision);
