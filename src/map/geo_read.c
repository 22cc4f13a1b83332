// From the scanner's events to features: a stack of what each open array or object is.
#include "map/geo_reader.h"

#include "base/i18n.h"
#include "base/number.h"

#include <math.h>

static const struct {
    const char *word;
    enum geo_key key;
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

static void begin_member(struct geo_reader *reader, const struct geo_frame *parent,
                         struct geo_frame *frame, size_t offset, enum json_kind kind) {
    bool array = kind == JSON_ARRAY, root = reader->depth == 2;
    switch (parent->key) {
    case KEY_GEOMETRY:
        if (!array) {
            geo_object_begin(reader, frame, offset);
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
    struct geo_reader *reader = context;
    const struct geo_frame *parent = geo_reader_top(reader);
    struct geo_frame *frame = &reader->frames[++reader->depth];
    *frame = (struct geo_frame){.offset = offset};
    frame->start = reader->builder.point_count;
    switch (parent->role) {
    case IN_OBJECT:
        begin_member(reader, parent, frame, offset, kind);
        break;
    case IN_OBJECTS:
        reader->object = parent->word;
        // fallthrough
    case IN_LIST:
        if (kind == JSON_OBJECT) {
            geo_object_begin(reader, frame, offset);
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
            geo_object_begin(reader, frame, offset);
        }
    }
    if (frame->role == IN_REFS) {
        frame->start = reader->builder.ref_count;
    } else if (frame->role == IN_ARCS) {
        frame->start = reader->builder.arc_point_count;
    }
}

static void add_raw(struct geo_reader *reader, size_t start, size_t end, int depth, bool ring) {
    struct geo_builder *builder = &reader->builder;
    ARENA_RESERVE(builder->geo.arena, builder->raw, builder->raw_count, builder->raw_capacity);
    builder->raw[builder->raw_count++] = (struct raw_part){
        .start = start,
        .end = end,
        .polygon = reader->polygons,
        .depth = depth,
        .ring = ring,
        .topological = geo_reader_top(reader)->role == IN_REFS,
    };
}

// The end of an array of coordinates or arc numbers: a ring, or what holds rings.
static void end_array(struct geo_reader *reader, struct geo_frame *frame, size_t end) {
    struct geo_frame *parent = frame - 1;
    bool inner = parent->role == frame->role;
    if (frame->nested && frame->direct) {
        geo_reader_fault(reader, frame->offset, STR_NONE,
                         _("positions stand beside lists of positions"));
    } else if (frame->direct) {
        add_raw(reader, frame->start, end, frame->depth, true);
        parent->rings = parent->rings || inner;
    }
    parent->nested = parent->nested || inner;
    reader->polygons += frame->rings || !inner;
}

static void end_arc(struct geo_reader *reader, const struct geo_frame *frame) {
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
    struct geo_reader *reader = context;
    struct geo_frame *frame = geo_reader_top(reader);
    switch (frame->role) {
    case IN_OBJECT:
        geo_object_end(reader, frame);
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
    struct geo_reader *reader = context;
    struct geo_frame *frame = geo_reader_top(reader);
    frame->word = key;
    frame->key = KEY_NONE;
    for (size_t i = 0; i < sizeof key_words / sizeof *key_words; i++) {
        if (str_is(key, key_words[i].word)) {
            frame->key = key_words[i].key;
        }
    }
    if (frame->role == IN_OBJECT &&
        (frame->key == KEY_FEATURES || frame->key == KEY_OBJECTS || frame->key == KEY_GEOMETRIES)) {
        geo_object_is_list(reader, frame);
    }
    reader->builder.topology =
        reader->builder.topology || (frame->key == KEY_OBJECTS && reader->depth == 1);
}

static void on_string(void *context, struct str value, size_t offset, size_t end) {
    (void)end;
    struct geo_reader *reader = context;
    struct geo_frame *frame = geo_reader_top(reader);
    if (frame->role == IN_OBJECT && frame->key == KEY_TYPE) {
        frame->type = value;
    } else if (frame->role == IN_OBJECT && frame->key == KEY_ID) {
        reader->feature.id = value;
    } else if (frame->role == IN_PROPERTIES) {
        geo_object_add_property(reader, value, false);
    } else if (frame->role == IN_COORDINATES) {
        geo_reader_fault(reader, offset, STR_NONE, _("a text stands where a coordinate is wanted"));
    }
}

static void add_ref(struct geo_reader *reader, double value) {
    struct geo_builder *builder = &reader->builder;
    ARENA_RESERVE(builder->geo.arena, builder->refs, builder->ref_count, builder->ref_capacity);
    builder->refs[builder->ref_count++] = value;
    geo_reader_top(reader)->direct++;
}

static void on_number(void *context, double value, size_t offset, size_t end) {
    struct geo_reader *reader = context;
    struct geo_frame *frame = geo_reader_top(reader);
    struct str written = str_slice(reader->builder.geo.file->text, offset, end);
    if (frame->role == IN_OBJECT && frame->key == KEY_ID) {
        reader->feature.id = written;
        reader->feature.id_is_number = true;
    } else if (frame->role == IN_PROPERTIES) {
        geo_object_add_property(reader, written, true);
    } else if (frame->role == IN_REFS) {
        add_ref(reader, value);
    } else if (frame->role == IN_COORDINATES) {
        geo_reader_fault(reader, offset, STR_NONE, _("a position has two to four numbers"));
    }
}

static void on_literal(void *context, enum json_kind kind, bool value, size_t offset, size_t end) {
    (void)value;
    (void)end;
    struct geo_reader *reader = context;
    if (geo_reader_top(reader)->role == IN_COORDINATES) {
        geo_reader_fault(reader, offset, STR_NONE,
                         kind == JSON_NULL
                             ? _("null stands where a coordinate is wanted")
                             : _("a truth value stands where a coordinate is wanted"));
    }
}

static void add_point(struct arena *arena, struct point **points, size_t *count, size_t *capacity,
                      const double *numbers) {
    ARENA_RESERVE(arena, *points, *count, *capacity);
    (*points)[(*count)++] = (struct point){numbers[0], numbers[1]};
}

// A single position as the whole of "coordinates", or two numbers of the transform.
static void lone_position(struct geo_reader *reader, struct geo_frame *frame, const double *numbers,
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
    struct geo_reader *reader = context;
    struct geo_frame *frame = geo_reader_top(reader);
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
    struct geo_reader *reader = ARENA_NEW(arena, struct geo_reader);
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
        geo_reader_fault(reader, 0, STR_NONE, _("the file has no features"));
        return NULL;
    }
    if (!geo_check(diag, &reader->builder.geo)) {
        return NULL;
    }
    geo_measure(&reader->builder.geo);
    return &reader->builder.geo;
}
