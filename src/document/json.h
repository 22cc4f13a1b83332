// A JSON document as a tree whose every value knows its place in the file.
//
// json_scan tokenises with byte offsets and goes on after a fault; jansson builds the values, which
// are matched to the offsets by their order. Only json.c includes jansson.
#pragma once

#include "base/diag.h"

enum json_kind { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

// A value. Read-only after loading; lives in the arena given to json_load.
struct json {
    enum json_kind kind;
    bool boolean;
    double number;
    struct str string;        // of a string: decoded
    const struct json *first; // first child of an array or object; walk with ->next
    const struct json *next;  // next sibling
    const struct json *parent;
    size_t count;      // children
    size_t index;      // among its siblings
    struct str key;    // of an object's member: decoded
    size_t offset;     // of the value's first byte
    size_t end;        // behind its last byte
    size_t key_offset; // of an object's member: of the key's opening quote
    const struct json_file *file;
};

struct json_file {
    struct str path;
    struct str text; // the file's bytes, without a byte order mark
    const size_t *line_starts;
    size_t line_count;
    const size_t *block_characters; // characters before each block of JSON_BLOCK bytes of `text`
};

enum { JSON_BLOCK = 4096 };
enum { JSON_DEPTH_LIMIT = 128, JSON_NODE_LIMIT = 20 * 1000 * 1000 };

// Parses `text`; reports every fault of syntax with its place. NULL when there was one.
const struct json *json_parse(struct arena *arena, struct diag *diag, struct str path,
                              struct str text);

const struct json *json_get(const struct json *object,
                            const char *key); // NULL when absent or no object
const struct json *json_get_str(const struct json *object, struct str key);
const struct json *json_at(const struct json *array, size_t index);

// Reading with a default where the value is absent (NULL) or of another kind.
// (jansson has a json_string too: in the object files ours has a name of its own.)
struct str json_string(const struct json *value,
                       struct str otherwise) __asm__("tushuo_json_string");
double json_number(const struct json *value, double otherwise);
// A number of px, or a text such as "85mm" in px.
double json_length(const struct json *value, double otherwise);
bool json_bool(const struct json *value, bool otherwise);

// A JSON Pointer (RFC 6901) in the arena; empty for the whole document.
struct str json_pointer(struct arena *arena, const struct json *value);

// Places for diagnostics; the pointer is built in the arena. A key's place points to its object.
struct diag_place json_place(struct arena *arena, const struct json *value);
struct diag_place json_key_place(struct arena *arena, const struct json *member);

// The value written back as JSON: two spaces of indent, keys in the document's order.
void json_write(struct buf *buf, const struct json *value, int indent);
