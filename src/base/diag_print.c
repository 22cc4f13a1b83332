// Diagnostics as lines: for people, for programs (JSON) and for a CI's annotations.
#include "base/diag.h"

#include "base/i18n.h"
#include "base/json_out.h"
#include "base/utf8.h"

#define ANSI_BOLD "\033[1m"
#define ANSI_RED "\033[1;31m"
#define ANSI_MAGENTA "\033[1;35m"
#define ANSI_CYAN "\033[1;36m"
#define ANSI_PLAIN "\033[0m"

// Marks that reorder a line (Unicode 15, section 23.2): a message must not be able to hide one.
static bool is_reordering(uint32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// Text of the input in one line, with nothing in it that a terminal obeys.
static void add_visible(struct buf *out, struct str s) {
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || is_reordering(c))
            buf_printf(out, "\\u%04x", (unsigned)c);
        else
            buf_add_utf8(out, c);
    }
}

// pointer: message; hint
static void add_sentence(struct buf *out, const struct diag_entry *entry) {
    if (entry->place.pointer.len > 0) {
        add_visible(out, entry->place.pointer);
        buf_add_text(out, ": ");
    }
    add_visible(out, entry->message);
    if (entry->hint.len > 0) {
        buf_add_text(out, "; ");
        add_visible(out, entry->hint);
    }
}

static const char *severity_word(enum diag_severity severity) {
    return severity == DIAG_ERROR     ? _("error")
           : severity == DIAG_WARNING ? _("warning")
                                      : _("note");
}

static const char *severity_colour(enum diag_severity severity) {
    return severity == DIAG_ERROR ? ANSI_RED : severity == DIAG_WARNING ? ANSI_MAGENTA : ANSI_CYAN;
}

static void print_text(const struct diag_entry *entry, bool colour, struct buf *out) {
    const struct diag_place *place = &entry->place;
    buf_add_text(out, colour ? ANSI_BOLD : "");
    if (place->file.len > 0)
        add_visible(out, place->file);
    else
        buf_add_text(out, "tushuo");
    if (place->line > 0)
        buf_printf(out, ":%u", place->line);
    if (place->line > 0 && place->column > 0)
        buf_printf(out, ":%u", place->column);
    buf_add_text(out, ": ");
    buf_add_text(out, colour ? severity_colour(entry->severity) : "");
    buf_printf(out, "%s[%s]:", severity_word(entry->severity), diag_code_name(entry->code));
    buf_add_text(out, colour ? ANSI_PLAIN " " : " ");
    add_sentence(out, entry);
    buf_add_char(out, '\n');
}

static void add_member(struct buf *out, const char *name, struct str value) {
    if (value.len == 0)
        return;
    buf_printf(out, ",\"%s\":", name);
    buf_add_json_string(out, value);
}

static void print_json(const struct diag_entry *entry, struct buf *out) {
    static const char *const severities[] = {"note", "warning", "error"};
    const struct diag_place *place = &entry->place;
    buf_printf(out, "{\"severity\":\"%s\",\"code\":\"%s\"", severities[entry->severity],
               diag_code_name(entry->code));
    add_member(out, "file", place->file);
    if (place->line > 0)
        buf_printf(out, ",\"line\":%u", place->line);
    if (place->column > 0)
        buf_printf(out, ",\"column\":%u", place->column);
    add_member(out, "pointer", place->pointer);
    add_member(out, "message", entry->message);
    add_member(out, "hint", entry->hint);
    buf_add_text(out, "}\n");
}

// Workflow commands end at a line break and split their properties at ':' and ','.
static void add_command_text(struct buf *out, struct str s, bool property) {
    for (size_t i = 0; i < s.len; i++) {
        char c = s.data[i];
        bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
        if (special)
            buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
        else
            buf_add_char(out, c);
    }
}

static void print_github(const struct diag_entry *entry, struct buf *out) {
    static const char *const commands[] = {"notice", "warning", "error"};
    const struct diag_place *place = &entry->place;
    buf_printf(out, "::%s ", commands[entry->severity]);
    if (place->file.len > 0) {
        buf_add_text(out, "file=");
        add_command_text(out, place->file, true);
        buf_add_char(out, ',');
    }
    if (place->line > 0)
        buf_printf(out, "line=%u,", place->line);
    if (place->column > 0)
        buf_printf(out, "col=%u,", place->column);
    buf_printf(out, "title=%s::", diag_code_name(entry->code));
    struct buf sentence = BUF_INIT(out->arena);
    add_sentence(&sentence, entry);
    add_command_text(out, buf_str(&sentence), false);
    buf_done(&sentence);
    buf_add_char(out, '\n');
}

static void print_more(size_t more, enum diag_form form, struct buf *out) {
    switch (form) {
    case DIAG_FORM_TEXT:
        buf_add_text(out, "tushuo: ");
        buf_printf(out, _("%zu more messages are not shown"), more);
        break;
    case DIAG_FORM_JSON:
        buf_printf(out, "{\"more\":%zu}", more);
        break;
    case DIAG_FORM_GITHUB:
        buf_add_text(out, "::notice title=tushuo::");
        buf_printf(out, _("%zu more messages are not shown"), more);
        break;
    }
    buf_add_char(out, '\n');
}

void diag_print(const struct diag *diag, struct diag_print_options options, struct buf *out) {
    size_t shown = diag->count;
    if (options.limit > 0 && options.limit < shown)
        shown = options.limit;
    for (size_t i = 0; i < shown; i++) {
        const struct diag_entry *entry = &diag->entries[i];
        switch (options.form) {
        case DIAG_FORM_TEXT:
            print_text(entry, options.colour, out);
            break;
        case DIAG_FORM_JSON:
            print_json(entry, out);
            break;
        case DIAG_FORM_GITHUB:
            print_github(entry, out);
            break;
        }
    }
    size_t more = diag->count - shown + diag->dropped;
    if (more > 0)
        print_more(more, options.form, out);
}
