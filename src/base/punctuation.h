// The marks that the program's own sentences are made with, by language.
#pragma once

#include "base/str.h"

// Chinese of any script, or no tag at all: zh, zh-Hant. What the program says itself it says in
// Chinese there, and in English elsewhere.
bool language_is_chinese(struct str tag);

struct punctuation {
    const char *colon, *comma, *semicolon, *stop;
    const char *between;   // the names of a list
    const char *bracketed; // a format of two texts (%.*s), the second in brackets
    const char *gap;       // between two statements of one line
    const char *left_out;  // between a first and a last thing
};

extern const struct punctuation punctuation_chinese, punctuation_latin;

const struct punctuation *punctuation_of(struct str language);
