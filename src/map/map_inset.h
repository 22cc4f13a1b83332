// Insets: small maps in free corners, as where in Sichuan Chengdu lies.
#pragma once

#include "map/map.h"
#include "map/scale_bar.h"

enum { INSET_LIMIT = 8 };

struct map_inset {
    struct map map;                 // of its own base and projection
    struct rect extent;             // degrees that it shows; of width 0: all of its subject
    struct rect bounds;             // metres
    const struct text_block *title; // NULL: none
    struct scale_bar bar;           // of width 0: none
    double width, height;           // px, title and scale bar included
    struct point corner;
    bool placed;
};

struct map_insets {
    struct map_inset *items;
    size_t count;
};

// Loads the bases of "insets"; false when a fault was reported.
bool map_insets_load(const struct map *map, struct map_insets *insets);

// Gives the insets their sizes in a picture of `width` px.
void map_insets_set(const struct map *map, struct map_insets *insets, double width);

// Draws those that have a place; reports the others.
void map_insets_draw(struct map *map, struct map_insets *insets);
