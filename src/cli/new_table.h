// A first document for a table: which column names things, which count, and the charts of these.
#pragma once

#include "document/name_index.h"
#include "document/table.h"

// Appends a document that draws the columns of `table`, which it finds at `url`. False when there
// is nothing to draw (reported at `place`).
bool new_table_document(struct arena *arena, struct diag *diag, struct diag_place place,
                        const struct table *table, struct str url, struct buf *out);
