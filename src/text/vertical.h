// Columns: which characters stand, lie or share a cell, and where their glyphs go.
#pragma once

#include "text/shape.h"

// How the character stands in a column, seen with its neighbours: `codes` are all characters of
// the text. A number of one or two digits is combined (纵中横, CLREQ mixed text in vertical
// writing), a lone letter upright, longer words and numbers lie sideways, all else is upright.
void vertical_orient(const uint32_t *codes, size_t count, enum text_orientation *out);

// Makes one upright cell of the units from `first` on: digits side by side, narrowed to one em.
void vertical_combine(struct shaped *shaped, size_t first);
