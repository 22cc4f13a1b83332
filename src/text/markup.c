// The one small markup: read once, to plain words and flags.
#include "text/markup.h"

#include "base/i18n.h"

#include <string.h>

// Superscript: its digits' top level with the capitals' (0.733 em in Noto CJK).
static const double raised_scale = 0.6, raised_by = 0.33;

struct reader {
    struct arena *arena;
    struct str in;
    char *out;
    size_t used;
    bool bold, raised; // in force
    struct text_span *spans;
    size_t span_count, span_capacity;
    struct diag *diag;
    struct diag_place place;
};

static void put(struct reader *reader, char c) {
    reader->out[reader->used++] = c;
}

static bool is_mark(char c) {
    return c == '*' || c == '^' || c == '{' || c == '}' || c == '[' || c == ']' || c == '|' ||
           c == '\\';
}

// Ends the span in force; the words behind it look as the reader then says.
static void end_span(struct reader *reader) {
    size_t from = reader->span_count ? reader->spans[reader->span_count - 1].to : 0;
    if (reader->used == from)
        return;
    struct text_look *look = ARENA_NEW(reader->arena, struct text_look);
    *look = LOOK_PLAIN;
    look->weight = reader->bold ? WEIGHT_BOLD : WEIGHT_OF_TEXT;
    if (reader->raised)
        look->scale = raised_scale, look->rise = raised_by;
    ARENA_RESERVE(reader->arena, reader->spans, reader->span_count, reader->span_capacity);
    reader->spans[reader->span_count++] = (struct text_span){reader->used, look};
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
static bool toggle(struct reader *reader, size_t at, struct str mark, bool *now) {
    if (!*now && !has_end(reader, at, mark)) {
        diag_warning(reader->diag, DIAG_MARKUP, reader->place,
                     str_from(_("write \\ before a mark that is meant as it stands")),
                     _("the mark “%.*s” has no partner"), STR_ARG(mark));
        return false;
    }
    end_span(reader);
    *now = !*now;
    return true;
}

static size_t read_one(struct reader *reader, size_t at) {
    struct str rest = str_slice(reader->in, at, reader->in.len);
    if (rest.len > 1 && rest.data[0] == '\\' && is_mark(rest.data[1])) {
        put(reader, rest.data[1]);
        return at + 2;
    }
    if (str_starts(rest, STR("**")) && toggle(reader, at, STR("**"), &reader->bold))
        return at + 2;
    if (str_starts(rest, STR("^")) && toggle(reader, at, STR("^"), &reader->raised))
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
    struct reader reader = {.arena = arena,
                            .in = words,
                            .out = arena_alloc(arena, words.len),
                            .diag = diag,
                            .place = place};
    for (size_t at = 0; at < words.len;)
        at = read_one(&reader, at);
    end_span(&reader);
    return (struct marked){
        .words = {reader.out, reader.used}, .spans = reader.spans, .span_count = reader.span_count};
}
