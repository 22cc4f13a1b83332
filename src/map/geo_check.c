// What is looked at before a boundary file is drawn.
#include "base/i18n.h"
#include "map/geo_build.h"
#include "map/ring_sweep.h"

#include <math.h>

static bool report_point(struct diag *diag, const struct geo *geo,
                         const struct geo_feature *feature, struct point point) {
    struct str hint = STR_NONE;
    if (fabs(point.x) <= 90 && fabs(point.y) <= 180) {
        hint = str_from(_("longitude stands before latitude; here they seem to be swapped"));
    } else if (fabs(point.x) > 1000 || fabs(point.y) > 1000) {
        hint = str_from(_("these look like metres of a projection; write degrees of WGS84"));
    }
    diag_error(diag, DIAG_BOUNDARIES, geo_place(geo, feature), hint,
               _("the position [%.10g, %.10g] is no longitude and latitude"), point.x, point.y);
    return false;
}

static bool check_ranges(struct diag *diag, const struct geo *geo,
                         const struct geo_feature *feature, const struct geo_part *part) {
    enum { FURTHEST = 360 }; // longitudes beyond 180° are used to keep shapes whole
    for (size_t i = part->start; i < part->start + part->count; i++) {
        struct point point = geo->points[i];
        if (!(fabs(point.x) <= FURTHEST && fabs(point.y) <= 90 + 1e-9)) {
            return report_point(diag, geo, feature, point);
        }
    }
    return true;
}

// Leaves the closing point out; true when the ring has one.
static bool close_ring(const struct geo *geo, struct geo_part *part) {
    if (part->count < 2) {
        return false;
    }
    struct point first = geo->points[part->start];
    struct point last = geo->points[part->start + part->count - 1];
    bool closed = first.x == last.x && first.y == last.y;
    part->count -= closed;
    return closed;
}

static void report_rings(struct diag *diag, const struct geo *geo,
                         const struct geo_feature *feature, size_t flat, bool open) {
    if (flat) {
        diag_warning(diag, DIAG_BOUNDARIES, geo_place(geo, feature), STR_NONE,
                     _("%zu rings of fewer than three points enclose nothing and are left out"),
                     flat);
    }
    if (open) {
        diag_warning(diag, DIAG_BOUNDARIES, geo_place(geo, feature),
                     str_from(_("repeat the first position at the end")),
                     _("a ring is not closed"));
    }
}

// Closes the feature's rings and moves its parts to `kept` on, those without area left out.
static void check_rings(struct diag *diag, struct geo *geo, struct geo_feature *feature,
                        size_t kept) {
    size_t start = kept, flat = 0;
    bool open = false;
    for (size_t i = feature->part_start; i < feature->part_end; i++) {
        struct geo_part part = geo->parts[i];
        if (part.kind == GEO_POLYGON) {
            bool closed = close_ring(geo, &part);
            if (part.count < 3) {
                flat++;
                continue;
            }
            open = open || !closed;
        }
        geo->parts[kept++] = part;
    }
    feature->part_start = start;
    feature->part_end = kept;
    report_rings(diag, geo, feature, flat, open);
    if (kept == start) {
        diag_warning(diag, DIAG_BOUNDARIES, geo_place(geo, feature), STR_NONE,
                     _("the feature has no geometry and is not drawn"));
    }
}

static bool check_feature(struct diag *diag, const struct geo *geo,
                          const struct geo_feature *feature) {
    for (size_t i = feature->part_start; i < feature->part_end; i++) {
        if (!check_ranges(diag, geo, feature, &geo->parts[i])) {
            return false;
        }
    }
    return true;
}

bool geo_check(struct diag *diag, struct geo *geo) {
    bool sound = true;
    for (size_t i = 0; i < geo->feature_count; i++) {
        sound = check_feature(diag, geo, &geo->features[i]) && sound;
    }
    size_t kept = 0;
    for (size_t i = 0; sound && i < geo->feature_count; i++) {
        check_rings(diag, geo, &geo->features[i], kept);
        kept = geo->features[i].part_end;
    }
    geo->part_count = kept;
    return sound;
}

// ---- rings against each other

static void report_fault(struct diag *diag, const struct geo *geo,
                         const struct geo_feature *feature, const struct sweep_fault *fault) {
    if (fault->crosses) {
        diag_warning(diag, DIAG_BOUNDARIES, geo_place(geo, feature),
                     str_from(_("what lies in two loops is left white")),
                     _("its border crosses itself at [%.6g, %.6g]"), fault->at.x, fault->at.y);
    }
    if (fault->outside) {
        diag_warning(diag, DIAG_BOUNDARIES, geo_place(geo, feature),
                     str_from(_("rings behind the first of a polygon are holes in it")),
                     _("a hole lies outside its ring, at [%.6g, %.6g]"), fault->outside_at.x,
                     fault->outside_at.y);
    }
}

// The polygon whose rings begin at `from`; returns the part behind it.
static size_t check_polygon(struct diag *diag, struct arena *scratch, const struct geo *geo,
                            const struct geo_feature *feature, size_t from) {
    size_t to = from + 1;
    while (to < feature->part_end && geo->parts[to].kind == GEO_POLYGON &&
           geo->parts[to].polygon == geo->parts[from].polygon) {
        to++;
    }
    struct sweep_ring *rings = ARENA_ARRAY(scratch, to - from, struct sweep_ring);
    for (size_t i = from; i < to; i++) {
        rings[i - from] =
            (struct sweep_ring){geo->points + geo->parts[i].start, geo->parts[i].count};
    }
    struct sweep_fault fault = ring_sweep(scratch, rings, to - from);
    report_fault(diag, geo, feature, &fault);
    return to;
}

void geo_check_rings(struct diag *diag, const struct geo *geo) {
    enum { REPORTS = 20 };
    struct arena scratch;
    arena_init(&scratch, geo->arena->oom, geo->arena->oom_context);
    size_t before = diag->warnings;
    for (size_t i = 0; i < geo->feature_count && diag->warnings - before < REPORTS; i++) {
        const struct geo_feature *feature = &geo->features[i];
        for (size_t j = feature->part_start; j < feature->part_end;) {
            j = geo->parts[j].kind == GEO_POLYGON ? check_polygon(diag, &scratch, geo, feature, j)
                                                  : j + 1;
        }
        arena_reset(&scratch);
    }
    arena_done(&scratch);
}
