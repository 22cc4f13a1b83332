// Rows and quotes of a figure as HTML.
#include "cli/gallery_data.h"

#include "base/number.h"
#include "base/path.h"
#include "cli/html.h"

enum { ROWS_SHOWN = 200 };

static const struct gallery_words chinese = {
    .contents = "目录",
    .text = "文字说明",
    .data = "数据与原文",
    .files = "文件",
    .source = "数据来源：",
    .more_rows = "共 %zu 行，以上为前 200 行。",
    .label = "名称",
    .value = "数值",
    .measure = "口径",
    .quote = "原文",
};

static const struct gallery_words english = {
    .contents = "Contents",
    .text = "In words",
    .data = "Data and quotes",
    .files = "Files",
    .source = "Source: ",
    .more_rows = "The first 200 of %zu rows.",
    .label = "Name",
    .value = "Value",
    .measure = "Measure",
    .quote = "In the report",
};

const struct gallery_words *gallery_words_of(struct str language) {
    return str_starts(language, STR("zh")) ? &chinese : &english;
}

static struct str cell_text(struct arena *arena, const struct value *value) {
    if (value->kind == VALUE_STRING)
        return value->string;
    if (value->kind == VALUE_BOOL)
        return value->number != 0 ? STR("true") : STR("false");
    return value->kind == VALUE_NUMBER ? number_print_shortest(arena, value->number) : STR_NONE;
}

// The sentence with its number, [in brackets], marked instead.
static void add_quote(struct buf *out, struct str quote) {
    size_t open = str_find(quote, STR("["), 0);
    size_t close = open == SIZE_MAX ? SIZE_MAX : str_find(quote, STR("]"), open);
    if (close == SIZE_MAX) {
        buf_add_html(out, quote);
        return;
    }
    buf_add_html(out, str_slice(quote, 0, open));
    buf_add_element(out, "<mark>", str_slice(quote, open + 1, close), "</mark>");
    buf_add_html(out, str_slice(quote, close + 1, quote.len));
}

static struct str field(const struct table *table, size_t row, const char *name) {
    size_t column = table_find_column(table, str_from(name));
    return column == SIZE_MAX || table->columns[column].values[row].kind != VALUE_STRING
               ? STR_NONE
               : table->columns[column].values[row].string;
}

// Metrics: what people ask of a number, not every field that charts can use.
static void add_metrics(struct buf *out, const struct gallery_words *words,
                        const struct table *table) {
    buf_printf(
        out,
        "<table class=\"metrics\"><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
        "<th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead><tbody>\n",
        words->label, words->value, words->measure, words->quote);
    for (size_t row = 0; row < table->row_count; row++) {
        buf_add_text(out, "<tr><th scope=\"row\">");
        buf_add_html(out, field(table, row, "label"));
        buf_add_text(out, "</th><td class=\"n\">");
        buf_add_html(out, field(table, row, "text"));
        buf_add_text(out, "</td><td class=\"m\">");
        buf_add_html(out, field(table, row, "measure"));
        buf_add_text(out, "</td><td class=\"q\">");
        add_quote(out, field(table, row, "quote"));
        buf_add_text(out, "</td></tr>\n");
    }
    buf_add_text(out, "</tbody></table>\n");
}

static void add_rows(struct buf *out, struct arena *arena, const struct gallery_words *words,
                     const struct table *table) {
    buf_add_text(out, "<table><thead><tr>");
    for (size_t i = 0; i < table->column_count; i++) {
        buf_add_text(out, "<th scope=\"col\">");
        buf_add_html(out, table->columns[i].name);
        buf_add_text(out, "</th>");
    }
    buf_add_text(out, "</tr></thead><tbody>\n");
    for (size_t row = 0; row < table->row_count && row < ROWS_SHOWN; row++) {
        buf_add_text(out, "<tr>");
        for (size_t i = 0; i < table->column_count; i++) {
            const struct value *value = &table->columns[i].values[row];
            buf_add_text(out, value->kind == VALUE_NUMBER ? "<td class=\"n\">" : "<td>");
            buf_add_html(out, cell_text(arena, value));
            buf_add_text(out, "</td>");
        }
        buf_add_text(out, "</tr>\n");
    }
    buf_add_text(out, "</tbody></table>\n");
    if (table->row_count > ROWS_SHOWN) {
        struct str more = str_printf(arena, words->more_rows, table->row_count);
        buf_add_element(out, "<p>", more, "</p>\n");
    }
}

// The rows that the figure names; NULL when it names none.
static const struct table *find_rows(struct arena *arena, const struct document *document,
                                     const struct json *data) {
    const struct json *metrics = json_get(data, "metrics"), *values = json_get(data, "values");
    struct str name = json_string(json_get(data, "name"), STR_NONE);
    struct str url = json_string(json_get(data, "url"), STR_NONE);
    struct diag unheard; // drawing has reported already
    diag_init(&unheard, arena);
    if (metrics)
        return document_metric_table(arena, document, &unheard, metrics);
    if (values && values->kind == JSON_ARRAY)
        return table_read_json(arena, &unheard, values);
    if (url.len)
        return table_read_file(arena, &unheard, (struct diag_place){0},
                               path_join(arena, document->folder, url), ENCODING_DETECT);
    for (size_t i = 0; i < document->dataset_count; i++)
        if (name.len && str_equal(document->datasets[i].name, name))
            return document->datasets[i].table;
    return NULL;
}

void gallery_add_data(struct buf *out, struct arena *arena, const struct document *document,
                      const struct figure_request *figure) {
    const struct gallery_words *words = gallery_words_of(document->language);
    const struct json *data = json_get(figure->json, "data");
    const struct table *table = find_rows(arena, document, data);
    if (!table)
        return;
    buf_printf(out, "<details open><summary>%s</summary><div class=\"scroll\">", words->data);
    if (json_get(data, "metrics"))
        add_metrics(out, words, table);
    else
        add_rows(out, arena, words, table);
    buf_add_text(out, "</div></details>\n");
}
