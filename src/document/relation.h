// Relations that the document declares between its metrics, recomputed.
//
// {"kind": "sum", "result": "total", "parts": ["a", "b"]}. By kind: sum: result = all parts added;
// difference: result = first − second; share: result = first ÷ second; growth: result =
// first ÷ second − 1 (the new value first). Shares and growth are metrics in %.
#pragma once

#include "document/metric.h"
#include "document/shape.h"

extern const struct shape shape_relations; // the document's key `relations`

// Reads the document's `relations` (NULL: none). Unknown ids and wrong numbers of parts are
// reported; what is sound is in *out, in the arena.
size_t relation_read(struct arena *arena, struct diag *diag, const struct json *value,
                     const struct metric *metrics, size_t metric_count,
                     const struct relation **out);

// Recomputes; reports a result that the printed digits of result and parts do not allow. Words of
// approximation widen what is allowed: a part of 300余 allows any greater sum.
void relation_check(struct diag *diag, const struct relation *relations, size_t count);
