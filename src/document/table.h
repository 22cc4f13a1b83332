// Tables: the rows that a figure draws. They do not change after loading.
#pragma once

#include "document/json.h"

enum value_kind { VALUE_NULL, VALUE_NUMBER, VALUE_STRING, VALUE_BOOL };

struct value {
    enum value_kind kind;
    double number; // also 0 or 1 for a bool
    struct str string;
};

struct column {
    struct str name;
    const struct value *values; // row_count of them
};

struct table {
    struct str name; // for messages
    const struct column *columns;
    size_t column_count, row_count;
    // Where a cell came from: for messages that name a row. NULL when made by a transform.
    struct diag_place (*place)(struct arena *arena, const struct table *table, size_t row,
                               size_t column);
    const void *origin;
};

// SIZE_MAX when there is no such column.
size_t table_find_column(const struct table *table, struct str name);

enum { TABLE_CELL_LIMIT = 50 * 1000 * 1000, TABLE_COLUMN_LIMIT = 10000 };

enum table_encoding { ENCODING_DETECT, ENCODING_UTF8, ENCODING_GB18030 };

// CSV (RFC 4180) or TSV. Numbers are recognised by column: a column is numeric when each of its
// cells is empty or a number (grouping commas as 1,234 accepted; 007 is a text). Empty cells are
// VALUE_NULL. Places name rows as office programs do: the head is row 1. NULL when a fault was
// reported.
const struct table *table_read_delimited(struct arena *arena, struct diag *diag, struct str path,
                                         struct str bytes, char delimiter,
                                         enum table_encoding encoding);

// An array of objects (columns in order of first appearance), or of single values (one column
// "data", as in Vega-Lite), from a document or a JSON file. NULL when a fault was reported.
const struct table *table_read_json(struct arena *arena, struct diag *diag,
                                    const struct json *array);

// Reads by the path's extension (csv, tsv, json). NULL when a fault was reported.
const struct table *table_read_file(struct arena *arena, struct diag *diag, struct diag_place from,
                                    struct str path, enum table_encoding encoding);
