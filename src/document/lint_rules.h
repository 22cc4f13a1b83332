// The lint's rules: each looks at one place of a text and may propose something for it.
#pragma once

#include "document/lint.h"

struct linter {
    struct arena *arena;
    struct str text;
    size_t double_quotes, single_quotes; // straight ones read so far
};

// Whether the rule has something to say at `at`: then its finding begins there or behind. `at` is
// the start of a character, inside the text.
typedef bool lint_rule_fn(struct linter *linter, size_t at, struct lint_finding *out);

#define RULE(id, function, why) lint_rule_fn lint_##function;
#include "document/lint_rules.def"
#undef RULE

bool lint_found(struct lint_finding *out, size_t at, size_t end, struct str proposal);

// The character at `at`, 0 at the end; *next (may be NULL) is behind it. The one before `at`.
uint32_t lint_char(struct str text, size_t at, size_t *next);
uint32_t lint_char_before(struct str text, size_t at);

bool lint_is_han(uint32_t c);
bool lint_is_latin(uint32_t c); // an ASCII letter
bool lint_is_one_of(struct str set, uint32_t c);
bool lint_is_range_mark(uint32_t c); // - ~ ～ – —
bool lint_has(struct str text, size_t at, struct str words);
bool lint_has_before(struct str text, size_t at, struct str words);

// End of the digits at `at` when a number begins there; `at` when none does.
size_t lint_number_end(struct str text, size_t at);
// The value of at most six ASCII digits [from, to); 0 for others.
unsigned lint_value(struct str text, size_t from, size_t to);
