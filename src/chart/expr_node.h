// The tree of a parsed expression.
#pragma once

#include "chart/expr_value.h"

enum expr_op {
    OP_CONSTANT,
    OP_FIELD, // datum.name: `index` into the expression's fields
    OP_DATUM, // the row as an object
    OP_ARRAY,
    OP_OBJECT,
    OP_MEMBER, // first[second]
    OP_CALL,   // `function` of the arguments
    OP_CHOOSE, // first ? second : third
    OP_AND,
    OP_OR,
    OP_NOT,
    OP_MINUS,
    OP_PLUS,
    OP_INVERT,
    OP_SAME, // binary operators from here on
    OP_NOT_SAME,
    OP_EQUAL,
    OP_NOT_EQUAL,
    OP_LESS,
    OP_LESS_EQUAL,
    OP_GREATER,
    OP_GREATER_EQUAL,
    OP_SHIFT_LEFT,
    OP_SHIFT_RIGHT,
    OP_SHIFT_UNSIGNED,
    OP_ADD,
    OP_SUBTRACT,
    OP_MULTIPLY,
    OP_DIVIDE,
    OP_REMAINDER,
    OP_BIT_AND,
    OP_BIT_OR,
    OP_BIT_XOR,
};

typedef struct expr_value expr_function(const struct expr_run *run, const struct expr_value *args,
                                        size_t count);

struct expr_known_function {
    const char *name;
    size_t least, most; // arguments
    expr_function *call;
};

// NULL when there is none; `if` is not among them.
const struct expr_known_function *expr_function_find(struct str name);
const struct str *expr_function_names(struct arena *arena, size_t *count);

struct expr_node {
    enum expr_op op;
    struct expr_value value;              // of a constant
    size_t index;                         // of a field
    const struct expr_node *const *parts; // operands, arguments, items
    const struct str *keys;               // of an object
    size_t count;
    const struct expr_known_function *function;
};
