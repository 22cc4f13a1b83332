// Reads colours as CSS writes them (CSS Color Module Level 4, sections 4 to 7).
#include "base/colour.h"
#include "base/number.h"

#include <math.h>
#include <string.h>

enum { NUMBER_LIMIT = 32, TEXT_LIMIT = 128 }; // bytes; no sensible form is nearly as long

static const struct {
    const char *name;
    uint32_t rgb;
} names[] = {
#define NAME(name, rgb) {name, rgb},
#include "base/colour_names.def"
#undef NAME
};

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static struct colour from_rgb(uint32_t rgb) {
    return (struct colour){(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb, 255};
}

static bool parse_name(struct str text, struct colour *out) {
    if (str_is(text, "transparent")) {
        *out = COLOUR_NONE;
        return true;
    }
    size_t low = 0, high = sizeof names / sizeof *names;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = str_compare(text, str_from(names[middle].name));
        if (order == 0) {
            *out = from_rgb(names[middle].rgb);
            return true;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

static int hex_digit(char c) {
    const char *digits = "0123456789abcdef";
    const char *hit = c ? strchr(digits, c) : NULL;
    return hit ? (int)(hit - digits) : -1;
}

// #rgb #rgba #rrggbb #rrggbbaa
static bool parse_hex(struct str digits, struct colour *out) {
    uint8_t channels[4] = {0, 0, 0, 255};
    bool is_short = digits.len == 3 || digits.len == 4;
    if (!is_short && digits.len != 6 && digits.len != 8)
        return false;
    size_t step = is_short ? 1 : 2;
    for (size_t at = 0; at < digits.len; at += step) {
        int high = hex_digit(digits.data[at]), low = hex_digit(digits.data[at + step - 1]);
        if (high < 0 || low < 0)
            return false;
        channels[at / step] = (uint8_t)(high * 16 + low);
    }
    *out = (struct colour){channels[0], channels[1], channels[2], channels[3]};
    return true;
}

// What stands between the brackets of a function.
struct arguments {
    struct str text;
    size_t at;
};

static void skip_spaces(struct arguments *in) {
    while (in->at < in->text.len && is_space(in->text.data[in->at]))
        in->at++;
}

static bool take(struct arguments *in, char c) {
    if (in->at >= in->text.len || in->text.data[in->at] != c)
        return false;
    in->at++;
    return true;
}

static void copy_digits(struct arguments *in, char *out, size_t *len) {
    while (in->at < in->text.len && in->text.data[in->at] >= '0' && in->text.data[in->at] <= '9' &&
           *len < NUMBER_LIMIT - 3)
        out[(*len)++] = in->text.data[in->at++];
}

// A CSS number without exponent: ".5" is one, "5." is none.
static bool take_number(struct arguments *in, double *out) {
    char text[NUMBER_LIMIT];
    size_t len = 0;
    if (take(in, '-'))
        text[len++] = '-';
    else
        take(in, '+');
    size_t start = len;
    copy_digits(in, text, &len);
    if (len == start)
        text[len++] = '0';
    bool whole = in->at > 0 && in->text.data[in->at - 1] >= '0' && in->text.data[in->at - 1] <= '9';
    if (take(in, '.')) {
        text[len++] = '.';
        copy_digits(in, text, &len);
    } else if (!whole) {
        return false;
    }
    return number_parse((struct str){text, len}, out);
}

// The unit behind a number: "", "%", "deg", ...
static struct str take_unit(struct arguments *in) {
    size_t start = in->at;
    if (!take(in, '%'))
        while (in->at < in->text.len && in->text.data[in->at] >= 'a' &&
               in->text.data[in->at] <= 'z')
            in->at++;
    return str_slice(in->text, start, in->at);
}

// Three components and alpha: "1, 2, 3", "1, 2, 3, .5", "1 2 3" or "1 2 3 / .5".
struct component {
    double value;
    struct str unit;
};

static bool take_component(struct arguments *in, struct component *out) {
    skip_spaces(in);
    if (!take_number(in, &out->value))
        return false;
    out->unit = take_unit(in);
    return true;
}

// Returns how many components there are: 3 or 4; 0 when it is no such list.
static int take_components(struct arguments *in, struct component components[4]) {
    bool commas = false;
    for (int i = 0; i < 3; i++) {
        if (i > 0) {
            size_t before = in->at;
            skip_spaces(in);
            bool comma = take(in, ',');
            if ((i == 2 && comma != commas) || (!comma && in->at == before))
                return 0;
            commas = comma;
        }
        if (!take_component(in, &components[i]))
            return 0;
    }
    skip_spaces(in);
    if (in->at == in->text.len)
        return 3;
    if (!take(in, commas ? ',' : '/') || !take_component(in, &components[3]))
        return 0;
    skip_spaces(in);
    return in->at == in->text.len ? 4 : 0;
}

static uint8_t to_byte(double unit) {
    return (uint8_t)(fmin(fmax(unit, 0), 1) * 255 + 0.5);
}

static bool is_plain(struct component c) {
    return c.unit.len == 0;
}

static bool is_percent(struct component c) {
    return str_is(c.unit, "%");
}

static bool read_alpha(struct component c, uint8_t *out) {
    if (!is_plain(c) && !is_percent(c))
        return false;
    *out = to_byte(is_percent(c) ? c.value / 100 : c.value);
    return true;
}

static bool read_rgb(const struct component *c, struct colour *out) {
    uint8_t channels[3];
    for (int i = 0; i < 3; i++) {
        if (!is_plain(c[i]) && !is_percent(c[i]))
            return false;
        channels[i] = to_byte(is_percent(c[i]) ? c[i].value / 100 : c[i].value / 255);
    }
    *out = (struct colour){channels[0], channels[1], channels[2], 255};
    return true;
}

static bool read_hue(struct component c, double *degrees) {
    double turn = is_plain(c) || str_is(c.unit, "deg") ? 360
                  : str_is(c.unit, "grad")             ? 400
                  : str_is(c.unit, "rad")              ? 2 * 3.14159265358979323846
                  : str_is(c.unit, "turn")             ? 1
                                                       : 0;
    if (turn == 0)
        return false;
    *degrees = fmod(c.value / turn, 1) * 360;
    if (*degrees < 0)
        *degrees += 360;
    return true;
}

// The channel that stands `shift` twelfths of a turn away (CSS Color 4, section 7.1).
static uint8_t hsl_channel(double hue, double saturation, double lightness, double shift) {
    double k = fmod(shift + hue / 30, 12);
    double reach = saturation * fmin(lightness, 1 - lightness);
    return to_byte(lightness - reach * fmax(-1, fmin(fmin(k - 3, 9 - k), 1)));
}

static bool read_hsl(const struct component *c, struct colour *out) {
    double hue;
    if (!read_hue(c[0], &hue) || !is_percent(c[1]) || !is_percent(c[2]))
        return false;
    double saturation = fmin(fmax(c[1].value / 100, 0), 1);
    double lightness = fmin(fmax(c[2].value / 100, 0), 1);
    *out = (struct colour){hsl_channel(hue, saturation, lightness, 0),
                           hsl_channel(hue, saturation, lightness, 8),
                           hsl_channel(hue, saturation, lightness, 4), 255};
    return true;
}

static bool parse_function(struct str text, struct colour *out) {
    size_t open = str_find(text, STR("("), 0);
    if (open == SIZE_MAX || !str_ends(text, STR(")")))
        return false;
    struct str name = str_slice(text, 0, open);
    struct arguments in = {str_slice(text, open + 1, text.len - 1), 0};
    struct component components[4];
    int count = take_components(&in, components);
    if (count == 0)
        return false;
    bool read = false;
    if (str_is(name, "rgb") || str_is(name, "rgba"))
        read = read_rgb(components, out);
    else if (str_is(name, "hsl") || str_is(name, "hsla"))
        read = read_hsl(components, out);
    return read && (count == 3 || read_alpha(components[3], &out->a));
}

bool colour_parse(struct str text, struct colour *out) {
    char lowered[TEXT_LIMIT];
    text = str_trim(text);
    if (text.len == 0 || text.len > sizeof lowered)
        return false;
    for (size_t i = 0; i < text.len; i++)
        lowered[i] = lower(text.data[i]);
    struct str s = {lowered, text.len};
    struct colour colour;
    bool read = s.data[0] == '#' ? parse_hex(str_slice(s, 1, s.len), &colour)
                                 : parse_name(s, &colour) || parse_function(s, &colour);
    if (read)
        *out = colour;
    return read;
}
