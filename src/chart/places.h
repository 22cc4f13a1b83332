// Charts of places: what they ask of boundaries and projections.
//
// chart/ and map/ are siblings, and neither includes the other: figure/ makes this record of the
// one for the other.
#pragma once

#include "base/geometry.h"
#include "document/table.h"
#include "scene/path.h"

// What has to be seen: the shapes that are drawn, and single places.
struct places_shown {
    const size_t *shapes;
    size_t shape_count;
    const struct point *places; // longitude and latitude, degrees
    size_t place_count;
};

struct chart_places {
    void *bridge;
    // Whether `data` means boundaries.
    bool (*reads)(const struct json *data);
    // The features of a boundary file as rows: id, properties.NAME and PLACES_SHAPE. NULL when a
    // fault was reported.
    const struct table *(*read)(void *bridge, const struct json *data);
    // Projects into `area` (px): as `projection` says, or so that all of `shown` fills it. False
    // when a fault was reported.
    bool (*fit)(void *bridge, const struct json *projection, const struct places_shown *shown,
                struct rect area);
    // Px of a place, and the outline of a shape; once fitted.
    struct point (*place)(void *bridge, double lon_deg, double lat_deg);
    struct path (*outline)(void *bridge, size_t shape);
    bool (*is_line)(void *bridge, size_t shape); // not an area
};

// The column that numbers the shapes of rows.
#define PLACES_SHAPE "geometry"
// The column of their names.
#define PLACES_NAME "properties.name"
