// Writing a first document for a table.
#include "cli/new_table.h"

#include "base/i18n.h"
#include "base/json_out.h"
#include "base/path.h"
#include "base/zh_number.h"

#include <math.h>

// More columns of numbers than this get no figure of their own; more series no colours.
enum { FIGURES_MOST = 6, SERIES_MOST = 6, METRICS_MOST = 60 };

struct columns {
    size_t names, series;         // SIZE_MAX: none
    size_t amounts[FIGURES_MOST]; // columns of numbers
    size_t amount_count;
    bool time; // the names are years or dates: drawn as columns in their order
    bool sums; // one of the names is 合计 or 总计
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

// A sum among its parts would dwarf them.
static bool is_sum(struct str name) {
    return str_is(name, "合计") || str_is(name, "总计");
}

static bool has_sum(const struct table *table, size_t column) {
    for (size_t i = 0; i < table->row_count; i++) {
        struct value value = table->columns[column].values[i];
        if (value.kind == VALUE_STRING && is_sum(value.string)) {
            return true;
        }
    }
    return false;
}

static struct columns find_columns(struct arena *arena, const struct table *table) {
    struct columns found = {.names = SIZE_MAX, .series = SIZE_MAX};
    for (size_t i = 0; i < table->column_count; i++) {
        bool number = is_number(table, i);
        if (found.names == SIZE_MAX && (!number || is_year(table, i))) {
            found.names = i;
            found.time = number || is_date(table, i);
            found.sums = has_sum(table, i);
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

// The unit that a head says in brackets: 生产总值（亿元）, 增长(%); STR_NONE: none. *name is then
// what stands before them.
static struct str head_unit(struct str head, struct str *name) {
    static const char *const open[] = {"（", "("}, *const close[] = {"）", ")"};
    *name = head;
    for (size_t i = 0; i < 2; i++) {
        size_t at = str_find(head, str_from(open[i]), 0);
        size_t from = at + str_from(open[i]).len, tail = str_from(close[i]).len;
        if (at != SIZE_MAX && at > 0 && str_ends(head, str_from(close[i])) &&
            from + tail < head.len) {
            *name = str_trim(str_slice(head, 0, at));
            return str_slice(head, from, head.len - tail);
        }
    }
    return STR_NONE;
}

static void add_words(struct buf *out, const char *key, const char *before, struct str words) {
    struct buf text = BUF_INIT(out->arena);
    buf_printf(&text, "%s%.*s", before, STR_ARG(words));
    buf_printf(out, ",\n      \"%s\": ", key);
    buf_add_json_string(out, buf_str(&text));
    buf_done(&text);
}

// Title, subtitle and unit; the data without its sums.
static void add_head(struct buf *out, const struct table *table, const struct columns *columns,
                     size_t number, struct str title, struct str unit) {
    struct str names = table->columns[columns->names].name;
    buf_printf(out, "%s\n    {\n      \"id\": \"figure-%zu\",\n", number ? "," : "", number + 1);
    buf_printf(out, "      \"number\": \"图%zu\"", number + 1);
    add_words(out, "title", "", title);
    add_words(out, "subtitle", "按", names);
    if (unit.len) {
        add_words(out, "unitNote", "单位：", unit);
    }
    buf_add_text(out, ",\n      \"data\": {\"name\": \"table\"}");
    if (columns->sums) {
        buf_add_text(out, ",\n      \"transform\": [{\"filter\": {\"not\": {\"field\": ");
        buf_add_json_string(out, names);
        buf_add_text(out, ", \"oneOf\": [\"合计\", \"总计\"]}}}]");
    }
}

static void add_figure(struct buf *out, const struct table *table, const struct columns *columns,
                       size_t number) {
    struct str amount = table->columns[columns->amounts[number]].name, title;
    struct str names = table->columns[columns->names].name, unit = head_unit(amount, &title);
    bool series = columns->series != SIZE_MAX;
    add_head(out, table, columns, number, title, unit);
    buf_printf(out, ",\n      \"mark\": {\"type\": \"bar\"%s},\n      \"encoding\": {\n        ",
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

static double column_most(const struct table *table, size_t column) {
    double most = 0;
    for (size_t i = 0; i < table->row_count; i++) {
        struct value value = table->columns[column].values[i];
        most = value.kind == VALUE_NUMBER ? fmax(most, fabs(value.number)) : most;
    }
    return most;
}

// Columns over years that can share an axis: of one unit, and of one order of magnitude, since
// heads that say no unit may yet have several.
static bool share_axis(const struct table *table, const struct columns *columns) {
    static const double MAGNITUDE = 10;
    double least = INFINITY, most = 0;
    struct str name, unit = head_unit(table->columns[columns->amounts[0]].name, &name);
    for (size_t i = 0; i < columns->amount_count; i++) {
        double amount = column_most(table, columns->amounts[i]);
        struct str own = head_unit(table->columns[columns->amounts[i]].name, &name);
        least = fmin(least, amount);
        most = fmax(most, amount);
        if (!str_equal(own, unit)) {
            return false;
        }
    }
    return columns->time && columns->series == SIZE_MAX && columns->amount_count > 1 &&
           columns->amount_count <= SERIES_MOST && most <= MAGNITUDE * least;
}

// All columns as the lines of one figure.
static void add_lines(struct buf *out, const struct table *table, const struct columns *columns) {
    struct buf title = BUF_INIT(out->arena);
    struct str name, unit = head_unit(table->columns[columns->amounts[0]].name, &name);
    for (size_t i = 0; i < columns->amount_count; i++) {
        head_unit(table->columns[columns->amounts[i]].name, &name);
        buf_printf(&title, "%s%.*s", i ? "、" : "", STR_ARG(name));
    }
    struct columns whole = *columns;
    whole.sums = false; // years have none, and the figure's one transform is the fold
    add_head(out, table, &whole, 0, buf_str(&title), unit);
    buf_done(&title);
    buf_add_text(out, ",\n      \"transform\": [{\"fold\": [");
    for (size_t i = 0; i < columns->amount_count; i++) {
        buf_add_text(out, i ? ", " : "");
        buf_add_json_string(out, table->columns[columns->amounts[i]].name);
    }
    buf_add_text(out, "]}],\n      \"mark\": \"line\",\n      \"encoding\": {\n        ");
    add_field(out, "x", table->columns[columns->names].name,
              "\"type\": \"ordinal\", \"sort\": null");
    buf_add_text(out, ",\n        \"y\": {\"field\": \"value\", \"type\": \"quantitative\"},\n"
                      "        \"color\": {\"field\": \"key\", \"sort\": null}\n      }\n    }");
}

// ---- columns of printed numbers: 5.38亿元, 45.2%

// All words of the column are printed numbers of one unit.
static bool is_printed(const struct table *table, size_t column) {
    struct zh_number first, number;
    size_t count = 0, fault;
    for (size_t i = 0; i < table->row_count; i++) {
        struct value value = table->columns[column].values[i];
        if (value.kind == VALUE_NULL) {
            continue;
        }
        if (value.kind != VALUE_STRING || !zh_number_parse(value.string, &number, &fault) ||
            (count && !str_equal(number.unit, first.unit))) {
            return false;
        }
        first = count++ ? first : number;
    }
    return count > 0 && count <= METRICS_MOST;
}

// The columns of names and of printed numbers; false when the table has no such.
static bool find_printed(const struct table *table, size_t *names, size_t *numbers) {
    *names = *numbers = SIZE_MAX;
    for (size_t i = 0; i < table->column_count; i++) {
        if (is_printed(table, i)) {
            *numbers = *numbers == SIZE_MAX ? i : *numbers;
        } else if (*names == SIZE_MAX && !is_number(table, i)) {
            *names = i;
        }
    }
    return *names != SIZE_MAX && *numbers != SIZE_MAX;
}

// Each row a metric as it is printed, and bars of them all.
static void add_metrics(struct buf *out, const struct table *table, size_t names, size_t numbers) {
    const struct column *label = &table->columns[names], *printed = &table->columns[numbers];
    struct buf ids = BUF_INIT(out->arena);
    size_t count = 0;
    buf_add_text(out, "  \"metrics\": [");
    for (size_t i = 0; i < table->row_count; i++) {
        if (printed->values[i].kind != VALUE_STRING || label->values[i].kind != VALUE_STRING ||
            is_sum(label->values[i].string)) {
            continue;
        }
        buf_printf(out, "%s\n    {\"id\": \"m%zu\", \"label\": ", count ? "," : "", count + 1);
        buf_add_json_string(out, label->values[i].string);
        buf_add_text(out, ", \"printed\": ");
        buf_add_json_string(out, printed->values[i].string);
        buf_add_text(out, ", \"measure\": ");
        buf_add_json_string(out, printed->name);
        buf_add_char(out, '}');
        buf_printf(&ids, "%s\"m%zu\"", count ? ", " : "", count + 1);
        count++;
    }
    buf_add_text(out, "\n  ],\n  \"figures\": [\n    {\n      \"id\": \"figure-1\",\n"
                      "      \"number\": \"图1\"");
    add_words(out, "title", "", printed->name);
    add_words(out, "subtitle", "按", label->name);
    buf_add_text(out, ",\n      \"mark\": \"bar\",\n      \"data\": {\"metrics\": [");
    buf_add_str(out, buf_str(&ids));
    buf_add_text(out, "]}\n    }");
    buf_done(&ids);
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

static void add_opening(struct buf *out, struct str url) {
    buf_add_text(out, "{\n  \"title\": ");
    buf_add_json_string(out, path_stem(url));
    buf_add_text(out, ",\n  \"source\": {\"name\": ");
    buf_add_json_string(out, path_name(url));
    buf_add_text(out, "},\n  \"style\": \"rong\",\n");
}

static void add_figures(struct buf *out, const struct table *table, const struct columns *columns,
                        struct str url) {
    buf_add_text(out, "  \"datasets\": {\"table\": {\"url\": ");
    buf_add_json_string(out, url);
    buf_add_text(out, "}},\n  \"figures\": [");
    if (share_axis(table, columns)) {
        add_lines(out, table, columns);
        return;
    }
    for (size_t i = 0; i < columns->amount_count; i++) {
        add_figure(out, table, columns, i);
    }
}

bool new_table_document(struct arena *arena, struct diag *diag, struct diag_place place,
                        const struct table *table, struct str url, struct buf *out) {
    struct columns columns = find_columns(arena, table);
    size_t names, numbers;
    bool printed = !columns.amount_count && find_printed(table, &names, &numbers);
    if (!printed && !is_usable(diag, place, &columns)) {
        return false;
    }
    add_opening(out, url);
    if (printed) {
        add_metrics(out, table, names, numbers);
    } else {
        add_figures(out, table, &columns, url);
    }
    buf_add_text(out, "\n  ]\n}\n");
    return true;
}
