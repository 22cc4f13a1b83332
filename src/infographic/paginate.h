// Where to part a column of things into pages: the cheapest way by fullness and by how much each
// break disturbs.
#pragma once

#include "base/arena.h"

#include <stdbool.h>

struct page_unit {
    double top, bottom; // px in one endless column
    double head, foot;  // px above it when it is the first of a page, below it when the last
    double
        cost; // of a page that begins with it: 0 at a border, INFINITY: only if no page holds both
    bool forced;      // a page begins with it in any case
    unsigned numbers; // that a reader has to take in
};

struct page_limits {
    double height;         // px of a page
    double repeated;       // px of each page but the first that its repeated heading takes
    unsigned most_numbers; // on a page, unless one unit has more; 0: no limit
    bool ragged_last;      // the last page need not be as full as the others
};

// Finds the index of the unit behind each page's last; `ends` has room for `count`. Returns the
// number of pages. A unit that is taller than a page has one of its own. Time is linear in `count`
// for pages of a limited number of units.
size_t paginate(struct arena *arena, const struct page_unit *units, size_t count,
                const struct page_limits *limits, size_t *ends);
