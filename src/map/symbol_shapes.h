// Drawing symbols where they stand.
#pragma once

#include "map/map_symbols.h"

// px around a symbol whose place is at `at`: circles and pies are centred, bars stand on it.
struct rect symbol_box(const struct map_symbols *symbols, const struct map_symbol *symbol,
                       struct point at);

// `label` is read by machines.
void symbol_draw(const struct map *map, const struct map_symbols *symbols,
                 const struct map_symbol *symbol, struct point at, struct str label);
