// Sequential ramps run from a tint of the accent to a shade of it, diverging ones between two hues.
#include "map/fill_colours.h"

#include <math.h>

static const double TINT = 0.16, SHADE = 0.45; // of the accent at the two ends
static const double TURN = 0.75;               // where the pure accent stands
static const double SEEN = 6; // of lightness (0 to 100): a shade that differs less is none

static struct colour one_hue(const struct style *style, struct colour hue, double t) {
    struct colour tint = colour_mix(style->paper, hue, TINT);
    struct colour shade = colour_mix(hue, style->ink, SHADE);
    // A black accent has no shade: the ramp ends with it, so that no two classes look alike.
    bool shaded = fabs(colour_lightness(hue) - colour_lightness(shade)) > SEEN;
    double turn = shaded ? TURN : 1;
    return t < turn ? colour_mix(tint, hue, t / turn)
                    : colour_mix(hue, shade, shaded ? (t - turn) / (1 - turn) : 0);
}

static struct colour own_colour(const struct ramp *ramp, double t) {
    double at = t * (double)(ramp->own_count - 1);
    size_t below = (size_t)floor(at);
    if (below + 1 >= ramp->own_count) {
        return ramp->own[ramp->own_count - 1];
    }
    return colour_mix(ramp->own[below], ramp->own[below + 1], at - (double)below);
}

struct colour ramp_colour(const struct ramp *ramp, double t) {
    const struct style *style = ramp->style;
    t = fmax(0, fmin(1, t));
    if (ramp->own) {
        return own_colour(ramp, t);
    }
    if (!ramp->diverging) {
        return one_hue(style, style->accent, t);
    }
    struct colour other = style->palette_count > 1 ? style->palette[1] : style->muted;
    return t < 0.5 ? one_hue(style, other, 1 - 2 * t) : one_hue(style, style->accent, 2 * t - 1);
}
