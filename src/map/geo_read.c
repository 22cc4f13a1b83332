// From the scanner's events to features: a stack of what each open array or object is.
#include "map/geo_build.h"

#include "base/i18n.h"
#include "base/number.h"

#include <math.h>

enum key {
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

static const struct {
    const char *word;
    enum key key;
} key_words[] = {
    {"type", KEY_TYPE},
    {"features", KEY_FEATURES},
    {"geometry", KEY_GEOMETRY},
    {"geometries", KEY_GEOMETRIES},
    {"properties", KEY_PROPERTIES},
    {"coordinates", KEY_COORDINATES},
    {"arcs", KEY_ARCS},
    {"objects", KEY_OBJECTS},
    {"transform", KEY_TRANSFORM},
    {"scale", KEY_SCALE},
    {"translate", KEY_TRANSLATE},
    {"id", KEY_ID},
};

enum role {
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

struct frame {
    enum role role;
    enum key key; // of the member being read
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

struct reader {
    struct geo_builder builder;
    struct frame frames[JSON_DEPTH_LIMIT + 1];
    size_t depth;
    struct geo_property *properties;
    size_t property_count, property_capacity;
    struct geo_feature feature; // being read
    bool in_feature;
    uint32_t polygons;
    size_t faults;
};

enum { FAULT_LIMIT = 20 };

static struct frame *top(struct reader *reader) {
    return &reader->frames[reader->depth];
}

static struct diag_place place_at(const struct reader *reader, size_t offset) {
    const struct geo *geo = &reader->builder.geo;
    struct str pointer = reader->in_feature
                             ? str_printf(geo->arena, _("feature %zu"), reader->feature.number)
                             : STR_NONE;
    return json_file_place(geo->file, offset, pointer);
}

static void fault(struct reader *reader, size_t offset, struct str hint, const char *message) {
    if (reader->faults++ < FAULT_LIMIT) {
        diag_error(reader->builder.diag, DIAG_BOUNDARIES, place_at(reader, offset), hint, "%s",
                   message);
    }
}

// ---- features

static void begin_feature(struct reader *reader, size_t offset) {
    struct geo *geo = &reader->builder.geo;
    reader->in_feature = true;
    reader->feature = (struct geo_feature){.part_start = reader->builder.raw_count,
                                           .offset = offset,
                                           .number = geo->feature_count + 1};
    reader->properties = NULL;
    reader->property_count = reader->property_capacity = 0;
}

static void end_feature(struct reader *reader) {
    struct geo *geo = &reader->builder.geo;
    reader->in_feature = false;
    reader->feature.part_end = reader->builder.raw_count;
    reader->feature.properties = reader->properties;
    reader->feature.property_count = reader->property_count;
    ARENA_RESERVE(geo->arena, geo->features, geo->feature_count, reader->builder.feature_capacity);
    geo->features[geo->feature_count++] = reader->feature;
}

static void add_property(struct reader *reader, struct str value) {
    ARENA_RESERVE(reader->builder.geo.arena, reader->properties, reader->property_count,
                  reader->property_capacity);
    reader->properties[reader->property_count++] =
        (struct geo_property){.key = top(reader)->word, .value = value};
}

static bool is_geometry(struct str type) {
    static const char *const words[] = {"Point",           "MultiPoint", "LineString",
                                        "MultiLineString", "Polygon",    "MultiPolygon"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_is(type, words[i])) {
            return true;
        }
    }
    return false;
}

static void check_type(struct reader *reader, const struct frame *frame) {
    static const struct str words[] = {STR_INIT("FeatureCollection"),  STR_INIT("Feature"),
                                       STR_INIT("GeometryCollection"), STR_INIT("Point"),
                                       STR_INIT("MultiPoint"),         STR_INIT("LineString"),
                                       STR_INIT("MultiLineString"),    STR_INIT("Polygon"),
                                       STR_INIT("MultiPolygon"),       STR_INIT("Topology")};
    enum { WORDS = sizeof words / sizeof *words };
    for (size_t i = 0; i < WORDS; i++) {
        if (str_equal(frame->type, words[i])) {
            return;
        }
    }
    struct arena *arena = reader->builder.geo.arena;
    if (!frame->type.len) {
        fault(reader, frame->offset, str_from(_("a boundary file is GeoJSON or TopoJSON")),
              _("an object without “type”"));
        return;
    }
    struct str message =
        str_printf(arena, _("“%.*s” is no type of GeoJSON or TopoJSON"), STR_ARG(frame->type));
    fault(reader, frame->offset, diag_hint_nearest(reader->builder.diag, frame->type, words, WORDS),
          message.data);
}

static void begin_object(struct reader *reader, struct frame *frame, size_t offset) {
    frame->role = IN_OBJECT;
    frame->offset = offset;
    frame->raw_start = reader->builder.raw_count;
    frame->feature = !reader->in_feature;
    if (frame->feature) {
        begin_feature(reader, offset);
    }
}

static void end_object(struct reader *reader, struct frame *frame) {
    check_type(reader, frame);
    for (size_t i = frame->raw_start; i < reader->builder.raw_count && is_geometry(frame->type);
         i++) {
        struct raw_part *raw = &reader->builder.raw[i];
        raw->type = raw->type.len ? raw->type : frame->type;
    }
    if (frame->feature && !frame->cancelled) {
        bool collection = str_is(frame->type, "FeatureCollection");
        if (!collection && !str_is(frame->type, "Topology")) {
            end_feature(reader);
        }
        reader->in_feature = false;
    }
}

// The object is a list of features and none itself.
static void cancel_feature(struct reader *reader, struct frame *frame) {
    if (frame->feature) {
        frame->cancelled = true;
        reader->in_feature = false;
    }
}

// ---- events

static void begin_member(struct reader *reader, const struct frame *parent, struct frame *frame,
                         size_t offset, enum json_kind kind) {
    bool array = kind == JSON_ARRAY, root = reader->depth == 2;
    switch (parent->key) {
    case KEY_GEOMETRY:
        if (!array) {
            begin_object(reader, frame, offset);
        }
        return;
    case KEY_FEATURES:
    case KEY_GEOMETRIES:
        frame->role = array ? IN_LIST : IN_SKIP;
        return;
    case KEY_PROPERTIES:
        frame->role = array ? IN_SKIP : IN_PROPERTIES;
        return;
    case KEY_COORDINATES:
    case KEY_ARCS:
        frame->depth = 1;
        frame->role = !array                    ? IN_SKIP
                      : parent->key != KEY_ARCS ? IN_COORDINATES
                      : root                    ? IN_ARCS
                                                : IN_REFS;
        return;
    case KEY_OBJECTS:
        frame->role = array ? IN_SKIP : IN_OBJECTS;
        return;
    case KEY_TRANSFORM:
        frame->role = array ? IN_SKIP : IN_TRANSFORM;
        return;
    default:
        return;
    }
}

static void on_begin(void *context, enum json_kind kind, size_t offset) {
    struct reader *reader = context;
    const struct frame *parent = top(reader);
    struct frame *frame = &reader->frames[++reader->depth];
    *frame = (struct frame){.offset = offset};
    frame->start = reader->builder.point_count;
    switch (parent->role) {
    case IN_OBJECT:
        begin_member(reader, parent, frame, offset, kind);
        break;
    case IN_OBJECTS:
    case IN_LIST:
        if (kind == JSON_OBJECT) {
            begin_object(reader, frame, offset);
        }
        break;
    case IN_COORDINATES:
    case IN_REFS:
    case IN_ARCS:
        frame->role = kind == JSON_ARRAY ? parent->role : IN_SKIP;
        frame->depth = parent->depth + 1;
        break;
    default:
        if (reader->depth == 1 && kind == JSON_OBJECT) {
            begin_object(reader, frame, offset);
        }
    }
    if (frame->role == IN_REFS) {
        frame->start = reader->builder.ref_count;
    } else if (frame->role == IN_ARCS) {
        frame->start = reader->builder.arc_point_count;
    }
}

static void add_raw(struct reader *reader, size_t start, size_t end, int depth, bool ring) {
    struct geo_builder *builder = &reader->builder;
    ARENA_RESERVE(builder->geo.arena, builder->raw, builder->raw_count, builder->raw_capacity);
    builder->raw[builder->raw_count++] = (struct raw_part){
        .start = start,
        .end = end,
        .polygon = reader->polygons,
        .depth = depth,
        .ring = ring,
        .topological = top(reader)->role == IN_REFS,
    };
}

// The end of an array of coordinates or arc numbers: a ring, or what holds rings.
static void end_array(struct reader *reader, struct frame *frame, size_t end) {
    struct frame *parent = frame - 1;
    bool inner = parent->role == frame->role;
    if (frame->nested && frame->direct) {
        fault(reader, frame->offset, STR_NONE, _("positions stand beside lists of positions"));
    } else if (frame->direct) {
        add_raw(reader, frame->start, end, frame->depth, true);
        parent->rings = parent->rings || inner;
    }
    parent->nested = parent->nested || inner;
    reader->polygons += frame->rings || !inner;
}

static void end_arc(struct reader *reader, const struct frame *frame) {
    struct geo_builder *builder = &reader->builder;
    if (frame->depth == 2) {
        ARENA_RESERVE(builder->geo.arena, builder->arcs, builder->arc_count, builder->arc_capacity);
        builder->arcs[builder->arc_count++] =
            (struct geo_arc){frame->start, builder->arc_point_count};
    }
}

static void on_end(void *context, enum json_kind kind, size_t end) {
    (void)kind;
    (void)end;
    struct reader *reader = context;
    struct frame *frame = top(reader);
    switch (frame->role) {
    case IN_OBJECT:
        end_object(reader, frame);
        break;
    case IN_COORDINATES:
        end_array(reader, frame, reader->builder.point_count);
        break;
    case IN_REFS:
        end_array(reader, frame, reader->builder.ref_count);
        break;
    case IN_ARCS:
        end_arc(reader, frame);
        break;
    default:
        break;
    }
    reader->depth--;
}

static void on_key(void *context, struct str key, size_t offset) {
    (void)offset;
    struct reader *reader = context;
    struct frame *frame = top(reader);
    frame->word = key;
    frame->key = KEY_NONE;
    for (size_t i = 0; i < sizeof key_words / sizeof *key_words; i++) {
        if (str_is(key, key_words[i].word)) {
            frame->key = key_words[i].key;
        }
    }
    if (frame->role == IN_OBJECT &&
        (frame->key == KEY_FEATURES || frame->key == KEY_OBJECTS || frame->key == KEY_GEOMETRIES)) {
        cancel_feature(reader, frame);
    }
    reader->builder.topology =
        reader->builder.topology || (frame->key == KEY_OBJECTS && reader->depth == 1);
}

static void on_string(void *context, struct str value, size_t offset, size_t end) {
    (void)end;
    struct reader *reader = context;
    struct frame *frame = top(reader);
    if (frame->role == IN_OBJECT && frame->key == KEY_TYPE) {
        frame->type = value;
    } else if (frame->role == IN_OBJECT && frame->key == KEY_ID) {
        reader->feature.id = value;
    } else if (frame->role == IN_PROPERTIES) {
        add_property(reader, value);
    } else if (frame->role == IN_COORDINATES) {
        fault(reader, offset, STR_NONE, _("a text stands where a coordinate is wanted"));
    }
}

static void add_ref(struct reader *reader, double value) {
    struct geo_builder *builder = &reader->builder;
    ARENA_RESERVE(builder->geo.arena, builder->refs, builder->ref_count, builder->ref_capacity);
    builder->refs[builder->ref_count++] = value;
    top(reader)->direct++;
}

static void on_number(void *context, double value, size_t offset, size_t end) {
    struct reader *reader = context;
    struct frame *frame = top(reader);
    struct str written = str_slice(reader->builder.geo.file->text, offset, end);
    if (frame->role == IN_OBJECT && frame->key == KEY_ID) {
        reader->feature.id = written;
    } else if (frame->role == IN_PROPERTIES) {
        add_property(reader, written);
    } else if (frame->role == IN_REFS) {
        add_ref(reader, value);
    } else if (frame->role == IN_COORDINATES) {
        fault(reader, offset, STR_NONE, _("a position has two to four numbers"));
    }
}

static void on_literal(void *context, enum json_kind kind, bool value, size_t offset, size_t end) {
    (void)value;
    (void)end;
    struct reader *reader = context;
    if (top(reader)->role == IN_COORDINATES) {
        fault(reader, offset, STR_NONE,
              kind == JSON_NULL ? _("null stands where a coordinate is wanted")
                                : _("a truth value stands where a coordinate is wanted"));
    }
}

static void add_point(struct arena *arena, struct point **points, size_t *count, size_t *capacity,
                      const double *numbers) {
    ARENA_RESERVE(arena, *points, *count, *capacity);
    (*points)[(*count)++] = (struct point){numbers[0], numbers[1]};
}

// A single position as the whole of "coordinates", or two numbers of the transform.
static void lone_position(struct reader *reader, struct frame *frame, const double *numbers,
                          size_t count) {
    struct geo_builder *builder = &reader->builder;
    if (frame->role == IN_TRANSFORM && (frame->key == KEY_SCALE || frame->key == KEY_TRANSLATE)) {
        double *to = frame->key == KEY_SCALE ? builder->scale : builder->translate;
        to[0] = numbers[0];
        to[1] = numbers[1];
        builder->quantised = true;
    } else if (frame->role == IN_OBJECT && frame->key == KEY_COORDINATES) {
        size_t start = builder->point_count;
        add_point(builder->geo.arena, &builder->points, &builder->point_count,
                  &builder->point_capacity, numbers);
        add_raw(reader, start, start + 1, 0, false);
        reader->polygons++;
    } else if (frame->role == IN_OBJECT && frame->key == KEY_ARCS) { // arcs of a line
        size_t start = builder->ref_count;
        for (size_t i = 0; i < count; i++) {
            add_ref(reader, numbers[i]);
        }
        add_raw(reader, start, builder->ref_count, 1, true);
        builder->raw[builder->raw_count - 1].topological = true;
        reader->polygons++;
    }
}

static void on_position(void *context, const double *numbers, size_t count, size_t offset) {
    (void)offset;
    struct reader *reader = context;
    struct frame *frame = top(reader);
    struct geo_builder *builder = &reader->builder;
    switch (frame->role) {
    case IN_COORDINATES:
        frame->direct++;
        add_point(builder->geo.arena, &builder->points, &builder->point_count,
                  &builder->point_capacity, numbers);
        break;
    case IN_ARCS:
        add_point(builder->geo.arena, &builder->arc_points, &builder->arc_point_count,
                  &builder->arc_point_capacity, numbers);
        break;
    case IN_REFS: { // an innermost array of two to four arc numbers is a whole ring
        size_t start = builder->ref_count;
        for (size_t i = 0; i < count; i++) {
            add_ref(reader, numbers[i]);
        }
        add_raw(reader, start, builder->ref_count, frame->depth + 1, true);
        frame->direct = 0;
        frame->nested = frame->rings = true;
        break;
    }
    default:
        lone_position(reader, frame, numbers, count);
    }
}

const struct geo *geo_read(struct arena *arena, struct diag *diag, struct str path,
                           struct str bytes) {
    const struct json_file *file = json_file_open(arena, diag, path, bytes);
    if (!file) {
        return NULL;
    }
    struct reader *reader = ARENA_NEW(arena, struct reader);
    reader->builder =
        (struct geo_builder){.geo = {.arena = arena, .file = file}, .diag = diag, .scale = {1, 1}};
    const struct json_events events = {reader,    on_begin,  on_end,     on_key,
                                       on_string, on_number, on_literal, on_position};
    size_t errors = diag->errors;
    if (!json_scan(arena, diag, file, &events) || diag->errors > errors ||
        !geo_build(&reader->builder)) {
        return NULL;
    }
    if (!reader->builder.geo.feature_count) {
        fault(reader, 0, STR_NONE, _("the file has no features"));
        return NULL;
    }
    return geo_check(diag, &reader->builder.geo) ? &reader->builder.geo : NULL;
}
