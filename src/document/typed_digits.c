// Digits typed by hand in text fields: numbers of the report belong in metrics.
#include "document/typed_digits.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "base/zh_context.h"
#include "base/zh_numeral.h"
#include "document/allow.h"
#include "document/text_walk.h"

struct checker {
    struct arena *arena;
    struct diag *diag;
    const struct document *document;
};

// Behind a raised exponent or note mark, ^2^ (at most two digits), or `at`.
static size_t skip_raised(struct str text, size_t at) {
    if (text.data[at] != '^')
        return at;
    size_t end = at + 1;
    while (end < text.len && zh_numeral_is_digit((unsigned char)text.data[end]))
        end++;
    bool raised = end > at + 1 && end - at <= 3 && end < text.len && text.data[end] == '^';
    return raised ? end + 1 : at;
}

// The metric whose printed form stands at the number, for the hint.
static const struct metric *metric_at(const struct checker *checker, struct str text,
                                      const struct zh_number *found) {
    for (size_t i = 0; i < checker->document->metric_count; i++)
        if (zh_number_same(text, found, &checker->document->metrics[i].number, NULL))
            return &checker->document->metrics[i];
    return NULL;
}

static void report(const struct checker *checker, const struct json *value, size_t at,
                   struct str number) {
    struct str text = value->string, hint = STR_NONE;
    struct zh_number found;
    size_t from = at;
    if (zh_number_find(text, &from, &found)) {
        const struct metric *metric = metric_at(checker, text, &found);
        if (metric)
            hint = str_printf(checker->arena, _("write {%.*s}"), STR_ARG(metric->id));
    }
    diag_warning(checker->diag, DIAG_TYPED_DIGIT, json_place(checker->arena, value), hint,
                 _("the number %.*s is typed by hand in “%.*s”"), STR_ARG(number), STR_ARG(text));
}

static size_t number_end(struct str text, size_t at) {
    size_t next;
    for (;; at = next) {
        uint32_t c = zh_numeral_peek(text, at, &next);
        bool joined =
            (c == '.' || c == ',') && zh_numeral_is_digit(zh_numeral_peek(text, next, NULL));
        if (!zh_numeral_is_digit(c) && !joined)
            return at;
    }
}

static void check_text(const struct json *value, void *context) {
    const struct checker *checker = context;
    struct str text = value->string;
    const struct allow_span *allowed;
    size_t allow_count = allow_find(checker->arena, checker->document, text, &allowed);
    for (size_t at = 0; at < text.len;) {
        size_t behind = text_skip_markup(text, at), next;
        behind = behind > at ? behind : skip_raised(text, at);
        uint32_t c = zh_numeral_peek(text, at, &next);
        if (behind > at)
            next = behind;
        else if (c == '\\' && next < text.len)
            next++;
        else if (zh_numeral_is_digit(c)) {
            next = number_end(text, at);
            if (!zh_context_is_name(text, at) && !allow_covers(allowed, allow_count, at))
                report(checker, value, at, str_slice(text, at, next));
        }
        at = next;
    }
}

void typed_digits_check(struct arena *arena, struct diag *diag, const struct document *document) {
    struct checker checker = {arena, diag, document};
    if (!document->vega_lite)
        text_walk(document, check_text, &checker);
}
