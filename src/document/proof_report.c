// What the proof says: where the source has another number than a metric, or no place for its
// quote.
#include "base/i18n.h"
#include "base/path.h"
#include "base/utf8.h"
#include "document/proof_run.h"

static struct diag_place quote_place(const struct prover *prover, const struct metric *metric) {
    const struct json *quote = metric->origin ? json_get(metric->origin, "quote") : NULL;
    return quote ? json_place(prover->arena, quote) : metric->place;
}

struct diag_place proof_source_place(const struct prover *prover, size_t at) {
    size_t low = 0, high = prover->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        *(prover->line_starts[middle] <= at ? &low : &high) = middle;
    }
    struct str line = str_slice(prover->text, prover->line_starts[low], at);
    const struct document *document = prover->document;
    return (struct diag_place){
        .file = path_join(prover->arena, document->folder, document->source.path),
        .line = (unsigned)low + 1,
        .column = (unsigned)utf8_count(line) + 1,
    };
}

void proof_find_lines(struct prover *prover) {
    size_t count = 1;
    for (size_t i = 0; i < prover->text.len; i++)
        count += prover->text.data[i] == '\n';
    size_t *starts = ARENA_ARRAY(prover->arena, count, size_t);
    for (size_t i = 0; i < prover->text.len; i++)
        if (prover->text.data[i] == '\n')
            starts[++prover->line_count] = i + 1;
    prover->line_count = count;
    prover->line_starts = starts;
}

// How much of the quote the source has: its longest beginning that stands somewhere.
static size_t longest_beginning(const struct prover *prover, const struct quote *quote) {
    enum { COMPARED = 500 }; // enough for a hint
    size_t best = 0;
    const struct folded *whole = &prover->folded, *part = &quote->words;
    for (size_t i = 0; i < whole->count; i++) {
        size_t n = 0;
        while (n < part->count && n < COMPARED && i + n < whole->count &&
               whole->chars[i + n] == part->chars[n])
            n++;
        best = n > best ? n : best;
    }
    return best;
}

static void add_folded(struct buf *buf, const struct folded *folded, size_t from, size_t to) {
    for (size_t i = from; i < to && i < folded->count; i++)
        buf_add_utf8(buf, folded->chars[i]);
}

void proof_report_absent(const struct prover *prover, const struct metric *metric,
                         const struct quote *quote) {
    enum { SHOWN = 8 };
    size_t same = longest_beginning(prover, quote);
    struct str hint = STR_NONE;
    if (same >= 2 && same < quote->words.count) {
        struct buf known = BUF_INIT(prover->arena), strange = BUF_INIT(prover->arena);
        add_folded(&known, &quote->words, same > SHOWN ? same - SHOWN : 0, same);
        add_folded(&strange, &quote->words, same, same + SHOWN);
        hint = str_printf(prover->arena, _("the source has it up to “%s”, not “%s”"), known.data,
                          strange.data);
        buf_done(&known);
        buf_done(&strange);
    }
    diag_error(prover->diag, DIAG_QUOTE_ABSENT, quote_place(prover, metric), hint,
               _("the quote of “%.*s” does not stand in the source text"), STR_ARG(metric->id));
}

void proof_report_differs(const struct prover *prover, const struct metric *metric,
                          const struct source_number *number) {
    struct str unit = str_is(number->number.unit, "%") || str_is(number->number.unit, "‰")
                          ? STR_NONE
                          : zh_number_guess_unit(&number->number);
    struct diag_place place = proof_source_place(prover, number->at);
    struct str hint = str_printf(prover->arena, _("%.*s, line %u, column %u"), STR_ARG(place.file),
                                 place.line, place.column);
    diag_error(prover->diag, DIAG_NUMBER_DIFFERS, quote_place(prover, metric), hint,
               _("“%.*s” is %.*s, but the source says %.*s%.*s"), STR_ARG(metric->id),
               STR_ARG(metric->text), STR_ARG(number->number.text), STR_ARG(unit));
}

void proof_report(const struct prover *prover, const struct proof *proof) {
    struct diag_place place = quote_place(prover, proof->metric);
    struct str id = proof->metric->id;
    if (proof->state == PROOF_NO_QUOTE)
        diag_warning(prover->diag, DIAG_NO_QUOTE, place, STR_NONE,
                     _("“%.*s” has no quote that proves it"), STR_ARG(id));
    else if (proof->state == PROOF_QUOTE_TWICE)
        diag_error(prover->diag, DIAG_QUOTE_TWICE, place, STR("make it longer"),
                   _("the quote of “%.*s” stands more than once in the source text"), STR_ARG(id));
    else if (proof->state == PROOF_NUMBER_MISSING)
        diag_error(prover->diag, DIAG_QUOTE_NUMBER, place,
                   STR("put the number with its unit in [ ]"),
                   _("the quote of “%.*s” does not show which number is meant"), STR_ARG(id));
}

void proof_report_number(const struct prover *prover, const struct source_number *number) {
    struct str unit = number->number.unit.data == prover->text.data + number->end
                          ? zh_number_guess_unit(&number->number)
                          : STR_NONE;
    diag_warning(prover->diag, DIAG_UNEXPLAINED_NUMBER, proof_source_place(prover, number->at),
                 STR_NONE, _("no metric explains the number %.*s%.*s"),
                 STR_ARG(number->number.text), STR_ARG(unit));
}
