// Words of approximation (余 约 近 以上) and where they may stand in a printed number.
#pragma once

#include "base/zh_number.h"

enum zh_word_position {
    ZH_WORD_BEFORE = 1,           // 约300
    ZH_WORD_BEFORE_MAGNITUDE = 2, // 数十, 上百: before Han magnitudes only
    ZH_WORD_INSIDE = 4,           // 300余
    ZH_WORD_BEHIND = 8,           // 100人以上
};

struct zh_approx_word {
    struct str text;
    enum approx meaning;
    unsigned positions; // of enum zh_word_position
};

// Whether `c` is a character of `set`.
bool zh_approx_is_one_of(struct str set, uint32_t c);

// The longest word at `at`, or that ends at `at`, which may stand in one of `positions`; NULL when
// there is none. 最近 and 签约 do not end in a word of approximation, 多样 does not begin with one.
const struct zh_approx_word *zh_approx_at(struct str text, size_t at, unsigned positions);
const struct zh_approx_word *zh_approx_before(struct str text, size_t at, unsigned positions);

// The word that a printed form ends in, its unit (perhaps empty) beginning at `at`. *end is then
// the word's start.
const struct zh_approx_word *zh_approx_behind_unit(struct str text, size_t at, size_t *end);

// Makes the word that stands at `at` the number's.
void zh_approx_set(struct zh_number *out, struct str text, size_t at,
                   const struct zh_approx_word *word, enum approx_place place);
