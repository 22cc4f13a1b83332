// Names of looks in the small markup.
#include "text/markup_looks.h"

#include "base/i18n.h"
#include "base/number.h"

// Superscript: its digits' top level with the capitals' (0.733 em in Noto CJK).
static const double raised_scale = 0.6, raised_by = 0.33, lowered_by = -0.14; // em
static const double large = 1.25, small = 0.8, least_scale = 0.25, most_scale = 4;

static const char *const names[] = {"bold",  "regular", "accent", "dots",
                                    "large", "small",   "sup",    "sub"};

void markup_look_raise(struct text_look *look, bool up) {
    look->rise += look->scale * (up ? raised_by : lowered_by);
    look->scale *= raised_scale;
}

void markup_look_add(struct text_look *look, const struct text_look *add) {
    if (add->weight != WEIGHT_OF_TEXT)
        look->weight = add->weight;
    look->dotted = look->dotted || add->dotted;
    if (add->coloured) {
        look->coloured = true;
        look->colour = add->colour;
    }
    look->rise += look->scale * add->rise;
    look->scale *= add->scale;
}

static bool read_size(struct str word, struct text_look *out) {
    double percent;
    if (!str_ends(word, STR("%")) || !number_parse(str_slice(word, 0, word.len - 1), &percent))
        return false;
    if (!(percent >= 100 * least_scale && percent <= 100 * most_scale))
        return false;
    out->scale *= percent / 100;
    return true;
}

static bool read_one(struct str word, struct colour accent, struct text_look *out) {
    if (str_is(word, "bold"))
        out->weight = WEIGHT_BOLD;
    else if (str_is(word, "regular"))
        out->weight = WEIGHT_REGULAR;
    else if (str_is(word, "accent")) {
        out->coloured = accent.a > 0;
        out->colour = accent;
    } else if (str_is(word, "dots"))
        out->dotted = true;
    else if (str_is(word, "large"))
        out->scale *= large;
    else if (str_is(word, "small"))
        out->scale *= small;
    else if (str_is(word, "sup") || str_is(word, "sub"))
        markup_look_raise(out, str_is(word, "sup"));
    else if (colour_parse(word, &out->colour))
        out->coloured = true;
    else
        return read_size(word, out);
    return true;
}

bool markup_looks_read(struct str words, struct colour accent, struct text_look *out,
                       struct str *unknown) {
    size_t at = 0, found = 0;
    while (at < words.len) {
        size_t end = str_find(words, STR(" "), at);
        end = end == SIZE_MAX ? words.len : end;
        *unknown = str_slice(words, at, end);
        if (unknown->len && !read_one(*unknown, accent, out))
            return false;
        found += unknown->len > 0;
        at = end + 1;
    }
    *unknown = words;
    return found > 0;
}

struct str markup_looks_hint(struct diag *diag, struct str unknown) {
    struct str words[sizeof names / sizeof *names];
    size_t count = sizeof names / sizeof *names;
    for (size_t i = 0; i < count; i++)
        words[i] = str_from(names[i]);
    struct str hint = diag_hint_nearest(diag, unknown, words, count);
    return hint.len ? hint
                    : str_from(_("looks are bold, regular, accent, dots, large, small, sup, sub, a "
                                 "colour (red, #c8102e) or a size from 25% to 400%; write \\ "
                                 "before a bracket that is meant as it stands"));
}
