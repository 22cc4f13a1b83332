// Inside the block of tables: its cells, how its columns share a width, bars in its cells.
#pragma once

#include "infographic/block.h"

enum { TABLE_COLUMNS = 12 };

struct cell {
    struct str words;
    bool number;   // begins with a digit, or with a sign and a digit
    double amount; // of a column with bars; 0: no bar
    const struct text_block *text;
};

struct table_column {
    bool numeric;
    double before, after; // px before and after the decimal points
    double natural;       // px that it would take without wrapping
    double least;         // px that it cannot do without
    double x, width;
    bool bar;
    struct str unit;         // of the amounts
    double largest;          // amount of all columns with bars of this unit
    double bar_x, bar_width; // px of the largest amount's bar, and where bars begin
};

struct table_block {
    const struct json *json;
    size_t row_count, column_count; // rows with the head, which is row 0
    struct cell *cells;             // by row
    struct table_column columns[TABLE_COLUMNS];
    double *heights;   // px, by row
    size_t first, end; // rows that are shown below the head, when the table is parted
    bool total;
    double scale; // of the text
    double width; // px that it takes
};

static inline struct cell *table_cell(const struct table_block *table, size_t row, size_t column) {
    return &table->cells[row * table->column_count + column];
}

// Sets a cell's words for a width (px; 0: no limit).
void table_set_cell(const struct block_context *context, const struct table_block *table,
                    size_t row, size_t column, double width);

// Places the columns and chooses the size of the text: smaller where the columns have no room, down
// to what can be read; below that a report.
void table_fit_width(const struct block_context *context, struct table_block *table, double width);

// Fills the amounts of the column that `number` names (from 1) with bars; false with a report when
// a cell is no amount, or of another unit. The sum of a table has no bar: it would dwarf all
// others.
bool table_read_bars(const struct block_context *context, struct table_block *table,
                     const struct json *number);
void table_draw_bar(const struct block_context *context, const struct table_block *table,
                    size_t row, size_t i, struct scene *scene, struct point corner);
