// A text field's words: the language chosen, the metrics put in.
#include "document/document.h"

#include "base/i18n.h"
#include "base/number.h"
#include "document/language.h"

#include <string.h>

const struct metric *document_find_metric(const struct document *document, struct str id) {
    return metric_find(document->metrics, document->metric_count, id);
}

struct str document_hint_metric(const struct document *document, struct diag *diag, struct str id) {
    struct str *ids = ARENA_ARRAY(document->arena, document->metric_count, struct str);
    for (size_t i = 0; i < document->metric_count; i++)
        ids[i] = document->metrics[i].id;
    return diag_hint_nearest(diag, id, ids, document->metric_count);
}

struct str document_metric_digits(struct arena *arena, const struct metric *metric) {
    struct str text = metric->text;
    size_t start = 0;
    while (start < text.len && (text.data[start] < '0' || text.data[start] > '9'))
        start++;
    size_t end = start;
    while (end < text.len && ((text.data[end] >= '0' && text.data[end] <= '9') ||
                              text.data[end] == '.' || text.data[end] == ','))
        end++;
    if (start == end) // printed in Han numerals
        return number_print_shortest(arena, metric->number.value);
    if (start && text.data[start - 1] == '-')
        start--;
    return str_slice(text, start, end);
}

// A metric's text among markup: what would be markup is made literal.
static void add_literal(struct buf *out, struct str text) {
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] && strchr("\\{[*^", text.data[i]))
            buf_add_char(out, '\\');
        buf_add_char(out, text.data[i]);
    }
}

struct placeholder_reader {
    const struct document *document;
    struct diag *diag;
    const struct json *value;
    struct buf out;
};

// `name`: what stands between braces, "id" or "id:value".
static void add_metric(struct placeholder_reader *r, struct str name) {
    size_t colon = str_find(name, STR(":"), 0);
    struct str id = str_trim(str_slice(name, 0, colon));
    struct str form = colon == SIZE_MAX ? STR_NONE : str_slice(name, colon + 1, name.len);
    struct arena *arena = r->document->arena;
    const struct metric *metric = document_find_metric(r->document, id);
    if (!metric)
        diag_error(r->diag, DIAG_UNKNOWN_METRIC, json_place(arena, r->value),
                   document_hint_metric(r->document, r->diag, id),
                   _("the text names a metric \"%.*s\" that the document does not have"),
                   STR_ARG(id));
    else if (colon != SIZE_MAX && !str_is(form, "value"))
        diag_error(r->diag, DIAG_PLACEHOLDER, json_place(arena, r->value), STR_NONE,
                   _("behind the colon of {%.*s} only \"value\" can stand"), STR_ARG(name));
    else
        add_literal(&r->out, form.len ? document_metric_digits(arena, metric) : metric->text);
}

// Reads the brace at `at`; returns the offset behind it.
static size_t read_brace(struct placeholder_reader *r, struct str text, size_t at) {
    size_t end = at + 1;
    while (end < text.len && text.data[end] != '}' && text.data[end] != '{')
        end += text.data[end] == '\\' ? 2 : 1;
    if (end >= text.len || text.data[end] == '{') {
        diag_error(r->diag, DIAG_PLACEHOLDER, json_place(r->document->arena, r->value),
                   str_from(_("write \\\\{ in JSON where a brace is meant")),
                   _("a brace opens in the text and does not close"));
        buf_add_text(&r->out, "\\{");
        return at + 1;
    }
    struct str inside = str_slice(text, at + 1, end);
    if (str_find(inside, STR("|"), 0) == SIZE_MAX)
        add_metric(r, inside);
    else
        buf_add_str(&r->out, str_slice(text, at, end + 1)); // {漢|hàn} is markup
    return end + 1;
}

static struct str replace(const struct document *document, struct diag *diag,
                          const struct json *value) {
    struct str text = value->string;
    if (!text.len || !memchr(text.data, '{', text.len))
        return text;
    struct placeholder_reader r = {document, diag, value, BUF_INIT(document->arena)};
    for (size_t at = 0; at < text.len;) {
        if (text.data[at] == '\\' && at + 1 < text.len) {
            buf_add(&r.out, text.data + at, 2);
            at += 2;
        } else if (text.data[at] == '{') {
            at = read_brace(&r, text, at);
        } else {
            buf_add_char(&r.out, text.data[at++]);
        }
    }
    struct str replaced = str_copy(document->arena, buf_str(&r.out));
    buf_done(&r.out);
    return replaced;
}

struct str document_text(const struct document *document, struct diag *diag,
                         const struct json *value) {
    if (value && value->kind == JSON_OBJECT && !document->vega_lite)
        value = language_choose(document->arena, diag, value, document->language);
    if (!value || value->kind != JSON_STRING)
        return STR_NONE;
    return document->vega_lite ? value->string : replace(document, diag, value);
}
