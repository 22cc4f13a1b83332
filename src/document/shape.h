// Shapes: what a JSON value may be. One table serves the check of a document, the nearest names in
// its messages, the JSON Schema that editors read, and the reference's list of keys.
#pragma once

#include "document/json.h"

enum shape_kind {
    SHAPE_ANY,
    SHAPE_STRING,
    SHAPE_NUMBER,  // finite; limits by minimum and maximum
    SHAPE_INTEGER, // a number without fraction
    SHAPE_LENGTH,  // px as a number, or a string with its unit: "85mm", "10.5pt"
    SHAPE_BOOL,
    SHAPE_NULL,
    SHAPE_WORD,     // one of `words`
    SHAPE_COLOUR,   // a CSS colour
    SHAPE_LANGUAGE, // a language tag (BCP 47)
    SHAPE_TEXT,     // a string, or an object by language: the text fields of the document
    SHAPE_OBJECT,   // the keys of `fields`, no others
    SHAPE_MAP,      // any keys, each value an `item`
    SHAPE_ARRAY,    // each element an `item`
    SHAPE_EITHER,   // one of `options`; the first whose JSON kind fits is used for messages
};

struct shape {
    enum shape_kind kind;
    const char *name; // in the schema's $defs and in messages; NULL: inline
    const char *doc;  // description (N_(…)); NULL where the field's own says it
    const struct field *fields;
    size_t field_count;
    const struct shape *item;
    const struct shape *const *options;
    size_t option_count;
    const char *const *words;
    size_t word_count;
    double minimum, maximum; // of numbers and of lengths in px; used when minimum < maximum
    size_t least, most;      // elements of an array; most 0: no limit
};

struct field {
    const char *name;
    const struct shape *shape;
    bool required;
    const char *doc; // one or two sentences: meaning, unit, default (N_(…))
};

// Reports everything in `value` that does not fit; true when all fits.
bool shape_check(struct arena *arena, struct diag *diag, const struct json *value,
                 const struct shape *shape);

// The JSON Schema (draft 2020-12) of `root`.
void shape_write_schema(struct buf *buf, const struct shape *root, const char *id,
                        const char *title);

extern const struct shape shape_any, shape_string, shape_number, shape_integer, shape_bool,
    shape_colour, shape_language, shape_text;
