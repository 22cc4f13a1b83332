// What a chart may say: one table for checks, schema and reference.
#include "chart/shapes_parts.h"

#include "base/i18n.h"
#include "chart/spec.h"

// ---- data

static const struct field metric_group_fields[] = {
    {"group", &shape_string, true, N_("Every metric of this group, in the document's order.")},
};
static const struct shape metric_group_shape = {
    .kind = SHAPE_OBJECT, .name = "metricGroup", FIELDS(metric_group_fields)};
static const struct shape *const metrics_options[] = {&strings_shape, &metric_group_shape};
static const struct shape metrics_selector_shape = {.kind = SHAPE_EITHER, OPTIONS(metrics_options)};

static const char *const encoding_words[] = {"utf-8", "gb18030"};
static const struct shape encoding_word_shape = {
    .kind = SHAPE_WORD, .words = encoding_words, .word_count = 2};

static const struct field data_fields[] = {
    {"metrics", &metrics_selector_shape, false, N_("Ids of metrics, or {\"group\": name}.")},
    {"name", &shape_string, false, N_("The name of a dataset of the document.")},
    {"values", &values_shape, false, N_("The rows themselves: an array of objects.")},
    {"url", &shape_string, false, N_("A CSV, TSV or JSON file, relative to the document.")},
    {"encoding", &encoding_word_shape, false,
     N_("Of a CSV or TSV file: utf-8 or gb18030; detected when left out.")},
};
const struct shape data_shape = {.kind = SHAPE_OBJECT,
                                 .name = "data",
                                 .doc = N_("Where a chart's rows come from: one of the keys."),
                                 FIELDS(data_fields)};

static const struct field step_fields[] = {
    {"step", &px_shape, true, N_("Px of each band.")},
};
static const struct shape step_shape = {.kind = SHAPE_OBJECT, .name = "step", FIELDS(step_fields)};
static const struct shape *const extent_options[] = {&px_shape, &step_shape};
const struct shape extent_shape = {.kind = SHAPE_EITHER, .name = "extent", OPTIONS(extent_options)};

static const struct field unit_fields[] = {
    {"mark", &mark_shape, true, N_("What draws a row.")},
    {"encoding", &encoding_shape, false, N_("Channels of this layer, beside the shared ones.")},
    {"data", &data_shape, false, N_("Rows of this layer only.")},
    {"transform", &transforms_shape, false, N_("Steps that make other tables of the rows.")},
};
static const struct shape unit_shape = {.kind = SHAPE_OBJECT, .name = "unit", FIELDS(unit_fields)};
const struct shape layer_shape = {
    .kind = SHAPE_ARRAY, .name = "layer", .item = &unit_shape, .least = 1, .most = SPEC_UNIT_LIMIT};

static const struct field facet_operator_fields[] = {
    {"field", &shape_string, false, N_("A column of the data.")},
    {"type", &category_type_shape, false, N_("ordinal or nominal.")},
    {"sort", &sort_shape, false, N_("Order of the categories; null keeps the data's.")},
    {"row", &row_shape, false, N_("A small chart for each category, one below the other.")},
    {"column", &row_shape, false, N_("A small chart for each category, side by side.")},
};
const struct shape facet_operator_shape = {
    .kind = SHAPE_OBJECT, .name = "facet", FIELDS(facet_operator_fields)};
static const struct field spec_fields[] = {
    {"mark", &mark_shape, false, N_("What draws a row.")},
    {"layer", &layer_shape, false, N_("Several marks over one another on shared scales.")},
    {"encoding", &encoding_shape, false, N_("Fields of the data by channel.")},
    {"data", &data_shape, false, N_("The rows, where they are not those of the whole.")},
    {"transform", &transforms_shape, false, N_("Steps that make other tables of the rows.")},
    {"width", &extent_shape, false, N_("Width of a small plot in px, or {\"step\": px}.")},
    {"height", &extent_shape, false, N_("Height of a small plot in px, or {\"step\": px}.")},
};
const struct shape spec_shape = {.kind = SHAPE_OBJECT, .name = "spec", FIELDS(spec_fields)};

static const char *const mixed_words[] = {"unit", "measure"};
static const struct shape mixed_word_shape = {.kind = SHAPE_WORD, WORDS(mixed_words)};
const struct shape mixed_shape = {.kind = SHAPE_ARRAY, .item = &mixed_word_shape};
const struct shape highlight_shape = {.kind = SHAPE_ARRAY, .item = &shape_string, .least = 1};

static const struct field chart_fields[] = {
#define FIELD(name, shape, required, doc) {name, &shape, required, doc},
#include "chart/chart_fields.def"
#undef FIELD
};
const struct shape chart_shape = {.kind = SHAPE_OBJECT, .name = "chart", FIELDS(chart_fields)};
