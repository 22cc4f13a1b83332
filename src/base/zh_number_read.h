// The inner readers of printed numbers, shared by zh_number.c (alone) and zh_number_find.c (in
// running text).
#pragma once

#include "base/zh_number.h"

// Both read value, scale, words inside and percent at `at`; return the offset behind, or `at` when
// no number stands there. `out` must be empty with scale 1.
// Digits: *dotted when they are a name such as 3.1.2, which is then passed over.
size_t zh_number_read_arabic(struct str text, size_t at, bool *dotted, struct zh_number *out);
// Han numerals: *bare when they begin with a magnitude (百余, the 百 of 数百).
size_t zh_number_read_han(struct str text, size_t at, bool *bare, struct zh_number *out);

// Whether `c` may stand in a unit: Han, Latin letters, ° ℃ ² / and brackets.
bool zh_number_is_unit_character(uint32_t c);

enum { ZH_UNIT_CHARACTERS = 16 }; // a unit is short
