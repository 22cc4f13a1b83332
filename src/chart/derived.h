// Tables made of tables: rows chosen, columns added. Messages still name the source's rows.
#pragma once

#include "document/table.h"

// A table of `count` rows, row i made of the source's row `rows[i]` (NULL: of row i). It has no
// columns yet, and room for `room` of them. The rows must outlive the table.
struct table *derived_new(struct arena *arena, const struct table *source, const size_t *rows,
                          size_t count, size_t room);

// As derived_new, with the source's columns, and room for `room` more.
struct table *derived_rows(struct arena *arena, const struct table *source, const size_t *rows,
                           size_t count, size_t room);

// Sets a column, new or in place of one of its name. There must be room.
void derived_set(struct table *table, struct str name, const struct value *values);
