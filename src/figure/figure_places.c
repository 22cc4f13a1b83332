// The bridge: rows of features, a projection that fits them, outlines in px.
#include "figure/figure_places.h"

#include "base/file.h"
#include "base/i18n.h"
#include "figure/features.h"
#include "map/approval.h"
#include "map/base.h"
#include "map/ellipsoid.h"

#include <math.h>

static const double TOLERANCE = 0.2; // px that a thinned outline may lie off
enum { POINT_RADIUS = 3 };           // px, d3's

enum outline_kind { WHOLE_FEATURE, ALL_BORDERS, INNER_BORDERS, OUTER_BORDERS };

struct layer {
    const struct geo *geo;
    struct mesh mesh; // places in metres, in px once fitted
    bool made;
};

struct shape_ref {
    size_t layer, feature;
    enum outline_kind kind;
};

struct bridge {
    const struct figure_context *context;
    struct layer *layers;
    size_t layer_count, layer_capacity;
    struct shape_ref *shapes;
    size_t shape_count, shape_capacity;
    struct projection projection;
    double scale;        // px per metre
    struct point origin; // px of the projection's zero
};

// ---- rows

static bool reads(const struct json *data) {
    const struct json *format = json_get(data, "format");
    struct str type = json_string(json_get(format, "type"), STR_NONE);
    struct str path = json_string(json_get(data, "url"), STR_NONE);
    struct str extension = path.len ? path_extension(path) : STR_NONE;
    return str_is(type, "topojson") || str_is(extension, "geojson") ||
           str_is(extension, "topojson") ||
           str_is(json_string(json_get(format, "property"), STR_NONE), "features");
}

static size_t add_shape(struct bridge *bridge, struct shape_ref shape) {
    ARENA_RESERVE(bridge->context->arena, bridge->shapes, bridge->shape_count,
                  bridge->shape_capacity);
    bridge->shapes[bridge->shape_count] = shape;
    return bridge->shape_count++;
}

static size_t add_layer(struct bridge *bridge, const struct geo *geo) {
    ARENA_RESERVE(bridge->context->arena, bridge->layers, bridge->layer_count,
                  bridge->layer_capacity);
    bridge->layers[bridge->layer_count] = (struct layer){.geo = geo};
    return bridge->layer_count++;
}

static const struct table *feature_rows(struct bridge *bridge, const struct geo *geo) {
    size_t layer = add_layer(bridge, geo), first = bridge->shape_count;
    for (size_t i = 0; i < geo->feature_count; i++) {
        add_shape(bridge, (struct shape_ref){layer, i, WHOLE_FEATURE});
    }
    return features_table(bridge->context->arena, geo, first);
}

// All borders as one shape, each once.
static const struct table *mesh_row(struct bridge *bridge, const struct geo *geo,
                                    const struct json *format) {
    struct str filter = json_string(json_get(format, "filter"), STR_NONE);
    enum outline_kind kind = str_is(filter, "interior")   ? INNER_BORDERS
                             : str_is(filter, "exterior") ? OUTER_BORDERS
                                                          : ALL_BORDERS;
    size_t shape = add_shape(bridge, (struct shape_ref){add_layer(bridge, geo), 0, kind});
    return features_one_row(bridge->context->arena, geo, shape);
}

static const struct table *read_rows(void *to, const struct json *data) {
    struct bridge *bridge = to;
    const struct figure_context *context = bridge->context;
    const struct json *format = json_get(data, "format"), *mesh = json_get(format, "mesh");
    struct base_reader reader = {context->arena, context->diag, context->document, context->bases};
    const struct json *url = json_get(data, "url");
    if (!url) {
        diag_error(context->diag, DIAG_MISSING_FIELD, json_place(context->arena, data),
                   STR("add \"url\""), _("boundaries are read from a file"));
        return NULL;
    }
    const struct geo *geo =
        base_load_object(&reader, url, mesh ? mesh : json_get(format, "feature"));
    if (!geo) {
        return NULL;
    }
    return mesh ? mesh_row(bridge, geo, format) : feature_rows(bridge, geo);
}

// ---- the projection: d3's parameters and defaults

struct defaults {
    const char *name; // Vega-Lite's
    const char *kind; // ours
    double turn, lat_1, lat_2;
};

static const struct defaults known[] = {
    {"equalEarth", "equalEarth", 0, 0, 0},
    {"albers", "albers", 96, 29.5, 45.5},
    {"conicEqualArea", "albers", 0, 0, 60},
    {"conicConformal", "conicConformal", 0, 30, 30},
    {"azimuthalEqualArea", "azimuthalEqualArea", 0, 0, 0},
    {"equirectangular", "equirectangular", 0, 0, 0},
    {"mercator", "mercator", 0, 0, 0},
    {"orthographic", "orthographic", 0, 0, 0},
    {"transverseMercator", "transverseMercator", 0, 0, 0},
};

static double item(const struct json *list, size_t index, double otherwise) {
    return list && index < list->count ? json_at(list, index)->number : otherwise;
}

static bool report(const struct bridge *bridge, const struct json *at, const char *message) {
    diag_error(bridge->context->diag, DIAG_OUT_OF_RANGE, json_place(bridge->context->arena, at),
               STR_NONE, "%s", message);
    return false;
}

static bool choose_projection(struct bridge *bridge, const struct json *json) {
    struct str type = json_string(json_get(json, "type"), STR("equalEarth"));
    const struct json *rotate = json_get(json, "rotate"), *parallels = json_get(json, "parallels");
    const struct defaults *of = known;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        of = str_is(type, known[i].name) ? &known[i] : of;
    }
    struct projection *projection = &bridge->projection;
    *projection = (struct projection){.kind = projection_find(str_from(of->kind)),
                                      .lon_0 = -item(rotate, 0, of->turn),
                                      .lat_1 = item(parallels, 0, of->lat_1),
                                      .lat_2 = item(parallels, 1, of->lat_2)};
    double tilt = item(rotate, 1, 0);
    if (projection->kind->cut == CUT_HORIZON) {
        projection->lat_0 = -tilt;
    } else if (tilt != 0) {
        return report(bridge, rotate,
                      _("only azimuthal projections turn to the north: write [longitude]"));
    }
    if (item(rotate, 2, 0) != 0) {
        return report(bridge, rotate, _("a third rotation is not supported"));
    }
    return projection_prepare(projection) ||
           report(bridge, parallels ? parallels : json, _("these parallels make no cone"));
}

// ---- fitting

struct bounds {
    struct point least, most;
};

static void include(struct bounds *bounds, struct point at) {
    bounds->least = (struct point){fmin(bounds->least.x, at.x), fmin(bounds->least.y, at.y)};
    bounds->most = (struct point){fmax(bounds->most.x, at.x), fmax(bounds->most.y, at.y)};
}

static void include_parts(const struct bridge *bridge, const struct geo *geo,
                          const struct geo_feature *feature, struct bounds *bounds) {
    for (size_t i = feature->part_start; i < feature->part_end; i++) {
        const struct geo_part *part = &geo->parts[i];
        for (size_t j = part->start; part->kind != GEO_POLYGON && j < part->start + part->count;
             j++) {
            include(bounds,
                    projection_forward(&bridge->projection, geo->points[j].x, geo->points[j].y));
        }
    }
}

static void include_feature(const struct bridge *bridge, const struct layer *layer, size_t feature,
                            struct bounds *bounds) {
    const struct mesh *mesh = &layer->mesh;
    for (size_t i = mesh->ring_first[feature]; i < mesh->ring_first[feature + 1]; i++) {
        const struct mesh_ring *ring = &mesh->rings[i];
        for (size_t j = ring->start; j < ring->start + ring->count; j++) {
            int32_t ref = mesh->refs[j];
            const struct mesh_arc *arc = &mesh->arcs[ref < 0 ? -1 - ref : ref];
            for (size_t k = 0; k < arc->count; k++) {
                include(bounds, mesh->places[mesh->chain[arc->start + k]]);
            }
        }
    }
    include_parts(bridge, layer->geo, &layer->geo->features[feature], bounds);
}

static void include_shape(const struct bridge *bridge, const struct shape_ref *shape,
                          struct bounds *bounds) {
    const struct layer *layer = &bridge->layers[shape->layer];
    if (shape->kind == WHOLE_FEATURE) {
        include_feature(bridge, layer, shape->feature, bounds);
        return;
    }
    for (size_t i = 0; i < layer->geo->feature_count; i++) {
        include_feature(bridge, layer, i, bounds);
    }
}

static struct bounds bounds_of(const struct bridge *bridge, const struct places_shown *shown) {
    struct bounds bounds = {{INFINITY, INFINITY}, {-INFINITY, -INFINITY}};
    for (size_t i = 0; i < shown->shape_count; i++) {
        include_shape(bridge, &bridge->shapes[shown->shapes[i]], &bounds);
    }
    for (size_t i = 0; i < shown->place_count; i++) {
        include(&bounds,
                projection_forward(&bridge->projection, shown->places[i].x, shown->places[i].y));
    }
    return bounds;
}

// As the projection says (d3's scale is px by radius of the earth), or all of it in the area.
static void choose_scale(struct bridge *bridge, const struct json *json, struct bounds bounds,
                         struct rect area) {
    const struct json *scale = json_get(json, "scale"), *translate = json_get(json, "translate");
    const struct json *centre = json_get(json, "center");
    struct point middle = {(bounds.least.x + bounds.most.x) / 2,
                           (bounds.least.y + bounds.most.y) / 2};
    struct point at = {area.x + area.width / 2, area.y + area.height / 2};
    double width = bounds.most.x - bounds.least.x, height = bounds.most.y - bounds.least.y;
    bridge->scale = fmin(width > 0 ? area.width / width : INFINITY,
                         height > 0 ? area.height / height : INFINITY);
    if (!isfinite(bridge->scale)) { // a single place
        bridge->scale = area.width / ELLIPSOID_A;
    }
    if (scale || translate) {
        middle =
            projection_forward(&bridge->projection, bridge->projection.lon_0 + item(centre, 0, 0),
                               bridge->projection.lat_0 + item(centre, 1, 0));
        bridge->scale = json_number(scale, 150) / ELLIPSOID_A; // 150: Vega's default
        at.x = area.x + item(translate, 0, area.width / 2);
        at.y = area.y + item(translate, 1, area.height / 2);
    }
    bridge->origin =
        (struct point){at.x - middle.x * bridge->scale, at.y + middle.y * bridge->scale};
}

static struct point to_px(const struct bridge *bridge, struct point metres) {
    return (struct point){bridge->origin.x + metres.x * bridge->scale,
                          bridge->origin.y - metres.y * bridge->scale};
}

static void make_meshes(struct bridge *bridge) {
    for (size_t i = 0; i < bridge->layer_count; i++) {
        struct layer *layer = &bridge->layers[i];
        layer->mesh = base_cache_mesh(bridge->context->bases, bridge->context->arena, layer->geo,
                                      &bridge->projection);
    }
}

// Vega-Lite documents have no notes of ours to say it in.
static void check_approval(const struct bridge *bridge) {
    const struct figure_context *context = bridge->context;
    if (bridge->layer_count && !context->document->vega_lite) {
        approval_check(context->diag, context->arena, context->request, context->request->json,
                       STR("say 示意图 or 审图号：… in the subtitle or the notes"));
    }
}

static bool fit(void *to, const struct json *json, const struct places_shown *shown,
                struct rect area) {
    struct bridge *bridge = to;
    if (!choose_projection(bridge, json)) {
        return false;
    }
    check_approval(bridge);
    make_meshes(bridge);
    choose_scale(bridge, json, bounds_of(bridge, shown), area);
    for (size_t i = 0; i < bridge->layer_count; i++) {
        struct mesh *mesh = &bridge->layers[i].mesh;
        for (size_t j = 0; j < mesh->vertex_count; j++) {
            mesh->places[j] = to_px(bridge, mesh->places[j]);
        }
        mesh_thin(mesh, TOLERANCE);
    }
    return true;
}

// ---- px

static struct point place(void *to, double lon_deg, double lat_deg) {
    const struct bridge *bridge = to;
    return to_px(bridge, projection_forward(&bridge->projection, lon_deg, lat_deg));
}

// Where a line leaves the map at its far meridian it is broken.
static void add_line(struct bridge *bridge, const struct point *points, size_t count,
                     struct path_builder *out) {
    double before = 0;
    for (size_t i = 0; i < count; i++) {
        double turned = projection_wrap(points[i].x, bridge->projection.lon_0);
        struct point at = place(bridge, points[i].x, points[i].y);
        if (i && fabs(turned - before) < 180) {
            path_line(out, at.x, at.y);
        } else {
            path_move(out, at.x, at.y);
        }
        before = turned;
    }
}

static void add_parts(struct bridge *bridge, const struct geo *geo,
                      const struct geo_feature *feature, struct path_builder *out) {
    for (size_t i = feature->part_start; i < feature->part_end; i++) {
        const struct geo_part *part = &geo->parts[i];
        const struct point *points = geo->points + part->start;
        if (part->kind == GEO_LINE) {
            add_line(bridge, points, part->count, out);
        }
        for (size_t j = 0; part->kind == GEO_POINT && j < part->count; j++) {
            struct point at = place(bridge, points[j].x, points[j].y);
            path_move(out, at.x + POINT_RADIUS, at.y);
            path_arc(out, at, POINT_RADIUS, 0, 360);
            path_close(out);
        }
    }
}

static struct path outline(void *to, size_t index) {
    struct bridge *bridge = to;
    const struct shape_ref *shape = &bridge->shapes[index];
    const struct layer *layer = &bridge->layers[shape->layer];
    struct path_builder out = PATH_BUILDER(bridge->context->arena);
    if (shape->kind == WHOLE_FEATURE) {
        mesh_add_feature(&layer->mesh, shape->feature, &out);
        add_parts(bridge, layer->geo, &layer->geo->features[shape->feature], &out);
    }
    if (shape->kind == INNER_BORDERS || shape->kind == ALL_BORDERS) {
        mesh_add_borders(&layer->mesh, true, &out);
    }
    if (shape->kind == OUTER_BORDERS || shape->kind == ALL_BORDERS) {
        mesh_add_borders(&layer->mesh, false, &out);
    }
    return path_done(&out);
}

static bool is_line(void *to, size_t index) {
    const struct bridge *bridge = to;
    const struct shape_ref *shape = &bridge->shapes[index];
    const struct geo *geo = bridge->layers[shape->layer].geo;
    const struct geo_feature *feature = &geo->features[shape->feature];
    return shape->kind != WHOLE_FEATURE || (feature->part_start < feature->part_end &&
                                            geo->parts[feature->part_start].kind == GEO_LINE);
}

const struct chart_places *figure_places(const struct figure_context *context) {
    struct bridge *bridge = ARENA_NEW(context->arena, struct bridge);
    bridge->context = context;
    struct chart_places *places = ARENA_NEW(context->arena, struct chart_places);
    *places = (struct chart_places){bridge, reads, read_rows, fit, place, outline, is_line};
    return places;
}
