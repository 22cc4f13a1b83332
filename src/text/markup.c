// Reading the small markup: marks are paired in one pass, looks and words made in a second.
#include "text/markup.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "text/markup_looks.h"
#include "text/text.h"

#include <string.h>

enum { MARKUP_DEPTH = 16 };

enum token_kind {
    TOKEN_ESCAPE,
    TOKEN_BOLD,
    TOKEN_RAISED,
    TOKEN_OPEN,  // [
    TOKEN_CLOSE, // |looks]
    TOKEN_READING
};

// A mark in the words. Marks that pair up know each other; others are set as they stand.
struct token {
    size_t at, len;
    enum token_kind kind;
    bool used;               // as markup
    bool opens;              // of a pair its first
    struct text_look *looks; // of TOKEN_OPEN: what its partner asks for
};

struct reader {
    const struct markup_job *job;
    struct str in;
    struct token *tokens;
    size_t count, capacity;
    size_t open[MARKUP_DEPTH], depth; // marks that wait for their partner
    // the second pass
    char *out;
    size_t used;
    struct text_look looks[MARKUP_DEPTH + 1];
    struct text_span *spans;
    size_t span_count, span_capacity;
    struct text_reading *readings;
    size_t reading_count, reading_capacity;
};

static bool is_mark(char c) {
    return c && strchr("\\*^{}[]|", c);
}

// The words around a fault, for its message.
static struct str excerpt(const struct reader *reader, size_t at) {
    enum { BYTES = 36 };
    struct str in = reader->in;
    size_t end = at + BYTES < in.len ? at + BYTES : in.len;
    size_t feed = str_find(in, STR("\n"), at);
    end = feed < end ? feed : end;
    while (end < in.len && end > at && ((unsigned char)in.data[end] & 0xC0) == 0x80)
        end--;
    return str_slice(in, at, end);
}

static void fault(const struct reader *reader, size_t at, const char *what, const char *advice) {
    if (!reader->job->diag)
        return;
    diag_error(reader->job->diag, DIAG_MARKUP, reader->job->place, str_from(advice),
               _("%s at “%.*s”"), what, STR_ARG(excerpt(reader, at)));
}

static const char *literal_advice(void) {
    return _("write \\ before a mark that is meant as it stands");
}

static struct token *add_token(struct reader *reader, size_t at, size_t len, enum token_kind kind) {
    ARENA_RESERVE(reader->job->arena, reader->tokens, reader->count, reader->capacity);
    struct token *token = &reader->tokens[reader->count++];
    *token = (struct token){.at = at, .len = len, .kind = kind};
    return token;
}

// The place in the stack of the innermost open mark of a kind, or SIZE_MAX.
static size_t find_open(const struct reader *reader, enum token_kind kind) {
    for (size_t i = reader->depth; i > 0; i--)
        if (reader->tokens[reader->open[i - 1]].kind == kind)
            return i - 1;
    return SIZE_MAX;
}

static void report_open(struct reader *reader, size_t index) {
    const struct token *token = &reader->tokens[index];
    if (token->kind != TOKEN_OPEN) // a bracket without looks is a bracket
        fault(reader, token->at, _("a mark has no partner"), literal_advice());
}

// Pairs the token at `index` with the open mark of its kind; marks opened in between have no
// partner inside and are left as they stand.
static void close_pair(struct reader *reader, size_t place, size_t index) {
    while (reader->depth > place + 1)
        report_open(reader, reader->open[--reader->depth]);
    struct token *open = &reader->tokens[reader->open[--reader->depth]];
    open->used = open->opens = reader->tokens[index].used = true;
}

static void open_mark(struct reader *reader, size_t index) {
    if (reader->depth < MARKUP_DEPTH)
        reader->open[reader->depth++] = index;
    else if (reader->tokens[index].kind != TOKEN_OPEN) // brackets that nothing closes are brackets
        fault(reader, reader->tokens[index].at, _("marks inside marks are 16 deep at most"),
              literal_advice());
}

static size_t take_toggle(struct reader *reader, size_t at, size_t len, enum token_kind kind) {
    add_token(reader, at, len, kind);
    size_t place = find_open(reader, kind), index = reader->count - 1;
    const struct token *open = place == SIZE_MAX ? NULL : &reader->tokens[reader->open[place]];
    if (open && open->at + open->len < at)
        close_pair(reader, place, index);
    else if (!open)
        open_mark(reader, index);
    return at + len;
}

static void report_look(const struct reader *reader, size_t open, struct str unknown) {
    struct diag *diag = reader->job->diag;
    if (diag)
        diag_error(diag, DIAG_MARKUP, reader->job->place, markup_looks_hint(diag, unknown),
                   _("“%.*s” is not a look, in “%.*s”"), STR_ARG(unknown),
                   STR_ARG(excerpt(reader, reader->tokens[open].at)));
}

// |looks] behind an open bracket.
static size_t take_looks(struct reader *reader, size_t at) {
    size_t end = at + 1, place = find_open(reader, TOKEN_OPEN);
    while (end < reader->in.len && !is_mark(reader->in.data[end]) && reader->in.data[end] != '\n')
        end++;
    if (place == SIZE_MAX || end >= reader->in.len || reader->in.data[end] != ']')
        return at + 1;
    struct str words = str_slice(reader->in, at + 1, end), unknown;
    struct text_look *looks = ARENA_NEW(reader->job->arena, struct text_look);
    *looks = LOOK_PLAIN;
    add_token(reader, at, end + 1 - at, TOKEN_CLOSE);
    size_t open = reader->open[place];
    if (!markup_looks_read(words, reader->job->accent, looks, &unknown)) {
        report_look(reader, open, unknown);
        reader->depth = place; // the bracket stays as it stands
        return end + 1;
    }
    close_pair(reader, place, reader->count - 1);
    reader->tokens[open].looks = looks;
    return end + 1;
}

// A bracket that closes without looks: it and its partner are brackets.
static size_t take_bracket_end(struct reader *reader, size_t at) {
    size_t place = find_open(reader, TOKEN_OPEN);
    if (place != SIZE_MAX && place + 1 == reader->depth)
        reader->depth = place;
    return at + 1;
}

// {base|reading}: the brace's end, or SIZE_MAX.
static size_t reading_end(const struct reader *reader, size_t at) {
    for (size_t end = at + 1; end < reader->in.len; end++) {
        char c = reader->in.data[end];
        if (c == '\\' && end + 1 < reader->in.len && is_mark(reader->in.data[end + 1]))
            end++;
        else if (c == '}')
            return end;
        else if (c == '{' || c == '\n')
            return SIZE_MAX;
    }
    return SIZE_MAX;
}

static size_t take_brace(struct reader *reader, size_t at) {
    size_t end = reading_end(reader, at);
    if (end == SIZE_MAX) {
        fault(reader, at, _("a brace opens and does not close"), literal_advice());
        return at + 1;
    }
    add_token(reader, at, end + 1 - at, TOKEN_READING);
    return end + 1;
}

static size_t take_one(struct reader *reader, size_t at) {
    struct str rest = str_slice(reader->in, at, reader->in.len);
    switch (rest.data[0]) {
    case '\\':
        if (rest.len < 2 || !is_mark(rest.data[1]))
            return at + 1;
        add_token(reader, at, 2, TOKEN_ESCAPE)->used = true;
        return at + 2;
    case '*':
        return str_starts(rest, STR("**")) ? take_toggle(reader, at, 2, TOKEN_BOLD) : at + 1;
    case '^':
        return take_toggle(reader, at, 1, TOKEN_RAISED);
    case '[':
        add_token(reader, at, 1, TOKEN_OPEN);
        open_mark(reader, reader->count - 1);
        return at + 1;
    case '|':
        return take_looks(reader, at);
    case ']':
        return take_bracket_end(reader, at);
    case '{':
        return take_brace(reader, at);
    case '\n':
        while (reader->depth)
            report_open(reader, reader->open[--reader->depth]);
        return at + 1;
    default:
        return at + 1;
    }
}

static void pair_marks(struct reader *reader) {
    for (size_t at = 0; at < reader->in.len;)
        at = take_one(reader, at);
    while (reader->depth)
        report_open(reader, reader->open[--reader->depth]);
}

static void put(struct reader *reader, size_t from, size_t to) {
    memcpy(reader->out + reader->used, reader->in.data + from, to - from);
    reader->used += to - from;
}

// The words put so far end in the look in force.
static void end_span(struct reader *reader) {
    size_t from = reader->span_count ? reader->spans[reader->span_count - 1].to : 0;
    if (reader->used == from)
        return;
    struct text_look *look = ARENA_NEW(reader->job->arena, struct text_look);
    *look = reader->looks[reader->depth];
    ARENA_RESERVE(reader->job->arena, reader->spans, reader->span_count, reader->span_capacity);
    reader->spans[reader->span_count++] = (struct text_span){reader->used, look};
}

static void enter(struct reader *reader, const struct token *token) {
    struct text_look look = reader->looks[reader->depth];
    if (token->kind == TOKEN_BOLD)
        look.weight = WEIGHT_BOLD;
    else if (token->kind == TOKEN_RAISED)
        markup_look_raise(&look, true);
    else
        markup_look_add(&look, token->looks);
    end_span(reader);
    reader->looks[++reader->depth] = look;
}

static void leave(struct reader *reader) {
    end_span(reader);
    reader->depth--;
}

// Words with \ before marks taken off, put; returns where the first unescaped | or the end is.
static size_t put_until_bar(struct reader *reader, size_t from, size_t to) {
    while (from < to && reader->in.data[from] != '|') {
        if (reader->in.data[from] == '\\' && from + 1 < to && is_mark(reader->in.data[from + 1]))
            from++;
        put(reader, from, from + 1);
        from++;
    }
    return from;
}

static size_t count_bars(const struct reader *reader, size_t from, size_t to) {
    size_t count = 0;
    for (; from < to; from++) {
        count += reader->in.data[from] == '|';
        from += reader->in.data[from] == '\\';
    }
    return count;
}

// A reading's words, put apart.
static struct str read_reading(struct reader *reader, size_t *at, size_t to) {
    struct reader apart = {.in = reader->in, .out = arena_alloc(reader->job->arena, to - *at)};
    *at = put_until_bar(&apart, *at, to);
    return (struct str){apart.out, apart.used};
}

static void add_reading(struct reader *reader, size_t from, size_t to, struct str words) {
    ARENA_RESERVE(reader->job->arena, reader->readings, reader->reading_count,
                  reader->reading_capacity);
    reader->readings[reader->reading_count++] = (struct text_reading){from, to, words};
}

// One reading is for all of the base, several are for its characters one by one.
static void put_reading(struct reader *reader, const struct token *token) {
    size_t end = token->at + token->len - 1, from = reader->used;
    size_t at = put_until_bar(reader, token->at + 1, end);
    struct str base = {reader->out + from, reader->used - from};
    size_t count = count_bars(reader, at, end), characters = utf8_count(base);
    if (!base.len || !count || (count > 1 && count != characters)) {
        fault(reader, token->at,
              count > 1 ? _("the readings are not one for each character")
                        : _("braces hold words and a reading, as in {漢|hàn}"),
              literal_advice());
        reader->used = from;
        put(reader, token->at, end + 1);
        return;
    }
    for (size_t i = 0, place = 0; i < count; i++) {
        size_t start = place;
        at++;
        struct str words = read_reading(reader, &at, end);
        if (count == 1)
            place = base.len;
        else
            utf8_next(base, &place);
        if (words.len)
            add_reading(reader, from + start, from + place, words);
    }
}

static void put_words(struct reader *reader) {
    size_t at = 0;
    for (size_t i = 0; i < reader->count; i++) {
        const struct token *token = &reader->tokens[i];
        put(reader, at, token->at);
        at = token->at + token->len;
        if (token->kind == TOKEN_READING)
            put_reading(reader, token);
        else if (!token->used)
            put(reader, token->at, at);
        else if (token->kind == TOKEN_ESCAPE)
            put(reader, token->at + 1, at);
        else if (token->opens)
            enter(reader, token);
        else
            leave(reader);
    }
    put(reader, at, reader->in.len);
    end_span(reader);
}

static bool has_marks(struct str words) {
    for (size_t i = 0; i < words.len; i++)
        if (words.data[i] == '\\' || words.data[i] == '*' || words.data[i] == '^' ||
            words.data[i] == '{' || words.data[i] == '[')
            return true;
    return false;
}

struct marked markup_read(const struct markup_job *job, struct str words) {
    if (!has_marks(words))
        return (struct marked){.words = words};
    struct reader reader = {
        .job = job, .in = words, .out = arena_alloc(job->arena, words.len), .looks = {LOOK_PLAIN}};
    pair_marks(&reader);
    put_words(&reader);
    return (struct marked){.words = {reader.out, reader.used},
                           .spans = reader.spans,
                           .span_count = reader.span_count,
                           .readings = reader.readings,
                           .reading_count = reader.reading_count};
}

struct str text_plain(struct arena *arena, struct str words) {
    return markup_read(&(struct markup_job){.arena = arena}, words).words;
}
