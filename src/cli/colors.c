// tushuo colors: the colour of each category of a document, printed or written into it.
#include "base/i18n.h"
#include "base/json_out.h"
#include "cli/category_pass.h"

#include <string.h>

struct entry {
    struct str name;
    struct colour colour;
};

// The categories that take their colours from the palette, in order of first appearance.
static size_t dealt_entries(struct painter *painter, const struct document *document,
                            const struct category_colours *colours, struct entry **out) {
    const struct style *style = painter_style(painter, document, NULL);
    *out = ARENA_ARRAY(painter->run, colours->names.count, struct entry);
    for (size_t i = 0; i < colours->names.count; i++) {
        struct str name = colours->names.names[i];
        (*out)[i] = (struct entry){name, category_colours_find(colours, style, name)};
    }
    return colours->names.count;
}

static void add_entry(struct buf *out, struct entry entry) {
    buf_add_json_string(out, entry.name);
    buf_add_text(out, ": \"");
    buf_add_colour(out, entry.colour);
    buf_add_char(out, '"');
}

static void add_entries(struct buf *out, const struct entry *entries, size_t count,
                        struct str between) {
    for (size_t i = 0; i < count; i++) {
        buf_add_str(out, i ? between : STR_NONE);
        add_entry(out, entries[i]);
    }
}

// The blanks and the line feed before a key: what its neighbours begin with.
static struct str blanks_before(struct str text, size_t offset) {
    size_t start = offset;
    while (start > 0 && strchr(" \t\r\n", text.data[start - 1])) {
        start--;
    }
    return str_slice(text, start, offset);
}

// Where the new entries go, and what stands around them: behind the last of the document's own
// `colors`, or as a new key before "figures".
static void insert_entries(struct arena *arena, const struct json *root, struct str text,
                           const struct entry *entries, size_t count, struct buf *out) {
    const struct json *own = json_get(root, "colors"), *last = own ? own->first : NULL;
    const struct json *figures = json_get(root, "figures");
    while (last && last->next) {
        last = last->next;
    }
    size_t at = last ? last->end : own ? own->offset + 1 : figures->key_offset;
    buf_add_str(out, str_slice(text, 0, at));
    if (own) {
        struct str blanks = last ? blanks_before(text, last->key_offset) : STR_NONE;
        struct str between =
            str_printf(arena, ",%.*s", STR_ARG(blanks.len || !last ? blanks : STR(" ")));
        between = last ? between : STR(", ");
        buf_add_str(out, last ? between : STR_NONE);
        add_entries(out, entries, count, between);
    } else {
        struct str blanks = blanks_before(text, figures->key_offset);
        buf_add_text(out, "\"colors\": {");
        add_entries(out, entries, count, STR(", "));
        buf_add_text(out, "},");
        buf_add_str(out, blanks.len ? blanks : STR(" "));
    }
    buf_add_str(out, str_slice(text, at, text.len));
}

static void freeze(struct cli *cli, const struct document *document, const struct entry *entries,
                   size_t count) {
    static const char mark[] = "\xEF\xBB\xBF"; // a byte order mark stays where it is
    struct str bytes, text = document->json->file->text;
    if (str_is(document->path, "-")) {
        buf_add_text(cli->faults, _("--freeze needs a document that is a file\n"));
        return;
    }
    if (!count ||
        !file_read(cli->arena, cli->diag, cli_place(), document->path, FILE_LIMIT, &bytes)) {
        return;
    }
    struct buf out = BUF_INIT(cli->arena);
    buf_add_text(&out, str_starts(bytes, str_from(mark)) ? mark : "");
    insert_entries(cli->arena, document->json, text, entries, count, &out);
    file_write_whole(cli->arena, cli->diag, document->path, buf_str(&out));
    buf_done(&out);
}

// All that the document has: fixed and dealt, as its key `colors` would say it.
static void print(struct cli *cli, const struct category_colours *colours,
                  const struct entry *entries, size_t count) {
    struct buf out = BUF_INIT(cli->arena);
    buf_add_text(&out, "{");
    size_t printed = 0;
    const struct json *one = colours->fixed ? colours->fixed->first : NULL;
    for (; one; one = one->next) {
        struct entry entry = {.name = one->key};
        if (colour_parse(json_string(one, STR_NONE), &entry.colour)) {
            buf_add_text(&out, printed++ ? ",\n  " : "\n  ");
            add_entry(&out, entry);
        }
    }
    buf_add_text(&out, !count ? "" : printed ? ",\n  " : "\n  ");
    add_entries(&out, entries, count, STR(",\n  "));
    buf_add_text(&out, printed || count ? "\n}\n" : "}\n");
    cli_print(cli, buf_str(&out));
    buf_done(&out);
}

void colors_run(struct cli *cli) {
    struct plan plan;
    if (cli->options.operand_count > 1) {
        buf_add_text(cli->faults, _("colors takes one document\n"));
        return;
    }
    if (!plan_make(cli, &plan) || !plan.document_count) {
        return;
    }
    struct painter painter = {.run = cli->arena, .diag = cli->diag, .plan = &plan};
    painter.style_override = cli->options.values[OPTION_STYLE];
    painter.single_figures = true;
    painter_prepare(&painter);
    if (!painter.colours[0] || cli->diag->errors) {
        return;
    }
    struct entry *entries;
    size_t count = dealt_entries(&painter, plan.documents[0], painter.colours[0], &entries);
    if (cli->options.given[OPTION_FREEZE]) {
        freeze(cli, plan.documents[0], entries, count);
    } else {
        print(cli, painter.colours[0], entries, count);
    }
}
