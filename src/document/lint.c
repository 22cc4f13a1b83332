// A lint of authors' text: rules tried at each character, the first that fits proposes.
#include "document/lint.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "base/zh_numeral.h"
#include "document/lint_rules.h"
#include "document/text_walk.h"

static const struct rule {
    lint_rule_fn *fits;
    const char *why;
} rules[] = {
#define RULE(id, function, why) {lint_##function, why},
#include "document/lint_rules.def"
#undef RULE
};

enum { RULE_COUNT = sizeof rules / sizeof *rules };

// ---- what the rules look with

bool lint_found(struct lint_finding *out, size_t at, size_t end, struct str proposal) {
    out->at = at;
    out->len = end - at;
    out->proposal = proposal;
    return true;
}

uint32_t lint_char(struct str text, size_t at, size_t *next) {
    size_t behind = at;
    uint32_t c = at < text.len ? utf8_next(text, &behind) : 0;
    if (next)
        *next = behind;
    return c;
}

uint32_t lint_char_before(struct str text, size_t at) {
    return at == 0 ? 0 : utf8_previous(text, &at);
}

bool lint_is_han(uint32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || c == 0x3007 || (c >= 0x20000 && c <= 0x3FFFF);
}

bool lint_is_latin(uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool lint_is_one_of(struct str set, uint32_t c) {
    for (size_t at = 0; at < set.len;)
        if (utf8_next(set, &at) == c)
            return true;
    return false;
}

bool lint_is_range_mark(uint32_t c) {
    return lint_is_one_of(STR("-~～–—"), c);
}

bool lint_has(struct str text, size_t at, struct str words) {
    return str_starts(str_slice(text, at, text.len), words);
}

bool lint_has_before(struct str text, size_t at, struct str words) {
    return str_ends(str_slice(text, 0, at), words);
}

size_t lint_number_end(struct str text, size_t at) {
    struct zh_numeral numeral;
    uint32_t before = lint_char_before(text, at);
    if (zh_numeral_is_digit(before) || before == '.')
        return at;
    size_t end = zh_numeral_read_digits(text, at, &numeral);
    return end > at && numeral.dotted ? at : end;
}

unsigned lint_value(struct str text, size_t from, size_t to) {
    unsigned value = 0;
    for (size_t i = from; i < to; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || to - from > 6)
            return 0;
        value = value * 10 + (unsigned)(text.data[i] - '0');
    }
    return value;
}

// ---- a text

static bool try_rules(struct linter *linter, size_t at, struct lint_finding *out) {
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        out->rule = (enum lint_rule)rule;
        if (rules[rule].fits(linter, at, out))
            return true;
    }
    return false;
}

size_t lint_text(struct arena *arena, struct str text, const struct lint_finding **out) {
    struct linter linter = {.arena = arena, .text = text};
    struct lint_finding *findings = NULL, finding;
    size_t count = 0, capacity = 0, next;
    for (size_t at = 0; at < text.len; at = next) {
        lint_char(text, at, &next);
        if (text_skip_markup(text, at) > at) {
            next = text_skip_markup(text, at);
            continue;
        }
        if (!try_rules(&linter, at, &finding))
            continue;
        ARENA_RESERVE(arena, findings, count, capacity);
        findings[count++] = finding;
        next = finding.at + finding.len > at ? finding.at + finding.len : next;
    }
    *out = findings;
    return count;
}

struct str lint_propose(struct arena *arena, struct str text, const struct lint_finding *findings,
                        size_t count) {
    struct buf buf = BUF_INIT(arena);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        buf_add_str(&buf, str_slice(text, at, findings[i].at));
        buf_add_str(&buf, findings[i].proposal);
        at = findings[i].at + findings[i].len;
    }
    buf_add_str(&buf, str_slice(text, at, text.len));
    struct str proposed = str_copy(arena, buf_str(&buf));
    buf_done(&buf);
    return proposed;
}

// ---- a document

struct checker {
    struct arena *arena;
    struct diag *diag;
};

// A title is no sentence: 。 does not end it.
static void check_title_end(const struct checker *checker, const struct json *value) {
    struct str text = str_trim(value->string), stop = STR("。");
    if (!str_is(value->key, "title") || !str_ends(text, stop) ||
        str_find(text, stop, 0) != text.len - stop.len)
        return;
    struct str proposed = str_slice(text, 0, text.len - stop.len);
    diag_warning(checker->diag, DIAG_USAGE, json_place(checker->arena, value),
                 str_printf(checker->arena, _("write “%.*s”?"), STR_ARG(proposed)), "%s",
                 _("no 。 ends a title"));
}

// A text in another language than Chinese, as texts by language have it.
static bool is_foreign(const struct json *value) {
    static const char *const others[] = {"en", "ja"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_is(str_slice(value->key, 0, 2), others[i]) &&
            (value->key.len == 2 || value->key.data[2] == '-'))
            return true;
    return false;
}

// One message for all findings of a rule in the text, with all of its proposals taken.
static void report_rule(const struct checker *checker, const struct json *value,
                        const struct lint_finding *findings, size_t count, enum lint_rule rule) {
    struct lint_finding *same = ARENA_ARRAY(checker->arena, count, struct lint_finding);
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        if (findings[i].rule == rule)
            same[found++] = findings[i];
    if (!found)
        return;
    struct str proposed = lint_propose(checker->arena, value->string, same, found);
    struct str hint = str_printf(checker->arena, _("write “%.*s”?"), STR_ARG(proposed));
    diag_warning(checker->diag, DIAG_USAGE, json_place(checker->arena, value), hint, "%s",
                 _(rules[rule].why));
}

static void check_text(const struct json *value, void *context) {
    const struct checker *checker = context;
    const struct lint_finding *findings;
    if (is_foreign(value))
        return;
    size_t count = lint_text(checker->arena, value->string, &findings);
    for (int rule = 0; count && rule < RULE_COUNT; rule++)
        report_rule(checker, value, findings, count, (enum lint_rule)rule);
    check_title_end(checker, value);
}

void lint_check(struct arena *arena, struct diag *diag, const struct document *document) {
    struct checker checker = {arena, diag};
    if (!document->vega_lite)
        text_walk(document, check_text, &checker);
}
