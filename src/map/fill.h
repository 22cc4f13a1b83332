// The choropleth: from rows of a table to the colours of regions and a legend.
#pragma once

#include "map/classes.h"
#include "map/map.h"

enum fill_kind { FILL_NONE, FILL_CLASSES, FILL_CONTINUOUS, FILL_CATEGORIES };

struct fill_entry {
    struct str words;
    struct colour colour;
};

struct fill {
    enum fill_kind kind;
    struct classes classes;
    struct fill_entry *entries; // of the legend, the greatest first
    size_t entry_count;
    double least, most, middle; // of a ramp
    bool diverging;
    struct paint_stop *stops; // of a ramp, from the least value to the greatest
    size_t stop_count;
    bool has_no_data;
    struct str no_data; // its words
    struct str title;   // with the unit
    double scale;       // that amounts are printed in: 1, 1e4, 1e8
    bool latin;         // amounts are printed as in English, without 万
    bool shown;         // the legend is wanted
};

// Gives the map's regions their colours. False when a fault was reported.
bool fill_read(struct map *map, struct fill *fill);
