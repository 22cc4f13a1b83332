// One page of HTML to look through all pictures of a run.
#include "cli/gallery.h"

#include "backend/svg_write.h"
#include "base/i18n.h"
#include "cli/gallery_data.h"
#include "cli/html.h"
#include "document/remark.h"
#include "text/text.h"

#include <assert.h>

// Wide pictures keep a width on phones at which their text can be read, and scroll.
enum { INLINE_LIMIT = 50, WIDE_PX = 900 };

static const char style_sheet[] =
    "*{box-sizing:border-box}"
    "body{font:16px/1.7 \"Noto Sans CJK SC\",\"Source Han Sans SC\",\"PingFang SC\","
    "\"Microsoft YaHei\",sans-serif;color:#20242b;background:#f4f4f2;margin:0}"
    "main{max-width:1100px;margin:0 auto;padding:32px 24px 64px}"
    "h1{font-size:28px;line-height:1.3;margin:0 0 8px}h2{font-size:20px;line-height:1.4;margin:0}"
    ".muted{color:#5b636e;font-size:14px}"
    "nav ol{columns:2;column-gap:32px;margin:8px 0 32px;padding-left:0;list-style:none}"
    "nav li{break-inside:avoid;padding:2px 0}a{color:#1a4c96;overflow-wrap:anywhere}"
    "figure{background:#fff;margin:0 0 32px;padding:24px;border:1px solid #e2e2de;"
    "border-radius:6px}"
    "figcaption{margin-top:16px}"
    ".picture{margin-top:16px;border:1px solid #e2e2de;line-height:0}"
    ".picture svg,.picture img{display:block;width:100%;max-width:100%;height:auto}"
    ".picture.own{max-width:fit-content}.scroll{overflow-x:auto}"
    "summary{font-weight:bold;cursor:pointer;padding:4px 0}"
    "table{border-collapse:collapse;font-size:14px;line-height:1.6;margin:8px 0}"
    "td,th{border-bottom:1px solid #e2e2de;padding:6px 16px 6px 0;text-align:left;"
    "vertical-align:top;font-weight:normal}thead th{color:#5b636e;white-space:nowrap}"
    "td.n{text-align:right;white-space:nowrap;font-weight:bold}td.q{min-width:16em;color:#5b636e}"
    "mark{background:#ffe9a8;color:#20242b;padding:0 2px}"
    "@media(max-width:600px){main{padding:20px 12px 40px}figure{padding:16px 12px}"
    "h1{font-size:24px}nav ol{columns:1}.picture.wide{overflow-x:auto}"
    ".picture.wide svg,.picture.wide img{width:640px;max-width:none}"
    ".metrics,.metrics tbody{display:block}.metrics thead{display:none}"
    ".metrics tr{display:grid;grid-template-columns:1fr auto;padding:8px 0;"
    "border-bottom:1px solid #e2e2de}.metrics td,.metrics th{border:0;padding:0}"
    ".metrics td.q{grid-column:1/3;min-width:0}.metrics td.m{display:none}}"
    "@media print{body{background:#fff}nav{display:none}figure{break-inside:avoid;border:0}}";

struct page {
    struct cli *cli;
    const struct plan *plan;
    const struct picture *pictures;
    const struct gallery_words *words;
    struct str folder;
    bool by_reference;
    struct buf out;
};

// Of the formats that a page can show, SVG before PNG; NULL when there is none.
static const struct backend *shown_format(const struct plan_item *item) {
    static const char *const shown[] = {"svg", "png"};
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < item->format_count; j++)
            if (str_is(str_from(item->formats[j]->name), shown[i]))
                return item->formats[j];
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
    svg_add_base64(&page->out, bytes);
    buf_add_element(&page->out, "\" alt=\"", alt, "");
    buf_add_text(&page->out, "\">");
}

static void add_shown(struct page *page, const struct plan_file *file,
                      const struct picture *picture) {
    struct buf *out = &page->out;
    buf_printf(out, "<div class=\"picture %s\">", picture->width > WIDE_PX ? "wide" : "own");
    assert(file->format); // picked among those it has
    if (!page->by_reference) {
        add_inline(page, file->name, str_is(str_from(file->format->name), "svg"), picture->alt);
    } else {
        buf_add_text(out, "<img loading=\"lazy\" src=\"");
        buf_add_reference(out, file->name);
        buf_add_element(out, "\" alt=\"", picture->alt, "");
        if (picture->pages == 1)
            buf_printf(out, "\" width=\"%.0f\" height=\"%.0f", picture->width, picture->height);
        buf_add_text(out, "\">");
    }
    buf_add_text(out, "</div>\n");
}

// All pages of a picture, one below the other.
static void add_picture(struct page *page, const struct plan_item *item,
                        const struct picture *picture) {
    const struct backend *format = shown_format(item);
    const struct plan_file *files;
    size_t count = plan_files(page->cli->arena, page->plan, item, picture->pages, &files);
    for (size_t i = 0; i < count; i++)
        if (files[i].format == format)
            add_shown(page, &files[i], picture);
}

static void add_files(struct page *page, const struct plan_item *item,
                      const struct picture *picture) {
    struct buf *out = &page->out;
    const struct plan_file *files;
    size_t count = plan_files(page->cli->arena, page->plan, item, picture->pages, &files);
    buf_printf(out, "<p class=\"muted\">%s", page->words->files);
    for (size_t i = 0; i < count; i++) {
        buf_add_text(out, i ? " · <a href=\"" : "<a href=\"");
        buf_add_reference(out, files[i].name);
        buf_add_element(out, "\">", files[i].name, "</a>");
    }
    buf_add_text(out, "</p>\n");
}

// 图1　题, without markup; the id where the figure has no title.
static struct str caption(struct page *page, const struct plan_item *item) {
    struct arena *arena = page->cli->arena;
    const struct figure_request *figure = item->figure;
    struct str title = item->document->vega_lite ? figure->title : text_plain(arena, figure->title);
    title = title.len ? title : figure->id;
    struct str size = item->size.name;
    struct str lead = figure->number.len
                          ? str_printf(arena, "%.*s　%.*s", STR_ARG(figure->number), STR_ARG(title))
                          : title;
    return size.len ? str_printf(arena, "%.*s (%.*s)", STR_ARG(lead), STR_ARG(size)) : lead;
}

static void add_anchor(struct page *page, const struct plan_item *item) {
    buf_add_text(&page->out, "picture-");
    buf_add_reference(&page->out, item->stem);
}

static void add_item(struct page *page, const struct plan_item *item,
                     const struct picture *picture) {
    struct buf *out = &page->out;
    buf_add_text(out, "<figure id=\"");
    add_anchor(page, item);
    buf_add_element(out, "\"><h2>", caption(page, item), "</h2>\n");
    add_picture(page, item, picture);
    buf_printf(out, "<figcaption><details><summary>%s</summary>", page->words->text);
    buf_add_element(out, "<p>", picture->alt, "</p>");
    buf_add_text(out, "</details>\n");
    gallery_add_data(out, page->cli->arena, item->document, item->figure);
    add_files(page, item, picture);
    buf_add_text(out, "</figcaption></figure>\n");
}

static void add_head(struct page *page, const struct document *document) {
    struct buf *out = &page->out;
    struct arena *arena = page->cli->arena;
    struct str title = document->vega_lite ? document->title : text_plain(arena, document->title);
    title = title.len ? title : path_stem(document->path);
    buf_add_element(out, "<!DOCTYPE html>\n<html lang=\"", document->language, "");
    buf_add_text(out, "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                      "content=\"width=device-width,initial-scale=1\">");
    buf_add_element(out, "<title>", title, "</title>");
    buf_printf(out, "<style>%s</style></head><body><main>\n", style_sheet);
    buf_add_element(out, "<h1>", title, "</h1>\n");
    const struct source *source = &document->source;
    if (source->name.len) {
        buf_printf(out, "<p class=\"muted\">%s", page->words->source);
        buf_add_element(out, "", remark_source(arena, document), "</p>\n");
    }
}

static bool is_on(const struct page *page, size_t i) {
    return page->pictures[i].drawn && str_equal(page->plan->items[i].folder, page->folder);
}

static void add_contents(struct page *page) {
    buf_printf(&page->out, "<nav aria-label=\"%s\"><ol>\n", page->words->contents);
    for (size_t i = 0; i < page->plan->count; i++) {
        if (!is_on(page, i))
            continue;
        buf_add_text(&page->out, "<li><a href=\"#");
        add_anchor(page, &page->plan->items[i]);
        buf_add_element(&page->out, "\">", caption(page, &page->plan->items[i]), "</a></li>\n");
    }
    buf_add_text(&page->out, "</ol></nav>\n");
}

static void write_page(struct page *page, const struct document *document) {
    size_t count = 0, shown = 0;
    for (size_t i = 0; i < page->plan->count; i++) {
        count += is_on(page, i);
        shown += is_on(page, i) ? page->pictures[i].pages : 0;
    }
    page->by_reference = shown > INLINE_LIMIT;
    page->words = gallery_words_of(document->language);
    page->out = BUF_INIT(page->cli->arena);
    add_head(page, document);
    if (count > 1)
        add_contents(page);
    for (size_t i = 0; i < page->plan->count; i++)
        if (is_on(page, i))
            add_item(page, &page->plan->items[i], &page->pictures[i]);
    buf_add_text(&page->out, "</main></body></html>\n");
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
