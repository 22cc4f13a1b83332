// File paths as text, and where they lead once links are followed.
#pragma once

#include "base/str.h"

struct str path_folder(struct str path);    // "a/b.json" → "a", "/b" → "/", "b.json" → ""
struct str path_name(struct str path);      // "a/b.json" → "b.json"
struct str path_stem(struct str path);      // "a/b.json" → "b", "a/.rc" → ".rc"
struct str path_extension(struct str path); // "a/b.JSON" → "JSON", "a/.rc" → ""

// "a" and "b" → "a/b". An absolute `name` wins; an empty folder is the current one: "" and "b" →
// "b".
struct str path_join(struct arena *arena, struct str folder, struct str name);

// True when `path`, links and ".." resolved, lies below `folder` ("" is the current one) and is not
// the folder itself. What does not exist is judged by its nearest existing parent; what cannot be
// resolved (a dangling link, a loop, a file used as a folder) is not below.
bool path_is_below(struct arena *arena, struct str path, struct str folder);
