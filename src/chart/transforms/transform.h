// Transforms: tables made of tables, in the order of a spec's `transform`.
#pragma once

#include "chart/aggregate.h"
#include "chart/derived.h"
#include "document/shape.h"

struct transform_run {
    struct arena *arena;
    struct diag *diag;
    bool chinese; // names of months and days in expressions
    // The table that a key `data` means; NULL when a fault was reported, in `from` where it is
    // absent.
    const struct table *(*find_data)(const void *context, const struct json *data,
                                     const struct json *from);
    const void *context;
};

struct transform {
    const char *name;
    // The table after `json`, an object that fits transform_shape; NULL when a fault was reported.
    const struct table *(*apply)(const struct transform_run *run, const struct table *table,
                                 const struct json *json);
};

#define TRANSFORM(name, keys) extern const struct transform transform_##name;
#include "chart/transforms/transforms.def"
#undef TRANSFORM

// Applies a list of transforms; NULL `list` leaves the table as it is. NULL when a fault was
// reported.
const struct table *transforms_apply(const struct transform_run *run, const struct table *table,
                                     const struct json *list);

// ---- what transforms share

// `as` (a text, or the first of a list), else `otherwise`.
struct str transform_name(const struct json *json, size_t index, struct str otherwise);

// The values of a column; NULL with a report when there is none.
const struct value *transform_column(const struct transform_run *run, const struct table *table,
                                     const struct json *json, struct str name);

// The values of the columns that `list` names, `*count` of them; NULL with a report.
const struct value **transform_columns(const struct transform_run *run, const struct table *table,
                                       const struct json *list, size_t *count);

// Sets the columns of `groupby` in `result`, row i as the table's row `rows[i]` has them.
void transform_keep_groups(const struct transform_run *run, const struct table *table,
                           const struct json *groupby, const size_t *rows, struct table *result);

// Rows ordered by `sort`, a list of {field, order}: the row numbers. NULL with a report.
size_t *transform_order(const struct transform_run *run, const struct table *table,
                        const struct json *sort);

// Whether two rows are equal in all fields of `sort`.
bool transform_are_peers(const struct table *table, const struct json *sort, size_t a, size_t b);

static inline double transform_number(struct value value, double otherwise) {
    return value.kind == VALUE_NUMBER ? value.number : otherwise;
}
