// Writing shorthands out. Of metrics: labels down, values across, the greatest first, each bar with
// its printed form.
#include "chart/expand.h"

#include "base/json_out.h"
#include "chart/repeat.h"

static bool is_shorthand(const struct json *figure) {
    const struct json *data = json_get(figure, "data");
    return json_get(figure, "mark") && !json_get(figure, "encoding") && json_get(data, "metrics");
}

static void add_key(struct buf *out, const char *key) {
    buf_add_text(out, out->len && out->data[out->len - 1] != '{' ? ", " : "");
    buf_add_json_string(out, str_from(key));
    buf_add_text(out, ": ");
}

static void add_mark(struct buf *out, const struct json *mark) {
    add_key(out, "mark");
    buf_add_char(out, '{');
    if (mark->kind == JSON_STRING) {
        add_key(out, "type");
        buf_add_json_string(out, mark->string);
    }
    bool labelled = false;
    for (const struct json *member = mark->first; member; member = member->next) {
        add_key(out, str_terminate(out->arena, member->key));
        json_write(out, member, 0);
        labelled = labelled || str_is(member->key, "label");
    }
    if (!labelled) {
        add_key(out, "label");
        buf_add_text(out, "{\"field\": \"text\"}");
    }
    buf_add_char(out, '}');
}

static void add_encoding(struct buf *out, const struct json *highlight) {
    add_key(out, "encoding");
    buf_add_text(out, "{\"y\": {\"field\": \"label\", \"type\": \"nominal\", \"sort\": \"-x\", "
                      "\"title\": null}, ");
    buf_add_text(out, "\"x\": {\"field\": \"value\", \"type\": \"quantitative\", "
                      "\"scale\": {\"nice\": false}, \"title\": null}");
    if (highlight) {
        buf_add_text(out, ", \"color\": {\"condition\": {\"test\": {\"field\": \"id\", "
                          "\"oneOf\": ");
        json_write(out, highlight, 0);
        buf_add_text(out, "}, \"value\": \"accent\"}, \"value\": \"context\"}");
    }
    buf_add_char(out, '}');
}

static void write_expanded(struct buf *out, const struct json *figure) {
    buf_add_char(out, '{');
    for (const struct json *member = figure->first; member; member = member->next) {
        if (str_is(member->key, "mark")) {
            add_mark(out, member);
        } else if (!str_is(member->key, "highlight")) {
            add_key(out, str_terminate(out->arena, member->key));
            json_write(out, member, 0);
        }
    }
    add_encoding(out, json_get(figure, "highlight"));
    buf_add_char(out, '}');
}

// Gives every value of what was written out the place of what it came from, so that messages point
// into the document.
static void take_place(struct json *value, const struct json *origin) {
    value->file = origin->file;
    value->offset = origin->offset;
    value->end = origin->end;
    value->key_offset = origin->key_offset;
    const struct json *part = origin->kind == value->kind ? origin->first : NULL;
    for (const struct json *child = value->first; child; child = child->next) {
        if (value->kind == JSON_OBJECT) {
            part = json_get_str(origin, child->key);
        }
        take_place((struct json *)child, part ? part : origin);
        part = part && value->kind == JSON_ARRAY ? part->next : NULL;
    }
}

const struct json *expand_metrics(struct arena *arena, struct diag *diag, const struct json *view) {
    if (!is_shorthand(view)) {
        return view;
    }
    struct buf text = BUF_INIT(arena);
    write_expanded(&text, view);
    struct str copy = str_copy(arena, buf_str(&text));
    buf_done(&text);
    const struct json *spec = json_parse(arena, diag, view->file->path, copy);
    if (spec) {
        struct json *root = (struct json *)spec; // ours alone so far
        root->parent = view->parent;
        root->index = view->index;
        take_place(root, view);
    }
    return spec;
}

// ---- printing it all

static bool is_list(struct str key) {
    return str_is(key, "hconcat") || str_is(key, "vconcat") || str_is(key, "concat");
}

static bool write_view(struct spec_reader *reader, const struct json *written, struct buf *out);

static bool write_views(struct spec_reader *reader, const struct json *views, struct buf *out) {
    bool sound = true;
    buf_add_char(out, '[');
    for (const struct json *view = views->first; view; view = view->next) {
        buf_add_text(out, view == views->first ? "" : ", ");
        sound = write_view(reader, view, out) && sound;
    }
    buf_add_char(out, ']');
    return sound;
}

static bool write_view(struct spec_reader *reader, const struct json *written, struct buf *out) {
    const struct json *view = expand_metrics(reader->arena, reader->diag, written);
    while (view && json_get(view, "repeat")) {
        view = repeat_write_out(reader, view);
    }
    bool sound = view != NULL, listed = false;
    for (const struct json *member = view ? view->first : NULL; member; member = member->next) {
        listed = listed || is_list(member->key);
    }
    if (view && !listed) {
        json_write(out, view, 0);
        return true;
    }
    buf_add_char(out, '{');
    for (const struct json *member = view ? view->first : NULL; member; member = member->next) {
        add_key(out, str_terminate(out->arena, member->key));
        if (is_list(member->key)) {
            sound = write_views(reader, member, out) && sound;
        } else {
            json_write(out, member, 0);
        }
    }
    buf_add_char(out, '}');
    return sound;
}

bool chart_expand(const struct chart_context *context, const struct figure_request *request,
                  struct buf *out) {
    struct spec_reader reader = {.arena = context->arena,
                                 .diag = context->diag,
                                 .names_fields = !context->document->vega_lite};
    return write_view(&reader, request->json, out);
}
