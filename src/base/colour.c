// Colours in sRGB: mixing, printing, contrast.
#include "base/colour.h"

#include <math.h>

void buf_add_colour(struct buf *buf, struct colour colour) {
    static const char digits[] = "0123456789abcdef";
    const uint8_t channels[] = {colour.r, colour.g, colour.b};
    char text[7] = "#";
    for (int i = 0; i < 3; i++) {
        text[1 + 2 * i] = digits[channels[i] >> 4];
        text[2 + 2 * i] = digits[channels[i] & 15];
    }
    buf_add(buf, text, sizeof text);
}

static uint8_t mix_channel(uint8_t a, uint8_t b, double t) {
    double mixed = a + (b - a) * t;
    return (uint8_t)(fmin(fmax(mixed, 0), 255) + 0.5);
}

struct colour colour_mix(struct colour a, struct colour b, double t) {
    return (struct colour){mix_channel(a.r, b.r, t), mix_channel(a.g, b.g, t),
                           mix_channel(a.b, b.b, t), mix_channel(a.a, b.a, t)};
}

struct colour colour_over(struct colour top, struct colour under) {
    double t = top.a / 255.0;
    return (struct colour){mix_channel(under.r, top.r, t), mix_channel(under.g, top.g, t),
                           mix_channel(under.b, top.b, t), 255};
}

double colour_linear(uint8_t channel) {
    double v = channel / 255.0;
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour c) {
    return 0.2126 * colour_linear(c.r) + 0.7152 * colour_linear(c.g) + 0.0722 * colour_linear(c.b);
}

double colour_contrast(struct colour a, struct colour b) {
    double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

double colour_lightness(struct colour colour) {
    return colour_lab(colour, VISION_NORMAL).lightness;
}
