// Tiles and circles as polygons of features with names.
#include "map/plane_base.h"

#include "base/i18n.h"
#include "map/plane_builder.h"
#include "map/plane_circles.h"
#include "map/plane_tiles.h"

#include <math.h>

static bool prepare(struct projection *projection) {
    (void)projection;
    return true;
}

static struct point forward(const struct projection *projection, double lon, double lat) {
    (void)projection;
    return (struct point){lon, lat};
}

const struct projection_kind projection_plane = {.name = "plane",
                                                 .cut = CUT_BAND,
                                                 .reach = 180,
                                                 .latitude_limit = 90,
                                                 .prepare = prepare,
                                                 .forward = forward};

const struct geo *plane_base_load(const struct base_reader *reader, const struct json *base) {
    const struct json *tiles = json_get(base, "tiles"), *circles = json_get(base, "circles");
    if (!tiles == !circles || json_get(base, "url") || json_get(base, "feature")) {
        diag_error(reader->diag, DIAG_MISSING_FIELD, json_place(reader->arena, base), STR_NONE,
                   _("a base has one of \"url\", \"tiles\" and \"circles\""));
        return NULL;
    }
    return tiles ? plane_tiles_load(reader, tiles) : plane_circles_load(reader, circles);
}

// ---- building

void plane_add_shape(struct plane_builder *builder, const struct point *points, size_t count) {
    struct geo *geo = builder->geo;
    struct geo_feature *feature = &geo->features[geo->feature_count];
    feature->part_start = geo->part_count;
    geo->parts[geo->part_count] = (struct geo_part){.start = geo->point_count,
                                                    .count = count,
                                                    .polygon = (uint32_t)geo->part_count,
                                                    .kind = GEO_POLYGON};
    feature->part_end = ++geo->part_count;
    feature->number = ++geo->feature_count;
    for (size_t i = 0; i < count; i++) {
        geo->points[geo->point_count++] = points[i];
    }
}

struct plane_builder plane_open(struct arena *arena, size_t features, size_t points_each) {
    struct geo *geo = ARENA_NEW(arena, struct geo);
    geo->arena = arena;
    geo->plane = true;
    geo->features = ARENA_ARRAY(arena, features, struct geo_feature);
    geo->parts = ARENA_ARRAY(arena, features, struct geo_part);
    geo->points = ARENA_ARRAY(arena, features * points_each, struct point);
    return (struct plane_builder){geo};
}
