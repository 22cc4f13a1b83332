// Space between Han and Latin letters or digits; a wide space inside a slogan.
#include "text/compose.h"

static const double han_latin_gap = 0.125; // em of the smaller of the two
static const double most_size_gap = 0.08;  // em; where sizes meet, a number and its unit stay close

// Wide forms of letters and digits stand like Han.
static bool is_wide(const struct unit *unit, double em) {
    return unit->advance >= em * unit->look->scale;
}

static bool is_han(const struct unit *unit) {
    return unit->class == CLASS_HAN || unit->character == 0x3005;
}

static bool is_sign_before_digit(const struct unit *unit, const struct unit *after) {
    return (unit->class == CLASS_OPERATOR || unit->class == CLASS_HYPHEN ||
            unit->class == CLASS_PLUS) &&
           !is_wide(unit, 0.9) && after && after->class == CLASS_DIGIT;
}

static bool starts_latin(const struct unit *unit, const struct unit *after) {
    return !is_wide(unit, 0.99) &&
           (unit->class == CLASS_LATIN || unit->class == CLASS_DIGIT ||
            unit->class == CLASS_PREFIX || is_sign_before_digit(unit, after));
}

static bool ends_latin(const struct unit *unit) {
    return !is_wide(unit, 0.99) && (unit->class == CLASS_LATIN || unit->class == CLASS_DIGIT ||
                                    unit->class == CLASS_POSTFIX);
}

// A space between two phrases of Han (矢志不渝跟党走 携手奋进新时代) is one em wide.
static bool parts_slogan(const struct unit *units, size_t count, size_t i) {
    return units[i].character == ' ' && i > 0 && i + 1 < count && is_han(&units[i - 1]) &&
           is_han(&units[i + 1]);
}

static double gap_between(const struct unit *a, const struct unit *b) {
    double x = a->look->scale, y = b->look->scale;
    double gap = han_latin_gap * (x < y ? x : y);
    return x != y && gap > most_size_gap ? most_size_gap : gap;
}

void autospace_units(struct unit *units, size_t count, const struct language *language) {
    for (size_t i = 0; i < count; i++) {
        units[i].gap = language->wide_phrase_space && parts_slogan(units, count, i)
                           ? units[i].look->scale - units[i].advance
                           : 0;
        if (i + 1 == count)
            break;
        const struct unit *after = i + 2 < count ? &units[i + 2] : NULL;
        if ((is_han(&units[i]) && starts_latin(&units[i + 1], after)) ||
            (ends_latin(&units[i]) && is_han(&units[i + 1])))
            units[i].gap = gap_between(&units[i], &units[i + 1]);
    }
}
