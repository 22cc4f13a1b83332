// Values of expressions and how ECMAScript converts them.
#pragma once

#include "chart/expr.h"

enum expr_kind {
    EXPR_UNDEFINED,
    EXPR_NULL,
    EXPR_BOOL,
    EXPR_NUMBER,
    EXPR_STRING,
    EXPR_DATE, // `number` is its ms
    EXPR_ARRAY,
    EXPR_OBJECT,
    EXPR_REGEXP, // `string` is its source, `number` 1 when it ignores case
};

struct expr_value {
    enum expr_kind kind;
    double number; // 0 or 1 of a bool
    struct str string;
    const struct expr_value *items; // of an array and an object
    const struct str *keys;         // of an object
    size_t count;
};

static inline struct expr_value expr_number(double number) {
    return (struct expr_value){.kind = EXPR_NUMBER, .number = number};
}

static inline struct expr_value expr_bool(bool value) {
    return (struct expr_value){.kind = EXPR_BOOL, .number = value};
}

static inline struct expr_value expr_string(struct str string) {
    return (struct expr_value){.kind = EXPR_STRING, .string = string};
}

static inline struct expr_value expr_date(double ms) {
    return (struct expr_value){.kind = EXPR_DATE, .number = ms};
}

#define EXPR_NOTHING ((struct expr_value){.kind = EXPR_UNDEFINED})

struct expr_value expr_evaluate(struct expr_run *run, size_t row);

double expr_to_number(struct arena *arena, struct expr_value value);
bool expr_to_bool(struct expr_value value);
struct str expr_to_string(struct arena *arena, struct expr_value value);
double expr_to_time(struct arena *arena, struct expr_value value); // ms; NAN when it is no time
bool expr_same(struct expr_value a, struct expr_value b);          // ===
bool expr_equal(struct arena *arena, struct expr_value a, struct expr_value b);  // ==
int expr_compare(struct arena *arena, struct expr_value a, struct expr_value b); // 2: not ordered

// Texts are counted in UTF-16 units, as ECMAScript counts them.
size_t expr_length(struct str text);
struct str expr_slice(struct str text, size_t from, size_t to); // units; whole characters only
