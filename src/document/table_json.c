// Tables from JSON: an array of objects, each a row.
#include "base/i18n.h"
#include "document/name_index.h"
#include "document/table.h"

struct json_rows {
    struct arena *arena;
    struct diag *diag;
    const struct json **rows;
    size_t count;
    struct name_index names;
    bool plain; // single values in place of objects
    bool fine;
};

static struct diag_place place_cell(struct arena *arena, const struct table *table, size_t row,
                                    size_t column) {
    const struct json *const *rows = table->origin;
    const struct json *cell = NULL;
    if (column < table->column_count)
        cell = json_get_str(rows[row], table->columns[column].name);
    return json_place(arena, cell ? cell : rows[row]);
}

static bool is_scalar(const struct json *value) {
    return value->kind != JSON_ARRAY && value->kind != JSON_OBJECT;
}

static void report_cell(struct json_rows *t, const struct json *cell) {
    diag_error(t->diag, DIAG_WRONG_TYPE, json_place(t->arena, cell), STR_NONE,
               _("expected a text, a number, true, false or null in a table, found an array or an "
                 "object"));
    t->fine = false;
}

static void collect_row(struct json_rows *t, const struct json *row) {
    t->rows[t->count++] = row;
    if (row->kind == JSON_OBJECT && !t->plain) {
        for (const struct json *cell = row->first; cell; cell = cell->next) {
            name_index_add(&t->names, cell->key);
            if (!is_scalar(cell))
                report_cell(t, cell);
        }
    } else if (t->plain && is_scalar(row)) {
        name_index_add(&t->names, STR("data"));
    } else {
        diag_error(t->diag, DIAG_WRONG_TYPE, json_place(t->arena, row), STR_NONE, "%s",
                   t->plain ? _("expected a single value as in the first row")
                            : _("expected an object: a row of the table"));
        t->fine = false;
    }
}

static struct value value_of(const struct json *cell) {
    switch (cell->kind) {
    case JSON_NUMBER:
        return (struct value){.kind = VALUE_NUMBER, .number = cell->number};
    case JSON_STRING:
        return (struct value){.kind = VALUE_STRING, .string = cell->string};
    case JSON_BOOL:
        return (struct value){.kind = VALUE_BOOL, .number = cell->boolean ? 1 : 0};
    case JSON_NULL:
    case JSON_ARRAY:
    case JSON_OBJECT:
        break;
    }
    return (struct value){.kind = VALUE_NULL};
}

static void fill(const struct json_rows *t, struct value **cells) {
    for (size_t row = 0; row < t->count; row++) {
        if (t->plain) {
            cells[0][row] = value_of(t->rows[row]);
            continue;
        }
        for (const struct json *cell = t->rows[row]->first; cell; cell = cell->next)
            cells[name_index_find(&t->names, cell->key)][row] = value_of(cell);
    }
}

static const struct table *build(struct json_rows *t) {
    struct table *table = ARENA_NEW(t->arena, struct table);
    struct column *columns = ARENA_ARRAY(t->arena, t->names.count, struct column);
    struct value **cells = ARENA_ARRAY(t->arena, t->names.count, struct value *);
    for (size_t i = 0; i < t->names.count; i++) {
        cells[i] = ARENA_ARRAY(t->arena, t->count, struct value);
        columns[i] = (struct column){t->names.names[i], cells[i]};
    }
    fill(t, cells);
    *table = (struct table){.columns = columns,
                            .column_count = t->names.count,
                            .row_count = t->count,
                            .place = place_cell,
                            .origin = t->rows};
    return table;
}

const struct table *table_read_json(struct arena *arena, struct diag *diag,
                                    const struct json *array) {
    if (array->kind != JSON_ARRAY) {
        diag_error(diag, DIAG_WRONG_TYPE, json_place(arena, array), STR_NONE,
                   _("expected an array of rows"));
        return NULL;
    }
    struct json_rows rows = {.arena = arena,
                             .diag = diag,
                             .rows = ARENA_ARRAY(arena, array->count, const struct json *),
                             .names = {.arena = arena},
                             .plain = array->first && is_scalar(array->first),
                             .fine = true};
    for (const struct json *row = array->first; row; row = row->next)
        collect_row(&rows, row);
    if (rows.names.count > TABLE_COLUMN_LIMIT ||
        (rows.names.count && rows.count > TABLE_CELL_LIMIT / rows.names.count)) {
        diag_error(diag, DIAG_LIMIT, json_place(arena, array), STR_NONE,
                   _("the table has %zu rows and %zu columns; at most %d cells in %d columns are "
                     "read"),
                   rows.count, rows.names.count, TABLE_CELL_LIMIT, TABLE_COLUMN_LIMIT);
        return NULL;
    }
    return rows.fine ? build(&rows) : NULL;
}
