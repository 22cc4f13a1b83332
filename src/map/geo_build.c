// From raw parts to rings and lines: types and nesting agree, arcs of TopoJSON are written out.
#include "map/geo_build.h"

#include "base/i18n.h"

#include <math.h>

// What a type of geometry asks for.
static const struct geometry_type {
    const char *word;
    enum geo_kind kind;
    int depth; // of arrays around a position
} geometry_types[] = {
    {"Point", GEO_POINT, 0},     {"MultiPoint", GEO_POINT, 1},
    {"LineString", GEO_LINE, 1}, {"MultiLineString", GEO_LINE, 2},
    {"Polygon", GEO_POLYGON, 2}, {"MultiPolygon", GEO_POLYGON, 3},
};

static const struct geometry_type *find_type(struct str word) {
    for (size_t i = 0; i < sizeof geometry_types / sizeof *geometry_types; i++) {
        if (str_is(word, geometry_types[i].word)) {
            return &geometry_types[i];
        }
    }
    return NULL;
}

static bool check_depth(struct geo_builder *builder, const struct geo_feature *feature,
                        const struct raw_part *raw, const struct geometry_type *type) {
    if (type && raw->depth == type->depth) {
        return true;
    }
    if (!type) {
        diag_error(builder->diag, DIAG_BOUNDARIES, geo_place(&builder->geo, feature), STR_NONE,
                   _("coordinates stand outside a geometry"));
        return false;
    }
    diag_error(builder->diag, DIAG_BOUNDARIES, geo_place(&builder->geo, feature), STR_NONE,
               _("coordinates of a %s lie in %d arrays, not in %d"), type->word, type->depth + 1,
               raw->depth + 1);
    return false;
}

// TopoJSON 1.1, section 2.1.3: positions of a quantised arc are differences, then scaled.
static void decode_arcs(struct geo_builder *builder) {
    if (!builder->quantised) {
        return;
    }
    for (size_t i = 0; i < builder->arc_count; i++) {
        double x = 0, y = 0;
        for (size_t j = builder->arcs[i].start; j < builder->arcs[i].end; j++) {
            struct point *point = &builder->arc_points[j];
            x += point->x;
            y += point->y;
            point->x = x * builder->scale[0] + builder->translate[0];
            point->y = y * builder->scale[1] + builder->translate[1];
        }
    }
}

static void add_point(struct geo_builder *builder, struct point point) {
    ARENA_RESERVE(builder->geo.arena, builder->points, builder->point_count,
                  builder->point_capacity);
    builder->points[builder->point_count++] = point;
}

// The first point of an arc is the last of the one before.
static void add_arc(struct geo_builder *builder, const struct geo_arc *arc, bool backward,
                    bool first) {
    size_t count = arc->end - arc->start;
    for (size_t i = first ? 0 : 1; i < count; i++) {
        add_point(builder, builder->arc_points[backward ? arc->end - 1 - i : arc->start + i]);
    }
}

static bool join_arcs(struct geo_builder *builder, const struct geo_feature *feature,
                      const struct raw_part *raw, struct geo_part *part) {
    part->start = builder->point_count;
    for (size_t i = raw->start; i < raw->end; i++) {
        double ref = builder->refs[i];
        double index = ref < 0 ? -1 - ref : ref;
        if (index != floor(index) || !(index < (double)builder->arc_count)) {
            diag_error(builder->diag, DIAG_BOUNDARIES, geo_place(&builder->geo, feature), STR_NONE,
                       _("arc %.17g does not exist; the file has %zu"), ref, builder->arc_count);
            return false;
        }
        add_arc(builder, &builder->arcs[(size_t)index], ref < 0, i == raw->start);
        if (builder->point_count > GEO_POINT_LIMIT) {
            diag_error(builder->diag, DIAG_LIMIT, geo_place(&builder->geo, feature), STR_NONE,
                       _("the arcs make more than %d points"), GEO_POINT_LIMIT);
            return false;
        }
    }
    part->count = builder->point_count - part->start;
    return true;
}

static void place_points(struct geo_builder *builder, const struct raw_part *raw,
                         struct geo_part *part) {
    part->start = raw->start;
    part->count = raw->end - raw->start;
    if (!builder->topology || !builder->quantised) {
        return;
    }
    for (size_t i = raw->start; i < raw->end; i++) { // points of a quantised topology
        struct point *point = &builder->points[i];
        point->x = point->x * builder->scale[0] + builder->translate[0];
        point->y = point->y * builder->scale[1] + builder->translate[1];
    }
}

static bool build_part(struct geo_builder *builder, const struct geo_feature *feature,
                       const struct raw_part *raw, struct geo_part *part) {
    const struct geometry_type *type = find_type(raw->type);
    if (raw->topological && type && type->kind == GEO_POINT) {
        type = NULL;
    }
    if (!check_depth(builder, feature, raw, type)) {
        return false;
    }
    part->kind = type->kind;
    part->polygon = raw->polygon;
    if (raw->topological) {
        return join_arcs(builder, feature, raw, part);
    }
    place_points(builder, raw, part);
    return true;
}

bool geo_build(struct geo_builder *builder) {
    struct geo *geo = &builder->geo;
    decode_arcs(builder);
    geo->parts = ARENA_ARRAY(geo->arena, builder->raw_count, struct geo_part);
    geo->part_count = builder->raw_count;
    bool sound = true;
    for (size_t i = 0; i < geo->feature_count; i++) {
        const struct geo_feature *feature = &geo->features[i];
        for (size_t j = feature->part_start; j < feature->part_end; j++) {
            bool built = build_part(builder, feature, &builder->raw[j], &geo->parts[j]);
            sound = sound && built;
            if (!built) {
                break; // the feature's other parts are mostly wrong in the same way
            }
        }
    }
    geo->points = builder->points;
    geo->point_count = builder->point_count;
    return sound;
}
