// English, and the rules that other languages in Latin letters are set by.
#include "text/language.h"

static const char *const also[] = {"en-gb", "en-us", NULL};
static const struct class_change classes[] = {{0, CLASS_HAN}};
static const char *const measures[] = {NULL};

const struct language language_en = {
    .tag = "en",
    .also = also,
    .sans = "Noto Sans CJK SC",
    .serif = "Noto Serif CJK SC",
    .monospace = "Noto Sans Mono CJK SC",
    .classes = classes,
    .narrow_quotes = true,
    .half_middle_dot = true,
    .magnitudes = "",
    .more = "",
    .ordinal_digits = "",
    .measures = measures,
    .measure_characters = "",
    .before_number = "",
    .date_units = "",
    .particles = "",
};
