// Bases: boundary files by their name in bases.def or by path.
#pragma once

#include "document/document.h"
#include "map/geo.h"

// Loads what `name` (a string of the document) stands for: a packaged base, or a file below the
// document's folder when it ends in .json, .geojson or .topojson. NULL when a fault was reported.
const struct geo *base_load(struct arena *arena, struct diag *diag, const struct document *document,
                            const struct json *name);

// A packaged base by its name in bases.def; NULL with a report when its file cannot be read.
const struct geo *base_load_named(struct arena *arena, struct diag *diag, const char *name);

// The features whose name, adcode or parent's adcode or name is among `names` (an array of
// strings); NULL with a report when one of them is unknown.
const struct geo *base_select(struct arena *arena, struct diag *diag, const struct geo *geo,
                              const struct json *names);

// The features that `names` fits; all of them when it fits none or is NULL.
const struct geo *base_select_some(struct arena *arena, const struct geo *geo,
                                   const struct json *names);
