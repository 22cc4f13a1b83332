// Amounts joined to regions field by field, or read row by row where the table has coordinates.
#include "map/symbol_rows.h"

#include "base/i18n.h"
#include "map/region_rows.h"

#include <math.h>

static bool list_fields(const struct map *map, const struct json *json,
                        struct map_symbols *symbols) {
    const struct json *one = json_get(json, "field"), *list = json_get(json, "fields");
    symbols->field_count = one ? 1 : list->count;
    if (one) {
        symbols->fields[0] = one->string;
        return true;
    }
    for (const struct json *item = list->first; item; item = item->next) {
        symbols->fields[item->index] = item->string;
        for (size_t i = 0; i < item->index; i++) {
            if (str_equal(symbols->fields[i], item->string)) {
                diag_error(map->guide.diag, DIAG_DUPLICATE_ID, json_place(map->guide.arena, item),
                           STR_NONE, _("“%.*s” stands twice"), STR_ARG(item->string));
                return false;
            }
        }
    }
    return true;
}

static const struct json *field_json(const struct json *json, size_t index) {
    const struct json *list = json_get(json, "fields");
    return list ? json_at(list, index) : json_get(json, "field");
}

// ---- at regions

static bool read_regions(struct map *map, const struct json *json, struct map_symbols *symbols) {
    struct arena *arena = map->guide.arena;
    size_t fields = symbols->field_count;
    double *amounts = ARENA_ARRAY(arena, fields * map->region_count, double);
    for (size_t k = 0; k < fields; k++) {
        if (!region_rows_amounts(map, json, field_json(json, k), amounts + k * map->region_count)) {
            return false;
        }
    }
    symbols->items = ARENA_ARRAY(arena, map->region_count, struct map_symbol);
    for (size_t i = 0; i < map->region_count; i++) {
        struct map_symbol symbol = {.name = map->regions[i].name, .region = &map->regions[i]};
        bool some = false;
        for (size_t k = 0; k < fields; k++) {
            symbol.amounts[k] = amounts[k * map->region_count + i];
            some = some || !isnan(symbol.amounts[k]);
        }
        if (some) {
            symbol.place = json_place(arena, json);
            symbols->items[symbols->count++] = symbol;
        }
    }
    return true;
}

// ---- at coordinates

struct symbol_table {
    const struct map *map;
    const struct table *table;
    size_t lon, lat, name, fields[SYMBOL_FIELD_LIMIT]; // columns; name SIZE_MAX: none
};

static bool find_column(const struct symbol_table *rows, const struct json *name, size_t *column) {
    const struct map *map = rows->map;
    *column = table_find_column(rows->table, name->string);
    if (*column != SIZE_MAX) {
        return true;
    }
    diag_error(map->guide.diag, DIAG_NO_SUCH_COLUMN, json_place(map->guide.arena, name), STR_NONE,
               _("the data has no column “%.*s”"), STR_ARG(name->string));
    return false;
}

static struct diag_place cell_place(const struct symbol_table *rows, size_t row, size_t column) {
    struct arena *arena = rows->map->guide.arena;
    return rows->table->place ? rows->table->place(arena, rows->table, row, column)
                              : json_place(arena, json_get(rows->map->json, "symbols"));
}

static bool read_number(const struct symbol_table *rows, size_t row, size_t column,
                        double *number) {
    struct value value = rows->table->columns[column].values[row];
    *number = value.kind == VALUE_NUMBER ? value.number : NAN;
    if (value.kind == VALUE_NUMBER || value.kind == VALUE_NULL) {
        return true;
    }
    diag_error(rows->map->guide.diag, DIAG_NOT_A_NUMBER, cell_place(rows, row, column), STR_NONE,
               _("the size of a symbol is a number, not “%.*s”"), STR_ARG(value.string));
    return false;
}

static bool read_place(const struct symbol_table *rows, size_t row, struct map_symbol *symbol) {
    struct diag *diag = rows->map->guide.diag;
    symbol->place = cell_place(rows, row, rows->lon);
    if (!read_number(rows, row, rows->lon, &symbol->degrees.x) ||
        !read_number(rows, row, rows->lat, &symbol->degrees.y)) {
        return false;
    }
    if (fabs(symbol->degrees.x) <= 360 && fabs(symbol->degrees.y) <= 90) {
        return true;
    }
    diag_error(diag, DIAG_OUT_OF_RANGE, symbol->place,
               str_from(_("longitudes are -180 to 180, latitudes -90 to 90, in degrees")),
               _("this is no place on the earth"));
    return false;
}

static bool read_row(const struct symbol_table *rows, size_t row, size_t fields,
                     struct map_symbol *symbol) {
    bool sound = read_place(rows, row, symbol);
    if (rows->name != SIZE_MAX) {
        symbol->name = rows->table->columns[rows->name].values[row].string;
    }
    for (size_t k = 0; k < fields; k++) {
        sound = read_number(rows, row, rows->fields[k], &symbol->amounts[k]) && sound;
        if (symbol->amounts[k] < 0) {
            diag_error(rows->map->guide.diag, DIAG_OUT_OF_RANGE,
                       cell_place(rows, row, rows->fields[k]),
                       str_from(_("show values below zero by colours (\"fill\" with \"middle\")")),
                       _("no symbol of “%.*s” can have an area below zero"), STR_ARG(symbol->name));
            sound = false;
        }
    }
    return sound;
}

static bool read_coordinates(struct map *map, const struct json *json,
                             struct map_symbols *symbols) {
    struct arena *arena = map->guide.arena;
    struct symbol_table rows = {.map = map, .name = SIZE_MAX};
    const struct json *name = json_get(json, "region");
    rows.table = document_data_table(arena, map->context->document, map->guide.diag,
                                     json_get(map->request->json, "data"), json);
    if (!rows.table || !find_column(&rows, json_get(json, "longitude"), &rows.lon) ||
        !find_column(&rows, json_get(json, "latitude"), &rows.lat) ||
        (name && !find_column(&rows, name, &rows.name))) {
        return false;
    }
    for (size_t k = 0; k < symbols->field_count; k++) {
        if (!find_column(&rows, field_json(json, k), &rows.fields[k])) {
            return false;
        }
    }
    bool sound = true;
    symbols->items = ARENA_ARRAY(arena, rows.table->row_count, struct map_symbol);
    for (size_t i = 0; i < rows.table->row_count; i++) {
        sound =
            read_row(&rows, i, symbols->field_count, &symbols->items[symbols->count++]) && sound;
    }
    return sound;
}

bool symbol_rows_read(struct map *map, const struct json *json, struct map_symbols *symbols) {
    const struct json *lon = json_get(json, "longitude"), *lat = json_get(json, "latitude");
    if (!list_fields(map, json, symbols)) {
        return false;
    }
    if (!lon != !lat || (lon && map->plane)) {
        diag_error(map->guide.diag, DIAG_MISSING_FIELD, json_place(map->guide.arena, json),
                   STR_NONE,
                   _("\"longitude\" and \"latitude\" go together, on maps of true boundaries"));
        return false;
    }
    return lon ? read_coordinates(map, json, symbols) : read_regions(map, json, symbols);
}
