// The rows of symbols: amounts at regions, or at the longitudes and latitudes of the table.
#pragma once

#include "map/map_symbols.h"

// Fills fields and items of *symbols; false when a fault was reported.
bool symbol_rows_read(struct map *map, const struct json *json, struct map_symbols *symbols);
