// Writing a first document for a table.
#include "cli/new_table.h"

#include "base/i18n.h"
#include "base/json_out.h"
#include "base/path.h"

#include <math.h>

// More columns of numbers than this get no figure of their own; more series no colours.
enum { FIGURES_MOST = 6, SERIES_MOST = 6 };

struct columns {
    size_t names, series;         // SIZE_MAX: none
    size_t amounts[FIGURES_MOST]; // columns of numbers
    size_t amount_count;
    bool time; // the names are years or dates: drawn as columns in their order
};

static bool is_number(const struct table *table, size_t column) {
    size_t numbers = 0;
    for (size_t i = 0; i < table->row_count; i++) {
        enum value_kind kind = table->columns[column].values[i].kind;
        if (kind != VALUE_NUMBER && kind != VALUE_NULL) {
            return false;
        }
        numbers += kind == VALUE_NUMBER;
    }
    return numbers > 0;
}

static bool is_year(const struct table *table, size_t column) {
    for (size_t i = 0; i < table->row_count; i++) {
        struct value value = table->columns[column].values[i];
        if (value.kind != VALUE_NUMBER || value.number != floor(value.number) ||
            value.number < 1800 || value.number > 2200) {
            return false;
        }
    }
    return table->row_count > 1;
}

// 2020年, 2020年3月, 2020-03, 2020/3/1.
static bool is_date(const struct table *table, size_t column) {
    for (size_t i = 0; i < table->row_count; i++) {
        struct value value = table->columns[column].values[i];
        if (value.kind != VALUE_STRING || value.string.len < 6) {
            return false;
        }
        for (size_t j = 0; j < 4; j++) {
            if (value.string.data[j] < '0' || value.string.data[j] > '9') {
                return false;
            }
        }
        struct str rest = str_slice(value.string, 4, value.string.len);
        if (!str_starts(rest, STR("年")) && rest.data[0] != '-' && rest.data[0] != '/') {
            return false;
        }
    }
    return table->row_count > 1;
}

static size_t count_words(struct arena *arena, const struct table *table, size_t column) {
    struct name_index words = {.arena = arena};
    for (size_t i = 0; i < table->row_count; i++) {
        struct value value = table->columns[column].values[i];
        if (value.kind == VALUE_STRING) {
            name_index_add(&words, value.string);
        }
    }
    return words.count;
}

static struct columns find_columns(struct arena *arena, const struct table *table) {
    struct columns found = {.names = SIZE_MAX, .series = SIZE_MAX};
    for (size_t i = 0; i < table->column_count; i++) {
        bool number = is_number(table, i);
        if (found.names == SIZE_MAX && (!number || is_year(table, i))) {
            found.names = i;
            found.time = number || is_date(table, i);
        } else if (number && found.amount_count < FIGURES_MOST) {
            found.amounts[found.amount_count++] = i;
        } else if (!number && found.series == SIZE_MAX) {
            size_t words = count_words(arena, table, i);
            found.series = words > 1 && words <= SERIES_MOST ? i : SIZE_MAX;
        }
    }
    return found;
}

static void add_field(struct buf *out, const char *channel, struct str name, const char *rest) {
    buf_printf(out, "\"%s\": {\"field\": ", channel);
    buf_add_json_string(out, name);
    buf_printf(out, ", %s}", rest);
}

static void add_figure(struct buf *out, const struct table *table, const struct columns *columns,
                       size_t number) {
    struct str amount = table->columns[columns->amounts[number]].name;
    struct str names = table->columns[columns->names].name;
    bool series = columns->series != SIZE_MAX;
    buf_printf(out, "%s\n    {\n      \"id\": \"figure-%zu\",\n", number ? "," : "", number + 1);
    buf_printf(out, "      \"number\": \"图%zu\",\n      \"title\": ", number + 1);
    buf_add_json_string(out, amount);
    buf_add_text(out, ",\n      \"subtitle\": ");
    struct buf subtitle = BUF_INIT(out->arena);
    buf_printf(&subtitle, "按%.*s", STR_ARG(names));
    buf_add_json_string(out, buf_str(&subtitle));
    buf_done(&subtitle);
    buf_printf(out,
               ",\n      \"data\": {\"name\": \"table\"},\n      \"mark\": {\"type\": \"bar\"%s},"
               "\n      \"encoding\": {\n        ",
               series ? "" : ", \"label\": true");
    const char *order = columns->time ? "\"type\": \"ordinal\", \"sort\": null"
                        : series      ? "\"type\": \"nominal\", \"sort\": null"
                                      : "\"type\": \"nominal\", \"sort\": \"-x\"";
    add_field(out, columns->time ? "x" : "y", names, order);
    buf_add_text(out, ",\n        ");
    add_field(out, columns->time ? "y" : "x", amount, "\"type\": \"quantitative\"");
    if (series) {
        buf_add_text(out, ",\n        ");
        add_field(out, "color", table->columns[columns->series].name, "\"type\": \"nominal\"");
    }
    buf_add_text(out, "\n      }\n    }");
}

static bool is_usable(struct diag *diag, struct diag_place place, const struct columns *columns) {
    if (columns->names != SIZE_MAX && columns->amount_count) {
        return true;
    }
    diag_error(diag, DIAG_TABLE_COLUMNS, place, STR_NONE, "%s",
               columns->amount_count ? _("no column of the table names things")
                                     : _("no column of the table has numbers"));
    return false;
}

bool new_table_document(struct arena *arena, struct diag *diag, struct diag_place place,
                        const struct table *table, struct str url, struct buf *out) {
    struct columns columns = find_columns(arena, table);
    if (!is_usable(diag, place, &columns)) {
        return false;
    }
    buf_add_text(out, "{\n  \"title\": ");
    buf_add_json_string(out, path_stem(url));
    buf_add_text(out, ",\n  \"source\": {\"name\": ");
    buf_add_json_string(out, path_name(url));
    buf_add_text(out, "},\n  \"style\": \"rong\",\n  \"datasets\": {\"table\": {\"url\": ");
    buf_add_json_string(out, url);
    buf_add_text(out, "}},\n  \"figures\": [");
    for (size_t i = 0; i < columns.amount_count; i++) {
        add_figure(out, table, &columns, i);
    }
    buf_add_text(out, "\n  ]\n}\n");
    return true;
}
