// What is asked of a boundary file, and what is looked at before it is drawn.
#include "map/geo.h"

#include "base/i18n.h"
#include "map/geo_build.h"

#include <math.h>

struct str geo_property(const struct geo_feature *feature, const char *key) {
    for (size_t i = 0; i < feature->property_count; i++) {
        if (str_is(feature->properties[i].key, key)) {
            return feature->properties[i].value;
        }
    }
    return STR_NONE;
}

struct str geo_name(const struct geo_feature *feature) {
    static const char *const keys[] = {"name", "NAME", "名称", "地名", "Name"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct str name = geo_property(feature, keys[i]);
        if (name.len) {
            return name;
        }
    }
    return feature->id;
}

struct diag_place geo_place(const struct geo *geo, const struct geo_feature *feature) {
    struct str name = geo_name(feature);
    struct str pointer =
        name.len ? str_printf(geo->arena, _("feature %zu (%.*s)"), feature->number, STR_ARG(name))
                 : str_printf(geo->arena, _("feature %zu"), feature->number);
    return json_file_place(geo->file, feature->offset, pointer);
}

struct rect geo_extent(const struct geo *geo) {
    double left = INFINITY, right = -INFINITY, low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < geo->feature_count; i++) {
        for (size_t j = geo->features[i].part_start; j < geo->features[i].part_end; j++) {
            const struct geo_part *part = &geo->parts[j];
            for (size_t k = part->start; k < part->start + part->count; k++) {
                left = fmin(left, geo->points[k].x);
                right = fmax(right, geo->points[k].x);
                low = fmin(low, geo->points[k].y);
                high = fmax(high, geo->points[k].y);
            }
        }
    }
    return left <= right ? (struct rect){left, low, right - left, high - low} : (struct rect){0};
}

// ---- checks

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

// Leaves the closing point out; a ring without one is closed and reported.
static bool close_ring(struct diag *diag, const struct geo *geo, const struct geo_feature *feature,
                       struct geo_part *part) {
    if (part->kind != GEO_POLYGON) {
        return true;
    }
    struct point first = geo->points[part->start];
    struct point last = geo->points[part->start + part->count - 1];
    bool closed = part->count > 1 && first.x == last.x && first.y == last.y;
    size_t corners = closed ? part->count - 1 : part->count;
    if (corners < 3) {
        diag_error(diag, DIAG_BOUNDARIES, geo_place(geo, feature), STR_NONE,
                   _("a ring of %zu points encloses nothing"), corners);
        return false;
    }
    if (!closed) {
        diag_warning(diag, DIAG_BOUNDARIES, geo_place(geo, feature),
                     str_from(_("repeat the first position at the end")),
                     _("a ring is not closed"));
    }
    part->count = corners;
    return true;
}

static bool check_feature(struct diag *diag, struct geo *geo, const struct geo_feature *feature) {
    if (feature->part_start == feature->part_end) {
        diag_warning(diag, DIAG_BOUNDARIES, geo_place(geo, feature), STR_NONE,
                     _("the feature has no geometry and is not drawn"));
    }
    for (size_t i = feature->part_start; i < feature->part_end; i++) {
        if (!check_ranges(diag, geo, feature, &geo->parts[i]) ||
            !close_ring(diag, geo, feature, &geo->parts[i])) {
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
    return sound;
}
