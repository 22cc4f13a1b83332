// The one small markup: read once, to plain words and flags.
#include "text/markup.h"

#include "base/i18n.h"

#include <string.h>

struct reader {
    struct str in;
    char *out;
    uint8_t *flags;
    size_t used;
    uint8_t now; // flags in force
    bool marked;
    struct diag *diag;
    struct diag_place place;
};

static void put(struct reader *reader, char c) {
    reader->flags[reader->used] = reader->now;
    reader->out[reader->used++] = c;
}

static bool is_mark(char c) {
    return c == '*' || c == '^' || c == '{' || c == '}' || c == '[' || c == ']' || c == '|' ||
           c == '\\';
}

// A mark opens when the same mark follows in this paragraph with something between.
static bool has_end(const struct reader *reader, size_t at, struct str mark) {
    size_t feed = str_find(reader->in, STR("\n"), at), end = at + mark.len;
    do
        end = str_find(reader->in, mark, end);
    while (end != SIZE_MAX && reader->in.data[end - 1] == '\\' && ++end);
    return end != SIZE_MAX && end > at + mark.len && end < feed;
}

// True when the mark was taken as markup; its length is skipped by the caller.
static bool toggle(struct reader *reader, size_t at, struct str mark, uint8_t flag) {
    if (!(reader->now & flag) && !has_end(reader, at, mark)) {
        diag_warning(reader->diag, DIAG_MARKUP, reader->place,
                     str_from(_("write \\ before a mark that is meant as it stands")),
                     _("the mark “%.*s” has no partner"), STR_ARG(mark));
        return false;
    }
    reader->now ^= flag;
    reader->marked = true;
    return true;
}

static size_t read_one(struct reader *reader, size_t at) {
    struct str rest = str_slice(reader->in, at, reader->in.len);
    if (rest.len > 1 && rest.data[0] == '\\' && is_mark(rest.data[1])) {
        put(reader, rest.data[1]);
        return at + 2;
    }
    if (str_starts(rest, STR("**")) && toggle(reader, at, STR("**"), MARKUP_BOLD))
        return at + 2;
    if (str_starts(rest, STR("^")) && toggle(reader, at, STR("^"), MARKUP_RAISED))
        return at + 1;
    // a mark without partner stays whole
    size_t end = str_starts(rest, STR("**")) ? at + 2 : at + 1;
    for (; at < end; at++)
        put(reader, reader->in.data[at]);
    return end;
}

struct marked markup_read(struct arena *arena, struct diag *diag, struct diag_place place,
                          struct str words) {
    if (!words.len || (!memchr(words.data, '*', words.len) && !memchr(words.data, '^', words.len) &&
                       !memchr(words.data, '\\', words.len)))
        return (struct marked){.words = words};
    struct reader reader = {.in = words,
                            .out = arena_alloc(arena, words.len),
                            .flags = arena_alloc(arena, words.len),
                            .diag = diag,
                            .place = place};
    for (size_t at = 0; at < words.len;)
        at = read_one(&reader, at);
    return (struct marked){.words = {reader.out, reader.used},
                           .flags = reader.marked ? reader.flags : NULL};
}
