// Symbols at places: circles, pies or small bars, as large as the figure's data says.
#pragma once

#include "map/fill.h"
#include "map/map_busy.h"
#include "map/symbol_key.h"

struct map_symbol {
    struct str name;
    struct map_region *region;          // NULL: it stands at `degrees`
    struct point degrees;               // longitude and latitude
    double amounts[SYMBOL_FIELD_LIMIT]; // NAN: none
    struct diag_place place;
};

struct map_symbols {
    enum symbol_kind kind;
    struct map_symbol *items;
    size_t count;
    struct str fields[SYMBOL_FIELD_LIMIT]; // of pies and bars: names of the parts
    size_t field_count;                    // 1 of circles; 0: the map has no symbols
    struct fill words;                     // how amounts are printed, and the legend's title
    double largest;                        // circle, pie or bar
    struct symbol_size size;
    struct symbol_key key;
    struct rect legend_box; // px; of width 0 without a place
};

// Reads "symbols"; false when a fault was reported.
bool map_symbols_read(struct map *map, struct map_symbols *symbols);
// Of the map as it is fitted into its area.
void map_symbols_set(const struct map *map, struct map_symbols *symbols);
// Symbols and legend, which become obstacles of names. Pies and bars that would lie on each other
// move aside, with a line to their places; false when a place lies outside the map.
bool map_symbols_draw(struct map *map, const struct map_symbols *symbols, struct map_busy *busy);
// What they show, for the picture's description; STR_NONE without symbols.
struct str map_symbols_describe(const struct map *map, const struct map_symbols *symbols);

// The amount that a symbol is sized by: of a bar the largest, of all others the sum.
double map_symbol_extent(const struct map_symbols *symbols, const struct map_symbol *symbol);

// 成都市：党员 12，群众 30.
struct str map_symbols_datum(const struct map *map, const struct map_symbols *symbols,
                             const struct map_symbol *symbol);
