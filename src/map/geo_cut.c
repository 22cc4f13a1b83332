// Cutting along meridians and parallels (Sutherland and Hodgman 1974), then behind a horizon.
#include "map/geo_cut.h"

#include "map/ellipsoid.h"

#include <assert.h>
#include <math.h>

// Longer edges get vertices in between, since a straight line in degrees is a curve on the map.
static const double EDGE_LIMIT = 2; // degrees

void ring_add(struct ring *ring, struct point point) {
    ARENA_RESERVE(ring->arena, ring->points, ring->count, ring->capacity);
    ring->points[ring->count++] = point;
}

// ---- one ring

// Longitudes without jumps, so that neighbours are less than half a turn apart. An edge along the
// 180th meridians or a pole that a file was cut at is taken as it is written (RFC 7946, 3.1.9).
static void unwrap(const struct geo *geo, const struct geo_part *part, struct ring *ring) {
    double turn = 0, low = 0;
    assert(part->count > 0);
    for (size_t i = 0; i < part->count; i++) {
        struct point at = geo->points[part->start + i];
        if (i) {
            struct point before = geo->points[part->start + i - 1];
            double step = at.x - before.x;
            bool cut = fabs(at.x) == 180 && fabs(before.x) == 180;
            turn += cut || fabs(step) <= 180 ? 0 : step > 0 ? -360 : 360;
        }
        ring_add(ring, (struct point){at.x + turn, at.y});
        low += at.y;
    }
    struct point first = ring->points[0], last = ring->points[ring->count - 1];
    if (fabs(last.x - first.x) > 180 && fabs(geo->points[part->start].x) != 180) {
        double pole = low > 0 ? 90 : -90; // the ring goes around it
        double end = first.x + (last.x > first.x ? 360 : -360);
        ring_add(ring, (struct point){end, first.y});
        ring_add(ring, (struct point){end, pole});
        ring_add(ring, (struct point){first.x, pole});
    }
}

struct half_plane {
    bool across; // x is limited, not y
    double limit, sign;
};

static double depth(const struct half_plane *plane, struct point point) {
    return plane->sign * ((plane->across ? point.x : point.y) - plane->limit);
}

static struct ring clip(const struct ring *ring, struct half_plane plane) {
    struct ring out = {.arena = ring->arena};
    for (size_t i = 0; i < ring->count; i++) {
        struct point from = ring->points[i], to = ring->points[(i + 1) % ring->count];
        double a = depth(&plane, from), b = depth(&plane, to);
        if (a >= 0) {
            ring_add(&out, from);
        }
        if ((a > 0 && b < 0) || (a < 0 && b > 0)) {
            double t = a / (a - b);
            struct point at = {from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t};
            *(plane.across ? &at.x : &at.y) = plane.limit;
            ring_add(&out, at);
        }
    }
    return out;
}

static struct ring densify(const struct ring *ring) {
    struct ring out = {.arena = ring->arena};
    for (size_t i = 0; i < ring->count; i++) {
        struct point from = ring->points[i], to = ring->points[(i + 1) % ring->count];
        double length = fmax(fabs(to.x - from.x), fabs(to.y - from.y));
        double steps = fmin(fmax(1, ceil(length / EDGE_LIMIT)), 1000);
        for (double j = 0; j < steps; j++) {
            ring_add(&out, (struct point){from.x + (to.x - from.x) * j / steps,
                                          from.y + (to.y - from.y) * j / steps});
        }
    }
    return out;
}

// ---- the whole

struct cutter {
    struct geo *out;
    const struct projection *projection;
    size_t point_capacity, part_capacity;
    uint32_t polygon;
};

static void add_part(struct cutter *cutter, const struct ring *ring) {
    struct geo *out = cutter->out;
    if (ring->count < 3) {
        return;
    }
    ARENA_RESERVE(out->arena, out->parts, out->part_count, cutter->part_capacity);
    out->parts[out->part_count++] = (struct geo_part){.start = out->point_count,
                                                      .count = ring->count,
                                                      .polygon = cutter->polygon,
                                                      .kind = GEO_POLYGON};
    for (size_t i = 0; i < ring->count; i++) {
        ARENA_RESERVE(out->arena, out->points, out->point_count, cutter->point_capacity);
        out->points[out->point_count++] = ring->points[i];
    }
}

static void cut_band(struct cutter *cutter, const struct ring *whole) {
    const struct projection_kind *kind = cutter->projection->kind;
    double least = INFINITY, most = -INFINITY, centre = cutter->projection->lon_0;
    for (size_t i = 0; i < whole->count; i++) {
        least = fmin(least, whole->points[i].x);
        most = fmax(most, whole->points[i].x);
    }
    for (double turn = floor((least - centre + 180) / 360) * 360; centre + turn - 180 < most;
         turn += 360) {
        struct ring ring = clip(whole, (struct half_plane){true, centre + turn - kind->reach, 1});
        ring = clip(&ring, (struct half_plane){true, centre + turn + kind->reach, -1});
        ring = clip(&ring, (struct half_plane){false, -kind->latitude_limit, 1});
        ring = clip(&ring, (struct half_plane){false, kind->latitude_limit, -1});
        ring = densify(&ring);
        for (size_t i = 0; i < ring.count; i++) {
            ring.points[i].x -= turn;
        }
        add_part(cutter, &ring);
    }
}

static void cut_horizon(struct cutter *cutter, const struct ring *whole) {
    struct ring dense = densify(whole), ring = {.arena = whole->arena};
    if (horizon_clamp(cutter->projection, &dense, &ring)) {
        add_part(cutter, &ring);
    }
    if (horizon_holds_antipode(cutter->projection, whole)) { // turned inside out: even-odd mends it
        struct ring edge = {.arena = whole->arena};
        horizon_circle(cutter->projection, &edge);
        add_part(cutter, &edge);
    }
}

static void cut_feature(struct cutter *cutter, const struct geo *geo, struct geo_feature *feature) {
    size_t start = feature->part_start, end = feature->part_end;
    feature->part_start = cutter->out->part_count;
    for (size_t i = start; i < end; i++) {
        const struct geo_part *part = &geo->parts[i];
        cutter->polygon = part->polygon;
        struct ring ring = {.arena = geo->arena};
        if (part->kind != GEO_POLYGON) {
            continue;
        }
        unwrap(geo, part, &ring);
        if (cutter->projection->kind->cut == CUT_BAND) {
            cut_band(cutter, &ring);
        } else {
            cut_horizon(cutter, &ring);
        }
    }
    feature->part_end = cutter->out->part_count;
}

static bool is_whole(const struct geo *geo, const struct projection *projection) {
    const struct projection_kind *kind = projection->kind;
    struct rect extent = geo->extent;
    if (extent.width > 180) {
        return false;
    }
    if (kind->cut == CUT_BAND) {
        double left = projection_wrap(extent.x, projection->lon_0);
        return left >= -kind->reach && left + extent.width <= kind->reach &&
               extent.y >= -kind->latitude_limit &&
               extent.y + extent.height <= kind->latitude_limit;
    }
    return horizon_shows(projection, extent);
}

const struct geo *geo_cut(struct arena *arena, const struct geo *geo,
                          const struct projection *projection) {
    if (is_whole(geo, projection)) {
        return geo;
    }
    struct geo *out = ARENA_NEW(arena, struct geo);
    *out = *geo;
    out->arena = arena;
    out->points = NULL;
    out->parts = NULL;
    out->point_count = out->part_count = 0;
    out->features = ARENA_ARRAY(arena, geo->feature_count, struct geo_feature);
    struct cutter cutter = {.out = out, .projection = projection};
    for (size_t i = 0; i < geo->feature_count; i++) {
        out->features[i] = geo->features[i];
        cut_feature(&cutter, geo, &out->features[i]);
    }
    return out;
}

struct ring geo_cut_edge(struct arena *arena, const struct projection *projection) {
    const struct projection_kind *kind = projection->kind;
    struct ring ring = {.arena = arena};
    if (kind->cut == CUT_HORIZON) {
        horizon_circle(projection, &ring);
        return ring;
    }
    double left = projection->lon_0 - kind->reach, right = projection->lon_0 + kind->reach;
    ring_add(&ring, (struct point){left, -kind->latitude_limit});
    ring_add(&ring, (struct point){right, -kind->latitude_limit});
    ring_add(&ring, (struct point){right, kind->latitude_limit});
    ring_add(&ring, (struct point){left, kind->latitude_limit});
    return densify(&ring);
}
