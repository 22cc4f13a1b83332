// What is asked of a boundary file.
#include "map/geo.h"

#include "base/i18n.h"

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

static void widen(double *least, double *most, double value) {
    *least = value < *least ? value : *least;
    *most = value > *most ? value : *most;
}

void geo_measure(struct geo *geo) {
    double left = INFINITY, right = -INFINITY, low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < geo->feature_count; i++) {
        for (size_t j = geo->features[i].part_start; j < geo->features[i].part_end; j++) {
            const struct geo_part *part = &geo->parts[j];
            for (size_t k = part->start; k < part->start + part->count; k++) {
                widen(&left, &right, geo->points[k].x);
                widen(&low, &high, geo->points[k].y);
            }
        }
    }
    geo->extent =
        left <= right ? (struct rect){left, low, right - left, high - low} : (struct rect){0};
}
