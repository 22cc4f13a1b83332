// The JSON Schema (draft 2020-12) of a shape, for editors and other programs.
#include "document/shape.h"

#include "base/i18n.h"
#include "base/json_out.h"

#include <assert.h>
#include <string.h>

// Language tags (BCP 47) by their form.
#define LANGUAGE_PATTERN "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"

// As length_parse reads them.
#define LENGTH_PATTERN "^[0-9]*\\.?[0-9]+ *(px|mm|cm|in|pt)$"

struct schema {
    struct buf *out;
    const struct shape *root;
    const struct shape **named; // shapes with a name: each is one entry of $defs
    size_t count, capacity;
    int indent;
    bool first; // no member was written since the last brace
};

static void write_inline(struct schema *s, const struct shape *shape, const char *doc);

static void new_line(struct schema *s) {
    if (!s->first)
        buf_add_char(s->out, ',');
    s->first = false;
    buf_printf(s->out, "\n%*s", 2 * s->indent, "");
}

static void key(struct schema *s, const char *name) {
    new_line(s);
    buf_add_json_string(s->out, str_from(name));
    buf_add_text(s->out, ": ");
}

static void open(struct schema *s, char bracket) {
    buf_add_char(s->out, bracket);
    s->indent++;
    s->first = true;
}

static void close(struct schema *s, char bracket) {
    s->indent--;
    if (!s->first)
        buf_printf(s->out, "\n%*s", 2 * s->indent, "");
    buf_add_char(s->out, bracket);
    s->first = false;
}

static void text_member(struct schema *s, const char *name, const char *text) {
    key(s, name);
    buf_add_json_string(s->out, str_from(text));
}

static void number_member(struct schema *s, const char *name, double number) {
    key(s, name);
    buf_add_json_number(s->out, number);
}

// Collects the shapes with names that can be reached, in order of first appearance.
static void collect(struct schema *s, const struct shape *shape, struct arena *arena) {
    if (!shape)
        return;
    if (shape->name) {
        for (size_t i = 0; i < s->count; i++) {
            if (s->named[i] == shape)
                return;
            assert(strcmp(s->named[i]->name, shape->name) != 0 && "two shapes of one name");
        }
        ARENA_RESERVE(arena, s->named, s->count, s->capacity);
        s->named[s->count++] = shape;
    }
    for (size_t i = 0; i < shape->field_count; i++)
        collect(s, shape->fields[i].shape, arena);
    for (size_t i = 0; i < shape->option_count; i++)
        collect(s, shape->options[i], arena);
    collect(s, shape->item, arena);
}

// A use of a shape: a reference where it has a name. `doc`, the field's own, wins.
static void write_use(struct schema *s, const struct shape *shape, const char *doc) {
    if (!shape->name) {
        write_inline(s, shape, doc ? doc : shape->doc);
        return;
    }
    open(s, '{');
    if (doc)
        text_member(s, "description", _(doc));
    key(s, "$ref");
    buf_add_text(s->out, shape == s->root ? "\"#" : "\"#/$defs/");
    buf_add_text(s->out, shape == s->root ? "" : shape->name);
    buf_add_char(s->out, '"');
    close(s, '}');
}

static void write_object(struct schema *s, const struct shape *shape) {
    text_member(s, "type", "object");
    key(s, "additionalProperties");
    buf_add_text(s->out, "false");
    key(s, "properties");
    open(s, '{');
    size_t required = 0;
    for (size_t i = 0; i < shape->field_count; i++) {
        key(s, shape->fields[i].name);
        write_use(s, shape->fields[i].shape, shape->fields[i].doc);
        required += shape->fields[i].required;
    }
    close(s, '}');
    if (!required)
        return;
    key(s, "required");
    open(s, '[');
    for (size_t i = 0; i < shape->field_count; i++) {
        if (!shape->fields[i].required)
            continue;
        new_line(s);
        buf_add_json_string(s->out, str_from(shape->fields[i].name));
    }
    close(s, ']');
}

static void write_array(struct schema *s, const struct shape *shape) {
    text_member(s, "type", "array");
    if (shape->item) {
        key(s, "items");
        write_use(s, shape->item, NULL);
    }
    if (shape->least)
        number_member(s, "minItems", (double)shape->least);
    if (shape->most)
        number_member(s, "maxItems", (double)shape->most);
}

static void write_map(struct schema *s, const struct shape *shape) {
    text_member(s, "type", "object");
    if (!shape->item)
        return;
    key(s, "additionalProperties");
    write_use(s, shape->item, NULL);
}

static void write_words(struct schema *s, const struct shape *shape) {
    key(s, "enum");
    open(s, '[');
    for (size_t i = 0; i < shape->word_count; i++) {
        new_line(s);
        buf_add_json_string(s->out, str_from(shape->words[i]));
    }
    close(s, ']');
}

static void write_either(struct schema *s, const struct shape *shape) {
    key(s, "anyOf");
    open(s, '[');
    for (size_t i = 0; i < shape->option_count; i++) {
        new_line(s);
        write_use(s, shape->options[i], NULL);
    }
    close(s, ']');
}

static void write_text(struct schema *s) {
    key(s, "anyOf");
    open(s, '[');
    new_line(s);
    open(s, '{');
    text_member(s, "type", "string");
    close(s, '}');
    new_line(s);
    open(s, '{');
    text_member(s, "type", "object");
    key(s, "patternProperties");
    open(s, '{');
    key(s, LANGUAGE_PATTERN);
    open(s, '{');
    text_member(s, "type", "string");
    close(s, '}');
    close(s, '}');
    key(s, "additionalProperties");
    buf_add_text(s->out, "false");
    close(s, '}');
    close(s, ']');
}

static void write_number(struct schema *s, const struct shape *shape) {
    text_member(s, "type", shape->kind == SHAPE_INTEGER ? "integer" : "number");
    if (shape->minimum < shape->maximum) {
        number_member(s, "minimum", shape->minimum);
        number_member(s, "maximum", shape->maximum);
    }
}

// A number of px, or a string with its unit.
static void write_length(struct schema *s, const struct shape *shape) {
    key(s, "anyOf");
    open(s, '[');
    new_line(s);
    open(s, '{');
    write_number(s, shape);
    close(s, '}');
    new_line(s);
    open(s, '{');
    text_member(s, "type", "string");
    text_member(s, "pattern", LENGTH_PATTERN);
    close(s, '}');
    close(s, ']');
}

static void write_members(struct schema *s, const struct shape *shape) {
    switch (shape->kind) {
    case SHAPE_ANY:
        break;
    case SHAPE_STRING:
    case SHAPE_COLOUR:
    case SHAPE_LANGUAGE:
        text_member(s, "type", "string");
        if (shape->kind == SHAPE_COLOUR)
            text_member(s, "format", "color");
        break;
    case SHAPE_NUMBER:
    case SHAPE_INTEGER:
        write_number(s, shape);
        break;
    case SHAPE_LENGTH:
        write_length(s, shape);
        break;
    case SHAPE_BOOL:
        text_member(s, "type", "boolean");
        break;
    case SHAPE_NULL:
        text_member(s, "type", "null");
        break;
    case SHAPE_WORD:
        write_words(s, shape);
        break;
    case SHAPE_TEXT:
        write_text(s);
        break;
    case SHAPE_OBJECT:
        write_object(s, shape);
        break;
    case SHAPE_MAP:
        write_map(s, shape);
        break;
    case SHAPE_ARRAY:
        write_array(s, shape);
        break;
    case SHAPE_EITHER:
        write_either(s, shape);
        break;
    }
}

static void write_inline(struct schema *s, const struct shape *shape, const char *doc) {
    open(s, '{');
    if (doc)
        text_member(s, "description", _(doc));
    write_members(s, shape);
    close(s, '}');
}

void shape_write_schema(struct buf *buf, const struct shape *root, const char *id,
                        const char *title) {
    struct arena scratch;
    arena_init(&scratch, buf->arena ? buf->arena->oom : NULL,
               buf->arena ? buf->arena->oom_context : NULL);
    struct schema s = {.out = buf, .root = root};
    collect(&s, root, &scratch);
    open(&s, '{');
    text_member(&s, "$schema", "https://json-schema.org/draft/2020-12/schema");
    text_member(&s, "$id", id);
    text_member(&s, "title", title);
    if (root->doc)
        text_member(&s, "description", _(root->doc));
    write_members(&s, root);
    key(&s, "$defs");
    open(&s, '{');
    for (size_t i = 0; i < s.count; i++) {
        if (s.named[i] == root)
            continue;
        key(&s, s.named[i]->name);
        write_inline(&s, s.named[i], s.named[i]->doc);
    }
    close(&s, '}');
    close(&s, '}');
    buf_add_char(buf, '\n');
    arena_done(&scratch);
}
