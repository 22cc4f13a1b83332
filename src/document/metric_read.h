// Inside the reading of metrics: one metric as it is written, wherever it comes from.
#pragma once

#include "document/metric.h"
#include "document/name_index.h"
#include "document/table.h"

enum metric_field {
    FIELD_ID,
    FIELD_LABEL,
    FIELD_SHORT,
    FIELD_PRINTED,
    FIELD_VALUE,
    FIELD_UNIT,
    FIELD_APPROX,
    FIELD_MEASURE,
    FIELD_CAVEAT,
    FIELD_GROUP,
    FIELD_PERIOD,
    FIELD_QUOTE,
    FIELD_COUNT,
};

extern const struct field metric_fields[FIELD_COUNT]; // names and meanings

// One metric as written, whether in JSON or in a row of a table.
struct metric_raw {
    struct str texts[FIELD_COUNT];
    double value;
    bool has_value;
    const struct json *json;
    const struct table *table;
    size_t row, columns[FIELD_COUNT]; // SIZE_MAX: no such column
};

struct metric_reader {
    struct arena *arena;
    struct diag *diag;
    const struct metric_options *options;
    struct metric *metrics;
    size_t count, capacity;
    struct name_index ids;  // of the metrics, in their order
    struct diag_place from; // where the table was named
};

// Where a field is written, or the metric where the field is left out.
struct diag_place metric_field_place(const struct metric_reader *reader,
                                     const struct metric_raw *raw, enum metric_field field);

// Checks the metric in itself and adds it; reported and left out when it is not sound.
void metric_add(struct metric_reader *reader, const struct metric_raw *raw);

// Adds the rows of a table; `reader->from` is where it was named.
void metric_read_table(struct metric_reader *reader, const struct table *table);
