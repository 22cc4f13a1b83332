// Fuzz target: delimited tables. The first byte chooses delimiter and encoding, the rest is the
// file.
#include "fuzz.h"

#include "base/utf8.h"
#include "document/table.h"

#include <math.h>

static void check_value(const struct value *value) {
    assert(value->kind == VALUE_NULL || value->kind == VALUE_NUMBER ||
           value->kind == VALUE_STRING || value->kind == VALUE_BOOL);
    if (value->kind == VALUE_NUMBER)
        assert(isfinite(value->number));
    if (value->kind == VALUE_STRING)
        assert(utf8_find_invalid(value->string) == SIZE_MAX);
}

static void check_table(struct arena *arena, const struct table *table) {
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        assert(utf8_find_invalid(column->name) == SIZE_MAX);
        assert(table_find_column(table, column->name) <= i);
        for (size_t row = 0; row < table->row_count; row++)
            check_value(&column->values[row]);
    }
    if (table->place && table->row_count > 0 && table->column_count > 0) {
        struct diag_place place =
            table->place(arena, table, table->row_count - 1, table->column_count - 1);
        assert(place.file.len > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char delimiters[] = {',', '\t', ';', ','};
    if (size < 1)
        return 0;
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    struct str bytes = {(const char *)data + 1, size - 1};
    char delimiter = delimiters[data[0] & 3];
    enum table_encoding encoding = (enum table_encoding)((data[0] >> 2) % 3);
    const struct table *table =
        table_read_delimited(&arena, &diag, STR("input.csv"), bytes, delimiter, encoding);
    assert(table || diag.errors > 0);
    if (table)
        check_table(&arena, table);
    arena_done(&arena);
    return 0;
}
