// Tables from CSV and TSV: encoding, head, rows, and which columns are numbers.
#include "base/i18n.h"
#include "base/number.h"
#include "base/utf8.h"
#include "document/csv.h"
#include "document/encoding.h"
#include "document/name_index.h"
#include "document/table.h"

#include <assert.h>
#include <string.h>

enum { TABLE_FAULT_LIMIT = 200 };

// Where the rows of a file stand.
struct file_rows {
    struct str path;
    const uint32_t *lines; // of each row
};

struct delimited {
    struct arena *arena;
    struct diag *diag;
    struct str path, text;
    char delimiter;
    struct column *columns;
    struct value **cells;
    size_t column_count, row_count;
    uint32_t *lines;
    size_t faults;
};

// The head is row 1, as office programs count.
static struct str row_name(struct arena *arena, size_t row, struct str column) {
    return column.len ? str_printf(arena, _("row %zu, column %.*s"), row + 2, STR_ARG(column))
                      : str_printf(arena, _("row %zu"), row + 2);
}

static struct diag_place place_cell(struct arena *arena, const struct table *table, size_t row,
                                    size_t column) {
    const struct file_rows *rows = table->origin;
    struct str name = column < table->column_count ? table->columns[column].name : STR_NONE;
    return (struct diag_place){
        .file = rows->path, .line = rows->lines[row], .pointer = row_name(arena, row, name)};
}

static struct diag_place place_line(const struct delimited *d, size_t line) {
    return (struct diag_place){.file = d->path, .line = (unsigned)line};
}

// --- encoding

// Bytes that read as letters of two bytes in UTF-8 and as Han in GB18030: 一 is D2 BB, which is
// also Cyrillic. No Chinese table in UTF-8 looks like this: its Han have three bytes.
static bool could_be_either(struct arena *arena, struct str bytes) {
    bool any = false;
    for (size_t at = 0; at < bytes.len;) {
        uint32_t c = utf8_next(bytes, &at);
        if (c >= 0x800)
            return false;
        any |= c >= 0x80;
    }
    struct str text;
    return any && encoding_from_gb18030(arena, bytes, &text);
}

static bool report_encoding(struct delimited *d, size_t at, const char *message) {
    size_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += d->text.data[i] == '\n';
    diag_error(d->diag, DIAG_ENCODING, place_line(d, line),
               str_from(_("save it as UTF-8 (“CSV UTF-8” in office programs)")), "%s", message);
    return false;
}

static bool detect(struct delimited *d, bool marked) {
    switch (encoding_guess(d->arena, d->text)) {
    case ENCODING_IS_UTF8:
        if (!marked && could_be_either(d->arena, d->text))
            return report_encoding(d, 0, _("the table could be in UTF-8 or in GB18030"));
        return true;
    case ENCODING_IS_GB18030:
        return encoding_from_gb18030(d->arena, d->text, &d->text);
    case ENCODING_IS_UTF16:
        return report_encoding(d, 0, _("the table is in UTF-16"));
    case ENCODING_IS_BINARY:
        return report_encoding(d, 0, _("the file is no text"));
    case ENCODING_IS_DAMAGED:
        break;
    }
    return report_encoding(d, utf8_find_invalid(d->text),
                           _("the table is neither sound UTF-8 nor sound GB18030"));
}

static bool decode(struct delimited *d, struct str bytes, enum table_encoding encoding) {
    d->text = encoding_skip_mark(bytes);
    if (!d->text.data)
        d->text = STR("");
    if (encoding == ENCODING_DETECT)
        return detect(d, d->text.len < bytes.len);
    if (encoding == ENCODING_GB18030)
        return encoding_from_gb18030(d->arena, d->text, &d->text) ||
               report_encoding(d, 0, _("the table is not sound GB18030"));
    size_t bad = utf8_find_invalid(d->text);
    return bad == SIZE_MAX || report_encoding(d, bad, _("the table is not sound UTF-8"));
}

// --- head

static const char *fault_message(enum csv_fault fault) {
    switch (fault) {
    case CSV_QUOTE_OPEN:
        return _("a quote opens here and does not close");
    case CSV_QUOTE_INSIDE:
        return _("a quote stands inside a field without quotes");
    case CSV_BEHIND_QUOTE:
        return _("text stands behind a closing quote");
    case CSV_FINE:
        break;
    }
    return NULL;
}

static void report_field(struct delimited *d, const struct csv_field *field) {
    d->faults++;
    diag_error(d->diag, DIAG_TABLE_SYNTAX, place_line(d, field->line), STR_NONE, "%s",
               fault_message(field->fault));
}

// One column that has another program's separator in its name.
static void check_separator(struct delimited *d) {
    struct str name = d->columns[0].name;
    static const char *const others[] = {"，", ";", "；", "\t", ","};
    for (size_t i = 0; d->column_count == 1 && i < sizeof others / sizeof *others; i++) {
        if (str_find(name, str_from(others[i]), 0) == SIZE_MAX)
            continue;
        d->faults++;
        diag_error(d->diag, DIAG_COLUMN_NAME, place_line(d, 1), STR_NONE,
                   d->delimiter == ',' ? _("the columns are separated by “%s”, not by a comma")
                                       : _("the columns are separated by “%s”, not by a tabulator"),
                   others[i]);
        return;
    }
}

static void check_head(struct delimited *d) {
    struct name_index names = {.arena = d->arena};
    for (size_t i = 0; i < d->column_count; i++) {
        struct str name = d->columns[i].name;
        size_t first = name_index_add(&names, name.len ? name : str_printf(d->arena, "\n%zu", i));
        if (name.len && first == i)
            continue;
        d->faults++;
        if (!name.len)
            diag_error(d->diag, DIAG_COLUMN_NAME, place_line(d, 1), STR_NONE,
                       _("column %zu has no name"), i + 1);
        else
            diag_error(d->diag, DIAG_COLUMN_NAME, place_line(d, 1), STR_NONE,
                       _("columns %zu and %zu have the same name, \"%.*s\""), first + 1, i + 1,
                       STR_ARG(name));
    }
    check_separator(d);
}

static bool read_head(struct delimited *d, struct csv_reader *reader) {
    size_t capacity = 0;
    struct csv_field field;
    do {
        if (!csv_next(reader, &field)) {
            diag_error(d->diag, DIAG_EMPTY_DATA, place_line(d, 1), STR_NONE,
                       _("the table is empty"));
            return false;
        }
        if (field.fault)
            report_field(d, &field);
        ARENA_RESERVE(d->arena, d->columns, d->column_count, capacity);
        d->columns[d->column_count++].name = str_trim(field.text);
    } while (!field.last && d->column_count <= TABLE_COLUMN_LIMIT);
    check_head(d);
    return !d->faults;
}

// --- rows

static bool count_rows(struct delimited *d, struct csv_reader reader) {
    assert(d->column_count > 0);
    struct csv_field field;
    struct arena scratch; // undoubled texts of this pass
    arena_init(&scratch, d->arena->oom, d->arena->oom_context);
    reader.arena = &scratch;
    while (csv_next(&reader, &field)) {
        d->row_count += field.last;
        if (scratch.used > 1 << 20)
            arena_reset(&scratch);
    }
    arena_done(&scratch);
    if (d->column_count <= TABLE_COLUMN_LIMIT && d->row_count <= TABLE_CELL_LIMIT / d->column_count)
        return true;
    diag_error(d->diag, DIAG_LIMIT, place_line(d, 1), STR_NONE,
               _("the table has %zu rows and %zu columns; at most %d cells in %d columns are read"),
               d->row_count, d->column_count, TABLE_CELL_LIMIT, TABLE_COLUMN_LIMIT);
    return false;
}

// Reads one row; false at the end of the text.
static bool read_row(struct delimited *d, struct csv_reader *reader, size_t row) {
    size_t count = 0;
    struct csv_field field;
    do {
        if (!csv_next(reader, &field))
            return false;
        if (!count)
            d->lines[row] = (uint32_t)field.line;
        if (field.fault)
            report_field(d, &field);
        if (count < d->column_count && field.text.len)
            d->cells[count][row] = (struct value){.kind = VALUE_STRING, .string = field.text};
        count++;
    } while (!field.last);
    if (count == d->column_count)
        return true;
    d->faults++;
    struct diag_place place = place_line(d, d->lines[row]);
    place.pointer = row_name(d->arena, row, STR_NONE);
    diag_error(d->diag, DIAG_RAGGED_ROW, place, STR_NONE,
               _("the head has %zu fields, this row has %zu"), d->column_count, count);
    return true;
}

// Lines without anything at the end of the file are no rows.
static struct str without_empty_end(struct str text) {
    while (text.len && (text.data[text.len - 1] == '\n' || text.data[text.len - 1] == '\r'))
        text.len--;
    return text;
}

// --- numbers

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// 1,234 and 12,345,678.9: groups of three behind the first.
static bool remove_groups(struct str text, char *out, size_t *len) {
    size_t whole = 0, run = 0, groups = 0;
    *len = 0;
    size_t i = text.len && (text.data[0] == '-' || text.data[0] == '+');
    if (i)
        out[(*len)++] = text.data[0];
    for (; i < text.len && (is_digit(text.data[i]) || text.data[i] == ','); i++) {
        if (text.data[i] != ',') {
            out[(*len)++] = text.data[i];
            run++;
            continue;
        }
        if (groups ? run != 3 : !run || run > 3)
            return false;
        groups++;
        whole += run;
        run = 0;
    }
    if (!groups || run != 3 || !whole)
        return false;
    for (; i < text.len; i++)
        out[(*len)++] = text.data[i];
    return true;
}

// A code such as 007 is a text.
static bool has_leading_zero(struct str text) {
    size_t at = text.len && (text.data[0] == '-' || text.data[0] == '+');
    return at + 1 < text.len && text.data[at] == '0' && is_digit(text.data[at + 1]);
}

static bool read_number(struct str text, double *out) {
    char plain[64];
    size_t len;
    text = str_trim(text);
    if (has_leading_zero(text))
        return false;
    if (number_parse(text, out))
        return true;
    return text.len < sizeof plain && remove_groups(text, plain, &len) &&
           number_parse((struct str){plain, len}, out);
}

// Makes the column numbers when every cell of it is empty or one.
static void type_column(struct value *cells, size_t count) {
    double number;
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        if (cells[i].kind == VALUE_NULL)
            continue;
        if (!read_number(cells[i].string, &number))
            return;
        found++;
    }
    for (size_t i = 0; found && i < count; i++) {
        if (cells[i].kind == VALUE_NULL)
            continue;
        read_number(cells[i].string, &number);
        cells[i] = (struct value){.kind = VALUE_NUMBER, .number = number};
    }
}

static const struct table *finish(struct delimited *d) {
    for (size_t i = 0; i < d->column_count; i++) {
        type_column(d->cells[i], d->row_count);
        d->columns[i].values = d->cells[i];
    }
    struct file_rows *rows = ARENA_NEW(d->arena, struct file_rows);
    *rows = (struct file_rows){d->path, d->lines};
    struct table *table = ARENA_NEW(d->arena, struct table);
    *table = (struct table){.name = d->path,
                            .columns = d->columns,
                            .column_count = d->column_count,
                            .row_count = d->row_count,
                            .place = place_cell,
                            .origin = rows};
    return table;
}

const struct table *table_read_delimited(struct arena *arena, struct diag *diag, struct str path,
                                         struct str bytes, char delimiter,
                                         enum table_encoding encoding) {
    struct delimited d = {
        .arena = arena, .diag = diag, .path = str_copy(arena, path), .delimiter = delimiter};
    if (!decode(&d, bytes, encoding))
        return NULL;
    struct csv_reader reader = {
        .arena = arena, .text = without_empty_end(d.text), .delimiter = delimiter, .line = 1};
    if (!read_head(&d, &reader) || !count_rows(&d, reader))
        return NULL;
    d.lines = ARENA_ARRAY(arena, d.row_count, uint32_t);
    d.cells = ARENA_ARRAY(arena, d.column_count, struct value *);
    for (size_t i = 0; i < d.column_count; i++)
        d.cells[i] = ARENA_ARRAY(arena, d.row_count, struct value);
    for (size_t row = 0; row < d.row_count && d.faults < TABLE_FAULT_LIMIT; row++)
        if (!read_row(&d, &reader, row))
            break;
    return d.faults ? NULL : finish(&d);
}
