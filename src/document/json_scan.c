// The structure of a JSON text: events for what is sound, a fault for each thing that is not.
#include "document/json_lex.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/sort.h"
#include "base/utf8.h"
#include "document/encoding.h"
#include "document/json_position.h"

#include <string.h>

static void add_pointer_part(struct buf *out, struct str key) {
    buf_add_char(out, '/');
    for (size_t i = 0; i < key.len; i++) {
        if (key.data[i] == '~' || key.data[i] == '/')
            buf_add_text(out, key.data[i] == '~' ? "~0" : "~1");
        else
            buf_add_char(out, key.data[i]);
    }
}

static struct str pointer_here(const struct scanner *s) {
    struct buf out = BUF_INIT(s->arena);
    for (size_t i = 0; i < s->depth; i++) {
        const struct scan_frame *frame = &s->frames[i];
        if (frame->kind == JSON_ARRAY)
            buf_printf(&out, "/%zu", frame->index);
        else if (frame->in_member)
            add_pointer_part(
                &out,
                s->keys[s->depth > i + 1 ? s->frames[i + 1].key_start - 1 : s->key_count - 1].key);
    }
    struct str pointer = str_copy(s->arena, buf_str(&out));
    buf_done(&out);
    return pointer;
}

void scan_report(struct scanner *s, enum diag_code code, size_t offset, struct str hint,
                 const char *format, ...) {
    if (s->mute)
        return;
    if (s->fault_count == JSON_FAULT_LIMIT) {
        s->stopped = true;
        return;
    }
    va_list args;
    va_start(args, format);
    struct str message = str_vprintf(s->arena, format, args);
    va_end(args);
    ARENA_RESERVE(s->arena, s->faults, s->fault_count, s->fault_capacity);
    s->faults[s->fault_count++] = (struct scan_fault){offset, code, message, hint, pointer_here(s)};
}

static bool is_sound(const struct scanner *s) {
    return !s->fault_count;
}

// --- duplicate keys

static int compare_keys(const void *a, const void *b, const void *context) {
    (void)context;
    const struct scan_key *x = a, *y = b;
    return x->hash != y->hash ? (x->hash < y->hash ? -1 : 1) : str_compare(x->key, y->key);
}

static void report_twin(struct scanner *s, const struct scan_key *first,
                        const struct scan_key *again) {
    struct diag_place place = json_file_place(s->file, first->offset, STR_NONE);
    scan_report(
        s, DIAG_DUPLICATE_KEY, again->offset,
        str_printf(s->arena, _("it stands first at line %u, column %u"), place.line, place.column),
        _("the key \"%.*s\" stands twice in this object"), STR_ARG(again->key));
}

// Checks the keys of the object that closes and forgets them.
static void close_keys(struct scanner *s, size_t start) {
    size_t count = s->key_count - start;
    if (count > 1) {
        struct scan_key *keys = s->keys + start;
        if (count > 16) {
            sort_stable(s->arena, keys, count, sizeof *keys, compare_keys, NULL);
            for (size_t i = 1; i < count; i++)
                if (!compare_keys(&keys[i - 1], &keys[i], NULL))
                    report_twin(s, &keys[i - 1], &keys[i]);
        } else {
            for (size_t i = 1; i < count; i++)
                for (size_t j = 0; j < i; j++)
                    if (!compare_keys(&keys[j], &keys[i], NULL)) {
                        report_twin(s, &keys[j], &keys[i]);
                        break;
                    }
        }
    }
    s->key_count = start;
}

static void open_key(struct scanner *s, struct scan_frame *frame) {
    struct str key = s->next.string;
    ARENA_RESERVE(s->arena, s->keys, s->key_count, s->key_capacity);
    s->keys[s->key_count++] = (struct scan_key){key, str_hash(key), s->next.offset};
    frame->in_member = true;
    if (is_sound(s) && s->events->on_key)
        s->events->on_key(s->events->context, key, s->next.offset);
}

// --- structure

static void scan_value(struct scanner *s);

static void emit_scalar(struct scanner *s) {
    const struct token *t = &s->next;
    const struct json_events *e = s->events;
    if (!is_sound(s))
        return;
    if (t->kind == TOKEN_STRING && e->on_string)
        e->on_string(e->context, t->string, t->offset, t->end);
    else if (t->kind == TOKEN_NUMBER && e->on_number)
        e->on_number(e->context, t->number, t->offset, t->end);
    else if (t->kind == TOKEN_LITERAL && e->on_literal)
        e->on_literal(e->context, t->literal, t->truth, t->offset, t->end);
}

static void emit_begin(struct scanner *s, enum json_kind kind, size_t offset) {
    if (is_sound(s) && s->events->on_begin)
        s->events->on_begin(s->events->context, kind, offset);
}

static void emit_end(struct scanner *s, enum json_kind kind, size_t end) {
    if (is_sound(s) && s->events->on_end)
        s->events->on_end(s->events->context, kind, end);
}

static bool is_value_start(enum token_kind kind) {
    return kind == TOKEN_OBJECT_OPEN || kind == TOKEN_ARRAY_OPEN || kind == TOKEN_STRING ||
           kind == TOKEN_NUMBER || kind == TOKEN_LITERAL || kind == TOKEN_BAD;
}

static const char *mark_name(enum token_kind kind) {
    static const char *const names[] = {
        [TOKEN_OBJECT_OPEN] = "{", [TOKEN_OBJECT_CLOSE] = "}", [TOKEN_ARRAY_OPEN] = "[",
        [TOKEN_ARRAY_CLOSE] = "]", [TOKEN_COLON] = ":",        [TOKEN_COMMA] = ",",
    };
    return names[kind];
}

// The file ends in an open bracket: said once, at the innermost.
static void report_truncated(struct scanner *s) {
    const struct scan_frame *frame = &s->frames[s->depth - 1];
    struct diag_place place = json_file_place(s->file, frame->offset, STR_NONE);
    scan_report(s, DIAG_TRUNCATED, s->text.len,
                str_printf(s->arena, _("it opens at line %u, column %u"), place.line, place.column),
                _("the file ends before “%c” closes"), s->text.data[frame->offset]);
    s->stopped = true;
}

static enum token_kind closer_of(enum json_kind kind) {
    return kind == JSON_ARRAY ? TOKEN_ARRAY_CLOSE : TOKEN_OBJECT_CLOSE;
}

// A bracket of the other kind: it closes an outer one when such a one is open, else it is taken
// for the right one.
static bool closes_outer(struct scanner *s) {
    const struct scan_frame *frame = &s->frames[s->depth - 1];
    struct diag_place place = json_file_place(s->file, frame->offset, STR_NONE);
    const char *wanted = mark_name(closer_of(frame->kind));
    scan_report(s, DIAG_SYNTAX, s->next.offset,
                str_printf(s->arena,
                           _("the bracket that is open here begins at line %u, column %u"),
                           place.line, place.column),
                _("“%s” stands where “%s” must close first"), mark_name(s->next.kind), wanted);
    for (size_t i = 0; i + 1 < s->depth; i++)
        if (closer_of(s->frames[i].kind) == s->next.kind)
            return true;
    return false;
}

// Behind a value. True when another element or member may follow.
static bool scan_separator(struct scanner *s) {
    struct scan_frame *frame = &s->frames[s->depth - 1];
    enum token_kind close = closer_of(frame->kind);
    if (s->next.kind == close || s->next.kind == TOKEN_END)
        return false;
    if (s->next.kind == TOKEN_COMMA) {
        size_t comma = s->next.offset;
        frame->index++;
        lex_next(s);
        if (s->next.kind == close)
            scan_report(s, DIAG_SYNTAX, comma, str_from(_("take the comma out")),
                        _("a comma stands before “%s”"), mark_name(close));
        return s->next.kind != close;
    }
    if (is_value_start(s->next.kind) || s->next.kind == TOKEN_COLON) {
        if (s->next.kind != TOKEN_BAD) // was reported
            scan_report(s, DIAG_SYNTAX, s->next.offset, STR_NONE,
                        s->next.kind == TOKEN_COLON ? _("“:” cannot stand here")
                                                    : _("a comma is missing before this value"));
        if (s->next.kind == TOKEN_COLON || s->next.kind == TOKEN_BAD)
            lex_next(s);
        frame->index++;
        return true;
    }
    return true; // a bracket of the other kind, for the caller
}

// The rest of a bad member: up to its comma or bracket, in silence.
static void skip_member(struct scanner *s) {
    s->mute++;
    while (s->next.kind != TOKEN_END && s->next.kind != TOKEN_COMMA &&
           s->next.kind != TOKEN_OBJECT_CLOSE && s->next.kind != TOKEN_ARRAY_CLOSE) {
        if (is_value_start(s->next.kind))
            scan_value(s);
        else
            lex_next(s);
    }
    s->mute--;
}

static void scan_colon_and_value(struct scanner *s) {
    if (s->next.kind == TOKEN_COLON)
        lex_next(s);
    else
        scan_report(s, DIAG_SYNTAX, s->next.offset, STR_NONE, _("“:” is missing behind the key"));
    if (!is_value_start(s->next.kind)) {
        if (s->next.kind != TOKEN_END)
            scan_report(s, DIAG_SYNTAX, s->next.offset, STR_NONE,
                        _("a value is missing before “%s”"), mark_name(s->next.kind));
        if (s->next.kind == TOKEN_COLON)
            skip_member(s);
        return;
    }
    scan_value(s);
    if (s->next.kind == TOKEN_COLON) {
        scan_report(s, DIAG_SYNTAX, s->next.offset, STR_NONE, _("“:” cannot stand here"));
        skip_member(s);
    }
}

static void scan_member(struct scanner *s) {
    struct scan_frame *frame = &s->frames[s->depth - 1];
    if (s->next.kind == TOKEN_STRING) {
        open_key(s, frame);
        lex_next(s);
        scan_colon_and_value(s);
        frame->in_member = false;
    } else if (s->next.kind == TOKEN_BAD && s->next.string.len) { // a word: reported
        lex_next(s);
        scan_colon_and_value(s);
    } else {
        if (s->next.kind != TOKEN_BAD)
            scan_report(s, DIAG_SYNTAX, s->next.offset, STR_NONE,
                        s->next.kind == TOKEN_COMMA ? _("a comma too many")
                                                    : _("a key in double quotes is missing here"));
        if (s->next.kind != TOKEN_COMMA)
            skip_member(s);
    }
}

static void scan_element(struct scanner *s) {
    if (is_value_start(s->next.kind))
        scan_value(s);
    else if (s->next.kind == TOKEN_COMMA)
        scan_report(s, DIAG_SYNTAX, s->next.offset, STR_NONE, _("a value is missing before “,”"));
    else if (s->next.kind == TOKEN_COLON) {
        scan_report(s, DIAG_SYNTAX, s->next.offset, str_from(_("members with keys stand in {…}")),
                    _("“:” cannot stand here"));
        skip_member(s);
    }
}

// Elements or members up to the closing bracket.
static void scan_children(struct scanner *s) {
    enum json_kind kind = s->frames[s->depth - 1].kind;
    enum token_kind close = closer_of(kind),
                    other = kind == JSON_ARRAY ? TOKEN_OBJECT_CLOSE : TOKEN_ARRAY_CLOSE;
    while (s->next.kind != close && s->next.kind != TOKEN_END) {
        if (s->next.kind == other) {
            if (closes_outer(s))
                return;
            s->next.kind = close;
            return;
        }
        if (kind == JSON_OBJECT)
            scan_member(s);
        else
            scan_element(s);
        if (!scan_separator(s))
            break;
    }
}

// Reads past a container that is nested too deep, without recursion.
static void skip_deep(struct scanner *s) {
    scan_report(s, DIAG_TOO_DEEP, s->next.offset, STR_NONE, _("values are nested deeper than %d"),
                JSON_DEPTH_LIMIT);
    s->mute++;
    size_t open = 0;
    do {
        open += s->next.kind == TOKEN_OBJECT_OPEN || s->next.kind == TOKEN_ARRAY_OPEN;
        open -= s->next.kind == TOKEN_OBJECT_CLOSE || s->next.kind == TOKEN_ARRAY_CLOSE;
        lex_next(s);
    } while (open && s->next.kind != TOKEN_END);
    s->mute--;
    s->stopped = s->stopped || open;
}

static void scan_container(struct scanner *s) {
    if (s->depth == JSON_DEPTH_LIMIT) {
        skip_deep(s);
        return;
    }
    enum json_kind kind = s->next.kind == TOKEN_ARRAY_OPEN ? JSON_ARRAY : JSON_OBJECT;
    s->frames[s->depth++] =
        (struct scan_frame){.kind = kind, .offset = s->next.offset, .key_start = s->key_count};
    emit_begin(s, kind, s->next.offset);
    lex_next(s);
    scan_children(s);
    if (s->next.kind == TOKEN_END && !s->stopped)
        report_truncated(s);
    size_t end = s->next.end;
    bool closed = s->next.kind == closer_of(kind);
    s->frames[s->depth - 1].in_member = false;
    close_keys(s, s->frames[s->depth - 1].key_start);
    s->depth--;
    if (closed) {
        emit_end(s, kind, end);
        lex_next(s);
    }
}

// The array that s->next opens as one position. False, with nothing read, when it is none.
static bool scan_position(struct scanner *s) {
    double numbers[POSITION_NUMBERS];
    size_t at = s->next.end, count = position_read(s->text, &at, numbers);
    if (count < 2)
        return false;
    s->events->on_position(s->events->context, numbers, count, s->next.offset);
    s->at = at;
    lex_next(s);
    return true;
}

static void scan_value(struct scanner *s) {
    if (++s->node_count > JSON_NODE_LIMIT && !s->stopped) {
        scan_report(s, DIAG_LIMIT, s->next.offset, STR_NONE,
                    _("the file holds more than %d values"), JSON_NODE_LIMIT);
        s->stopped = true;
    }
    if (s->next.kind == TOKEN_ARRAY_OPEN && s->events->on_position && is_sound(s) && !s->stopped &&
        scan_position(s))
        return;
    if (s->next.kind == TOKEN_OBJECT_OPEN || s->next.kind == TOKEN_ARRAY_OPEN) {
        scan_container(s);
    } else {
        emit_scalar(s);
        lex_next(s);
    }
}

// --- the whole

static int compare_faults(const void *a, const void *b, const void *context) {
    (void)context;
    const struct scan_fault *x = a, *y = b;
    return x->offset < y->offset ? -1 : x->offset > y->offset;
}

static void report_invalid_bytes(struct scanner *s) {
    for (size_t at = 0; s->fault_count < JSON_FAULT_LIMIT;) {
        size_t bad = utf8_find_invalid(str_slice(s->text, at, s->text.len));
        if (bad == SIZE_MAX)
            return;
        scan_report(s, DIAG_ENCODING, at + bad, STR_NONE, _("the byte 0x%02X is not UTF-8"),
                    (unsigned)(unsigned char)s->text.data[at + bad]);
        at += bad;
        utf8_next(s->text, &at);
    }
}

bool json_scan(struct arena *arena, struct diag *diag, const struct json_file *file,
               const struct json_events *events) {
    struct scanner *s = ARENA_NEW(arena, struct scanner);
    s->arena = arena;
    s->file = file;
    s->events = events;
    s->text = file->text;
    report_invalid_bytes(s);
    lex_next(s);
    if (s->next.kind == TOKEN_END) {
        scan_report(s, DIAG_SYNTAX, 0, STR_NONE, _("the file is empty"));
    } else if (s->next.kind == TOKEN_BAD) {
        s->stopped = true;
    } else if (!is_value_start(s->next.kind)) {
        scan_report(s, DIAG_SYNTAX, s->next.offset, STR_NONE,
                    _("the file does not begin with “{” or “[”"));
    } else {
        scan_value(s);
        if (s->next.kind != TOKEN_END)
            scan_report(s, DIAG_SYNTAX, s->next.offset, STR_NONE,
                        _("something stands behind the end of the document"));
    }
    sort_stable(arena, s->faults, s->fault_count, sizeof *s->faults, compare_faults, NULL);
    for (size_t i = 0; i < s->fault_count; i++) {
        const struct scan_fault *f = &s->faults[i];
        diag_error(diag, f->code, json_file_place(file, f->offset, f->pointer), f->hint, "%.*s",
                   STR_ARG(f->message));
    }
    return is_sound(s);
}
