// The tree of a document: values by jansson, places by our scanner, matched by their order.
//
// jansson's names for the kinds and for json_string are ours too; they are set aside while its
// header is read. Its macros that use these names (json_is_object) would read ours: not used here.
#define JSON_NULL JANSSON_NULL
#define JSON_STRING JANSSON_STRING
#define JSON_ARRAY JANSSON_ARRAY
#define JSON_OBJECT JANSSON_OBJECT
#define json_string jansson_string
#include <jansson.h>
#undef JSON_NULL
#undef JSON_STRING
#undef JSON_ARRAY
#undef JSON_OBJECT
#undef json_string

#include "base/i18n.h"
#include "base/json_out.h"
#include "document/json_scan.h"

#include <assert.h>

// Where a value stands, in pre-order.
struct place_record {
    size_t offset, end, key_offset;
};

struct recorder {
    struct buf records; // of struct place_record
    size_t open[JSON_DEPTH_LIMIT];
    size_t depth;
    size_t key_offset; // of the next value
};

static void add_record(struct recorder *r, size_t offset, size_t end) {
    struct place_record record = {offset, end, r->key_offset};
    r->key_offset = 0;
    buf_add(&r->records, &record, sizeof record);
}

static void on_begin(void *context, enum json_kind kind, size_t offset) {
    (void)kind;
    struct recorder *r = context;
    r->open[r->depth++] = r->records.len;
    add_record(r, offset, offset);
}

static void on_end(void *context, enum json_kind kind, size_t end) {
    (void)kind;
    struct recorder *r = context;
    struct place_record *record = (void *)(r->records.data + r->open[--r->depth]);
    record->end = end;
}

static void on_key(void *context, struct str key, size_t offset) {
    (void)key;
    ((struct recorder *)context)->key_offset = offset;
}

static void on_string(void *context, struct str value, size_t offset, size_t end) {
    (void)value;
    add_record(context, offset, end);
}

static void on_number(void *context, double value, size_t offset, size_t end) {
    (void)value;
    add_record(context, offset, end);
}

static void on_literal(void *context, enum json_kind kind, bool value, size_t offset, size_t end) {
    (void)kind, (void)value;
    add_record(context, offset, end);
}

// Turns jansson's values into ours.
struct builder {
    struct arena *arena;
    const struct json_file *file;
    const struct place_record *records;
    struct json *nodes;
    size_t count, used;
};

static const struct json *build(struct builder *b, const json_t *value, const struct json *parent);

static void append(struct json *parent, const struct json **last, const struct json *child) {
    if (*last)
        ((struct json *)(uintptr_t)*last)->next = child; // still being built
    else
        parent->first = child;
    *last = child;
    parent->count++;
}

static void build_array(struct builder *b, const json_t *value, struct json *node) {
    const struct json *last = NULL;
    for (size_t i = 0; i < json_array_size(value); i++) {
        b->nodes[b->used].index = i;
        append(node, &last, build(b, json_array_get(value, i), node));
    }
}

static void build_object(struct builder *b, json_t *value, struct json *node) {
    const struct json *last = NULL;
    const char *key;
    size_t length, i = 0;
    json_t *member;
    json_object_keylen_foreach(value, key, length, member) { // in the order of the file
        struct json *child = &b->nodes[b->used];
        child->key = str_copy(b->arena, (struct str){key, length});
        child->index = i++;
        append(node, &last, build(b, member, node));
    }
}

static const struct json *build(struct builder *b, const json_t *value, const struct json *parent) {
    assert(b->used < b->count);
    const struct place_record *record = &b->records[b->used];
    struct json *node = &b->nodes[b->used++];
    node->parent = parent;
    node->file = b->file;
    node->offset = record->offset;
    node->end = record->end;
    node->key_offset = record->key_offset;
    switch (json_typeof(value)) {
    case JANSSON_OBJECT:
        node->kind = JSON_OBJECT;
        build_object(b, (json_t *)(uintptr_t)value, node);
        break;
    case JANSSON_ARRAY:
        node->kind = JSON_ARRAY;
        build_array(b, value, node);
        break;
    case JANSSON_STRING:
        node->kind = JSON_STRING;
        node->string =
            str_copy(b->arena, (struct str){json_string_value(value), json_string_length(value)});
        break;
    case JSON_INTEGER:
    case JSON_REAL:
        node->kind = JSON_NUMBER;
        node->number = json_number_value(value);
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        node->kind = JSON_BOOL;
        node->boolean = json_is_true(value);
        break;
    case JANSSON_NULL:
        break;
    }
    return node;
}

// The values of a file that the scanner found sound.
static const struct json *build_tree(struct arena *arena, struct diag *diag,
                                     const struct json_file *file, struct str records) {
    json_error_t error;
    json_t *root = json_loadb(file->text.data, file->text.len,
                              JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL | JSON_ALLOW_NUL, &error);
    if (!root) { // what our scanner takes and jansson does not
        size_t at = error.position > 0 ? (size_t)error.position : 0;
        diag_error(diag, DIAG_SYNTAX, json_file_place(file, at, STR_NONE), STR_NONE, "%s",
                   error.text);
        return NULL;
    }
    size_t count = records.len / sizeof(struct place_record);
    struct builder builder = {.arena = arena,
                              .file = file,
                              .records = (const void *)records.data,
                              .nodes = ARENA_ARRAY(arena, count, struct json),
                              .count = count};
    const struct json *tree = build(&builder, root, NULL);
    assert(builder.used == count);
    json_decref(root);
    return tree;
}

const struct json *json_parse(struct arena *arena, struct diag *diag, struct str path,
                              struct str text) {
    const struct json_file *file = json_file_open(arena, diag, path, text);
    if (!file)
        return NULL;
    struct recorder recorder = {.records = BUF_INIT(arena)};
    const struct json_events events = {.context = &recorder,
                                       .on_begin = on_begin,
                                       .on_end = on_end,
                                       .on_key = on_key,
                                       .on_string = on_string,
                                       .on_number = on_number,
                                       .on_literal = on_literal};
    const struct json *tree = NULL;
    if (json_scan(arena, diag, file, &events))
        tree = build_tree(arena, diag, file, buf_str(&recorder.records));
    buf_done(&recorder.records);
    return tree;
}
