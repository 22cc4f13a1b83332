// The pictures of a plan dealt out to processes, and their reports gathered in order.
#include "cli/shards.h"

#include "base/i18n.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void show_progress(const struct painter *painter, size_t at) {
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "\r[%zu/%zu] %.*s\033[K", at + 1, painter->plan->count,
                STR_ARG(painter->plan->items[at].stem));
}

static void clear_progress(void) {
    if (isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
}

static void draw_here(struct painter *painter, struct picture *pictures) {
    struct arena arena;
    arena_init(&arena, painter->run->oom, painter->run->oom_context);
    if (painter_open(painter))
        for (size_t i = 0; i < painter->plan->count; i++) {
            show_progress(painter, i);
            pictures[i] = painter_draw(painter, &arena, &painter->plan->items[i]);
            arena_reset(&arena);
        }
    clear_progress();
    painter_close(painter);
    arena_done(&arena);
}

// What a process sends back for each picture: plain values in the machine's own order, since both
// ends are the same program.
static void put(struct buf *out, const void *data, size_t len) {
    buf_add(out, data, len);
}

static void put_str(struct buf *out, struct str s) {
    put(out, &s.len, sizeof s.len);
    put(out, s.data, s.len);
}

static void put_entry(struct buf *out, const struct diag_entry *entry) {
    put(out, &entry->severity, sizeof entry->severity);
    put(out, &entry->code, sizeof entry->code);
    put(out, &entry->place.line, sizeof entry->place.line);
    put(out, &entry->place.column, sizeof entry->place.column);
    put_str(out, entry->place.file);
    put_str(out, entry->place.pointer);
    put_str(out, entry->message);
    put_str(out, entry->hint);
}

// Entries that were there before the process began are the parent's own.
static void put_report(struct buf *out, const struct diag *diag, size_t from,
                       const struct picture *picture) {
    size_t count = diag->count - from;
    put(out, &count, sizeof count);
    for (size_t i = from; i < diag->count; i++)
        put_entry(out, &diag->entries[i]);
    put(out, &picture->drawn, sizeof picture->drawn);
    put(out, &picture->pages, sizeof picture->pages);
    put(out, &picture->width, sizeof picture->width);
    put(out, &picture->height, sizeof picture->height);
    put_str(out, picture->alt);
    put_str(out, picture->entry);
}

struct reader {
    struct arena *arena;
    struct str bytes;
    size_t at;
    bool short_of; // the process ended within a report
};

static void get(struct reader *reader, void *data, size_t len) {
    if (reader->short_of || reader->bytes.len - reader->at < len) {
        reader->short_of = true;
        memset(data, 0, len);
        return;
    }
    memcpy(data, reader->bytes.data + reader->at, len);
    reader->at += len;
}

static struct str get_str(struct reader *reader) {
    size_t len = 0;
    get(reader, &len, sizeof len);
    if (reader->short_of || reader->bytes.len - reader->at < len) {
        reader->short_of = true;
        return STR_NONE;
    }
    struct str s = str_copy(reader->arena, (struct str){reader->bytes.data + reader->at, len});
    reader->at += len;
    return s;
}

static void get_entry(struct reader *reader, struct diag *diag) {
    struct diag_entry entry = {0};
    get(reader, &entry.severity, sizeof entry.severity);
    get(reader, &entry.code, sizeof entry.code);
    get(reader, &entry.place.line, sizeof entry.place.line);
    get(reader, &entry.place.column, sizeof entry.place.column);
    entry.place.file = get_str(reader);
    entry.place.pointer = get_str(reader);
    entry.message = get_str(reader);
    entry.hint = get_str(reader);
    if (!reader->short_of)
        diag_add(diag, entry.severity, entry.code, entry.place, entry.hint, "%.*s",
                 STR_ARG(entry.message));
}

static void get_report(struct reader *reader, struct diag *diag, struct picture *picture) {
    size_t count = 0;
    get(reader, &count, sizeof count);
    for (size_t i = 0; i < count && !reader->short_of; i++)
        get_entry(reader, diag);
    get(reader, &picture->drawn, sizeof picture->drawn);
    get(reader, &picture->pages, sizeof picture->pages);
    get(reader, &picture->width, sizeof picture->width);
    get(reader, &picture->height, sizeof picture->height);
    picture->alt = get_str(reader);
    picture->entry = get_str(reader);
    if (reader->short_of)
        *picture = (struct picture){0};
}

static bool send_all(int to, const struct buf *out) {
    for (size_t at = 0; at < out->len;) {
        ssize_t sent = write(to, out->data + at, out->len - at);
        if (sent < 0 && errno != EINTR)
            return false;
        at += sent > 0 ? (size_t)sent : 0;
    }
    return true;
}

// The work of process `first` of `jobs`: each jobs-th picture.
_Noreturn static void draw_shard(struct painter *painter, size_t first, size_t jobs, int to) {
    struct arena arena;
    arena_init(&arena, painter->run->oom, painter->run->oom_context);
    struct buf out = BUF_INIT(painter->run);
    size_t before = painter->diag->count;
    bool open = painter_open(painter), sent = true;
    for (size_t i = first; i < painter->plan->count && sent; i += jobs) {
        struct picture picture = {0};
        if (open)
            picture = painter_draw(painter, &arena, &painter->plan->items[i]);
        buf_clear(&out);
        put_report(&out, painter->diag, before, &picture);
        before = painter->diag->count;
        sent = send_all(to, &out);
        arena_reset(&arena);
    }
    _Exit(sent ? 0 : STATUS_ENVIRONMENT);
}

struct shard {
    pid_t process;
    int from; // the pipe's end; -1 when closed
    struct buf bytes;
};

static bool start_shard(struct painter *painter, size_t index, size_t jobs, struct shard *shards) {
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    pid_t process = fork();
    if (process == 0) {
        close(ends[0]);
        for (size_t i = 0; i < index; i++)
            close(shards[i].from);
        draw_shard(painter, index, jobs, ends[1]);
    }
    close(ends[1]);
    if (process < 0) {
        close(ends[0]);
        return false;
    }
    shards[index] = (struct shard){process, ends[0], BUF_INIT(painter->run)};
    return true;
}

static void read_shard(struct shard *shard) {
    enum { CHUNK = 65536 };
    ssize_t got = read(shard->from, buf_reserve(&shard->bytes, CHUNK), CHUNK);
    if (got > 0)
        shard->bytes.len += (size_t)got;
    else if (got == 0 || errno != EINTR) {
        close(shard->from);
        shard->from = -1;
    }
}

// Reads all pipes as they fill, so that no process waits for another.
static void read_shards(struct shard *shards, size_t jobs, struct arena *arena) {
    struct pollfd *polled = ARENA_ARRAY(arena, jobs, struct pollfd);
    for (;;) {
        size_t open = 0;
        for (size_t i = 0; i < jobs; i++) {
            polled[i] = (struct pollfd){.fd = shards[i].from, .events = POLLIN};
            open += shards[i].from >= 0;
        }
        if (!open)
            return;
        if (poll(polled, jobs, -1) < 0)
            continue;
        for (size_t i = 0; i < jobs; i++)
            if (shards[i].from >= 0 && polled[i].revents)
                read_shard(&shards[i]);
    }
}

static void gather(struct painter *painter, const struct shard *shards, size_t jobs,
                   struct picture *pictures) {
    struct reader *readers = ARENA_ARRAY(painter->run, jobs, struct reader);
    for (size_t i = 0; i < jobs; i++)
        readers[i] = (struct reader){.arena = painter->run, .bytes = buf_str(&shards[i].bytes)};
    for (size_t i = 0; i < painter->plan->count; i++) {
        struct reader *reader = &readers[i % jobs];
        get_report(reader, painter->diag, &pictures[i]);
        if (reader->short_of)
            diag_error(painter->diag, DIAG_WORKER,
                       json_place(painter->run, painter->plan->items[i].figure->json), STR_NONE,
                       "%s", _("the process that draws this figure ended before its time"));
    }
}

void shards_draw(struct painter *painter, size_t jobs, struct picture *pictures) {
    if (jobs > painter->plan->count)
        jobs = painter->plan->count;
    struct shard *shards = ARENA_ARRAY(painter->run, jobs, struct shard);
    size_t started = 0;
    fflush(NULL);
    while (jobs > 1 && started < jobs && start_shard(painter, started, jobs, shards))
        started++;
    if (started < jobs || jobs <= 1) {
        if (started) // this machine has no room for the rest: they report as ended
            for (size_t i = started; i < jobs; i++)
                shards[i] = (struct shard){.process = -1, .from = -1};
        else {
            draw_here(painter, pictures);
            return;
        }
    }
    read_shards(shards, jobs, painter->run);
    for (size_t i = 0; i < started; i++)
        while (waitpid(shards[i].process, NULL, 0) < 0 && errno == EINTR) {
        }
    gather(painter, shards, jobs, pictures);
    for (size_t i = 0; i < jobs; i++)
        buf_done(&shards[i].bytes);
}
