// Inside the proof: the source text with its numbers, and a quote to be found there.
#pragma once

#include "document/folded.h"
#include "document/proof.h"

// A number of the source text.
struct source_number {
    struct zh_number number;
    size_t at, end;            // with its words, without the unit
    size_t digits;             // offset of the first digit or numeral
    const struct proof *proof; // the metric that it proves, or NULL
    bool named;                // a date, an ordinal …
    bool explained;
};

struct prover {
    struct arena *arena;
    struct diag *diag;
    const struct document *document;
    struct str text;
    struct folded folded;
    struct source_number *numbers;
    size_t count, capacity;
    const size_t *line_starts;
    size_t line_count;
};

// A quote without its square brackets.
struct quote {
    struct folded words;
    size_t mark, mark_end; // the bracketed part as indices into words
    bool marked;
};

// Splits the source into lines, for places.
void proof_find_lines(struct prover *prover);

// Line and column of an offset in the source text.
struct diag_place proof_source_place(const struct prover *prover, size_t at);

// What is wrong with a proof, said at the metric's quote: its state; that the quote is absent, with
// the words up to which the source has it; that the number found there is another one.
void proof_report(const struct prover *prover, const struct proof *proof);
void proof_report_absent(const struct prover *prover, const struct metric *metric,
                         const struct quote *quote);
void proof_report_differs(const struct prover *prover, const struct metric *metric,
                          const struct source_number *number);

// A number of the source that no metric explains, said at its place.
void proof_report_number(const struct prover *prover, const struct source_number *number);
