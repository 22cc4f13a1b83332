// Inside the reader of boundary files: what the events of the scanner leave for the second step.
#pragma once

#include "map/geo.h"

// A part as it stands in the file: a list of positions, or in TopoJSON a list of arc numbers.
struct raw_part {
    size_t start, end; // in builder.points, or in builder.refs when `topological`
    uint32_t polygon;
    int depth; // arrays around a position: Point 0, LineString 1, Polygon 2, MultiPolygon 3
    bool topological;
    bool ring;       // positions in an array, not a single point
    struct str type; // of its geometry
};

struct geo_arc {
    size_t start, end; // in builder.arc_points
};

struct geo_builder {
    struct geo geo; // features; its points and parts are made at the end
    struct diag *diag;
    struct point *points;
    size_t point_count, point_capacity;
    double *refs;
    size_t ref_count, ref_capacity;
    struct raw_part *raw;
    size_t raw_count, raw_capacity;
    struct point *arc_points;
    size_t arc_point_count, arc_point_capacity;
    struct geo_arc *arcs;
    size_t arc_count, arc_capacity;
    double scale[2], translate[2];
    bool quantised, topology;
    size_t feature_capacity;
};

// Points and parts from what was read; arcs decoded and joined. False when a fault was reported.
bool geo_build(struct geo_builder *builder);

// Looks at the finished geometry: ranges, closed rings, empty features. False on an error.
bool geo_check(struct diag *diag, struct geo *geo);
