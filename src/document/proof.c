// Proof: each metric against its sentence, each number of the source against the metrics.
#include "document/proof.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "base/zh_context.h"
#include "base/zh_numeral.h"
#include "document/allow.h"
#include "document/proof_run.h"
#include "document/relation.h"

static bool is_one_of(struct str set, uint32_t c) {
    for (size_t at = 0; at < set.len;)
        if (utf8_next(set, &at) == c)
            return true;
    return false;
}

static uint32_t char_before(struct str text, size_t at) {
    return at == 0 ? 0 : utf8_previous(text, &at);
}

// Han numerals are everywhere in Chinese words (统一, 十分). One counts something when a measure
// word follows and nothing makes it an ordinal (第三次, 十二届二次全会).
static bool counts_something(struct str text, const struct source_number *number) {
    if (!number->number.han || str_is(number->number.unit, "%"))
        return true;
    uint32_t before = char_before(text, number->at);
    if (number->number.value < 2 || is_one_of(STR("第届"), before) || !number->number.unit.len)
        return false;
    uint32_t measure = zh_numeral_peek(number->number.unit, 0, NULL);
    return is_one_of(STR("个名位家项场次件条篇期张处所户份座台辆吨元亩"), measure);
}

static size_t first_digit(struct str text, size_t at, size_t end) {
    size_t next;
    for (; at < end; at = next) {
        uint32_t c = zh_numeral_peek(text, at, &next);
        if (zh_numeral_is_digit(c) || zh_numeral_is_han(c))
            return at;
    }
    return at;
}

static void collect_numbers(struct prover *prover) {
    struct source_number number = {0};
    for (size_t at = 0; zh_number_find(prover->text, &at, &number.number);) {
        number.at = (size_t)(number.number.text.data - prover->text.data);
        number.end = number.at + number.number.text.len;
        number.digits = first_digit(prover->text, number.at, number.end);
        number.named = !number.number.han && zh_context_is_name(prover->text, number.digits);
        ARENA_RESERVE(prover->arena, prover->numbers, prover->count, prover->capacity);
        prover->numbers[prover->count++] = number;
    }
}

static struct quote read_quote(struct arena *arena, struct str text) {
    struct quote quote = {0};
    struct buf plain = BUF_INIT(arena);
    size_t mark = 0, mark_end = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool literal = text.data[i] == '\\' && i + 1 < text.len &&
                       (text.data[i + 1] == '[' || text.data[i + 1] == ']');
        if (text.data[i] == '[')
            mark = plain.len;
        else if (text.data[i] == ']') {
            mark_end = plain.len;
            quote.marked = true;
        } else
            buf_add_char(&plain, text.data[literal ? ++i : i]);
    }
    struct str words = str_copy(arena, buf_str(&plain));
    quote.words = folded_make(arena, words);
    buf_done(&plain);
    for (size_t i = 0; i < quote.words.count; i++) {
        quote.mark += quote.words.at[i] < mark;
        quote.mark_end += quote.words.at[i] < mark_end;
    }
    quote.marked = quote.marked && quote.mark < quote.mark_end;
    return quote;
}

static bool digit_at(const struct folded *folded, size_t i) {
    return i < folded->count && zh_numeral_is_digit(folded->chars[i]);
}

// True when digits, perhaps with a point or comma between, run over the border before `i`.
static bool cuts_number(const struct folded *folded, size_t i) {
    if (i == 0 || i >= folded->count)
        return false;
    uint32_t before = folded->chars[i - 1], after = folded->chars[i];
    if (digit_at(folded, i - 1) && digit_at(folded, i))
        return true;
    if ((before == '.' || before == ',') && i >= 2 && digit_at(folded, i - 2))
        return digit_at(folded, i);
    return (after == '.' || after == ',') && digit_at(folded, i - 1) && digit_at(folded, i + 1);
}

// Occurrences of the quote that cut no number, at most two; the first at *first.
static int find_quote(const struct prover *prover, const struct quote *quote, size_t *first) {
    int count = 0;
    for (size_t i = 0; (i = folded_find(&prover->folded, &quote->words, i)) != SIZE_MAX; i++) {
        bool cut =
            cuts_number(&prover->folded, i) || cuts_number(&prover->folded, i + quote->words.count);
        if (cut)
            continue;
        if (count++ == 0)
            *first = i;
        else
            break;
    }
    return count;
}

static struct proof_span span_of(const struct prover *prover, size_t from, size_t to) {
    size_t at = prover->folded.at[from];
    return (struct proof_span){at, folded_end(&prover->folded, prover->text, to) - at};
}

// The only number of the span of the kind asked for; *found counts them.
static struct source_number *only_number(const struct prover *prover, struct proof_span span,
                                         bool marked, bool han, int *found) {
    struct source_number *only = NULL;
    *found = 0;
    for (size_t i = 0; i < prover->count; i++) {
        struct source_number *number = &prover->numbers[i];
        if (number->digits < span.at || number->end > span.at + span.len)
            continue;
        if (number->number.han != han || (!marked && number->named) ||
            (!marked && !counts_something(prover->text, number)))
            continue;
        only = number;
        ++*found;
    }
    return *found == 1 ? only : NULL;
}

static struct source_number *number_of_quote(const struct prover *prover, const struct quote *quote,
                                             size_t first) {
    struct proof_span span = quote->marked
                                 ? span_of(prover, first + quote->mark, first + quote->mark_end)
                                 : span_of(prover, first, first + quote->words.count);
    int found;
    struct source_number *number = only_number(prover, span, quote->marked, false, &found);
    if (found == 0)
        number = only_number(prover, span, quote->marked, true, &found);
    return number;
}

static bool is_range_mark(uint32_t c) {
    return is_one_of(STR("～~—–-−－至"), c);
}

// An end of a range (30—40家) is not a number by itself.
static bool is_end_of_range(struct str text, const struct source_number *number) {
    size_t at = number->at, next;
    if (at > 0 && is_range_mark(utf8_previous(text, &at)) && at > 0) {
        uint32_t before = utf8_previous(text, &at);
        if (zh_numeral_is_digit(zh_numeral_peek(text, at, NULL)) ||
            is_one_of(STR("%％万亿"), before))
            return true;
    }
    return is_range_mark(zh_numeral_peek(text, number->end, &next)) &&
           zh_numeral_is_digit(zh_numeral_peek(text, next, NULL));
}

static void prove(struct prover *prover, struct proof *proof) {
    const struct metric *metric = proof->metric;
    struct quote quote = read_quote(prover->arena, metric->quote);
    size_t first = 0, end;
    if (!quote.words.count) {
        proof->state = PROOF_NO_QUOTE;
        return;
    }
    int count = find_quote(prover, &quote, &first);
    proof->state = count > 1 ? PROOF_QUOTE_TWICE : PROOF_QUOTE_ABSENT;
    if (count == 0)
        proof_report_absent(prover, metric, &quote);
    if (count != 1)
        return;
    proof->quote = span_of(prover, first, first + quote.words.count);
    struct source_number *number = number_of_quote(prover, &quote, first);
    if (!number) {
        proof->state = PROOF_NUMBER_MISSING;
        return;
    }
    proof->number = (struct proof_span){number->at, number->end - number->at};
    if (!zh_number_same(prover->text, &number->number, &metric->number, &end) ||
        is_end_of_range(prover->text, number)) {
        proof->state = PROOF_NUMBER_DIFFERS;
        proof_report_differs(prover, metric, number);
        return;
    }
    proof->number.len = end - number->at;
    proof->state = PROOF_EXACT;
    number->proof = number->proof ? number->proof : proof;
    number->explained = true;
}

static void list_others(struct prover *prover, struct proof *proof) {
    struct proof_span *others = NULL;
    size_t count = 0, capacity = 0, end;
    for (size_t i = 0; i < prover->count; i++) {
        struct source_number *number = &prover->numbers[i];
        if (number->proof || number->at == proof->number.at ||
            !zh_number_same(prover->text, &number->number, &proof->metric->number, &end) ||
            is_end_of_range(prover->text, number))
            continue;
        ARENA_RESERVE(prover->arena, others, count, capacity);
        others[count++] = (struct proof_span){number->at, end - number->at};
        number->explained = true;
    }
    proof->others = others;
    proof->other_count = count;
}

static void report_unexplained(struct prover *prover, struct proof_sheet *sheet) {
    enum { REPORTED = 500 }; // one by one; a table as source has ten thousand
    const struct allow_span *allowed;
    size_t allow_count = allow_find(prover->arena, prover->document, prover->text, &allowed);
    struct proof_span *spans = NULL;
    size_t count = 0, capacity = 0;
    for (size_t i = 0; i < prover->count; i++) {
        const struct source_number *number = &prover->numbers[i];
        if (number->explained || number->named || !counts_something(prover->text, number) ||
            allow_covers(allowed, allow_count, number->digits))
            continue;
        ARENA_RESERVE(prover->arena, spans, count, capacity);
        spans[count++] = (struct proof_span){number->at, number->end - number->at};
        if (count <= REPORTED)
            proof_report_number(prover, number);
    }
    if (count > REPORTED)
        diag_warning(prover->diag, DIAG_UNEXPLAINED_NUMBER,
                     proof_source_place(prover, spans[REPORTED].at), STR_NONE,
                     _("%zu numbers from here on are not explained either"), count - REPORTED);
    sheet->unexplained = spans;
    sheet->unexplained_count = count;
}

static void prove_all(struct prover *prover, struct proof_sheet *sheet) {
    const struct document *document = prover->document;
    struct proof *proofs = ARENA_ARRAY(prover->arena, document->metric_count, struct proof);
    for (size_t i = 0; i < document->metric_count; i++) {
        proofs[i].metric = &document->metrics[i];
        prove(prover, &proofs[i]);
        proof_report(prover, &proofs[i]);
        sheet->proved += proofs[i].state == PROOF_EXACT;
    }
    for (size_t i = 0; i < document->metric_count; i++)
        if (proofs[i].state == PROOF_EXACT)
            list_others(prover, &proofs[i]);
    sheet->proofs = proofs;
    sheet->count = document->metric_count;
}

const struct proof_sheet *proof_check(struct arena *arena, struct diag *diag,
                                      const struct document *document) {
    struct proof_sheet *sheet = ARENA_NEW(arena, struct proof_sheet);
    relation_check(diag, document->relations, document->relation_count);
    if (!document->source.text.len)
        return sheet;
    struct prover prover = {.arena = arena,
                            .diag = diag,
                            .document = document,
                            .text = document->source.text,
                            .folded = folded_make(arena, document->source.text)};
    sheet->text = prover.text;
    proof_find_lines(&prover);
    collect_numbers(&prover);
    prove_all(&prover, sheet);
    report_unexplained(&prover, sheet);
    return sheet;
}

static bool ends_sentence(uint32_t c) {
    return c == '\n' || is_one_of(STR("。！？；"), c);
}

struct proof_span proof_sentence(struct str text, struct proof_span inside) {
    size_t start = inside.at, end = inside.at + inside.len, next;
    for (size_t before = start; before > 0; start = before)
        if (ends_sentence(utf8_previous(text, &before)))
            break;
    for (; end < text.len; end = next) {
        next = end;
        uint32_t c = utf8_next(text, &next);
        if (ends_sentence(c)) {
            end = c == '\n' ? end : next;
            break;
        }
    }
    return (struct proof_span){start, end - start};
}
