// Features of a boundary file as the rows of a chart.
#pragma once

#include "document/table.h"
#include "map/geo.h"

// Numbers as they are in the file are numbers. The shapes of the rows count from `first`.
const struct table *features_table(struct arena *arena, const struct geo *geo, size_t first);

// One row for the whole file.
const struct table *features_one_row(struct arena *arena, const struct geo *geo, size_t shape);
