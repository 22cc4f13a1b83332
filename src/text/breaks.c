// Where a line may end, how gladly, and what a break there would part.
//
// Sources: CLREQ (prohibition rules at line start and end, unbreakable marks, digits), GB/T
// 15834-2011 5.1. Cohesion of numbers and the penalties are house rules, measured on chart text.
#include "text/compose.h"

#include "base/utf8.h"

struct paragraph {
    const struct unit *units;
    size_t count;
    struct str text;
    const struct language *language;
    bool *cohesion; // the break before unit i parts a number phrase
    uint8_t *word;  // enum word_place of the break before unit i
    bool title;
    bool *quoted; // … a short quoted or bracketed phrase
};

static enum char_class class_at(const struct paragraph *p, size_t i) {
    return i < p->count ? (enum char_class)p->units[i].class : CLASS_SPACE;
}

static bool char_in(uint32_t character, const char *set) {
    struct str s = str_from(set);
    for (size_t at = 0; at < s.len;)
        if (utf8_next(s, &at) == character)
            return true;
    return false;
}

static bool unit_in(const struct paragraph *p, size_t i, const char *set) {
    return i < p->count && p->units[i].class == CLASS_HAN && char_in(p->units[i].character, set);
}

// The longest measure word or unit that starts at unit i, in units; 0: none. Longer ones come
// before their beginnings.
static size_t measure_at(const struct paragraph *p, size_t i) {
    if (class_at(p, i) != CLASS_HAN)
        return 0;
    for (const char *const *m = p->language->measures; *m; m++) {
        struct str word = str_from(*m);
        size_t n = 0;
        size_t at = 0;
        for (; at < word.len; n++)
            if (i + n >= p->count || p->units[i + n].character != utf8_next(word, &at))
                break;
        if (at == word.len && utf8_count(word) == n)
            return n;
    }
    return unit_in(p, i, p->language->measure_characters) ? 1 : 0;
}

// Behind digits: [余多几来] [十百千万亿…] [余多] measure: marks every break up to its end.
static void mark_number_tail(struct paragraph *p, size_t i) {
    size_t at = i;
    if (unit_in(p, at, p->language->more))
        at++;
    while (unit_in(p, at, p->language->magnitudes))
        at++;
    if (unit_in(p, at, p->language->more))
        at++;
    at += measure_at(p, at);
    for (size_t k = i; k < at; k++)
        p->cohesion[k] = true;
}

static bool is_number_end(const struct paragraph *p, size_t i) {
    return class_at(p, i) == CLASS_DIGIT || class_at(p, i) == CLASS_POSTFIX;
}

// 第二十届, 第12位, 第3.1节: the ordinal with its number and measure.
static void mark_ordinal(struct paragraph *p, size_t i) {
    size_t at = i + 1;
    if (class_at(p, at) == CLASS_DIGIT) {
        p->cohesion[at] = true;
        return;
    }
    while (unit_in(p, at, p->language->ordinal_digits))
        at++;
    if (at == i + 1)
        return;
    at += measure_at(p, at);
    for (size_t k = i + 1; k < at; k++)
        p->cohesion[k] = true;
}

static void mark_numbers(struct paragraph *p) {
    for (size_t i = 0; i < p->count; i++) {
        if (class_at(p, i) == CLASS_DIGIT && class_at(p, i + 1) == CLASS_HAN)
            mark_number_tail(p, i + 1);
        // ℃ and % may be followed by 以上 freely, but 12 345 户 keeps its unit
        if (class_at(p, i) == CLASS_DIGIT && i + 2 < p->count && p->units[i + 1].character == ' ' &&
            measure_at(p, i + 2) && class_at(p, i + 2) == CLASS_HAN)
            p->cohesion[i + 2] = true;
        if (p->language->ordinal && p->units[i].character == p->language->ordinal)
            mark_ordinal(p, i);
    }
}

enum { QUOTE_DEPTH = 16, QUOTED_UNITS = 8 };

static bool is_bracket(const struct paragraph *p, size_t i) {
    uint32_t c = p->units[i].character;
    return c == 0xFF08 || c == '(' || c == 0x3014; // （ ( 〔
}

// One character in brackets behind a word, or several of them: 涉藏县（市）, 各省（区、市）.
static bool is_aside(const struct paragraph *p, size_t open, size_t close) {
    if (open == 0 || !is_bracket(p, open) || class_at(p, open - 1) != CLASS_HAN)
        return false;
    for (size_t i = open + 1; i < close; i++)
        if ((p->units[i].character == 0x3001) != ((i - open) % 2 == 0)) // 、
            return false;
    return close > open + 1;
}

// Phrases of at most eight units inside quotes or brackets; a word keeps its aside.
static void mark_quoted(struct paragraph *p) {
    size_t open[QUOTE_DEPTH], depth = 0;
    for (size_t i = 0; i < p->count; i++) {
        if (class_at(p, i) == CLASS_OPEN && depth < QUOTE_DEPTH) {
            open[depth++] = i;
        } else if (class_at(p, i) == CLASS_CLOSE && depth) {
            size_t from = open[--depth];
            for (size_t k = from + 1; i - from - 1 <= QUOTED_UNITS && k <= i; k++)
                p->quoted[k] = true;
            p->quoted[from] = p->quoted[from] || is_aside(p, from, i);
        }
    }
}

static bool is_word_class(enum char_class class) {
    return class == CLASS_LATIN || class == CLASS_DIGIT;
}

// Marks that never start a line (CLREQ, basic, GB and strict level).
static bool never_starts(enum char_class class) {
    return class_is_closing(class) || class == CLASS_MIDDLE || class == CLASS_DASH ||
           class == CLASS_ELLIPSIS || class == CLASS_CONNECT || class == CLASS_SOLIDUS ||
           class == CLASS_POSTFIX || class == CLASS_SPACE || class == CLASS_LATIN_MARK ||
           class == CLASS_NO_START || class == CLASS_GLUE || class == CLASS_CHANCE;
}

static bool never_ends(enum char_class class) {
    return class == CLASS_OPEN || class == CLASS_PREFIX || class == CLASS_GLUE;
}

// The last unit before i that is not a space.
static size_t before_spaces(const struct paragraph *p, size_t i) {
    while (i > 1 && class_at(p, i - 1) == CLASS_SPACE)
        i--;
    return i - 1;
}

// 12 345: a space between groups of three digits.
static bool parts_spaced_digits(const struct paragraph *p, size_t i) {
    if (i < 2 || class_at(p, i - 2) != CLASS_DIGIT)
        return false;
    for (size_t k = 0; k < 3; k++)
        if (class_at(p, i + k) != CLASS_DIGIT)
            return false;
    return class_at(p, i + 3) != CLASS_DIGIT;
}

static enum break_tier tier_after_space(const struct paragraph *p, size_t i) {
    enum char_class next = class_at(p, i);
    size_t before = before_spaces(p, i);
    if (never_ends(class_at(p, before)))
        return BREAK_NEVER;
    if (never_starts(next)) // —— that follows a space is a subtitle: it starts a line
        return next == CLASS_DASH ? BREAK_FREE : BREAK_NEVER;
    if (next == CLASS_DIGIT && parts_spaced_digits(p, i))
        return BREAK_NEVER;
    if (class_at(p, before) == CLASS_LATIN_MARK && p->units[before].character == '.' &&
        next == CLASS_DIGIT)
        return BREAK_COHESION; // No. 1
    return p->cohesion[i] ? BREAK_COHESION : BREAK_FREE;
}

// Between Latin letters, digits and the marks that live inside words and numbers.
static enum break_tier tier_in_latin(const struct paragraph *p, size_t i) {
    enum char_class a = class_at(p, i - 1), b = class_at(p, i);
    bool number_before = i >= 2 && is_number_end(p, i - 2);
    switch (a) {
    case CLASS_DIGIT:
        return b == CLASS_DIGIT ? BREAK_NEVER : b == CLASS_LATIN ? BREAK_WORD : BREAK_COHESION;
    case CLASS_LATIN:
        return b == CLASS_PLUS || b == CLASS_OPERATOR ? BREAK_COHESION : BREAK_WORD;
    case CLASS_LATIN_MARK:
        if (b == CLASS_DIGIT)
            return i >= 2 && class_at(p, i - 2) != CLASS_LATIN ? BREAK_NEVER : BREAK_COHESION;
        return BREAK_WORD;
    case CLASS_OPERATOR:
        return b == CLASS_DIGIT && !number_before ? BREAK_NEVER : BREAK_COHESION;
    case CLASS_HYPHEN:
        return b == CLASS_DIGIT && (i < 2 || class_at(p, i - 2) != CLASS_LATIN) ? BREAK_NEVER
                                                                                : BREAK_COHESION;
    default:
        return BREAK_COHESION; // CLASS_PLUS and CLASS_POSTFIX
    }
}

static bool lives_in_latin(enum char_class class) {
    return is_word_class(class) || class == CLASS_LATIN_MARK || class == CLASS_OPERATOR ||
           class == CLASS_HYPHEN || class == CLASS_PLUS;
}

// Behind ～ – — /: numbers and words on both sides stay together.
static enum break_tier tier_after_connector(const struct paragraph *p, size_t i) {
    enum char_class a = class_at(p, i - 1), b = class_at(p, i);
    enum char_class before = i >= 2 ? class_at(p, i - 2) : CLASS_SPACE;
    if (a == CLASS_SOLIDUS) {
        if (before == CLASS_DIGIT && b == CLASS_DIGIT)
            return BREAK_NEVER;
        return is_word_class(before) && is_word_class(b) ? BREAK_WORD : BREAK_NEVER;
    }
    bool range = b == CLASS_DIGIT || b == CLASS_PREFIX || b == CLASS_OPERATOR;
    return range && before != CLASS_DASH && i >= 2 ? BREAK_COHESION : BREAK_FREE;
}

// —— in a title, behind words: 谱写新篇章|——2022年工作综述.
static bool starts_subtitle(const struct paragraph *p, size_t i) {
    const struct unit *dash = &p->units[i];
    return p->title && dash->class == CLASS_DASH && dash->advance > 1.5 * dash->look->scale &&
           class_at(p, i - 1) == CLASS_HAN && i + 1 < p->count;
}

static enum break_tier tier_before(const struct paragraph *p, size_t i) {
    enum char_class a = class_at(p, i - 1), b = class_at(p, i);
    if (p->units[i].reading && p->units[i].reading == p->units[i - 1].reading)
        return BREAK_NEVER; // words under one reading
    if (b == CLASS_DASH && a == CLASS_SPACE)
        return tier_after_space(p, i);
    if (starts_subtitle(p, i))
        return BREAK_FREE;
    if (a == CLASS_CHANCE && b != CLASS_SPACE && b != CLASS_CHANCE)
        return class_is_closing(b) ? BREAK_NEVER : BREAK_FREE;
    if (never_starts(b) || never_ends(a))
        return BREAK_NEVER;
    if (a == CLASS_SPACE)
        return tier_after_space(p, i);
    if (a == CLASS_CONNECT || a == CLASS_DASH || a == CLASS_SOLIDUS)
        return tier_after_connector(p, i);
    if (lives_in_latin(a) && lives_in_latin(b))
        return tier_in_latin(p, i);
    if (a == CLASS_POSTFIX && is_word_class(b))
        return BREAK_COHESION;
    if (b == CLASS_PLUS) // “面对面”+“键对键” may part before the sign, 5G+ may not
        return a == CLASS_CLOSE ? BREAK_FREE : BREAK_COHESION;
    if (b == CLASS_HYPHEN || (b == CLASS_OPERATOR && class_at(p, i + 1) != CLASS_DIGIT))
        return BREAK_COHESION;
    return p->cohesion[i] ? BREAK_COHESION : BREAK_FREE;
}

static double penalty_for_marks(const struct paragraph *p, size_t i) {
    enum char_class a = class_at(p, i - 1), b = class_at(p, i);
    double penalty = 0;
    if (a == CLASS_PAUSE || a == CLASS_STOP || a == CLASS_EXCLAM)
        penalty -= 60;
    else if (a == CLASS_CLOSE)
        penalty -= 25;
    else if (a == CLASS_CHANCE)
        penalty -= 80;
    else if (a == CLASS_SPACE) // a slogan's space is the first place to break
        penalty -= b == CLASS_HAN && class_at(p, before_spaces(p, i)) == CLASS_HAN ? 120 : 10;
    else if (a == CLASS_MIDDLE)
        penalty += 100;
    if (b == CLASS_PLUS)
        penalty += 150;
    if (b == CLASS_OPEN)
        penalty -= 20;
    if (b == CLASS_DASH)
        penalty -= 200;
    if (a == CLASS_DASH && i >= 2 &&
        (class_at(p, i - 2) == CLASS_SPACE || starts_subtitle(p, i - 1)))
        penalty += 400;
    return penalty;
}

// Inside a Latin word that must part: rather behind its marks (a URL's) than between letters.
static double penalty_for_letters(const struct paragraph *p, size_t i) {
    bool letters = is_word_class(class_at(p, i - 1)) && is_word_class(class_at(p, i));
    return letters ? 1e6 : 0;
}

static double penalty_for_words(const struct paragraph *p, size_t i) {
    enum char_class a = class_at(p, i - 1), b = class_at(p, i);
    static const double word_penalty[] = {0, 80, 250};
    double penalty = word_penalty[p->word[i]];
    if (p->quoted[i])
        penalty += 400;
    if (a == CLASS_DIGIT && b == CLASS_HAN)
        penalty += 150;
    if (b == CLASS_DIGIT && unit_in(p, i - 1, p->language->before_number))
        penalty += 120;
    if (b == CLASS_DIGIT && unit_in(p, i - 1, p->language->date_units) && i >= 2 &&
        class_at(p, i - 2) == CLASS_DIGIT)
        penalty += 150;
    if (unit_in(p, i, p->language->particles) && p->word[i] == WORD_NONE)
        penalty += 120;
    return penalty;
}

size_t breaks_find(struct arena *arena, struct str text, const struct unit *units, size_t count,
                   const struct break_options *options, struct chance **out) {
    struct paragraph p = {.units = units,
                          .count = count,
                          .text = text,
                          .language = options->language,
                          .title = options->title,
                          .cohesion = ARENA_ARRAY(arena, count + 1, bool),
                          .word = ARENA_ARRAY(arena, count + 1, uint8_t),
                          .quoted = ARENA_ARRAY(arena, count + 1, bool)};
    mark_numbers(&p);
    mark_quoted(&p);
    if (options->words)
        words_mark(options->words, arena, text, units, count, p.cohesion, p.word);
    struct chance *chances = ARENA_ARRAY(arena, count + 1, struct chance);
    size_t found = 0;
    for (size_t i = 1; i < count; i++) {
        enum break_tier tier = tier_before(&p, i);
        if (tier == BREAK_NEVER)
            continue;
        chances[found++] =
            (struct chance){.at = (uint32_t)i,
                            .tier = tier,
                            .in_word = p.word[i] == WORD_INSIDE,
                            .penalty = penalty_for_marks(&p, i) + penalty_for_words(&p, i) +
                                       (tier == BREAK_WORD ? penalty_for_letters(&p, i) : 0)};
    }
    chances[found++] = (struct chance){.at = (uint32_t)count};
    *out = chances;
    return found;
}
