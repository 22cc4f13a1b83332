// The words behind the bar of [words|looks]: names and values of looks.
#pragma once

#include "base/diag.h"
#include "text/look.h"

// Reads names with spaces between: bold regular accent dots large small sup sub, a CSS colour, a
// size like 150%. False with the first unknown word in *unknown.
bool markup_looks_read(struct str words, struct colour accent, struct text_look *out,
                       struct str *unknown);

// Advice for an unknown name: the nearest one, or all of them.
struct str markup_looks_hint(struct diag *diag, struct str unknown);

// Superscript (up) or subscript inside `look`.
void markup_look_raise(struct text_look *look, bool up);

// Lays `add` over `look`: sizes multiply.
void markup_look_add(struct text_look *look, const struct text_look *add);
