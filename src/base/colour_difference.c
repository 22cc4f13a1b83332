// How different two colours look, also to people who do not see all of them.
#include "base/colour.h"

#include <math.h>

static double square(double x) {
    return x * x;
}

// What a dichromat's eye makes of linear sRGB. Machado, Oliveira and Fernandes: A Physiologically-
// based Model for Simulation of Color Vision Deficiency (2009), table 1, severity 1.0.
static const double machado[][3][3] = {
    [VISION_NORMAL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    [VISION_PROTAN] = {{0.152286, 1.052583, -0.204868},
                       {0.114503, 0.786281, 0.099216},
                       {-0.003882, -0.048116, 1.051998}},
    [VISION_DEUTAN] = {{0.367322, 0.860646, -0.227968},
                       {0.280085, 0.672501, 0.047413},
                       {-0.011820, 0.042940, 0.968881}},
    [VISION_TRITAN] = {{1.255528, -0.076749, -0.178779},
                       {-0.078411, 0.930809, 0.147602},
                       {0.004733, 0.691367, 0.303900}},
};

// Linear sRGB to CIE XYZ (IEC 61966-2-1); a row's sum is the white D65.
static const double xyz_from_rgb[3][3] = {
    {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}};

static double dot(const double row[3], const double v[3]) {
    return row[0] * v[0] + row[1] * v[1] + row[2] * v[2];
}

// CIE 15:2004, the exact fractions of its constants.
static double lab_curve(double t) {
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

struct lab colour_lab(struct colour colour, enum colour_vision vision) {
    const double linear[3] = {colour_linear(colour.r), colour_linear(colour.g),
                              colour_linear(colour.b)};
    static const double white[3] = {1, 1, 1};
    double seen[3], f[3];
    for (int i = 0; i < 3; i++)
        seen[i] = fmin(fmax(dot(machado[vision][i], linear), 0), 1);
    for (int i = 0; i < 3; i++)
        f[i] = lab_curve(dot(xyz_from_rgb[i], seen) / dot(xyz_from_rgb[i], white));
    return (struct lab){116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

static const double degree = 3.14159265358979323846 / 180;

// Degrees in [0, 360); a grey has none and counts as 0.
static double hue(double a, double b) {
    if (a == 0 && b == 0)
        return 0;
    double angle = atan2(b, a) / degree;
    return angle < 0 ? angle + 360 : angle;
}

// From the first hue to the second the short way round, in degrees.
static double hue_step(double from, double to) {
    double step = to - from;
    return step > 180 ? step - 360 : step < -180 ? step + 360 : step;
}

static double hue_mean(double x, double y, bool grey) {
    if (grey)
        return x + y;
    if (fabs(x - y) <= 180)
        return (x + y) / 2;
    return x + y < 360 ? (x + y + 360) / 2 : (x + y - 360) / 2;
}

static double chroma_weight(double chroma) {
    double power = pow(chroma, 7);
    return sqrt(power / (power + 6103515625.0)); // 25⁷
}

// Sharma, Wu and Dalal: The CIEDE2000 Color-Difference Formula (2005), equations 2 to 22, with all
// three parametric factors 1.
double lab_difference(struct lab x, struct lab y) {
    double mean = (hypot(x.a, x.b) + hypot(y.a, y.b)) / 2;
    double stretch = 1 + 0.5 * (1 - chroma_weight(mean));
    double xa = x.a * stretch, ya = y.a * stretch;
    double xc = hypot(xa, x.b), yc = hypot(ya, y.b);
    double xh = hue(xa, x.b), yh = hue(ya, y.b);
    bool grey = xc * yc == 0;

    double lightness_step = y.lightness - x.lightness, chroma_step = yc - xc;
    double hue_difference = grey ? 0 : 2 * sqrt(xc * yc) * sin(hue_step(xh, yh) / 2 * degree);

    double l = square((x.lightness + y.lightness) / 2 - 50), c = (xc + yc) / 2;
    double h = hue_mean(xh, yh, grey);
    double t = 1 - 0.17 * cos((h - 30) * degree) + 0.24 * cos(2 * h * degree) +
               0.32 * cos((3 * h + 6) * degree) - 0.20 * cos((4 * h - 63) * degree);
    double turn = 60 * exp(-square((h - 275) / 25)) * degree; // 2Δθ
    double rotation = -2 * chroma_weight(c) * sin(turn);

    double dl = lightness_step / (1 + 0.015 * l / sqrt(20 + l));
    double dc = chroma_step / (1 + 0.045 * c);
    double dh = hue_difference / (1 + 0.015 * c * t);
    return sqrt(fmax(square(dl) + square(dc) + square(dh) + rotation * dc * dh, 0));
}

double colour_distance(struct colour a, struct colour b, enum colour_vision vision) {
    return lab_difference(colour_lab(a, vision), colour_lab(b, vision));
}
