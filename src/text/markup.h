// The one small markup of text fields: **bold**, ^superscript^, and \ before a mark that is meant
// as it stands.
#pragma once

#include "base/diag.h"

enum markup_flag { MARKUP_BOLD = 1, MARKUP_RAISED = 2 };

struct marked {
    struct str words;     // without the markup
    const uint8_t *flags; // enum markup_flag by byte of words; NULL: all plain
};

// A mark without its partner is reported at `place` and stays in the words.
struct marked markup_read(struct arena *arena, struct diag *diag, struct diag_place place,
                          struct str words);
