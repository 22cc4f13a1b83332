// What setting text knows of a language: one table each, in languages/, one line in languages.def.
#pragma once

#include "base/str.h"
#include "text/classes.h"

// A character that the language puts into another class than classes.c does.
struct class_change {
    uint32_t character;
    enum char_class class;
};

struct language {
    const char *tag;         // BCP 47: also what OpenType forms (locl) are chosen by
    const char *const *also; // other tags that mean it, lower case; NULL ends
    // Families behind the generic names: glyph forms right even where a font knows one language.
    const char *sans, *serif, *monospace;

    const struct class_change *classes; // character 0 ends
    bool centred_marks;     // 、，。：；！？ stand in the middle of their square and keep it
    bool half_middle_dot;   // · takes half an em (mainland China), else one
    bool narrow_quotes;     // “ ” ‘ ’ are Latin ones
    bool wide_phrase_space; // a space between two phrases of Han is one em
    bool dots_above;        // emphasis dots in lines: above, else below
    bool has_lexicon;       // words.def is its

    // What stays with a number. Strings are sets of characters; measures are words, longer ones
    // before their beginnings, NULL ends.
    const char *magnitudes, *more, *ordinal_digits, *measure_characters;
    const char *const *measures;
    uint32_t ordinal;          // 第; 0: none
    const char *before_number; // 约 近 超: rather not parted from it
    const char *date_units;    // 年 月
    const char *particles;     // rather not at a line's start
};

// The table of a tag; of the nearest shorter tag; of English for other tags. *known tells whether
// the tag has a table. An empty tag is the first of languages.def.
const struct language *language_find(struct str tag, bool *known);

// Tables by index; NULL behind the last.
const struct language *language_at(size_t index);

enum char_class language_class(const struct language *language, uint32_t character);
