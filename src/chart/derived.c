// Tables made of tables.
#include "chart/derived.h"

struct origin {
    const struct table *source;
    const size_t *rows;
};

static struct diag_place place_cell(struct arena *arena, const struct table *table, size_t row,
                                    size_t column) {
    const struct origin *origin = table->origin;
    const struct table *source = origin->source;
    size_t known = SIZE_MAX;
    if (column < table->column_count) {
        known = table_find_column(source, table->columns[column].name);
    }
    return source->place(arena, source, origin->rows ? origin->rows[row] : row, known);
}

struct table *derived_new(struct arena *arena, const struct table *source, const size_t *rows,
                          size_t count, size_t room) {
    struct table *table = ARENA_NEW(arena, struct table);
    struct origin *origin = ARENA_NEW(arena, struct origin);
    *origin = (struct origin){source, rows};
    *table = (struct table){.name = source->name,
                            .columns = ARENA_ARRAY(arena, room, struct column),
                            .row_count = count,
                            .place = source->place ? place_cell : NULL,
                            .origin = origin};
    return table;
}

struct table *derived_rows(struct arena *arena, const struct table *source, const size_t *rows,
                           size_t count, size_t room) {
    struct table *table = derived_new(arena, source, rows, count, source->column_count + room);
    for (size_t i = 0; i < source->column_count; i++) {
        const struct value *from = source->columns[i].values;
        struct value *values = rows ? ARENA_ARRAY(arena, count, struct value) : NULL;
        for (size_t row = 0; rows && row < count; row++) {
            values[row] = from[rows[row]];
        }
        derived_set(table, source->columns[i].name, rows ? values : from);
    }
    return table;
}

void derived_set(struct table *table, struct str name, const struct value *values) {
    size_t column = table_find_column(table, name);
    if (column == SIZE_MAX) {
        column = table->column_count++;
    }
    ((struct column *)table->columns)[column] = (struct column){name, values};
}
