// Finding, reading and narrowing boundary files.
#include "map/base.h"

#include "base/file.h"
#include "base/i18n.h"
#include "map/region_name.h"

static const struct {
    struct str name;
    const char *file;
} bases[] = {
#define BASE(name, file) {STR_INIT(name), file},
#include "map/bases.def"
#undef BASE
};
enum { BASES = sizeof bases / sizeof *bases };

const struct geo *base_load_named(struct arena *arena, struct diag *diag, const char *name) {
    for (size_t i = 0; i < BASES; i++) {
        if (str_is(bases[i].name, name)) {
            struct str path = path_join(arena, file_find_data(arena, "data/geo"),
                                        str_from(bases[i].file)),
                       bytes;
            return file_read(arena, diag, (struct diag_place){.file = path}, path, FILE_LIMIT,
                             &bytes)
                       ? geo_read(arena, diag, path, bytes)
                       : NULL;
        }
    }
    return NULL;
}

static bool is_path(struct str name) {
    struct str extension = path_extension(name);
    return str_is(extension, "json") || str_is(extension, "geojson") ||
           str_is(extension, "topojson");
}

static const struct geo *read_file(struct arena *arena, struct diag *diag, const struct json *from,
                                   struct str path) {
    struct str bytes;
    return file_read(arena, diag, json_place(arena, from), path, FILE_LIMIT, &bytes)
               ? geo_read(arena, diag, path, bytes)
               : NULL;
}

const struct geo *base_load(struct arena *arena, struct diag *diag, const struct document *document,
                            const struct json *name) {
    struct str names[BASES], path;
    for (size_t i = 0; i < BASES; i++) {
        names[i] = bases[i].name;
        if (str_equal(names[i], name->string)) {
            struct str folder = file_find_data(arena, "data/geo");
            return read_file(arena, diag, name, path_join(arena, folder, str_from(bases[i].file)));
        }
    }
    if (is_path(name->string)) {
        return document_allows_path(document, diag, json_place(arena, name), name->string, &path)
                   ? read_file(arena, diag, name, path)
                   : NULL;
    }
    diag_error(
        diag, DIAG_UNKNOWN_WORD, json_place(arena, name),
        diag_hint_nearest(diag, name->string, names, BASES),
        _("there is no base “%.*s”; a file of your own ends in .geojson, .topojson or .json"),
        STR_ARG(name->string));
    return NULL;
}

// ---- a part of a base

static bool is_named(const struct geo_feature *feature, struct str name) {
    return region_name_fits(geo_name(feature), name) != REGION_NAME_NO ||
           str_equal(geo_property(feature, "adcode"), name) ||
           str_equal(geo_property(feature, "parent"), name);
}

// Marks the features that the name fits; false when it fits none.
static bool mark_named(const struct geo *geo, struct str name, bool *taken) {
    bool found = false;
    for (size_t i = 0; i < geo->feature_count; i++) {
        bool fits = is_named(&geo->features[i], name);
        taken[i] = taken[i] || fits;
        found = found || fits;
    }
    return found;
}

static const struct geo *take(struct arena *arena, const struct geo *geo, const bool *taken) {
    struct geo *part = ARENA_NEW(arena, struct geo);
    *part = *geo;
    part->features = ARENA_ARRAY(arena, geo->feature_count, struct geo_feature);
    part->feature_count = 0;
    for (size_t i = 0; i < geo->feature_count; i++) {
        if (taken[i]) {
            part->features[part->feature_count++] = geo->features[i];
        }
    }
    return part;
}

const struct geo *base_select(struct arena *arena, struct diag *diag, const struct geo *geo,
                              const struct json *names) {
    bool *taken = ARENA_ARRAY(arena, geo->feature_count, bool);
    for (const struct json *name = names->first; name; name = name->next) {
        if (!mark_named(geo, name->string, taken)) {
            diag_error(diag, DIAG_NO_SUCH_REGION, json_place(arena, name),
                       region_name_hint(arena, diag, geo, name->string),
                       _("the base has no region “%.*s”"), STR_ARG(name->string));
            return NULL;
        }
    }
    return take(arena, geo, taken);
}

const struct geo *base_select_some(struct arena *arena, const struct geo *geo,
                                   const struct json *names) {
    bool *taken = ARENA_ARRAY(arena, geo->feature_count, bool), some = false;
    for (const struct json *name = names ? names->first : NULL; name; name = name->next) {
        some = mark_named(geo, name->string, taken) || some;
    }
    return some ? take(arena, geo, taken) : geo;
}
