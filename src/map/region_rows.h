// Rows of a table joined to the regions of a map.
#pragma once

#include "map/map.h"

struct region_rows {
    struct map *map;
    const struct json *json, *field; // what asks for them, and its key with the column's name
    const struct table *table;
    size_t region_column, value_column;
    size_t *rows; // of each region, its row + 1; 0: none
};

// Finds table and columns and the row of each region, once map, json and field are set. False when
// a fault was reported.
bool region_rows_open(struct region_rows *rows);

// NULL when the region has no row, or no value in it.
const struct value *region_rows_value(const struct region_rows *rows, size_t region);
struct diag_place region_rows_place(const struct region_rows *rows, size_t row, size_t column);

// The amounts of symbols that `json` describes, of its column `field`: one for each region, NAN
// without one. A text or a negative number is reported with its row.
bool region_rows_amounts(struct map *map, const struct json *json, const struct json *field,
                         double *amounts);
