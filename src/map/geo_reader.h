// Inside the reader of boundary files: the stack of what each open array or object is.
#pragma once

#include "map/geo_build.h"

enum geo_key {
    KEY_NONE,
    KEY_TYPE,
    KEY_FEATURES,
    KEY_GEOMETRY,
    KEY_GEOMETRIES,
    KEY_PROPERTIES,
    KEY_COORDINATES,
    KEY_ARCS,
    KEY_OBJECTS,
    KEY_TRANSFORM,
    KEY_SCALE,
    KEY_TRANSLATE,
    KEY_ID,
};

enum geo_role {
    IN_SKIP,    // of no meaning for us
    IN_OBJECT,  // a collection, feature, geometry or topology
    IN_OBJECTS, // the named objects of a topology
    IN_LIST,    // of features or geometries
    IN_PROPERTIES,
    IN_COORDINATES, // arrays down to the positions
    IN_REFS,        // arrays down to the arc numbers of a geometry
    IN_ARCS,        // the arcs of a topology
    IN_TRANSFORM,
};

struct geo_frame {
    enum geo_role role;
    enum geo_key key; // of the member being read
    struct str word;
    struct str type;
    bool feature;   // the object is what carries properties
    bool cancelled; // it turned out to be a collection
    int depth;      // of arrays in coordinates
    size_t start;   // of the positions or numbers directly in this array
    size_t raw_start;
    size_t direct; // positions or numbers directly in it
    bool nested;   // holds arrays
    bool rings;    // holds whole rings
    size_t offset;
};

struct geo_reader {
    struct geo_builder builder;
    struct geo_frame frames[JSON_DEPTH_LIMIT + 1];
    size_t depth;
    struct geo_property *properties;
    size_t property_count, property_capacity;
    struct geo_feature feature; // being read
    bool in_feature;
    struct str object; // of a topology, being read
    uint32_t polygons;
    size_t faults;
};

static inline struct geo_frame *geo_reader_top(struct geo_reader *reader) {
    return &reader->frames[reader->depth];
}

// Reports an error at a byte of the file; the first of them only.
void geo_reader_fault(struct geo_reader *reader, size_t offset, struct str hint,
                      const char *message);

// Opens and closes an object: a collection, a feature, a geometry or a topology. The outermost
// that is no list of others is the feature.
void geo_object_begin(struct geo_reader *reader, struct geo_frame *frame, size_t offset);
void geo_object_end(struct geo_reader *reader, struct geo_frame *frame);
// The object turns out to be a list of features and none itself.
void geo_object_is_list(struct geo_reader *reader, struct geo_frame *frame);
// Of the feature being read; the key is the frame's.
void geo_object_add_property(struct geo_reader *reader, struct str value, bool is_number);
