// Joining by names, and reading cells.
#include "map/region_rows.h"

#include "base/i18n.h"
#include "base/number.h"

#include <math.h>

struct diag_place region_rows_place(const struct region_rows *r, size_t row, size_t column) {
    const struct table *table = r->table;
    return table->place ? table->place(r->map->guide.arena, table, row, column)
                        : json_place(r->map->guide.arena, r->json);
}

static size_t column_of(const struct region_rows *r, struct str name, const struct json *at) {
    size_t column = table_find_column(r->table, name);
    if (column != SIZE_MAX) {
        return column;
    }
    struct arena *arena = r->map->guide.arena;
    struct str *names = ARENA_ARRAY(arena, r->table->column_count, struct str);
    for (size_t i = 0; i < r->table->column_count; i++) {
        names[i] = r->table->columns[i].name;
    }
    diag_error(r->map->guide.diag, DIAG_NO_SUCH_COLUMN, json_place(arena, at),
               diag_hint_nearest(r->map->guide.diag, name, names, r->table->column_count),
               _("the data has no column “%.*s”"), STR_ARG(name));
    return SIZE_MAX;
}

// The column of the regions: the one named, else the first with a usual head.
static size_t find_region_column(const struct region_rows *r) {
    static const char *const usual[] = {"地区",   "区域", "名称",   "区县",  "市州", "城市",
                                        "region", "name", "adcode", "label", "id"};
    const struct json *named = json_get(r->json, "region");
    if (named) {
        return column_of(r, named->string, named);
    }
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        size_t column = table_find_column(r->table, str_from(usual[i]));
        if (column != SIZE_MAX) {
            return column;
        }
    }
    diag_error(r->map->guide.diag, DIAG_MISSING_FIELD, json_place(r->map->guide.arena, r->json),
               STR("add \"region\": the column that names the regions"),
               _("no column of the data names the regions"));
    return SIZE_MAX;
}

static struct str cell_words(const struct region_rows *r, size_t row, size_t column) {
    struct value value = r->table->columns[column].values[row];
    return value.kind == VALUE_NUMBER ? number_print_shortest(r->map->guide.arena, value.number)
                                      : value.string;
}

static bool join_row(struct region_rows *r, size_t row) {
    struct diag_place place = region_rows_place(r, row, r->region_column);
    struct map_region *region =
        map_find_region(r->map, place, cell_words(r, row, r->region_column));
    if (!region) {
        return false;
    }
    size_t index = (size_t)(region - r->map->regions);
    if (r->rows[index]) {
        diag_error(r->map->guide.diag, DIAG_DUPLICATE_ID, place, STR_NONE, _("“%.*s” has two rows"),
                   STR_ARG(region->name));
        return false;
    }
    r->rows[index] = row + 1;
    return true;
}

static bool join_rows(struct region_rows *r) {
    bool sound = true;
    r->rows = ARENA_ARRAY(r->map->guide.arena, r->map->region_count, size_t);
    for (size_t i = 0; i < r->table->row_count; i++) {
        sound = join_row(r, i) && sound;
    }
    return sound;
}

const struct value *region_rows_value(const struct region_rows *r, size_t region) {
    size_t row = r->rows[region];
    const struct value *value = row ? &r->table->columns[r->value_column].values[row - 1] : NULL;
    return value && value->kind != VALUE_NULL ? value : NULL;
}

bool region_rows_open(struct region_rows *r) {
    struct map *map = r->map;
    r->table = document_data_table(map->guide.arena, map->context->document, map->guide.diag,
                                   json_get(map->request->json, "data"), r->json);
    if (!r->table) {
        return false;
    }
    r->region_column = find_region_column(r);
    r->value_column = column_of(r, r->field->string, r->field);
    return r->region_column != SIZE_MAX && r->value_column != SIZE_MAX && join_rows(r);
}

static bool check_amount(const struct region_rows *r, size_t region, const struct value *value) {
    struct diag_place place = region_rows_place(r, r->rows[region] - 1, r->value_column);
    struct str name = r->map->regions[region].name;
    if (value->kind == VALUE_STRING) {
        diag_error(r->map->guide.diag, DIAG_NOT_A_NUMBER, place, STR_NONE,
                   _("the size of a symbol is a number, not “%.*s”"), STR_ARG(value->string));
        return false;
    }
    if (value->number < 0) {
        diag_error(r->map->guide.diag, DIAG_OUT_OF_RANGE, place,
                   str_from(_("show values below zero by colours (\"fill\" with \"middle\")")),
                   _("no symbol of “%.*s” can have an area below zero"), STR_ARG(name));
        return false;
    }
    return true;
}

bool region_rows_amounts(struct map *map, const struct json *json, const struct json *field,
                         double *amounts) {
    struct region_rows rows = {.map = map, .json = json, .field = field};
    if (!region_rows_open(&rows)) {
        return false;
    }
    bool sound = true;
    for (size_t i = 0; i < map->region_count; i++) {
        const struct value *value = region_rows_value(&rows, i);
        bool good = value && check_amount(&rows, i, value);
        sound = sound && (good || !value);
        amounts[i] = good ? value->number : NAN;
    }
    return sound;
}
