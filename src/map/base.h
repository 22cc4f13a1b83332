// Bases: boundary files by their name in bases.def or by path.
#pragma once

#include "document/document.h"
#include "map/base_cache.h"

struct base_reader {
    struct arena *arena; // of the figure
    struct diag *diag;
    const struct document *document;
    struct base_cache *cache; // NULL: files are read into `arena`
};

// Loads what `base` stands for: a packaged base by name; a file below the document's folder when
// the name ends in .json, .geojson or .topojson; one object of such a file ({"url", "feature"});
// tiles or circles (plane_base.h).
// NULL when a fault was reported.
const struct geo *base_load(const struct base_reader *reader, const struct json *base);

// The same by the string `name` and the name of an object, or NULL.
const struct geo *base_load_object(const struct base_reader *reader, const struct json *name,
                                   const struct json *object);

// A packaged base by its name in bases.def; NULL with a report when its file cannot be read.
const struct geo *base_load_named(const struct base_reader *reader, const char *name);

// The features whose name, adcode or parent's adcode or name is among `names` (an array of
// strings); NULL with a report when one of them is unknown.
const struct geo *base_select(struct arena *arena, struct diag *diag, const struct geo *geo,
                              const struct json *names);

// The features that `names` fits; all of them when it fits none or is NULL.
const struct geo *base_select_some(struct arena *arena, const struct geo *geo,
                                   const struct json *names);
