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
    .files = "文件：",
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
    .files = "Files: ",
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

// What people ask of a number, not every field that charts can use.
static void open_metrics(struct buf *out, const struct gallery_words *words) {
    buf_printf(
        out,
        "<table class=\"metrics\"><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
        "<th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead><tbody>\n",
        words->label, words->value, words->measure, words->quote);
}

static void add_metric(struct buf *out, struct str label, struct str text, struct str measure,
                       struct str quote) {
    buf_add_text(out, "<tr><th scope=\"row\">");
    buf_add_html(out, label);
    buf_add_text(out, "</th><td class=\"n\">");
    buf_add_html(out, text);
    buf_add_text(out, "</td><td class=\"m\">");
    buf_add_html(out, measure);
    buf_add_text(out, "</td><td class=\"q\">");
    add_quote(out, quote);
    buf_add_text(out, "</td></tr>\n");
}

static void add_metrics(struct buf *out, const struct gallery_words *words,
                        const struct table *table) {
    open_metrics(out, words);
    for (size_t row = 0; row < table->row_count; row++)
        add_metric(out, field(table, row, "label"), field(table, row, "text"),
                   field(table, row, "measure"), field(table, row, "quote"));
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

// ---- metrics and rows of blocks and maps, wherever they stand in them

struct usage {
    const struct document *document;
    const struct metric **metrics; // in the order of their first use
    size_t metric_count;
    const struct json *rows; // the first object of data, or NULL
    unsigned depth;          // of figures in figures
};

enum { FIGURES_DEEP = 4 };

static void use_metric(struct usage *usage, struct str id) {
    const struct document *document = usage->document;
    const struct metric *metric = metric_find(document->metrics, document->metric_count, id);
    for (size_t i = 0; metric && i < usage->metric_count; i++)
        if (usage->metrics[i] == metric)
            return;
    if (metric)
        usage->metrics[usage->metric_count++] = metric;
}

// A metric's id, or a text with {id} and {id:value} in it.
static void use_words(struct usage *usage, struct str words) {
    use_metric(usage, words);
    for (size_t at = str_find(words, STR("{"), 0); at != SIZE_MAX;
         at = str_find(words, STR("{"), at + 1)) {
        size_t end = str_find(words, STR("}"), at), colon = str_find(words, STR(":"), at);
        if (end != SIZE_MAX)
            use_metric(usage, str_slice(words, at + 1, colon < end ? colon : end));
    }
}

static void use_value(struct usage *usage, const struct json *value);

// The parts of a figure that are content, the words of its frame included.
static void use_figure(struct usage *usage, struct str id) {
    const struct document *document = usage->document;
    usage->depth++;
    for (size_t i = 0; i < document->figure_count && usage->depth < FIGURES_DEEP; i++)
        if (str_equal(document->figures[i].id, id))
            use_value(usage, document->figures[i].json);
    usage->depth--;
}

static void use_value(struct usage *usage, const struct json *value) {
    bool named = str_is(value->key, "id") || str_is(value->key, "style");
    bool other = str_is(value->key, "figure") || str_is(value->key, "blocks");
    if (value->kind == JSON_STRING && other)
        use_figure(usage, value->string);
    else if (value->kind == JSON_STRING && !named)
        use_words(usage, value->string);
    if (value->kind == JSON_OBJECT && str_is(value->key, "data") && !usage->rows)
        usage->rows = value;
    for (const struct json *part = value->first; part; part = part->next)
        use_value(usage, part);
}

// Of an infographic or a map: its metrics, and the rows that its regions or symbols show.
static void add_parts(struct buf *out, struct arena *arena, const struct document *document,
                      const struct figure_request *figure) {
    const struct gallery_words *words = gallery_words_of(document->language);
    struct usage usage = {.document = document,
                          .metrics =
                              ARENA_ARRAY(arena, document->metric_count, const struct metric *)};
    use_value(&usage, figure->json);
    const struct table *table = usage.rows && !json_get(usage.rows, "metrics")
                                    ? find_rows(arena, document, usage.rows)
                                    : NULL;
    if (!usage.metric_count && !table)
        return;
    buf_printf(out, "<details open><summary>%s</summary><div class=\"scroll\">", words->data);
    if (usage.metric_count) {
        open_metrics(out, words);
        for (size_t i = 0; i < usage.metric_count; i++) {
            const struct metric *metric = usage.metrics[i];
            add_metric(out, metric->label, metric->text, metric->measure, metric->quote);
        }
        buf_add_text(out, "</tbody></table>\n");
    }
    if (table)
        add_rows(out, arena, words, table);
    buf_add_text(out, "</div></details>\n");
}

void gallery_add_data(struct buf *out, struct arena *arena, const struct document *document,
                      const struct figure_request *figure) {
    const struct gallery_words *words = gallery_words_of(document->language);
    const struct json *data = json_get(figure->json, "data");
    if (json_get(figure->json, "blocks") || json_get(figure->json, "map")) {
        add_parts(out, arena, document, figure);
        return;
    }
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
