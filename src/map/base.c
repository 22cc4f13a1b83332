// Finding, reading and narrowing boundary files.
#include "map/base.h"

#include "base/file.h"
#include "base/i18n.h"
#include "map/plane_base.h"
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

static const struct geo *read_file(const struct base_reader *reader, struct diag_place from,
                                   struct str path, bool packaged) {
    struct base_cache *cache = reader->cache;
    struct diag *diag = reader->diag;
    const struct geo *geo;
    if (cache && base_cache_find(cache, path, diag, &geo)) {
        return geo;
    }
    struct arena *arena = cache ? base_cache_arena(cache) : reader->arena;
    struct str bytes, name = str_copy(arena, path);
    if (!file_read(arena, diag, from, name, FILE_LIMIT, &bytes)) {
        return NULL;
    }
    size_t warnings = diag->reported[DIAG_WARNING];
    geo = geo_read(arena, diag, name, bytes);
    if (geo && !packaged) { // our own are looked at by the tests
        geo_check_rings(diag, geo);
    }
    if (cache) {
        base_cache_keep(cache, name, geo, diag->reported[DIAG_WARNING] - warnings);
    }
    return geo;
}

static struct str packaged_path(const struct base_reader *reader, size_t i) {
    return path_join(reader->arena, file_find_data(reader->arena, "data/geo"),
                     str_from(bases[i].file));
}

const struct geo *base_load_named(const struct base_reader *reader, const char *name) {
    for (size_t i = 0; i < BASES; i++) {
        if (str_is(bases[i].name, name)) {
            struct str path = packaged_path(reader, i);
            return read_file(reader, (struct diag_place){.file = path}, path, true);
        }
    }
    return NULL;
}

static bool is_path(struct str name) {
    struct str extension = path_extension(name);
    return str_is(extension, "json") || str_is(extension, "geojson") ||
           str_is(extension, "topojson");
}

static const struct geo *load_file(const struct base_reader *reader, const struct json *name) {
    struct str names[BASES], path;
    struct diag_place place = json_place(reader->arena, name);
    for (size_t i = 0; i < BASES; i++) {
        names[i] = bases[i].name;
        if (str_equal(names[i], name->string)) {
            return read_file(reader, place, packaged_path(reader, i), true);
        }
    }
    if (is_path(name->string)) {
        return document_allows_path(reader->document, reader->diag, place, name->string, &path)
                   ? read_file(reader, place, path, false)
                   : NULL;
    }
    diag_error(
        reader->diag, DIAG_UNKNOWN_WORD, place,
        diag_hint_nearest(reader->diag, name->string, names, BASES),
        _("there is no base “%.*s”; a file of your own ends in .geojson, .topojson or .json"),
        STR_ARG(name->string));
    return NULL;
}

// ---- objects of a topology

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
    geo_measure(part);
    return part;
}

enum { OBJECT_LIMIT = 100 };

static size_t list_objects(const struct geo *geo, struct str *names) {
    size_t count = 0;
    for (size_t i = 0; i < geo->feature_count; i++) {
        size_t at = 0;
        while (at < count && !str_equal(names[at], geo->features[i].object)) {
            at++;
        }
        if (at == count && count < OBJECT_LIMIT) {
            names[count++] = geo->features[i].object;
        }
    }
    return count;
}

// The features of one object; NULL with a report when there is none of this name, or when several
// would lie on top of each other.
static const struct geo *take_object(const struct base_reader *reader, const struct geo *geo,
                                     const struct json *base, const struct json *name) {
    struct str names[OBJECT_LIMIT];
    size_t count = list_objects(geo, names);
    bool *taken = ARENA_ARRAY(reader->arena, geo->feature_count, bool), found = false;
    for (size_t i = 0; name && i < geo->feature_count; i++) {
        taken[i] = str_equal(geo->features[i].object, name->string);
        found = found || taken[i];
    }
    if (found) {
        return take(reader->arena, geo, taken);
    }
    if (name) {
        diag_error(reader->diag, DIAG_UNKNOWN_WORD, json_place(reader->arena, name),
                   diag_hint_nearest(reader->diag, name->string, names, count),
                   _("the file has no object “%.*s”"), STR_ARG(name->string));
        return NULL;
    }
    if (count < 2) {
        return geo;
    }
    struct str list = names[0];
    for (size_t i = 1; i < count; i++) {
        list = str_printf(reader->arena, "%.*s、%.*s", STR_ARG(list), STR_ARG(names[i]));
    }
    diag_error(reader->diag, DIAG_MISSING_FIELD, json_place(reader->arena, base),
               str_from(_("choose one: {\"url\": …, \"feature\": …}")),
               _("the file has several objects: %.*s"), STR_ARG(list));
    return NULL;
}

const struct geo *base_load_object(const struct base_reader *reader, const struct json *name,
                                   const struct json *object) {
    const struct geo *geo = load_file(reader, name);
    return geo ? take_object(reader, geo, name, object) : NULL;
}

const struct geo *base_load(const struct base_reader *reader, const struct json *base) {
    if (base->kind == JSON_OBJECT && !json_get(base, "url")) {
        return plane_base_load(reader, base);
    }
    const struct json *name = base->kind == JSON_OBJECT ? json_get(base, "url") : base;
    return base_load_object(reader, name, json_get(base, "feature"));
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
