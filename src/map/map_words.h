// What maps say of themselves, by the language of the document.
#pragma once

#include "base/punctuation.h"

struct map_words {
    const struct punctuation *marks;
    const char *no_data;
    const char *members;               // a class's words with its number of regions: %.*s and %zu
    const char *north, *metres, *far;  // behind a length: metres, thousands of them
    const char *map, *filled, *schema; // kinds of maps
    const char *regions;               // how many: %zu
    const char *highlighted, *pins;    // before their names
    const char *circles, *pies, *bars; // before what their sizes mean
    const char *flows, *widths;        // before the flows; before what their widths mean
    const char *amounts;               // what sizes mean where nothing says it
};

const struct map_words *map_words_of(struct str language);
