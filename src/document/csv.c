// Fields of a CSV or TSV text (RFC 4180), one after another.
#include "document/csv.h"

#include <string.h>

// The bytes between quotes with doubled quotes made one.
static struct str undouble(struct arena *arena, struct str raw) {
    if (!raw.len || !memchr(raw.data, '"', raw.len))
        return raw;
    char *out = arena_alloc(arena, raw.len);
    size_t len = 0;
    for (size_t i = 0; i < raw.len; i++) {
        out[len++] = raw.data[i];
        if (raw.data[i] == '"')
            i++; // its twin
    }
    return (struct str){out, len};
}

// Moves behind the closing quote. False when there is none.
static bool read_quoted(struct csv_reader *r, struct csv_field *field) {
    size_t start = ++r->at;
    for (; r->at < r->text.len; r->at++) {
        char c = r->text.data[r->at];
        r->line += c == '\n';
        if (c != '"')
            continue;
        if (r->at + 1 < r->text.len && r->text.data[r->at + 1] == '"') {
            r->at++;
            continue;
        }
        field->text = undouble(r->arena, str_slice(r->text, start, r->at));
        r->at++;
        return true;
    }
    return false;
}

static bool is_end(const struct csv_reader *r, size_t at) {
    if (at >= r->text.len)
        return true;
    char c = r->text.data[at];
    return c == r->delimiter || c == '\n' || c == '\r';
}

// Moves over the delimiter or the line end.
static void end_field(struct csv_reader *r, struct csv_field *field) {
    field->last = true;
    if (r->at >= r->text.len)
        return;
    char c = r->text.data[r->at++];
    if (c == r->delimiter) {
        field->last = false;
        return;
    }
    if (c == '\r' && r->at < r->text.len && r->text.data[r->at] == '\n')
        r->at++;
    r->line++;
}

bool csv_next(struct csv_reader *r, struct csv_field *field) {
    *field = (struct csv_field){.line = r->line};
    bool behind_delimiter =
        r->at && r->at == r->text.len && r->text.data[r->at - 1] == r->delimiter;
    if (r->at > r->text.len || (r->at == r->text.len && !behind_delimiter))
        return false;
    if (behind_delimiter) { // the last field of the text is empty
        field->last = true;
        r->at = r->text.len + 1;
        return true;
    }
    if (r->text.data[r->at] == '"') {
        field->quoted = true;
        if (!read_quoted(r, field)) {
            field->fault = CSV_QUOTE_OPEN;
            field->last = true;
            return true;
        }
        if (!is_end(r, r->at))
            field->fault = CSV_BEHIND_QUOTE;
    }
    size_t start = r->at;
    while (!is_end(r, r->at))
        if (r->text.data[r->at++] == '"' && !field->quoted)
            field->fault = CSV_QUOTE_INSIDE;
    if (!field->quoted)
        field->text = str_slice(r->text, start, r->at);
    end_field(r, field);
    return true;
}
