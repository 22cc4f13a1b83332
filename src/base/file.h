// Files: read whole, written whole or not at all, found beside the program.
#pragma once

#include "base/diag.h"
#include "base/path.h"

enum { FILE_LIMIT = 256 * 1024 * 1024 }; // bytes of one input

// Reads a whole file ("-": standard input) into the arena. Reports at `from` (where the path was
// named; a place without a file names `path`) and returns false when it cannot be read or is longer
// than `limit` bytes.
bool file_read(struct arena *arena, struct diag *diag, struct diag_place from, struct str path,
               size_t limit, struct str *out);

// A file being written beside `path`; nothing of `path` changes before file_commit. Folders that
// are missing are made. A device or a pipe is written directly. Where the file system can (Linux's
// O_TMPFILE: ext4, XFS, Btrfs, tmpfs), the file has no name before it is whole, so that a run that
// is killed leaves nothing behind; elsewhere it is called .tushuo-PROCESS-N.tmp.
struct file_output {
    struct str path;
    struct str temporary; // name to be renamed to `path`; STR_NONE: none, or none yet
    bool unnamed;         // gets a name when it is committed
    void *stream;         // FILE *; NULL before file_create and after the end
    struct arena *arena;
    int error; // errno of the first failure, else 0
};

// Reports and returns false when the file or its folder cannot be made; `file` is then closed, and
// the functions below do nothing with it.
bool file_create(struct file_output *file, struct arena *arena, struct diag *diag, struct str path);
// Errors are sticky and reported by file_commit.
void file_write(struct file_output *file, const void *data, size_t len);
// Flushes and renames. On any failure reports, removes the temporary file and returns false.
bool file_commit(struct file_output *file, struct diag *diag);
// Closes and removes the temporary file; nothing after file_commit.
void file_discard(struct file_output *file);
// All of the above at once.
bool file_write_whole(struct arena *arena, struct diag *diag, struct str path, struct str bytes);

// The folder that holds `name` ("styles", "data", "locale"): $TUSHUO_DATA/name, else
// <prefix>/share/tushuo/name from the program's own place, else the source tree's when the program
// runs in its build folder. STR_NONE when there is none.
struct str file_find_data(struct arena *arena, const char *name);
