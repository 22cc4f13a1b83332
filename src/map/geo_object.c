// Objects of a boundary file: which of them are features, their types and properties.
#include "base/i18n.h"
#include "map/geo_reader.h"

enum { FAULT_LIMIT = 20 };

static struct diag_place place_at(const struct geo_reader *reader, size_t offset) {
    const struct geo *geo = &reader->builder.geo;
    struct str pointer = reader->in_feature
                             ? str_printf(geo->arena, _("feature %zu"), reader->feature.number)
                             : STR_NONE;
    return json_file_place(geo->file, offset, pointer);
}

void geo_reader_fault(struct geo_reader *reader, size_t offset, struct str hint,
                      const char *message) {
    if (reader->faults++ < FAULT_LIMIT) {
        diag_error(reader->builder.diag, DIAG_BOUNDARIES, place_at(reader, offset), hint, "%s",
                   message);
    }
}

static void begin_feature(struct geo_reader *reader, size_t offset) {
    struct geo *geo = &reader->builder.geo;
    reader->in_feature = true;
    reader->feature = (struct geo_feature){.part_start = reader->builder.raw_count,
                                           .object = reader->object,
                                           .offset = offset,
                                           .number = geo->feature_count + 1};
    reader->properties = NULL;
    reader->property_count = reader->property_capacity = 0;
}

static void end_feature(struct geo_reader *reader) {
    struct geo *geo = &reader->builder.geo;
    reader->in_feature = false;
    reader->feature.part_end = reader->builder.raw_count;
    reader->feature.properties = reader->properties;
    reader->feature.property_count = reader->property_count;
    ARENA_RESERVE(geo->arena, geo->features, geo->feature_count, reader->builder.feature_capacity);
    geo->features[geo->feature_count++] = reader->feature;
}

void geo_object_add_property(struct geo_reader *reader, struct str value, bool is_number) {
    ARENA_RESERVE(reader->builder.geo.arena, reader->properties, reader->property_count,
                  reader->property_capacity);
    reader->properties[reader->property_count++] =
        (struct geo_property){geo_reader_top(reader)->word, value, is_number};
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

static void check_type(struct geo_reader *reader, const struct geo_frame *frame) {
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
        geo_reader_fault(reader, frame->offset,
                         str_from(_("a boundary file is GeoJSON or TopoJSON")),
                         _("an object without “type”"));
        return;
    }
    struct str message =
        str_printf(arena, _("“%.*s” is no type of GeoJSON or TopoJSON"), STR_ARG(frame->type));
    geo_reader_fault(reader, frame->offset,
                     diag_hint_nearest(reader->builder.diag, frame->type, words, WORDS),
                     message.data);
}

void geo_object_begin(struct geo_reader *reader, struct geo_frame *frame, size_t offset) {
    frame->role = IN_OBJECT;
    frame->offset = offset;
    frame->raw_start = reader->builder.raw_count;
    frame->feature = !reader->in_feature;
    if (frame->feature) {
        begin_feature(reader, offset);
    }
}

void geo_object_end(struct geo_reader *reader, struct geo_frame *frame) {
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

void geo_object_is_list(struct geo_reader *reader, struct geo_frame *frame) {
    if (frame->feature) {
        frame->cancelled = true;
        reader->in_feature = false;
    }
}
