// Vega's expression language: the part of ECMAScript that calculates, without assignments.
//
//   datum.value > 100 && test(/区$/, datum.name) ? format(datum.share, '.1%') : '—'
//
// Parsed once, evaluated for each row. Evaluation never fails: as in ECMAScript, what makes no
// sense is NaN, null or undefined.
#pragma once

#include "document/table.h"

enum { EXPR_LENGTH_LIMIT = 10000, EXPR_DEPTH_LIMIT = 100, EXPR_ARGUMENT_LIMIT = 64 };

struct expr_node;

// A parsed expression. The fields of `datum` that it names are in `fields`.
struct expr {
    const struct expr_node *root;
    struct str text;
    const struct json *json; // for messages
    const struct str *fields;
    size_t field_count;
};

// Parses `text`, which stands in `json` (for messages). NULL when a fault was reported.
const struct expr *expr_parse(struct arena *arena, struct diag *diag, const struct json *json,
                              struct str text);

// Whether every field that the expression names is a column of the table; reports those that are
// not, with the nearest column.
bool expr_check_fields(const struct expr *expr, struct arena *arena, struct diag *diag,
                       const struct table *table);

// The expression bound to a table, for its rows.
struct expr_run {
    struct arena *arena; // of texts that are made
    const struct expr *expr;
    const struct table *table;
    const size_t *columns; // of each field
    bool chinese;          // names of months and days
    size_t row;
};

struct expr_run expr_bind(struct arena *arena, const struct expr *expr, const struct table *table,
                          bool chinese);

// The value for a row: null and undefined are VALUE_NULL, a time its ms; arrays and objects are
// written as texts.
struct value expr_value_of_row(struct expr_run *run, size_t row);
bool expr_is_true(struct expr_run *run, size_t row); // as `if` takes it
