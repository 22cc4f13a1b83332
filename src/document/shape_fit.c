// How well a value fits a shape, and what messages call the two.
#include "document/shape_fit.h"

#include "base/colour.h"
#include "base/i18n.h"

const char *shape_value_name(enum json_kind kind) {
    switch (kind) {
    case JSON_NULL:
        return _("null");
    case JSON_BOOL:
        return _("true or false");
    case JSON_NUMBER:
        return _("a number");
    case JSON_STRING:
        return _("a text");
    case JSON_ARRAY:
        return _("an array");
    case JSON_OBJECT:
        return _("an object");
    }
    return "";
}

static const char *shape_name(const struct shape *shape) {
    switch (shape->kind) {
    case SHAPE_NUMBER:
        return _("a number");
    case SHAPE_INTEGER:
        return _("a whole number");
    case SHAPE_LENGTH:
        return _("a length");
    case SHAPE_BOOL:
        return _("true or false");
    case SHAPE_NULL:
        return _("null");
    case SHAPE_WORD:
        return _("one of a few words");
    case SHAPE_COLOUR:
        return _("a colour");
    case SHAPE_LANGUAGE:
        return _("a language tag");
    case SHAPE_TEXT:
        return _("a text or an object of texts by language");
    case SHAPE_OBJECT:
    case SHAPE_MAP:
        return _("an object");
    case SHAPE_ARRAY:
        return _("an array");
    case SHAPE_STRING:
    case SHAPE_EITHER:
    case SHAPE_ANY:
        break;
    }
    return _("a text");
}

// "a number, an array or null": what an EITHER takes, each once.
void shape_add_expected(struct buf *out, const struct shape *shape, size_t *count) {
    if (shape->kind != SHAPE_EITHER) {
        const char *name = shape_name(shape);
        if (str_find(buf_str(out), str_from(name), 0) != SIZE_MAX)
            return;
        buf_add_text(out, (*count)++ ? _(" or ") : "");
        buf_add_text(out, name);
        return;
    }
    for (size_t i = 0; i < shape->option_count; i++)
        shape_add_expected(out, shape->options[i], count);
}

// Whether the JSON kind alone is right.
bool shape_kind_fits(const struct json *value, const struct shape *shape) {
    switch (shape->kind) {
    case SHAPE_ANY:
        return true;
    case SHAPE_STRING:
    case SHAPE_WORD:
    case SHAPE_COLOUR:
    case SHAPE_LANGUAGE:
        return value->kind == JSON_STRING;
    case SHAPE_NUMBER:
    case SHAPE_INTEGER:
        return value->kind == JSON_NUMBER;
    case SHAPE_LENGTH:
        return value->kind == JSON_NUMBER || value->kind == JSON_STRING;
    case SHAPE_BOOL:
        return value->kind == JSON_BOOL;
    case SHAPE_NULL:
        return value->kind == JSON_NULL;
    case SHAPE_TEXT:
        return value->kind == JSON_STRING || value->kind == JSON_OBJECT;
    case SHAPE_OBJECT:
    case SHAPE_MAP:
        return value->kind == JSON_OBJECT;
    case SHAPE_ARRAY:
        return value->kind == JSON_ARRAY;
    case SHAPE_EITHER:
        for (size_t i = 0; i < shape->option_count; i++)
            if (shape_kind_fits(value, shape->options[i]))
                return true;
        return false;
    }
    return false;
}

const struct field *shape_find_field(const struct shape *shape, struct str name) {
    for (size_t i = 0; i < shape->field_count; i++)
        if (str_is(name, shape->fields[i].name))
            return &shape->fields[i];
    return NULL;
}

bool shape_has_word(struct str text, const struct shape *shape) {
    for (size_t i = 0; i < shape->word_count; i++)
        if (str_is(text, shape->words[i]))
            return true;
    return false;
}

// How badly `value` misses `shape`, looking no further than its members: chooses among the options
// of an EITHER without trying them all to their end (which would be exponential in the depth).
size_t shape_misfit(const struct json *value, const struct shape *shape, unsigned depth) {
    if (!shape_kind_fits(value, shape))
        return 3;
    if (shape->kind == SHAPE_WORD)
        return shape_has_word(value->string, shape) ? 0 : 2;
    struct colour colour;
    if (shape->kind == SHAPE_COLOUR)
        return colour_parse(value->string, &colour) ? 0 : 2;
    if (shape->kind == SHAPE_EITHER) {
        size_t best = SIZE_MAX;
        for (size_t i = 0; i < shape->option_count && best; i++) {
            size_t one = shape_misfit(value, shape->options[i], depth);
            best = one < best ? one : best;
        }
        return best;
    }
    if (!depth)
        return 0;
    if (shape->kind == SHAPE_ARRAY)
        return value->first && shape->item ? shape_misfit(value->first, shape->item, depth - 1) : 0;
    if (shape->kind != SHAPE_OBJECT)
        return 0;
    size_t score = 0;
    for (const struct json *member = value->first; member; member = member->next) {
        const struct field *field = shape_find_field(shape, member->key);
        score += field ? shape_misfit(member, field->shape, depth - 1) : 4;
    }
    for (size_t i = 0; i < shape->field_count; i++)
        score += shape->fields[i].required && !json_get(value, shape->fields[i].name) ? 2 : 0;
    return score;
}
