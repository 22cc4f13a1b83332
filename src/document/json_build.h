// Making JSON values of others, where a shorthand stands for more than was written. What is made
// keeps the place of what it came from, so that messages point into the document.
#pragma once

#include "document/json.h"

// A copy whose members may be changed; they are shared with `value` until they are.
struct json *json_build_copy(struct arena *arena, const struct json *value);

// An empty array or object in the place of `origin`.
struct json *json_build_new(struct arena *arena, enum json_kind kind, const struct json *origin);

// Appends a copy made before, which keeps its key, or with json_build_set takes one. It must not
// stand in another value.
void json_build_add(struct json *parent, struct json *child);
void json_build_set(struct json *parent, const char *key, struct json *child);
