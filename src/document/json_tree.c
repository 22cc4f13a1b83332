// Reading the tree of a JSON document: members, values with defaults, places, writing back.
#include "base/json_out.h"
#include "base/length.h"
#include "document/json_scan.h"

const struct json *json_get_str(const struct json *object, struct str key) {
    if (!object || object->kind != JSON_OBJECT)
        return NULL;
    for (const struct json *member = object->first; member; member = member->next)
        if (str_equal(member->key, key))
            return member;
    return NULL;
}

const struct json *json_get(const struct json *object, const char *key) {
    return json_get_str(object, str_from(key));
}

const struct json *json_at(const struct json *array, size_t index) {
    if (!array || array->kind != JSON_ARRAY || index >= array->count)
        return NULL;
    const struct json *element = array->first;
    while (index--)
        element = element->next;
    return element;
}

struct str json_string(const struct json *value, struct str otherwise) {
    return value && value->kind == JSON_STRING ? value->string : otherwise;
}

double json_number(const struct json *value, double otherwise) {
    return value && value->kind == JSON_NUMBER ? value->number : otherwise;
}

double json_length(const struct json *value, double otherwise) {
    double px = json_number(value, otherwise);
    length_parse(json_string(value, STR_NONE), &px);
    return px;
}

bool json_bool(const struct json *value, bool otherwise) {
    return value && value->kind == JSON_BOOL ? value->boolean : otherwise;
}

static void add_pointer(struct buf *out, const struct json *value) {
    if (!value->parent)
        return;
    add_pointer(out, value->parent);
    buf_add_char(out, '/');
    if (value->parent->kind == JSON_ARRAY) {
        buf_printf(out, "%zu", value->index);
        return;
    }
    for (size_t i = 0; i < value->key.len; i++) {
        char c = value->key.data[i];
        if (c == '~' || c == '/')
            buf_add_text(out, c == '~' ? "~0" : "~1");
        else
            buf_add_char(out, c);
    }
}

struct str json_pointer(struct arena *arena, const struct json *value) {
    struct buf out = BUF_INIT(arena);
    add_pointer(&out, value);
    struct str pointer = str_copy(arena, buf_str(&out));
    buf_done(&out);
    return pointer;
}

struct diag_place json_place(struct arena *arena, const struct json *value) {
    return json_file_place(value->file, value->offset, json_pointer(arena, value));
}

struct diag_place json_key_place(struct arena *arena, const struct json *member) {
    if (!member->parent || member->parent->kind != JSON_OBJECT)
        return json_place(arena, member);
    return json_file_place(member->file, member->key_offset, json_pointer(arena, member->parent));
}

static void add_line(struct buf *buf, int indent) {
    buf_printf(buf, "\n%*s", 2 * indent, "");
}

static void write_container(struct buf *buf, const struct json *value, int indent) {
    bool object = value->kind == JSON_OBJECT;
    buf_add_char(buf, object ? '{' : '[');
    for (const struct json *child = value->first; child; child = child->next) {
        if (child != value->first)
            buf_add_char(buf, ',');
        add_line(buf, indent + 1);
        if (object) {
            buf_add_json_string(buf, child->key);
            buf_add_text(buf, ": ");
        }
        json_write(buf, child, indent + 1);
    }
    if (value->first)
        add_line(buf, indent);
    buf_add_char(buf, object ? '}' : ']');
}

void json_write(struct buf *buf, const struct json *value, int indent) {
    switch (value->kind) {
    case JSON_NULL:
        buf_add_text(buf, "null");
        break;
    case JSON_BOOL:
        buf_add_text(buf, value->boolean ? "true" : "false");
        break;
    case JSON_NUMBER:
        buf_add_json_number(buf, value->number);
        break;
    case JSON_STRING:
        buf_add_json_string(buf, value->string);
        break;
    case JSON_ARRAY:
    case JSON_OBJECT:
        write_container(buf, value, indent);
        break;
    }
}
