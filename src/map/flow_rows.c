// Reading flows: places by name or degrees, values, words.
#include "map/flow_rows.h"

#include "base/i18n.h"

#include <math.h>

static bool check_value(const struct map *map, const struct map_flow *flow) {
    if (flow->value < 0) {
        diag_error(map->guide.diag, DIAG_OUT_OF_RANGE, flow->place,
                   str_from(_("turn the flow around: exchange \"from\" and \"to\"")),
                   _("no arrow can have a width below zero"));
        return false;
    }
    return true;
}

static bool read_item(const struct map *map, const struct json *item, struct map_flow *flow) {
    flow->from = map_spot_name_of(map, json_get(item, "from"));
    flow->to = map_spot_name_of(map, json_get(item, "to"));
    const struct json *value = json_get(item, "value");
    flow->place = json_place(map->guide.arena, value ? value : item);
    flow->value = json_number(value, NAN);
    flow->words = document_text(map->context->document, map->guide.diag, json_get(item, "label"));
    return check_value(map, flow);
}

// A table with the columns that "from", "to", "field" and "label" name.
struct flow_table {
    const struct map *map;
    const struct table *table;
    size_t from, to, field, label; // SIZE_MAX: none
};

static bool find_column(const struct flow_table *rows, const struct json *name, size_t *column) {
    *column = name ? table_find_column(rows->table, name->string) : SIZE_MAX;
    if (!name || *column != SIZE_MAX) {
        return true;
    }
    const struct map *map = rows->map;
    struct str *names = ARENA_ARRAY(map->guide.arena, rows->table->column_count, struct str);
    for (size_t i = 0; i < rows->table->column_count; i++) {
        names[i] = rows->table->columns[i].name;
    }
    diag_error(map->guide.diag, DIAG_NO_SUCH_COLUMN, json_place(map->guide.arena, name),
               diag_hint_nearest(map->guide.diag, name->string, names, rows->table->column_count),
               _("the data has no column “%.*s”"), STR_ARG(name->string));
    return false;
}

static struct diag_place cell_place(const struct flow_table *rows, size_t row, size_t column) {
    const struct table *table = rows->table;
    struct arena *arena = rows->map->guide.arena;
    return table->place ? table->place(arena, table, row, column)
                        : json_place(arena, json_get(rows->map->json, "flows"));
}

static struct map_spot_name cell_spot(const struct flow_table *rows, size_t row, size_t column) {
    return (struct map_spot_name){.words = rows->table->columns[column].values[row].string,
                                  .place = cell_place(rows, row, column)};
}

static bool read_row(const struct flow_table *rows, size_t row, struct map_flow *flow) {
    flow->from = cell_spot(rows, row, rows->from);
    flow->to = cell_spot(rows, row, rows->to);
    flow->value = NAN;
    flow->place = flow->from.place;
    if (rows->label != SIZE_MAX) {
        flow->words = rows->table->columns[rows->label].values[row].string;
    }
    if (rows->field == SIZE_MAX) {
        return true;
    }
    flow->place = cell_place(rows, row, rows->field);
    const struct value *value = &rows->table->columns[rows->field].values[row];
    if (value->kind == VALUE_STRING) {
        diag_error(rows->map->guide.diag, DIAG_NOT_A_NUMBER, flow->place, STR_NONE,
                   _("the width of an arrow is a number, not “%.*s”"), STR_ARG(value->string));
        return false;
    }
    flow->value = value->kind == VALUE_NULL ? NAN : value->number;
    return check_value(rows->map, flow);
}

static bool read_table(const struct map *map, const struct json *json, struct map_flows *flows) {
    struct flow_table rows = {.map = map};
    rows.table = document_data_table(map->guide.arena, map->context->document, map->guide.diag,
                                     json_get(map->request->json, "data"), json);
    if (!rows.table) {
        return false;
    }
    bool sound = find_column(&rows, json_get(json, "from"), &rows.from);
    sound = find_column(&rows, json_get(json, "to"), &rows.to) && sound;
    sound = find_column(&rows, json_get(json, "field"), &rows.field) && sound;
    sound = find_column(&rows, json_get(json, "label"), &rows.label) && sound;
    flows->items = ARENA_ARRAY(map->guide.arena, rows.table->row_count, struct map_flow);
    for (size_t i = 0; sound && i < rows.table->row_count; i++) {
        sound = read_row(&rows, i, &flows->items[flows->count++]) && sound;
    }
    return sound;
}

static bool read_items(const struct map *map, const struct json *list, struct map_flows *flows) {
    bool sound = true;
    flows->items = ARENA_ARRAY(map->guide.arena, list->count, struct map_flow);
    for (const struct json *item = list->first; item; item = item->next) {
        sound = read_item(map, item, &flows->items[flows->count++]) && sound;
    }
    return sound;
}

static bool has_origin(const struct map *map, const struct json *json) {
    bool items = json_get(json, "items"), from = json_get(json, "from"), to = json_get(json, "to");
    if (items ? !from && !to : from && to) {
        return true;
    }
    diag_error(map->guide.diag, DIAG_MISSING_FIELD, json_place(map->guide.arena, json), STR_NONE,
               _("flows have either \"items\", or the columns \"from\" and \"to\" of the data"));
    return false;
}

bool flow_rows_read(const struct map *map, const struct json *json, struct map_flows *flows) {
    const struct json *list = json->kind == JSON_ARRAY ? json : json_get(json, "items");
    if (json->kind == JSON_OBJECT && !has_origin(map, json)) {
        return false;
    }
    return list ? read_items(map, list, flows) : read_table(map, json, flows);
}
