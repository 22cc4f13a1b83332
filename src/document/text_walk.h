// The text fields of a document: every string of title, subtitle, notes and the like, with its
// place.
#pragma once

#include "document/document.h"

// Called for each text; `value` is a string.
typedef void text_walk_fn(const struct json *value, void *context);

// Walks the document's title and the texts of its figures, in the file's order; texts by language
// one by one. Data (data, values, datasets, transform, encoding fields) holds no texts.
void text_walk(const struct document *document, text_walk_fn *take, void *context);

// Behind the {id} or {漢|hàn}, or the |looks] of [words|looks], that starts at `at`; `at` when none
// does: what a reader of the words does not see.
size_t text_skip_markup(struct str text, size_t at);
