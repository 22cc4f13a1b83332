// One page of HTML to look through all pictures of a run.
#include "cli/gallery.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/utf8.h"
#include "text/text.h"

enum { INLINE_LIMIT = 50 };

static const char style_sheet[] =
    "body{font:16px/1.6 \"Noto Sans CJK SC\",sans-serif;color:#222;background:#f4f4f2;"
    "margin:0 auto;max-width:1100px;padding:24px}"
    "h1{font-size:26px}h2{font-size:19px;margin:0 0 8px}"
    "figure,section{background:#fff;margin:0 0 32px;padding:20px;border-radius:6px}"
    "figure svg,figure img{max-width:100%;height:auto;border:1px solid #ddd}"
    "figcaption{color:#555;font-size:14px}"
    "table{border-collapse:collapse;font-size:14px;margin-top:8px}"
    "td,th{border:1px solid #ddd;padding:2px 8px;text-align:left;vertical-align:top}"
    "td.n{text-align:right}blockquote{margin:8px 0;padding-left:12px;border-left:3px solid #ccc}"
    "nav a{margin-right:12px}";

static void add_html(struct buf *out, struct str text) {
    for (size_t i = 0; i < text.len; i++)
        switch (text.data[i]) {
        case '<':
            buf_add_text(out, "&lt;");
            break;
        case '>':
            buf_add_text(out, "&gt;");
            break;
        case '&':
            buf_add_text(out, "&amp;");
            break;
        case '"':
            buf_add_text(out, "&quot;");
            break;
        default:
            buf_add_char(out, text.data[i]);
        }
}

// A path as a reference: everything but unreserved ASCII and slashes as %XX (RFC 3986).
static void add_reference(struct buf *out, struct str path) {
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.data[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                     c == '-' || c == '_' || c == '.' || c == '/' || c == '@';
        if (plain)
            buf_add_char(out, (char)c);
        else
            buf_printf(out, "%%%02X", c);
    }
}

// RFC 4648, section 4.
static void add_base64(struct buf *out, struct str bytes) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.len; i += 3) {
        uint32_t group = 0;
        size_t have = bytes.len - i < 3 ? bytes.len - i : 3;
        for (size_t j = 0; j < 3; j++)
            group = group << 8 | (j < have ? (unsigned char)bytes.data[i + j] : 0);
        for (size_t j = 0; j < 4; j++)
            buf_add_char(out, j <= have ? digits[group >> (18 - 6 * j) & 63] : '=');
    }
}

struct page {
    struct cli *cli;
    const struct plan *plan;
    const struct picture *pictures;
    struct str folder;
    bool by_reference;
    struct buf out;
};

// Of the formats that a page can show, SVG before PNG; NULL when there is none.
static const struct backend *shown_format(const struct plan *plan) {
    static const char *const shown[] = {"svg", "png"};
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < plan->format_count; j++)
            if (str_is(str_from(plan->formats[j]->name), shown[i]))
                return plan->formats[j];
    return NULL;
}

static void add_inline(struct page *page, struct str name, bool svg, struct str alt) {
    struct str bytes;
    if (!file_read(page->cli->arena, page->cli->diag, cli_place(),
                   path_join(page->cli->arena, page->folder, name), FILE_LIMIT, &bytes))
        return;
    if (svg) {
        size_t start = str_find(bytes, STR("<svg"), 0); // behind the XML declaration
        buf_add_str(&page->out, str_slice(bytes, start == SIZE_MAX ? 0 : start, bytes.len));
        return;
    }
    buf_add_text(&page->out, "<img src=\"data:image/png;base64,");
    add_base64(&page->out, bytes);
    buf_add_text(&page->out, "\" alt=\"");
    add_html(&page->out, alt);
    buf_add_text(&page->out, "\">");
}

static void add_picture(struct page *page, const struct plan_item *item, struct str alt) {
    const struct backend *format = shown_format(page->plan);
    struct buf *out = &page->out;
    if (!format)
        return;
    struct str name = plan_file_name(page->cli->arena, page->plan, item, format);
    if (!page->by_reference) {
        add_inline(page, name, str_is(str_from(format->name), "svg"), alt);
        return;
    }
    buf_add_text(out, "<img loading=\"lazy\" src=\"");
    add_reference(out, name);
    buf_add_text(out, "\" alt=\"");
    add_html(out, alt);
    buf_add_text(out, "\">");
}

static void add_files(struct page *page, const struct plan_item *item) {
    for (size_t i = 0; i < page->plan->format_count; i++) {
        struct str name =
            plan_file_name(page->cli->arena, page->plan, item, page->plan->formats[i]);
        buf_add_text(&page->out, "<a href=\"");
        add_reference(&page->out, name);
        buf_add_text(&page->out, "\">");
        add_html(&page->out, name);
        buf_add_text(&page->out, "</a> ");
    }
}

static struct str cell_text(struct arena *arena, const struct value *value) {
    if (value->kind == VALUE_STRING)
        return value->string;
    if (value->kind == VALUE_BOOL)
        return value->number != 0 ? STR("true") : STR("false");
    return value->kind == VALUE_NUMBER ? number_print_shortest(arena, value->number) : STR_NONE;
}

static void add_table(struct page *page, const struct table *table) {
    enum { ROWS = 200 };
    struct buf *out = &page->out;
    buf_add_text(out, "<table><tr>");
    for (size_t i = 0; i < table->column_count; i++) {
        buf_add_text(out, "<th>");
        add_html(out, table->columns[i].name);
        buf_add_text(out, "</th>");
    }
    buf_add_text(out, "</tr>\n");
    for (size_t row = 0; row < table->row_count && row < ROWS; row++) {
        buf_add_text(out, "<tr>");
        for (size_t i = 0; i < table->column_count; i++) {
            const struct value *value = &table->columns[i].values[row];
            buf_add_text(out, value->kind == VALUE_NUMBER ? "<td class=\"n\">" : "<td>");
            add_html(out, cell_text(page->cli->arena, value));
            buf_add_text(out, "</td>");
        }
        buf_add_text(out, "</tr>\n");
    }
    buf_add_text(out, "</table>\n");
    if (table->row_count > ROWS)
        buf_printf(&page->out, "<p>… %zu</p>\n", table->row_count);
}

// The rows that the figure names; metrics with their quotes. NULL when it names none.
static const struct table *find_rows(struct page *page, const struct plan_item *item) {
    struct arena *arena = page->cli->arena;
    const struct json *data = json_get(item->figure->json, "data");
    const struct json *metrics = json_get(data, "metrics"), *values = json_get(data, "values");
    struct str name = json_string(json_get(data, "name"), STR_NONE);
    struct str url = json_string(json_get(data, "url"), STR_NONE);
    struct diag unheard; // drawing has reported already
    diag_init(&unheard, arena);
    if (metrics)
        return document_metric_table(arena, item->document, &unheard, metrics);
    if (values && values->kind == JSON_ARRAY)
        return table_read_json(arena, &unheard, values);
    if (url.len)
        return table_read_file(arena, &unheard, (struct diag_place){0},
                               path_join(arena, item->document->folder, url), ENCODING_DETECT);
    for (size_t i = 0; i < item->document->dataset_count; i++)
        if (name.len && str_equal(item->document->datasets[i].name, name))
            return item->document->datasets[i].table;
    return NULL;
}

static struct str plain_title(struct page *page, const struct document *document,
                              struct str title) {
    return document->vega_lite ? title : text_plain(page->cli->arena, title);
}

static void add_item(struct page *page, const struct plan_item *item,
                     const struct picture *picture) {
    struct buf *out = &page->out;
    buf_add_text(out, "<figure id=\"picture-");
    add_reference(out, item->stem);
    buf_add_text(out, "\"><h2>");
    struct str title = plain_title(page, item->document, item->figure->title);
    add_html(out, title.len ? title : item->figure->id);
    buf_add_text(out, "</h2>\n");
    add_picture(page, item, picture->alt);
    buf_add_text(out, "\n<figcaption><p>");
    add_html(out, picture->alt);
    buf_add_text(out, "</p>\n<p>");
    add_files(page, item);
    buf_add_text(out, "</p>\n<details open><summary>数据</summary>");
    const struct table *rows = find_rows(page, item);
    if (rows)
        add_table(page, rows);
    buf_add_text(out, "</details></figcaption></figure>\n");
}

static void add_head(struct page *page, const struct document *document) {
    struct buf *out = &page->out;
    buf_add_text(out, "<!DOCTYPE html>\n<html lang=\"");
    add_html(out, document->language);
    buf_add_text(out, "\"><head><meta charset=\"utf-8\">"
                      "<meta name=\"viewport\" content=\"width=device-width\"><title>");
    struct str title = plain_title(page, document, document->title);
    add_html(out, title);
    buf_printf(out, "</title><style>%s</style></head><body>\n<h1>", style_sheet);
    add_html(out, title);
    buf_add_text(out, "</h1>\n");
    if (document->source.name.len) {
        buf_add_text(out, "<p>数据来源：");
        add_html(out, document->source.name);
        buf_add_text(out, "</p>\n");
    }
}

static bool is_on(const struct page *page, size_t i) {
    return page->pictures[i].drawn && str_equal(page->plan->items[i].folder, page->folder);
}

static void write_page(struct page *page, const struct document *document) {
    size_t count = 0;
    for (size_t i = 0; i < page->plan->count; i++)
        count += is_on(page, i);
    page->by_reference = count > INLINE_LIMIT;
    page->out = BUF_INIT(page->cli->arena);
    add_head(page, document);
    for (size_t i = 0; i < page->plan->count; i++)
        if (is_on(page, i))
            add_item(page, &page->plan->items[i], &page->pictures[i]);
    buf_add_text(&page->out, "</body></html>\n");
    if (count)
        file_write_whole(page->cli->arena, page->cli->diag,
                         path_join(page->cli->arena, page->folder, STR("index.html")),
                         buf_str(&page->out));
    buf_done(&page->out);
}

void gallery_write(struct cli *cli, const struct plan *plan, const struct picture *pictures) {
    struct page page = {.cli = cli, .plan = plan, .pictures = pictures};
    for (size_t i = 0; i < plan->count; i++) {
        size_t j = 0;
        while (j < i && !str_equal(plan->items[j].folder, plan->items[i].folder))
            j++;
        page.folder = plan->items[i].folder;
        if (j == i)
            write_page(&page, plan->items[i].document);
    }
}
