// The marks, names, numbers and texts of expressions.
#pragma once

#include "chart/expr_node.h"

enum { EXPR_CHAIN_LIMIT = 1000 }; // operators, which make the tree deep on their left

struct expr_parser {
    struct arena *arena;
    struct diag *diag;
    const struct json *json;
    struct str text;
    size_t at;
    size_t depth, chain;
    bool failed;
    struct str *fields;
    size_t field_count, field_capacity;
};

// Reports a fault at the byte `at`, once for an expression. All return NULL.
const struct expr_node *expr_fail(struct expr_parser *parser, size_t at, struct str hint,
                                  struct str what);
const struct expr_node *expr_fail_here(struct expr_parser *parser);
const struct expr_node *expr_fail_expected(struct expr_parser *parser, const char *mark);

// One level deeper; false with a report when that is too deep. Leaving is depth--.
bool expr_enter(struct expr_parser *parser);

void expr_skip_spaces(struct expr_parser *parser);
char expr_peek(const struct expr_parser *parser);                // '\0' at the end
bool expr_next_is(struct expr_parser *parser, const char *mark); // behind spaces
bool expr_take(struct expr_parser *parser, const char *mark);
bool expr_next_is_name(const struct expr_parser *parser);
bool expr_next_is_number(const struct expr_parser *parser);
bool expr_next_is_text(struct expr_parser *parser);
struct str expr_take_name(struct expr_parser *parser); // STR_NONE when none is next
bool expr_read_number(struct expr_parser *parser, double *out);
struct str expr_read_text(struct expr_parser *parser); // STR_NONE after a fault
bool expr_read_regexp(struct expr_parser *parser, struct expr_value *out);
