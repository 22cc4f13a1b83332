// Polygons of a layer as arcs that neighbours share, so that a border is projected, thinned and
// drawn once.
#pragma once

#include "map/geo.h"
#include "scene/path.h"

// A chain of vertices between two junctions, or a whole ring without one.
struct mesh_arc {
    size_t start, count; // in mesh.chain; a closed arc repeats its first vertex at the end
    uint32_t uses;
    uint32_t feature; // the first that uses it
    bool shared;      // by two features
};

struct mesh_ring {
    size_t start, count; // in mesh.refs
    size_t part;         // in geo.parts
};

struct mesh {
    const struct geo *geo;
    struct point *vertices; // distinct ones: degrees
    struct point *places;   // px, set by mesh_place
    bool *kept;             // set by mesh_thin: the vertex is drawn
    size_t vertex_count;
    uint32_t *chain; // vertices of the arcs
    struct mesh_arc *arcs;
    size_t arc_count;
    struct mesh_ring *rings; // in the order of the polygon parts
    size_t ring_count;
    int32_t *refs;      // arc, or -1 - arc when it runs backwards
    size_t *ring_first; // of each feature, and one more at the end
};

// Linear in the points.
struct mesh mesh_make(struct arena *arena, const struct geo *geo);

// Marks the vertices that a picture needs: what is left out lies within `tolerance` px of the line
// that remains. Junctions stay, so neighbours keep their common border.
void mesh_thin(struct mesh *mesh, double tolerance);

// Appends a feature's rings, closed.
void mesh_add_feature(const struct mesh *mesh, size_t feature, struct path_builder *out);
void mesh_add_ring(const struct mesh *mesh, const struct mesh_ring *ring, struct path_builder *out);
// Appends borders: between two features (shared) or of the whole.
void mesh_add_borders(const struct mesh *mesh, bool shared, struct path_builder *out);
