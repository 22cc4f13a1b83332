// Proof: every metric against the sentence of the source text that states it, and every number of
// the source against the metrics.
#pragma once

#include "document/document.h"

enum proof_state {
    PROOF_EXACT,          // the quote stands once and its number is the metric
    PROOF_NO_QUOTE,       // the metric has no quote
    PROOF_QUOTE_ABSENT,   // the quote does not stand in the source
    PROOF_QUOTE_TWICE,    // it stands more than once: which one is meant?
    PROOF_NUMBER_DIFFERS, // the quote stands, but its number is another
    PROOF_NUMBER_MISSING, // no number in the quote, or several and none in square brackets
};

// A piece of the source text: bytes [at, at + len).
struct proof_span {
    size_t at, len;
};

struct proof {
    const struct metric *metric;
    enum proof_state state;
    struct proof_span quote;         // in the source; len 0 when it is not there
    struct proof_span number;        // in the source, with its unit; len 0 when it is not there
    const struct proof_span *others; // further places with the same value, word and unit
    size_t other_count;
};

struct proof_sheet {
    struct str text;            // the source text; STR_NONE when the document has none
    const struct proof *proofs; // one for each metric, in the document's order
    size_t count;
    size_t proved;                        // of them PROOF_EXACT
    const struct proof_span *unexplained; // numbers of the source that nothing explains
    size_t unexplained_count;
};

// Checks all metrics and relations of the document. Without a source text nothing can be proved:
// the sheet is empty and only the relations are checked. Failures of proof are errors at the
// metric's place (a missing quote is a warning); unexplained numbers are warnings at their place in
// the source text. Dates, years, ordinals and the document's `allow` list explain numbers too.
// Never NULL; the sheet lives in `arena`, its spans in the document's source text.
const struct proof_sheet *proof_check(struct arena *arena, struct diag *diag,
                                      const struct document *document);

// The sentence around [at, at + len): from behind the last full stop or line end to the next.
struct proof_span proof_sentence(struct str text, struct proof_span inside);

// The sheet for people: one self-contained page of HTML in Chinese with number, label, sentence
// with the number marked, figures that use it, and boxes for the three readings (一校 二校 三校).
void proof_write_html(struct buf *buf, const struct document *document,
                      const struct proof_sheet *sheet);
