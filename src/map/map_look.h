// Colours and widths of a map's parts in a style.
#pragma once

#include "map/map.h"

struct colour map_look_land(const struct style *style); // regions without value
// Of highlighted regions: the accent, or a tint of it under flows, pins and symbols.
struct colour map_look_highlight(const struct map *map);
struct colour map_look_ground(const struct style *style); // land around the subject
double map_look_border(const struct style *style);        // px between regions
double map_look_gap(const struct style *style);           // px between tiles
double map_look_outline(const struct style *style);       // px around the subject

// The halo of words in `box`: the colour under them. Over several colours there is one only where a
// dark line runs under the words.
void map_look_halo(const struct map *map, struct rect box, struct text_placement *place);

// Hatches a rectangle as regions without data are.
void map_look_hatch(const struct map *map, uint32_t owner, enum scene_role role, struct rect rect);
struct stroke map_look_hatch_stroke(const struct style *style);
double map_look_hatch_gap(const struct style *style); // px
