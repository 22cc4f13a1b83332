// Fuzz target: proof of metrics against a source text.
//
// Lines "printed|quote" up to an empty line are the metrics, all behind it is the source.
#include "fuzz.h"

#include "document/proof.h"

enum { METRICS_MOST = 64 };

static struct str take_line(struct str *rest) {
    size_t end = str_find(*rest, STR("\n"), 0);
    struct str line = str_slice(*rest, 0, end);
    *rest = end == SIZE_MAX ? STR_NONE : str_slice(*rest, end + 1, rest->len);
    return line;
}

// False when the line is no metric that can be read.
static bool read_metric(struct arena *arena, struct str line, size_t index, struct metric *out) {
    size_t bar = str_find(line, STR("|"), 0), error_at;
    struct str printed = str_slice(line, 0, bar);
    *out = (struct metric){
        .id = str_printf(arena, "m%zu", index),
        .label = STR("指标"),
        .text = printed,
        .printed = true,
        .quote = bar == SIZE_MAX ? STR_NONE : str_slice(line, bar + 1, line.len),
        .place = {STR("input.json"), (unsigned)index + 1, 1, STR_NONE},
    };
    return zh_number_parse(printed, &out->number, &error_at);
}

static void check_span(struct proof_span span, struct str text) {
    assert(span.len <= text.len && span.at <= text.len - span.len);
}

static void check_sheet(const struct proof_sheet *sheet, struct str text, size_t count) {
    assert(sheet->count == (text.len > 0 ? count : 0));
    size_t proved = 0;
    for (size_t i = 0; i < sheet->count; i++) {
        const struct proof *proof = &sheet->proofs[i];
        check_span(proof->quote, text);
        check_span(proof->number, text);
        for (size_t k = 0; k < proof->other_count; k++)
            check_span(proof->others[k], text);
        assert(proof->state != PROOF_EXACT || (proof->quote.len > 0 && proof->number.len > 0));
        proved += proof->state == PROOF_EXACT;
    }
    assert(sheet->proved == proved);
    for (size_t i = 0; i < sheet->unexplained_count; i++) {
        check_span(sheet->unexplained[i], text);
        struct proof_span sentence = proof_sentence(text, sheet->unexplained[i]);
        check_span(sentence, text);
        assert(sentence.at <= sheet->unexplained[i].at);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena;
    arena_init(&arena, NULL, NULL);
    struct diag diag;
    diag_init(&diag, &arena);
    struct str rest = {(const char *)data, size};
    struct metric metrics[METRICS_MOST];
    size_t count = 0;
    for (struct str line = take_line(&rest); line.len > 0; line = take_line(&rest))
        if (count < METRICS_MOST && read_metric(&arena, line, count, &metrics[count]))
            count++;
    struct document document = {
        .arena = &arena,
        .path = STR("input.json"),
        .title = STR("试"),
        .source = {.path = STR("input.txt"), .text = rest},
        .metrics = metrics,
        .metric_count = count,
    };
    const struct proof_sheet *sheet = proof_check(&arena, &diag, &document);
    check_sheet(sheet, rest, count);
    struct buf page = BUF_INIT(&arena);
    proof_write_html(&page, &document, sheet);
    assert(page.len > 0);
    buf_done(&page);
    arena_done(&arena);
    return 0;
}
