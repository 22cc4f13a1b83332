// Right-to-left text among the rest (UAX #9): levels by FriBidi, order within a line.
#pragma once

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

// Embedding levels of the characters, paragraph by paragraph (line feeds part them); an odd one is
// right-to-left. A paragraph runs as its first letter does. NULL when nothing is right-to-left, the
// usual case, found in one look at each character.
const uint8_t *bidi_levels(struct arena *arena, const uint32_t *codes, size_t count);

// Order from left to right of `count` things with these levels: order[i] is the i-th (rule L2).
void bidi_order(const uint8_t *levels, size_t count, size_t *order);
