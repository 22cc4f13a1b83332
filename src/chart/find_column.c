// Columns by name, and the nearest name of those that are not there.
#include "chart/find_column.h"

#include "base/i18n.h"

size_t find_column(struct arena *arena, struct diag *diag, const struct table *table,
                   const struct json *json, struct str name) {
    size_t column = table_find_column(table, name);
    if (column != SIZE_MAX) {
        return column;
    }
    struct str *names = ARENA_ARRAY(arena, table->column_count, struct str);
    for (size_t i = 0; i < table->column_count; i++) {
        names[i] = table->columns[i].name;
    }
    diag_error(diag, DIAG_NO_SUCH_COLUMN, json_place(arena, json),
               diag_hint_nearest(diag, name, names, table->column_count),
               _("the data has no column “%.*s”"), STR_ARG(name));
    return SIZE_MAX;
}
