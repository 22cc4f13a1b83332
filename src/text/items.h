// Words to characters that can be set, each with its face and look.
#pragma once

#include "text/bidi.h"
#include "text/shape.h"

struct item_char {
    uint32_t character;
    uint32_t from, to; // bytes of the cleaned words
    font_id font;
    bool joins; // belongs to the cluster before it
    enum text_orientation orientation;
    const struct text_look *look;
    uint32_t reading; // as in struct unit
};

struct itemised {
    struct item_char *chars;
    uint32_t *codes; // the same characters, as HarfBuzz wants them
    size_t count;
    const uint8_t *levels; // bidi_levels, or NULL
};

// Keeps what can be set, and gives the cleaned words; what cannot be set is reported at the job's
// place and left out.
struct itemised items_make(const struct shape_job *job, const struct font_stack *stack,
                           struct str words, struct str *cleaned);
