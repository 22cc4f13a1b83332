// File paths as text, and where they lead once links are followed.
#include "base/path.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

// Offset behind the last slash.
static size_t name_start(struct str path) {
    size_t at = path.len;
    while (at > 0 && path.data[at - 1] != '/')
        at--;
    return at;
}

struct str path_folder(struct str path) {
    size_t end = name_start(path);
    while (end > 1 && path.data[end - 1] == '/')
        end--;
    return str_slice(path, 0, end);
}

struct str path_name(struct str path) {
    return str_slice(path, name_start(path), path.len);
}

// Offset of the extension's point in a name; its length when there is none.
static size_t find_point(struct str name) {
    for (size_t at = name.len; at > 1; at--)
        if (name.data[at - 1] == '.')
            return at - 1;
    return name.len;
}

struct str path_stem(struct str path) {
    struct str name = path_name(path);
    return str_slice(name, 0, find_point(name));
}

struct str path_extension(struct str path) {
    struct str name = path_name(path);
    return str_slice(name, find_point(name) + 1, name.len);
}

struct str path_join(struct arena *arena, struct str folder, struct str name) {
    if (folder.len == 0 || str_starts(name, STR("/")))
        return str_copy(arena, name);
    const char *between = str_ends(folder, STR("/")) ? "" : "/";
    return str_printf(arena, "%.*s%s%.*s", STR_ARG(folder), between, STR_ARG(name));
}

// Appends the components of `rest` to the absolute `base`, "." and ".." taken as text: nothing of
// `rest` exists, so no link can be among them.
static struct str append_components(struct arena *arena, struct str base, struct str rest) {
    while (rest.len > 0) {
        size_t slash = str_find(rest, STR("/"), 0);
        struct str part = str_slice(rest, 0, slash);
        rest = slash == SIZE_MAX ? STR_NONE : str_slice(rest, slash + 1, rest.len);
        if (str_is(part, ".."))
            base = path_folder(base);
        else if (part.len > 0 && !str_is(part, "."))
            base = path_join(arena, base, part);
    }
    return base;
}

// Where `path` leads, absolute and without links; STR_NONE when that cannot be said.
static struct str resolve(struct arena *arena, struct str path) {
    if (path.len == 0)
        path = STR(".");
    if (memchr(path.data, '\0', path.len))
        return STR_NONE;
    char resolved[PATH_MAX];
    struct str existing = path;
    while (existing.len > 0) {
        const char *name = str_terminate(arena, existing);
        if (realpath(name, resolved))
            break;
        struct stat status;
        if (errno != ENOENT || lstat(name, &status) == 0)
            return STR_NONE;
        existing = path_folder(existing);
    }
    if (existing.len == 0 && !realpath(".", resolved))
        return STR_NONE;
    struct str base = str_copy(arena, str_from(resolved));
    return append_components(arena, base, str_slice(path, existing.len, path.len));
}

bool path_is_below(struct arena *arena, struct str path, struct str folder) {
    struct str inner = resolve(arena, path), outer = resolve(arena, folder);
    if (inner.len == 0 || outer.len == 0 || !str_starts(inner, outer))
        return false;
    if (str_is(outer, "/"))
        return inner.len > 1;
    return inner.len > outer.len && inner.data[outer.len] == '/';
}
