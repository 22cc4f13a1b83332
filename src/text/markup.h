// The one small markup of text fields (docs/markup.md): **bold**, ^superscript^, [words|looks] with
// colour, size, emphasis dots and the like, {漢|hàn} with a reading, and \ before a mark that is
// meant as it stands.
#pragma once

#include "base/diag.h"
#include "text/look.h"

struct markup_job {
    struct arena *arena;
    struct diag *diag; // NULL: report nothing
    struct diag_place place;
    struct colour accent; // of the look "accent"; alpha 0: the text's own colour
};

// What cannot be read is reported (an error with advice) and stays in the words as it stands. Marks
// reach to the end of their line.
struct marked markup_read(const struct markup_job *job, struct str words);
