// The tokens of a style: one table gives reader, shape and schema their keys.
#pragma once

#include "style/style.h"

enum style_token_kind {
    TOKEN_STRING,
    TOKEN_WORDS, // a string, or an object by language
    TOKEN_NUMBER,
    TOKEN_LENGTH, // px that grow with the type
    TOKEN_AREA,   // px², likewise
    TOKEN_SPACE,  // px between the parts of a picture
    TOKEN_SIDE,   // px of a picture or a reader's eye
    TOKEN_BOOL,
    TOKEN_COLOUR,
    TOKEN_TEXT,
    TOKEN_WORD, // an enum stored as int, in the order of the shape's words
    TOKEN_FONTS,
    TOKEN_PALETTE,
    TOKEN_RAMP,
    TOKEN_LOGO,
};

struct style_token {
    const char *name;
    enum style_token_kind kind;
    size_t offset; // in struct style
    const struct shape *shape;
};

extern const struct style_token style_tokens[];
extern const size_t style_token_count;

// NULL when there is no such token.
const struct style_token *style_token_find(struct str name);
