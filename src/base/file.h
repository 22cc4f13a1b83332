// Files: read whole, written whole or not at all, found beside the program.
#pragma once

#include "base/diag.h"

enum { FILE_LIMIT = 256 * 1024 * 1024 }; // bytes of one input

// Reads a whole file ("-": standard input) into the arena. Reports at `from` (where the path was
// named) and returns false when it cannot be read or is longer than `limit`.
bool file_read(struct arena *arena, struct diag *diag, struct diag_place from, struct str path,
               size_t limit, struct str *out);

// A file being written under a temporary name beside `path`; nothing of `path` changes before
// file_commit. Folders that are missing are made.
struct file_output {
    struct str path, temporary;
    void *stream; // FILE *
    struct arena *arena;
    bool failed;
};

bool file_create(struct file_output *file, struct arena *arena, struct diag *diag, struct str path);
// Errors are sticky and reported by file_commit.
void file_write(struct file_output *file, const void *data, size_t len);
// Flushes and renames. On any failure reports, removes the temporary file and returns false.
bool file_commit(struct file_output *file, struct diag *diag);
void file_discard(struct file_output *file);
// All of the above at once.
bool file_write_whole(struct arena *arena, struct diag *diag, struct str path, struct str bytes);

struct str path_folder(struct str path);    // "a/b.json" → "a"
struct str path_name(struct str path);      // "a/b.json" → "b.json"
struct str path_stem(struct str path);      // "a/b.json" → "b"
struct str path_extension(struct str path); // "a/b.JSON" → "JSON"
struct str path_join(struct arena *arena, struct str folder, struct str name); // absolute name wins

// True when `path`, links and ".." resolved, lies below `folder`. A path that does not exist is
// judged by its nearest existing parent.
bool path_is_below(struct arena *arena, struct str path, struct str folder);

// The folder that holds `name` ("styles", "data", "locale"): $TUSHUO_DATA/name, else
// <prefix>/share/tushuo/name from the program's own place, else the source tree's. STR_NONE when
// there is none.
struct str file_find_data(struct arena *arena, const char *name);
