// A lint of authors' text: ranges, approximations, marks and quotes that Chinese usage writes
// otherwise. It proposes and never rewrites.
#pragma once

#include "document/document.h"

enum lint_rule {
    LINT_RANGE_OF_TIME, // 2022-2025年 → 2022—2025年 (GB/T 15834-2011, 4.13.3.2)
    LINT_RANGE_SCALE, // 15～30% → 15%～30%, 13～17万元 → 13万～17万元 (GB/T 15835-2011)
    LINT_NEIGHBOURS,  // 3、4个 → 三四个
    LINT_TWICE,       // 约20余个 → 20余个
    LINT_THOUSAND,    // 5千 → 5000: only 万 and 亿 mix with digits
    LINT_DASH,        // 标题--副题 → 标题——副题
    LINT_ELLIPSIS,    // 等... → 等……
    LINT_HALF_WIDTH,  // 5%,其中 → 5%，其中
    LINT_STRAIGHT_QUOTES,  // "网络"建设 → “网络”建设
    LINT_LEADING_ZERO,     // .5 → 0.5
    LINT_MINUS,            // -5.2% → −5.2% (U+2212, as wide as a digit)
    LINT_FULL_WIDTH_DIGIT, // １２％ → 12%
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
