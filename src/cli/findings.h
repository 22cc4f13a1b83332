// What the layout checker found, as diagnostics and as JSON with boxes.
#pragma once

#include "base/diag.h"
#include "scene/check.h"

// Reports each finding as a warning at `place` (the figure).
void findings_report(struct diag *diag, struct diag_place place, const struct finding *findings,
                     size_t count);

// Appends the findings as a JSON array of objects: kind, text, other, box, measure, limit.
void findings_write(struct buf *out, const struct finding *findings, size_t count);
