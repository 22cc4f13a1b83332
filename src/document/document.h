// A loaded document: its metrics, tables, texts and figure requests. Nothing is drawn from here.
#pragma once

#include "document/metric.h"
#include "document/shape.h"
#include "document/table.h"

struct document_options {
    struct str language; // --lang: overrides the document's, STR_NONE: none
    bool allow_outside;  // data paths may leave the document's folder
    struct str style;    // overrides the document's, STR_NONE: none
};

struct source {
    struct str name, date, url;
    struct str path; // of the text, as written; STR_NONE when none is given
    struct str text; // its content
};

struct dataset {
    struct str name;
    const struct table *table;
};

// A figure as written, the texts resolved; its content is parsed by the kind that draws it.
struct figure_request {
    struct str id; // checked: no path separators, 1 to 100 bytes, unique
    struct str number, title, subtitle, unit_note, credit;
    struct str alt; // the author's alternative text, or STR_NONE
    const struct str *notes, *sources;
    size_t note_count, source_count;
    const struct json *json; // the whole figure object
};

struct document {
    struct arena *arena;
    struct str path, folder, title, language;
    struct source source;
    const struct json *json;
    struct str style_name;
    const struct metric *metrics;
    size_t metric_count;
    const struct relation *relations;
    size_t relation_count;
    const struct dataset *datasets;
    size_t dataset_count;
    const struct figure_request *figures;
    size_t figure_count;
    bool allow_outside; // data paths may leave `folder`
    // The $schema is Vega-Lite's: the document is one figure, read by Vega-Lite's keys, without
    // markup.
    bool vega_lite;
};

// Loads and checks everything that needs no drawing. NULL when the file cannot be read as a
// document at all; otherwise faults are in `diag` and what is sound is there. `shape` is the shape
// of a whole document (its figures' contents come from the registry of figures).
const struct document *document_load(struct arena *arena, struct diag *diag, struct str path,
                                     const struct shape *shape,
                                     const struct document_options *options);

const struct metric *document_find_metric(const struct document *document, struct str id);
// Nearest ids for a message.
struct str document_hint_metric(const struct document *document, struct diag *diag, struct str id);

// A text field's words: language chosen, {id} and {id:value} replaced. Markup stays. Reports
// unknown ids at the text's place.
struct str document_text(const struct document *document, struct diag *diag,
                         const struct json *value);

// True when the document may read `path` (as written at `from`); else reported. *full is the path
// to open.
bool document_allows_path(const struct document *document, struct diag *diag,
                          struct diag_place from, struct str path, struct str *full);

// The rows that a figure's `data` (metrics, name, values or url) gives; `from` is the place of a
// report when it is NULL. NULL when a fault was reported.
const struct table *document_data_table(struct arena *arena, const struct document *document,
                                        struct diag *diag, const struct json *data,
                                        const struct json *from);

// Whether `data` names its rows in one way only, and an encoding only of a file; else reported.
bool document_has_one_origin(const struct document *document, struct diag *diag,
                             const struct json *data);

// The rows of `data`, an object with `url` and perhaps `encoding`. NULL when a fault was reported.
const struct table *document_file_table(struct arena *arena, const struct document *document,
                                        struct diag *diag, const struct json *data);

// The digits of a printed form: 300余场次 → 300, 5.38亿元 → 5.38, 三张 → 3.
struct str document_metric_digits(struct arena *arena, const struct metric *metric);

// Rows of the metrics that `selector` names (an array of ids, or {"group": …}): the fields id label
// value unit approx measure group period quote text. NULL when a fault was reported.
const struct table *document_metric_table(struct arena *arena, const struct document *document,
                                          struct diag *diag, const struct json *selector);
