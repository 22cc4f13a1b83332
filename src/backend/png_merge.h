// Merging near colours of a picture into one palette, for --png=fast.
#pragma once

#include "backend/png_palette.h"
#include "base/str.h"

enum { PNG_MERGE_REACH = 4 }; // most that a channel moves, of 255

// Rows of a filter byte and RGB (RGBA with `alpha`) samples become rows of a filter byte and
// palette indexes. Colours that stand three in a row anywhere are flat and stay exact; the others
// join the commonest colour within reach. False, and rows untouched, when more than 256 remain or
// the picture has too many colours to begin with.
bool png_merge_colours(struct buf *rows, unsigned width, bool alpha, struct png_palette *palette);
