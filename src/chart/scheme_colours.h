// Where a colour scale takes its colours from: the author's range, a named scheme, or the style.
#pragma once

#include "chart/plot.h"

struct scheme_colours {
    const struct colour *stops;
    size_t count;
    bool list;        // taken one by one; else a way through them
    enum blend blend; // between them
    double extent[2]; // the part of the way that is used, turned round by `reverse`
    size_t wanted;    // classes that the author asks for; 0: none
};

// False when a fault was reported: there is no such scheme.
bool scheme_colours_find(const struct plot *plot, const struct channel_spec *spec,
                         struct scheme_colours *out);

// The colour of one of `classes` classes or categories: the next of a list, or a sample of the way
// as Vega takes it, its ends left out.
struct colour scheme_colours_of_class(const struct scheme_colours *source, size_t index,
                                      size_t classes);

// Stops evenly spread over the used part of the way; `*count` of them.
const struct colour *scheme_colours_of_way(struct arena *arena, const struct scheme_colours *source,
                                           size_t *count);
