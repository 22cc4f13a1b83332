// Regular expressions as expressions write them: a backtracking matcher over characters.
//
// Supported: . [] [^] \d \w \s \b and their opposites, ^ $ | () (?:) * + ? {n,m} and their lazy
// forms. Not supported, and refused by regexp_check: look-around and references back.
#pragma once

#include "base/str.h"

enum { REGEXP_GROUPS = 10 };

struct regexp_match {
    size_t start[REGEXP_GROUPS], end[REGEXP_GROUPS]; // bytes; SIZE_MAX: the group took no part
};

bool regexp_check(struct str source);

// The first match at or behind `from`. A search that takes more than a million steps finds nothing.
bool regexp_find(struct str source, bool ignore_case, struct str text, size_t from,
                 struct regexp_match *out);
