// Tests on rows: expressions, and Vega-Lite's predicates of fields joined by and, or, not.
#pragma once

#include "chart/expr.h"

struct predicate;

// Reads a test: a text is an expression, an object a predicate. Fields must be columns of `table`,
// whose rows are tested. NULL when a fault was reported.
struct predicate *predicate_read(struct arena *arena, struct diag *diag, const struct json *json,
                                 const struct table *table, bool chinese);

bool predicate_passes(struct predicate *predicate, size_t row);
