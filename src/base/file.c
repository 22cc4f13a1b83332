// Files: read whole, written whole or not at all, found beside the program.
#include "base/file.h"

#include "base/i18n.h"
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_STEP = 64 * 1024, TEMPORARY_TRIES = 10000 };

static bool is_standard_input(struct str path) {
    return str_is(path, "-");
}

static int open_input(struct arena *arena, struct str path) {
    if (is_standard_input(path))
        return STDIN_FILENO;
    if (path.len > 0 && memchr(path.data, '\0', path.len)) {
        errno = EINVAL;
        return -1;
    }
    return open(str_terminate(arena, path), O_RDONLY | O_CLOEXEC);
}

// Room for the whole of a regular file, so that reading it once copies nothing.
static size_t first_capacity(int fd, size_t limit) {
    struct stat status;
    if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size <= 0)
        return READ_STEP;
    return (size_t)status.st_size <= limit ? (size_t)status.st_size + 1 : limit + 1;
}

// Reads to the end, or to one byte above the limit. False with errno when reading fails.
static bool read_all(struct arena *arena, int fd, size_t limit, struct str *out) {
    size_t capacity = first_capacity(fd, limit), len = 0;
    char *data = arena_alloc(arena, capacity + 1);
    while (len <= limit) {
        if (len == capacity) {
            data = arena_grow(arena, data, len, 2 * capacity + 1);
            capacity *= 2;
        }
        ssize_t count = read(fd, data + len, capacity - len);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        if (count == 0)
            break;
        len += (size_t)count;
    }
    *out = (struct str){data, len};
    return true;
}

bool file_read(struct arena *arena, struct diag *diag, struct diag_place from, struct str path,
               size_t limit, struct str *out) {
    if (from.file.len == 0)
        from.file = path;
    int fd = open_input(arena, path);
    bool read = fd >= 0 && read_all(arena, fd, limit, out);
    int error = errno;
    if (fd > STDERR_FILENO)
        close(fd);
    if (!read) {
        diag_error(diag, DIAG_UNREADABLE_FILE, from, STR_NONE, _("%.*s cannot be read: %s"),
                   STR_ARG(path), strerror(error));
        return false;
    }
    if (out->len > limit) {
        diag_error(diag, DIAG_FILE_TOO_LARGE, from, STR_NONE,
                   _("%.*s is longer than the limit of %zu bytes"), STR_ARG(path), limit);
        return false;
    }
    return true;
}

// Makes the folders above `path` that are missing; false with errno.
static bool make_folders(struct arena *arena, struct str path) {
    for (size_t at = 1; at < path.len; at++) {
        if (path.data[at] != '/')
            continue;
        const char *folder = str_terminate(arena, str_slice(path, 0, at));
        struct stat status;
        if (stat(folder, &status) == 0) {
            if (S_ISDIR(status.st_mode))
                continue;
            errno = ENOTDIR;
            return false;
        }
        // Another process may make it between the two calls.
        if (mkdir(folder, 0777) != 0 && errno != EEXIST)
            return false;
    }
    return true;
}

// Calls `make` with names beside the target until one is free: that it fails with EEXIST decides,
// not the name. (mkstemp would leave the file unreadable for others, whatever the umask.)
static int make_temporary(struct file_output *file, int (*make)(const char *name, int from),
                          int from) {
    struct str folder = path_folder(file->path);
    for (int i = 0; i < TEMPORARY_TRIES; i++) {
        struct str name = str_printf(file->arena, ".tushuo-%ld-%d.tmp", (long)getpid(), i);
        struct str path = path_join(file->arena, folder, name);
        int made = make(str_terminate(file->arena, path), from);
        if (made >= 0) {
            file->temporary = path;
            return made;
        }
        if (errno != EEXIST)
            break;
    }
    return -1;
}

static int open_new(const char *name, int from) {
    (void)from;
    return open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

enum { DESCRIPTOR_NAME = 40 };

static void name_descriptor(char name[DESCRIPTOR_NAME], int fd) {
    snprintf(name, DESCRIPTOR_NAME, "/proc/self/fd/%d", fd);
}

// Gives the file without a name one.
static int link_new(const char *name, int fd) {
    char from[DESCRIPTOR_NAME];
    name_descriptor(from, fd);
    return linkat(AT_FDCWD, from, AT_FDCWD, name, AT_SYMLINK_FOLLOW);
}

// A file without a name in the target's folder; -1 where the system has none.
static int open_unnamed(struct file_output *file) {
    struct str folder = path_folder(file->path);
    const char *name = folder.len ? str_terminate(file->arena, folder) : ".";
    int fd = open(name, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    char self[DESCRIPTOR_NAME];
    name_descriptor(self, fd);
    if (fd >= 0 && access(self, F_OK) != 0) { // without /proc it could never be named
        close(fd);
        fd = -1;
    }
    file->unnamed = fd >= 0;
    return fd;
}

static int open_temporary(struct file_output *file) {
    int fd = open_unnamed(file);
    return fd >= 0 ? fd : make_temporary(file, open_new, -1);
}

static int open_output(struct file_output *file) {
    if (file->path.len == 0 || memchr(file->path.data, '\0', file->path.len)) {
        errno = file->path.len == 0 ? ENOENT : EINVAL;
        return -1;
    }
    if (!make_folders(file->arena, file->path))
        return -1;
    struct stat status;
    bool exists = stat(file->path.data, &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        return -1;
    }
    if (exists && !S_ISREG(status.st_mode))
        return open(file->path.data, O_WRONLY | O_CLOEXEC);
    return open_temporary(file);
}

static void remove_temporary(struct file_output *file) {
    if (file->temporary.len > 0)
        unlink(file->temporary.data);
    file->temporary = STR_NONE;
}

static void report_output(struct diag *diag, const struct file_output *file) {
    diag_error(diag, DIAG_UNWRITABLE_FILE, (struct diag_place){.file = file->path}, STR_NONE,
               _("the file cannot be written: %s"), strerror(file->error));
}

bool file_create(struct file_output *file, struct arena *arena, struct diag *diag,
                 struct str path) {
    *file = (struct file_output){.path = str_copy(arena, path), .arena = arena};
    int fd = open_output(file);
    file->stream = fd >= 0 ? fdopen(fd, "wb") : NULL;
    if (file->stream)
        return true;
    file->error = errno;
    if (fd >= 0) {
        close(fd);
        remove_temporary(file);
    }
    report_output(diag, file);
    return false;
}

void file_write(struct file_output *file, const void *data, size_t len) {
    if (!file->stream || file->error || len == 0)
        return;
    errno = 0;
    if (fwrite(data, 1, len, file->stream) != len)
        file->error = errno ? errno : EIO;
}

// Names the whole file: by its own name where that is free, else by one to rename.
static bool name_file(struct file_output *file) {
    int fd = fileno(file->stream);
    return link_new(file->path.data, fd) == 0 ||
           (errno == EEXIST && make_temporary(file, link_new, fd) == 0);
}

bool file_commit(struct file_output *file, struct diag *diag) {
    if (!file->stream)
        return false;
    errno = 0;
    // A full disk may show only when the last buffer leaves.
    if (fflush(file->stream) != 0 && !file->error)
        file->error = errno ? errno : EIO;
    if (file->unnamed && !file->error && !name_file(file))
        file->error = errno;
    if (fclose(file->stream) != 0 && !file->error)
        file->error = errno ? errno : EIO;
    file->stream = NULL;
    if (!file->error && file->temporary.len > 0 &&
        rename(file->temporary.data, file->path.data) != 0)
        file->error = errno;
    if (!file->error)
        return true;
    remove_temporary(file);
    report_output(diag, file);
    return false;
}

void file_discard(struct file_output *file) {
    if (file->stream) {
        fclose(file->stream);
        remove_temporary(file);
    }
    file->stream = NULL;
}

bool file_write_whole(struct arena *arena, struct diag *diag, struct str path, struct str bytes) {
    struct file_output file;
    if (!file_create(&file, arena, diag, path))
        return false;
    file_write(&file, bytes.data, bytes.len);
    return file_commit(&file, diag);
}

static bool is_folder(struct str path) {
    struct stat status;
    return stat(path.data, &status) == 0 && S_ISDIR(status.st_mode);
}

// The folder of the running program; STR_NONE where the system does not tell.
static struct str program_folder(struct arena *arena) {
    char path[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path);
    return len > 0 ? str_copy(arena, path_folder((struct str){path, (size_t)len})) : STR_NONE;
}

struct str file_find_data(struct arena *arena, const char *name) {
    struct str wanted = str_from(name), found;
    const char *stated = getenv("TUSHUO_DATA");
    if (stated && stated[0]) {
        found = path_join(arena, str_from(stated), wanted);
        if (is_folder(found))
            return found;
    }
    struct str folder = program_folder(arena);
    if (folder.len == 0)
        return STR_NONE;
    found = str_printf(arena, "%.*s/share/tushuo/%s", STR_ARG(path_folder(folder)), name);
    if (is_folder(found))
        return found;
    // Only a program that still lies in its build folder may read the sources: an installed one
    // would find them on the machine that built it and nowhere else.
    struct str build = STR(TUSHUO_BINARY_DIR);
    if (!str_equal(folder, build) && !path_is_below(arena, folder, build))
        return STR_NONE;
    found = path_join(arena, STR(TUSHUO_SOURCE_DIR), wanted);
    return is_folder(found) ? found : STR_NONE;
}
