// Numerals of sections.
#pragma once

#include "style/style.h"

// 壹 or 一 or 01 by the style's form; STR_NONE where it has none. `number` starts at 1.
struct str numeral_write(struct arena *arena, enum style_numerals form, size_t number);
