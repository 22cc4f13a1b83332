// Colour spaces with three numbers each, and what lies between two colours in them.
#include "scales/blend.h"

#include <math.h>

const char *const blend_words[] = {"rgb", "lab",      "hcl",       "hcl-long",
                                   "hsl", "hsl-long", "cubehelix", "cubehelix-long"};

static const double DEGREE = 3.14159265358979323846 / 180;

// A colour in some space. A hue comes first, NAN for greys; NAN too what greys leave open.
struct place {
    double v[3];
};

// ---- CIE L*a*b* of D50, as d3-color 3 has it

static const double WHITE[3] = {0.96422, 1, 0.82521};
static const double T0 = 4.0 / 29, T1 = 6.0 / 29;

static double to_lab(double t) {
    return t > T1 * T1 * T1 ? cbrt(t) : t / (3 * T1 * T1) + T0;
}

static double from_lab(double t) {
    return t > T1 ? t * t * t : 3 * T1 * T1 * (t - T0);
}

static double to_channel(double x) {
    return 255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * pow(x, 1 / 2.4) - 0.055);
}

static struct place lab_of(struct colour colour) {
    double r = colour_linear(colour.r), g = colour_linear(colour.g), b = colour_linear(colour.b);
    double y = to_lab((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / WHITE[1]), x = y, z = y;
    if (colour.r != colour.g || colour.g != colour.b) {
        x = to_lab((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / WHITE[0]);
        z = to_lab((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / WHITE[2]);
    }
    return (struct place){{116 * y - 16, 500 * (x - y), 200 * (y - z)}};
}

static struct place rgb_of_lab(struct place lab) {
    double y = (lab.v[0] + 16) / 116;
    double x = WHITE[0] * from_lab(y + lab.v[1] / 500), z = WHITE[2] * from_lab(y - lab.v[2] / 200);
    y = WHITE[1] * from_lab(y);
    return (struct place){{to_channel(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
                           to_channel(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
                           to_channel(0.0719453 * x - 0.2289914 * y + 1.4052427 * z)}};
}

static struct place hcl_of(struct colour colour) {
    struct place lab = lab_of(colour);
    double light = lab.v[0], a = lab.v[1], b = lab.v[2];
    if (a == 0 && b == 0) {
        return (struct place){{NAN, light > 0 && light < 100 ? 0 : NAN, light}};
    }
    double hue = atan2(b, a) / DEGREE;
    return (struct place){{hue < 0 ? hue + 360 : hue, hypot(a, b), light}};
}

static struct place rgb_of_hcl(struct place hcl) {
    double hue = isnan(hcl.v[0]) ? 0 : hcl.v[0] * DEGREE, chroma = isnan(hcl.v[0]) ? 0 : hcl.v[1];
    return rgb_of_lab((struct place){{hcl.v[2], cos(hue) * chroma, sin(hue) * chroma}});
}

// ---- HSL

static struct place hsl_of(struct colour colour) {
    double r = colour.r / 255.0, g = colour.g / 255.0, b = colour.b / 255.0;
    double least = fmin(r, fmin(g, b)), most = fmax(r, fmax(g, b)), span = most - least;
    double light = (most + least) / 2;
    if (span <= 0) {
        return (struct place){{NAN, light > 0 && light < 1 ? 0 : NAN, light}};
    }
    double hue = r == most   ? (g - b) / span + (g < b ? 6 : 0)
                 : g == most ? (b - r) / span + 2
                             : (r - g) / span + 4;
    double strength = span / (light < 0.5 ? most + least : 2 - most - least);
    return (struct place){{60 * hue, strength, light}};
}

static double hsl_channel(double hue, double low, double high) {
    double share = hue < 60    ? low + (high - low) * hue / 60
                   : hue < 180 ? high
                   : hue < 240 ? low + (high - low) * (240 - hue) / 60
                               : low;
    return 255 * share;
}

static struct place rgb_of_hsl(struct place hsl) {
    double hue = isnan(hsl.v[0]) ? 0 : fmod(hsl.v[0], 360) + (hsl.v[0] < 0 ? 360 : 0);
    double light = hsl.v[2];
    double strength = isnan(hsl.v[0]) || isnan(hsl.v[1]) ? 0 : hsl.v[1];
    double high = light + (light < 0.5 ? light : 1 - light) * strength, low = 2 * light - high;
    return (struct place){{hsl_channel(hue >= 240 ? hue - 240 : hue + 120, low, high),
                           hsl_channel(hue, low, high),
                           hsl_channel(hue < 120 ? hue + 240 : hue - 120, low, high)}};
}

// ---- Cubehelix

static const double HELIX[5] = {-0.14861, 1.78277, -0.29227, -0.90649, 1.97294};

static struct place cubehelix_of(struct colour colour) {
    double r = colour.r / 255.0, g = colour.g / 255.0, b = colour.b / 255.0;
    const double *h = HELIX;
    double ed = h[4] * h[3], eb = h[4] * h[1], mixed = h[1] * h[2] - h[3] * h[0];
    double light = (mixed * b + ed * r - eb * g) / (mixed + ed - eb), blue = b - light;
    double k = (h[4] * (g - light) - h[2] * blue) / h[3];
    double strength = sqrt(k * k + blue * blue) / (h[4] * light * (1 - light));
    double hue = strength != 0 && !isnan(strength) ? atan2(k, blue) / DEGREE - 120 : NAN;
    return (struct place){{hue < 0 ? hue + 360 : hue, strength, light}};
}

static struct place rgb_of_cubehelix(struct place helix) {
    double hue = isnan(helix.v[0]) ? 0 : (helix.v[0] + 120) * DEGREE, light = helix.v[2];
    double a = isnan(helix.v[1]) ? 0 : helix.v[1] * light * (1 - light);
    double x = cos(hue), y = sin(hue);
    return (struct place){{255 * (light + a * (HELIX[0] * x + HELIX[1] * y)),
                           255 * (light + a * (HELIX[2] * x + HELIX[3] * y)),
                           255 * (light + a * HELIX[4] * x)}};
}

// ---- between two

static struct place rgb_as_it_is(struct colour colour) {
    return (struct place){{colour.r, colour.g, colour.b}};
}

static struct place same(struct place place) {
    return place;
}

static const struct space {
    struct place (*of)(struct colour colour);
    struct place (*to_rgb)(struct place place);
    bool hued, longer; // the first number is a hue; whether it may go the longer way round
} spaces[] = {
    [BLEND_RGB] = {rgb_as_it_is, same, false, false},
    [BLEND_LAB] = {lab_of, rgb_of_lab, false, false},
    [BLEND_HCL] = {hcl_of, rgb_of_hcl, true, false},
    [BLEND_HCL_LONG] = {hcl_of, rgb_of_hcl, true, true},
    [BLEND_HSL] = {hsl_of, rgb_of_hsl, true, false},
    [BLEND_HSL_LONG] = {hsl_of, rgb_of_hsl, true, true},
    [BLEND_CUBEHELIX] = {cubehelix_of, rgb_of_cubehelix, true, false},
    [BLEND_CUBEHELIX_LONG] = {cubehelix_of, rgb_of_cubehelix, true, true},
};

static double between(double a, double b, double t, bool shorter) {
    double way = b - a;
    if (isnan(way) || way == 0) { // what one of them leaves open is as the other has it
        return isnan(a) ? b : a;
    }
    if (shorter && fabs(way) > 180) {
        way -= 360 * round(way / 360);
    }
    return a + t * way;
}

static uint8_t to_byte(double channel) {
    return (uint8_t)floor(fmin(fmax(isnan(channel) ? 0 : channel, 0), 255) + 0.5);
}

struct colour blend_colours(enum blend blend, struct colour a, struct colour b, double t) {
    const struct space *space = &spaces[blend];
    struct place from = space->of(a), to = space->of(b), mix;
    for (size_t i = 0; i < 3; i++) {
        bool shorter = i == 0 && space->hued && !space->longer;
        mix.v[i] = between(from.v[i], to.v[i], t, shorter);
    }
    struct place rgb = space->to_rgb(mix);
    return (struct colour){to_byte(rgb.v[0]), to_byte(rgb.v[1]), to_byte(rgb.v[2]),
                           to_byte(a.a + t * (b.a - a.a))};
}

struct colour blend_stops(enum blend blend, const struct colour *stops, size_t count, double t) {
    if (count == 1) {
        return stops[0];
    }
    double at = fmin(fmax(t, 0), 1) * (double)(count - 1);
    size_t stop = (size_t)fmin(floor(at), (double)(count - 2));
    return blend_colours(blend, stops[stop], stops[stop + 1], at - (double)stop);
}
