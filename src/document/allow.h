// The document's allow list: words whose digits are names and no statistics (助企30条, 12345).
#pragma once

#include "document/document.h"

struct allow_span {
    size_t at, len;
};

// All places of the list's entries in `text`, in the order of the list. Compared as quotes are.
size_t allow_find(struct arena *arena, const struct document *document, struct str text,
                  const struct allow_span **out);

bool allow_covers(const struct allow_span *spans, size_t count, size_t at);
