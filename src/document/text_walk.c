// The text fields of a document: every string of title, subtitle, notes and the like, with its
// place.
#include "document/text_walk.h"

static const char *const text_keys[] = {"title", "subtitle", "unitNote", "notes", "alt",
                                        "text",  "caption",  "heading",  "label"};
static const char *const data_keys[] = {"data",      "values",  "datasets", "transform",
                                        "condition", "metrics", "source",   "$schema"};

struct walk {
    text_walk_fn *take;
    void *context;
};

static bool is_key(struct str key, const char *const *keys, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (str_is(key, keys[i]))
            return true;
    return false;
}

// zh-Hans, en, pt-BR: how the members of a text by language are called.
static bool is_language(struct str key) {
    size_t letters = 0;
    while (letters < key.len && key.data[letters] >= 'a' && key.data[letters] <= 'z')
        letters++;
    return (letters == 2 || letters == 3) && (letters == key.len || key.data[letters] == '-');
}

static void take_text(const struct walk *walk, const struct json *value) {
    if (value->kind == JSON_STRING) {
        walk->take(value, walk->context);
        return;
    }
    for (const struct json *child = value->first; child; child = child->next)
        if (value->kind == JSON_ARRAY || (child->kind == JSON_STRING && is_language(child->key)))
            take_text(walk, child);
}

static void walk_value(const struct walk *walk, const struct json *value) {
    for (const struct json *child = value->first; child; child = child->next) {
        bool member = value->kind == JSON_OBJECT;
        if (member && is_key(child->key, data_keys, sizeof data_keys / sizeof *data_keys))
            continue;
        if (member && is_key(child->key, text_keys, sizeof text_keys / sizeof *text_keys))
            take_text(walk, child);
        walk_value(walk, child);
    }
}

void text_walk(const struct document *document, text_walk_fn *take, void *context) {
    struct walk walk = {take, context};
    const struct json *title = document->json ? json_get(document->json, "title") : NULL;
    if (title)
        take_text(&walk, title);
    for (size_t i = 0; i < document->figure_count; i++)
        if (document->figures[i].json)
            walk_value(&walk, document->figures[i].json);
}

size_t text_skip_markup(struct str text, size_t at) {
    enum { MARKUP_LIMIT = 256 }; // bytes
    char close = text.data[at] == '{' ? '}' : text.data[at] == '|' ? ']' : 0;
    for (size_t end = at + 1; close && end < text.len && end - at < MARKUP_LIMIT; end++) {
        char c = text.data[end];
        if (c == close)
            return end + 1;
        if (close == ']' && (c == '[' || c == '|' || c == '\n'))
            return at;
    }
    return at;
}
