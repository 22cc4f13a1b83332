// Names of symbols that stand at places of their own.
#pragma once

#include "map/map_symbols.h"

struct symbol_name {
    struct str words;
    struct rect symbol; // px
    struct diag_place place;
};

// Stands each name beside its symbol; reports those without room. What they cover is added to
// `busy`.
void symbol_names_draw(const struct map *map, const struct symbol_name *names, size_t count,
                       struct map_busy *busy);
