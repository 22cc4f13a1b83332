// What stands below a picture of the gallery: its rows, and the sentences that prove its numbers.
#pragma once

#include "cli/cli.h"
#include "document/document.h"

// The words of the page, Chinese or English by the document's language.
struct gallery_words {
    const char *contents, *text, *data, *files, *source, *more_rows; // more_rows: one %zu
    const char *label, *value, *measure, *quote;
};

const struct gallery_words *gallery_words_of(struct str language);

// Appends a section with the figure's rows; nothing when it names no data.
void gallery_add_data(struct buf *out, struct arena *arena, const struct document *document,
                      const struct figure_request *figure);
