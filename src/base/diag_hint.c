// Diagnostics: the known name that is nearest to a mistyped one.
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"

enum { WORD_LIMIT = 64 }; // characters

struct word {
    uint32_t characters[WORD_LIMIT];
    size_t count;
};

static bool decode(struct str s, struct word *out) {
    out->count = 0;
    for (size_t at = 0; at < s.len;) {
        if (out->count == WORD_LIMIT)
            return false;
        out->characters[out->count++] = utf8_next(s, &at);
    }
    return true;
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

// Damerau-Levenshtein distance (optimal string alignment: insert, delete, change, swap two
// neighbours, none of them twice at one place).
static size_t distance(const struct word *a, const struct word *b) {
    size_t rows[3][WORD_LIMIT + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b->count; j++)
        row[j] = j;
    for (size_t i = 1; i <= a->count; i++) {
        size_t *recycled = before;
        before = above;
        above = row;
        row = recycled;
        row[0] = i;
        for (size_t j = 1; j <= b->count; j++) {
            const uint32_t *x = a->characters + i, *y = b->characters + j;
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (x[-1] != y[-1]));
            if (i > 1 && j > 1 && x[-1] == y[-2] && x[-2] == y[-1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
    }
    return row[b->count];
}

// The farthest distance at which two words of these lengths still count as near.
static size_t farthest(size_t a, size_t b) {
    return (a > b ? a : b) / 3;
}

struct str diag_hint_nearest(struct diag *diag, struct str word, const struct str *words,
                             size_t count) {
    struct word wanted, known;
    if (!decode(word, &wanted))
        return STR_NONE;
    size_t best = SIZE_MAX, best_index = 0;
    for (size_t i = 0; i < count && best > 0; i++) {
        if (!decode(words[i], &known))
            continue;
        size_t limit = farthest(wanted.count, known.count);
        size_t apart =
            wanted.count > known.count ? wanted.count - known.count : known.count - wanted.count;
        if (apart > limit || apart >= best)
            continue;
        size_t d = distance(&wanted, &known);
        if (d <= limit && d < best) {
            best = d;
            best_index = i;
        }
    }
    if (best == SIZE_MAX)
        return STR_NONE;
    return str_printf(diag->arena, _("did you mean \"%.*s\"?"), STR_ARG(words[best_index]));
}
