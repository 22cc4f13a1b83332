// Decimal digits of doubles, from more figures than the rounding needs.
#include "base/decimal.h"

#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Figures beyond the wanted ones that tell a half from what is near it.
enum { GUARD_FIGURES = 40, FIGURES_LIMIT = 330, SHORTEST_FIGURES = 17 };

// All figures that the rounding may look at, not yet rounded for the caller.
static struct decimal expand(double value, int figures) {
    struct decimal decimal = {.count = 0};
    char text[DECIMAL_DIGITS + 32];
    if (value == 0) {
        return decimal;
    }
    figures = figures < 1 ? 1 : figures > FIGURES_LIMIT ? FIGURES_LIMIT : figures;
    snprintf(text, sizeof text, "%.*e", figures + GUARD_FIGURES - 1, value);
    for (const char *c = text; *c != 'e'; c++) {
        if (*c >= '0' && *c <= '9') { // not the radix character, which a locale may change
            decimal.digits[decimal.count++] = *c;
        }
    }
    decimal.point = atoi(strchr(text, 'e') + 1) + 1;
    return decimal;
}

// Keeps `keep` figures (0 and less: only what carries over); halves go up.
static void round_off(struct decimal *decimal, int keep) {
    if (keep >= decimal->count) {
        return;
    }
    bool up = keep >= 0 && decimal->digits[keep] >= '5';
    decimal->count = keep > 0 ? keep : 0;
    int i = decimal->count;
    while (up && i > 0 && decimal->digits[i - 1] == '9') {
        decimal->digits[--i] = '0';
    }
    if (up && i > 0) {
        decimal->digits[i - 1]++;
    } else if (up) { // 9.96 to one decimal: a new first figure
        memmove(decimal->digits + 1, decimal->digits, (size_t)decimal->count);
        decimal->digits[0] = '1';
        decimal->count++;
        decimal->point++;
    }
}

struct decimal decimal_fixed(double value, int decimals) {
    struct decimal decimal = expand(value, 1);
    decimal = expand(value, decimal.point + decimals);
    round_off(&decimal, decimal.point + decimals);
    return decimal;
}

struct decimal decimal_figures(double value, int figures) {
    struct decimal decimal = expand(value, figures);
    int point = decimal.point;
    round_off(&decimal, figures);
    if (decimal.point > point) { // 9.99 to two figures is 10, its third figure is a zero
        decimal.count = figures < decimal.count ? figures : decimal.count;
    }
    return decimal;
}

struct decimal decimal_shortest(double value) {
    struct decimal decimal = {.count = 0};
    for (int figures = 1; value != 0 && figures <= SHORTEST_FIGURES; figures++) {
        decimal = decimal_figures(value, figures);
        char text[64];
        int len = snprintf(text, sizeof text, "%.*se%d", decimal.count, decimal.digits,
                           decimal.point - decimal.count);
        double back;
        if (number_parse((struct str){text, (size_t)len}, &back) && back == value) {
            break;
        }
    }
    return decimal;
}

// The figure that stands `place` figures behind the point (0: the one before it is the last whole).
static char figure_at(const struct decimal *decimal, int place) {
    int at = decimal->point + place;
    return at >= 0 && at < decimal->count ? decimal->digits[at] : '0';
}

static void add_plain(struct buf *buf, const struct decimal *decimal, int decimals) {
    int whole = decimal->point > 0 ? decimal->point : 1;
    for (int i = -whole; i < decimals; i++) {
        if (i == 0) {
            buf_add_char(buf, '.');
        }
        buf_add_char(buf, figure_at(decimal, i));
    }
}

void buf_add_fixed(struct buf *buf, double value, int decimals) {
    if (value >= 1e21) {
        struct decimal shortest = decimal_shortest(value);
        buf_add_exponential(buf, shortest, shortest.count);
        return;
    }
    struct decimal decimal = decimal_fixed(value, decimals);
    add_plain(buf, &decimal, decimals);
}

void buf_add_exponential(struct buf *buf, struct decimal decimal, int figures) {
    for (int i = 0; i < figures || i == 0; i++) {
        buf_add_text(buf, i == 1 ? "." : "");
        buf_add_char(buf, i < decimal.count ? decimal.digits[i] : '0');
    }
    int exponent = decimal.count ? decimal.point - 1 : 0;
    buf_printf(buf, "e%c%d", exponent < 0 ? '-' : '+', abs(exponent));
}

void buf_add_precision(struct buf *buf, double value, int figures) {
    struct decimal decimal = decimal_figures(value, figures);
    int exponent = decimal.count ? decimal.point - 1 : 0;
    if (exponent < -6 || exponent >= figures) {
        buf_add_exponential(buf, decimal, figures);
    } else {
        add_plain(buf, &decimal, figures - 1 - exponent);
    }
}
