// Places on a map: a region by its name, a seat of government, or longitude and latitude.
#pragma once

#include "map/map.h"

struct map_spot {
    struct point at;           // px
    struct str words;          // its name; STR_NONE of a bare position
    struct map_region *region; // NULL: none of the map's
};

// A place as a document or a table names it.
struct map_spot_name {
    struct str words;     // STR_NONE: the degrees
    struct point degrees; // longitude and latitude
    struct diag_place place;
};

struct map_spot_name map_spot_name_of(const struct map *map, const struct json *json);

// What `json` (a string or [longitude, latitude]) stands for: the label point of a region of the
// map, else a place of the packaged base of seats of government. False with a report, also when it
// lies outside the map.
bool map_spot_find(const struct map *map, const struct json *json, struct map_spot *spot);
bool map_spot_locate(const struct map *map, const struct map_spot_name *name,
                     struct map_spot *spot);
