// Writing the metrics shorthand out: labels down, values across, the greatest first, each bar with
// its printed form.
#include "chart/expand.h"

#include "base/json_out.h"

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

const struct json *expand_spec(const struct chart_context *context,
                               const struct figure_request *request) {
    if (!is_shorthand(request->json)) {
        return request->json;
    }
    struct buf text = BUF_INIT(context->arena);
    write_expanded(&text, request->json);
    struct str copy = str_copy(context->arena, buf_str(&text));
    buf_done(&text);
    const struct json *spec =
        json_parse(context->arena, context->diag, request->json->file->path, copy);
    if (spec) {
        struct json *root = (struct json *)spec; // ours alone so far
        root->parent = request->json->parent;
        root->index = request->json->index;
        take_place(root, request->json);
    }
    return spec;
}

bool chart_expand(const struct chart_context *context, const struct figure_request *request,
                  struct buf *out) {
    const struct json *json = expand_spec(context, request);
    if (!json) {
        return false;
    }
    json_write(out, json, 0);
    return true;
}
