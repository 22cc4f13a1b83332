// Named colour schemes, with Vega's names and colours.
#pragma once

#include "base/colour.h"

enum { SCHEME_COLOURS = 64 }; // the most that a scheme has

struct scheme {
    const char *name;
    bool ramp;       // a way through its colours; else a list of them
    const char *hex; // six digits each
};

extern const struct scheme schemes[];
extern const size_t scheme_count;

const struct scheme *scheme_find(struct str name); // NULL when there is none; case does not matter

// Writes the scheme's own colours to `out`, which has room for SCHEME_COLOURS; returns how many.
size_t scheme_colours(const struct scheme *scheme, struct colour *out);
