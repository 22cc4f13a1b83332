// Names that found no room in their regions: a tidy column beside the subject, with leader lines.
#pragma once

#include "map/leader.h"

struct column_label {
    struct str words;
    struct point anchor; // px in the region that it names
};

struct map_label_column {
    struct map *map;
    struct rect subject;    // px around all regions
    struct leader *leaders; // drawn so far
    size_t leader_count, leader_capacity;
    struct rect *avoided;
    size_t avoided_count, avoided_capacity;
    struct column_label *labels;
    size_t label_count, label_capacity;
};

struct map_label_column map_label_column_open(struct map *map, const struct rect *obstacles,
                                              size_t obstacle_count);
void map_label_column_avoid(struct map_label_column *column, struct rect box);
void map_label_column_add(struct map_label_column *column, struct str words, struct point anchor);

// Stands the names in columns to the left and right of the subject, each as close to the height of
// its region as it can be with a line that crosses no name and no other line; else anywhere beside
// the subject. Reports those without a place.
void map_label_column_draw(struct map_label_column *column);
