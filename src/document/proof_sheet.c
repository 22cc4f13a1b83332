// The proof sheet: one page of HTML on which people tick off each number against its sentence.
#include "document/proof.h"

#include "base/zh_date.h"

static const char *const head =
    "<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";

static const char *const style =
    "<style>\n"
    "body{font-family:\"Noto Sans CJK SC\",\"Source Han Sans SC\",\"Microsoft YaHei\",sans-serif;"
    "color:#222;margin:24px auto;max-width:1200px;padding:0 16px;line-height:1.6}\n"
    "h1{font-size:22px}h2{font-size:17px;margin-top:32px}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "th,td{border:1px solid #bbb;padding:6px 8px;vertical-align:top;text-align:left;"
    "font-size:14px}\n"
    "th{background:#f3f0e8}.n{font-weight:bold;white-space:nowrap}.bad{background:#fbe9e7}\n"
    "mark{background:#ffe08a}.id,.other{color:#666;font-size:12px}\n"
    ".box{width:3em;text-align:center;font-size:18px}\n"
    "thead{display:table-header-group}tr{break-inside:avoid}\n"
    "@media print{body{margin:0;max-width:none}}\n"
    "</style>\n";

static const char *const state_words[] = {
    [PROOF_EXACT] = "相符",
    [PROOF_NO_QUOTE] = "无引文",
    [PROOF_QUOTE_ABSENT] = "引文不在原文中",
    [PROOF_QUOTE_TWICE] = "引文不止一处",
    [PROOF_NUMBER_DIFFERS] = "数与原文不符",
    [PROOF_NUMBER_MISSING] = "引文未指明是哪个数",
};

static void add_escaped(struct buf *buf, struct str text) {
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '&')
            buf_add_text(buf, "&amp;");
        else if (c == '<')
            buf_add_text(buf, "&lt;");
        else if (c == '>')
            buf_add_text(buf, "&gt;");
        else if (c == '"')
            buf_add_text(buf, "&quot;");
        else if ((unsigned char)c >= ' ' || c == '\n')
            buf_add_char(buf, c);
    }
}

static void add_element(struct buf *buf, const char *open, struct str text, const char *close) {
    buf_add_text(buf, open);
    add_escaped(buf, text);
    buf_add_text(buf, close);
}

// The sentence around `number`, the number marked.
static void add_sentence(struct buf *buf, struct str text, struct proof_span number) {
    struct proof_span sentence = proof_sentence(text, number);
    size_t end = number.at + number.len;
    add_escaped(buf, str_slice(text, sentence.at, number.at));
    add_element(buf, "<mark>", str_slice(text, number.at, end), "</mark>");
    add_escaped(buf, str_slice(text, end, sentence.at + sentence.len));
}

// True when `text` inserts the metric: {id} or {id:value}.
static bool inserts(struct str text, struct str id) {
    for (size_t at = 0; (at = str_find(text, id, at)) != SIZE_MAX; at++) {
        size_t end = at + id.len;
        bool closed = end < text.len && (text.data[end] == '}' || text.data[end] == ':');
        if (at > 0 && text.data[at - 1] == '{' && closed)
            return true;
    }
    return false;
}

static bool selects(const struct json *selector, const struct metric *metric) {
    if (selector->kind == JSON_OBJECT) {
        struct str group = json_string(json_get(selector, "group"), STR_NONE);
        return group.len > 0 && str_equal(group, metric->group);
    }
    for (const struct json *id = selector->first; id; id = id->next)
        if (str_equal(json_string(id, STR_NONE), metric->id))
            return true;
    return false;
}

static bool uses(const struct json *value, const struct metric *metric) {
    if (value->kind == JSON_STRING)
        return inserts(value->string, metric->id) ||
               (str_is(value->key, "metric") && str_equal(value->string, metric->id));
    if (str_is(value->key, "metrics") && selects(value, metric))
        return true;
    for (const struct json *child = value->first; child; child = child->next)
        if (uses(child, metric))
            return true;
    return false;
}

static void add_figures(struct buf *buf, const struct document *document,
                        const struct metric *metric) {
    bool any = false;
    for (size_t i = 0; i < document->figure_count; i++) {
        const struct figure_request *figure = &document->figures[i];
        if (!figure->json || !uses(figure->json, metric))
            continue;
        if (any)
            buf_add_text(buf, "、");
        add_escaped(buf, figure->number.len ? figure->number : figure->id);
        any = true;
    }
    if (!any)
        buf_add_text(buf, "—");
}

static void add_source_cell(struct buf *buf, const struct proof_sheet *sheet,
                            const struct proof *proof) {
    buf_add_text(buf, "<td>");
    if (proof->number.len)
        add_sentence(buf, sheet->text, proof->number);
    else if (proof->quote.len)
        add_sentence(buf, sheet->text, proof->quote);
    else
        add_escaped(buf, proof->metric->quote);
    for (size_t i = 0; i < proof->other_count; i++) {
        buf_add_text(buf, "<div class=\"other\">另见：");
        add_sentence(buf, sheet->text, proof->others[i]);
        buf_add_text(buf, "</div>");
    }
    buf_add_text(buf, "</td>");
}

static void add_row(struct buf *buf, const struct document *document,
                    const struct proof_sheet *sheet, size_t index) {
    const struct proof *proof = &sheet->proofs[index];
    const struct metric *metric = proof->metric;
    bool exact = proof->state == PROOF_EXACT;
    buf_printf(buf, "<tr%s><td>%zu</td>", exact ? "" : " class=\"bad\"", index + 1);
    add_element(buf, "<td class=\"n\">", metric->text, "</td>");
    add_element(buf, "<td>", metric->label, "");
    add_element(buf, "<div class=\"id\">", metric->id, "</div></td>");
    add_element(buf, "<td>", metric->measure, "</td>");
    add_source_cell(buf, sheet, proof);
    buf_printf(buf, "<td>%s</td><td>", state_words[proof->state]);
    add_figures(buf, document, metric);
    buf_add_text(buf, "</td><td class=\"box\">□</td><td class=\"box\">□</td>"
                      "<td class=\"box\">□</td></tr>\n");
}

static void add_unexplained(struct buf *buf, const struct proof_sheet *sheet) {
    buf_add_text(buf, "<h2>原文中未列入指标的数</h2>\n");
    if (!sheet->unexplained_count)
        buf_add_text(buf, "<p>没有。</p>\n");
    for (size_t i = 0; i < sheet->unexplained_count; i++) {
        buf_add_text(buf, "<p>□ ");
        add_sentence(buf, sheet->text, sheet->unexplained[i]);
        buf_add_text(buf, "</p>\n");
    }
}

static void add_source(struct buf *buf, const struct source *source) {
    buf_add_text(buf, "<p>原文：");
    add_escaped(buf, source->name);
    if (source->date.len)
        add_element(buf, "（", zh_date_translate(buf->arena, source->date), "）");
    if (source->path.len)
        add_element(buf, "，", source->path, "");
    buf_add_text(buf, "</p>\n");
}

void proof_write_html(struct buf *buf, const struct document *document,
                      const struct proof_sheet *sheet) {
    buf_add_text(buf, head);
    add_element(buf, "<title>校对单：", document->title, "</title>\n");
    buf_add_text(buf, style);
    add_element(buf, "</head>\n<body>\n<h1>校对单：", document->title, "</h1>\n");
    add_source(buf, &document->source);
    buf_printf(buf, "<p>指标%zu个，与原文相符%zu个。</p>\n", sheet->count, sheet->proved);
    buf_add_text(buf, "<table>\n<thead><tr><th>序</th><th>数</th><th>名称</th><th>口径</th>"
                      "<th>原文</th><th>核对</th><th>用于</th><th>一校</th><th>二校</th>"
                      "<th>三校</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < sheet->count; i++)
        add_row(buf, document, sheet, i);
    buf_add_text(buf, "</tbody>\n</table>\n");
    add_unexplained(buf, sheet);
    buf_add_text(buf, "</body>\n</html>\n");
}
