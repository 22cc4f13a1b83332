// Boundary files: GeoJSON (RFC 7946) and TopoJSON as flat arrays of points.
//
// Rings may wind either way and need not repeat their first point. Coordinates never become json.
#pragma once

#include "base/geometry.h"
#include "document/json_scan.h"

enum geo_kind { GEO_POINT, GEO_LINE, GEO_POLYGON };

enum { GEO_POINT_LIMIT = 10 * 1000 * 1000 }; // of one file, arcs of TopoJSON written out

// A ring of a polygon (its closing point left out), a line, or single points.
struct geo_part {
    size_t start, count; // in geo.points
    uint32_t polygon;    // parts of one polygon share a number, unique in the file
    enum geo_kind kind;
};

struct geo_property {
    struct str key, value; // numbers as written in the file
    bool is_number;
};

struct geo_feature {
    const struct geo_property *properties;
    size_t property_count;
    struct str id; // the feature's own "id", or STR_NONE
    bool id_is_number;
    struct str object;           // of a topology, that holds it; else STR_NONE
    size_t part_start, part_end; // in geo.parts
    size_t offset;               // in the file
    size_t number;               // from 1
};

struct geo {
    struct arena *arena;
    const struct json_file *file;
    struct point *points; // x: longitude, y: latitude, degrees
    size_t point_count;
    struct geo_part *parts;
    size_t part_count;
    struct geo_feature *features;
    size_t feature_count;
    struct rect extent; // of the features: x, y the least longitude and latitude, degrees
    bool plane;         // of tiles or circles: its x and y are no places on the ground
};

// Reads a file's bytes. Faults are reported with file, line and feature; what can be mended without
// doubt (an unclosed ring) is a warning. NULL when there was an error.
const struct geo *geo_read(struct arena *arena, struct diag *diag, struct str path,
                           struct str bytes);

// Warns of rings that cross and holes outside: n log n, for files that are not our own.
void geo_check_rings(struct diag *diag, const struct geo *geo);

// STR_NONE when the feature has no such property.
struct str geo_property(const struct geo_feature *feature, const char *key);
// The feature's name: its property name, NAME, 名称 or 地名, else its id.
struct str geo_name(const struct geo_feature *feature);
struct diag_place geo_place(const struct geo *geo, const struct geo_feature *feature);

// Sets the extent anew, after features were taken out.
void geo_measure(struct geo *geo);
