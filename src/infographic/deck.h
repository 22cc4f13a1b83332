// An infographic as a deck of slides before they are dealt out: chapters and what stays together in
// them.
#pragma once

#include "infographic/slide.h"

enum { DECK_MOST_NUMBERS = 6 }; // that a slide asks its readers to take in

// What follows under one title.
struct chapter {
    struct block *title; // that each of its slides repeats; NULL: none of its own
    struct block *full;  // a block that takes a whole slide, as a cover; then there is no cell
    struct slide_cell *cells;
    size_t count;
    enum tone_kind tone;
};

struct deck {
    struct chapter *chapters;
    size_t count;
    struct block *footer; // the last block when it bleeds, or NULL
};

// Reads the blocks into chapters. Sections are titles when the picture has a banner; else its title
// block is the title of all slides. Cells are measured for slides with `area` for their body, and
// parted where they are higher or have too many numbers.
void deck_make(const struct block_context *context, struct block *blocks, size_t count,
               struct rect area, struct deck *out);
