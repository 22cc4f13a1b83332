// A mark: how the rows of a unit become items of the scene. One file each in marks/, one line in
// marks.def.
#pragma once

#include "chart/plot.h"

struct mark {
    const char *name;
    bool banded;            // takes a band of a discrete axis (bars, ticks); else its middle
    bool from_zero;         // its length means the amount: zero stays in the domain
    bool stacks;            // stacked by colour when nothing is said
    bool joins;             // the rows of a series make one line or area
    bool strokes;           // has no fill: its colour is that of its line
    bool symbols;           // takes the channels size and shape
    bool sheer;             // single rows have the style's pointOpacity
    bool cells;             // fills the crossing of two bands
    bool polar;             // the channel theta holds its amount
    bool shapes;            // draws boundaries
    bool places;            // takes the channels longitude and latitude
    bool outlined;          // filled, and takes the property stroke
    const char *shape;      // of its filled symbols; NULL: the author's
    bool plain_ink;         // drawn in the style's ink when no colour is given
    const char *properties; // of the mark's object, beside type, color, opacity and tooltip
    const char *words;      // what alternative texts call the chart; NULL: no kind of chart
    void (*draw)(struct plot *plot, const struct plot_unit *unit);
};

#define MARK(name) extern const struct mark mark_##name;
#include "chart/marks.def"
#undef MARK

const struct mark *mark_find(struct str name); // NULL when there is none
