// The one small markup of text fields: **bold**, ^superscript^, and \ before a mark that is meant
// as it stands.
#pragma once

#include "base/diag.h"
#include "text/look.h"

// A mark without its partner is reported at `place` and stays in the words.
struct marked markup_read(struct arena *arena, struct diag *diag, struct diag_place place,
                          struct str words);
