// A lint of authors' text: numbers, dates, ranges, marks and quotes that Chinese usage writes
// otherwise (lint_rules.def). It proposes and never rewrites.
#pragma once

#include "document/document.h"

enum lint_rule {
#define RULE(id, function, why) LINT_##id,
#include "document/lint_rules.def"
#undef RULE
};

struct lint_finding {
    enum lint_rule rule;
    size_t at, len;      // bytes of the text
    struct str proposal; // to stand in their place
};

// Findings in order of place; none overlap. {…} inserts are left alone.
size_t lint_text(struct arena *arena, struct str text, const struct lint_finding **out);

// The text with all proposals taken.
struct str lint_propose(struct arena *arena, struct str text, const struct lint_finding *findings,
                        size_t count);

// Lints the text fields of the document's figures; each finding a warning at its text.
void lint_check(struct arena *arena, struct diag *diag, const struct document *document);
