// A number with its words, as cards, lists and chains show it: a metric's id, or an object.
#pragma once

#include "infographic/number.h"

struct statistic {
    const struct metric *metric; // NULL: the number was written as a text
    struct str number, label, note;
    bool highlight;
};

// The keys of such an object, for shapes that have more.
#define STATISTIC_FIELDS                                                                     \
    {"metric", &shape_string, false, N_("The metric's id; number and label come from it.")}, \
        {"number", &shape_text, false, N_("The number as a text; {id} names a metric.")},    \
        {"label", &shape_text, false,                                                        \
         N_("What is counted; the metric's short form or label else.")},                     \
        {"note", &shape_text, false, N_("A remark in small type.")},                         \
        {"highlight", &shape_bool, false, N_("Whether it stands out among its neighbours.")},

enum { STATISTIC_FIELD_COUNT = 5 };
extern const struct field statistic_fields[STATISTIC_FIELD_COUNT];

// The metric that a string of the document names; NULL with a report.
const struct metric *statistic_metric(const struct block_context *context, const struct json *id);

// False when a fault was reported. Tells the picture's alternative text of it.
bool statistic_read(const struct block_context *context, const struct json *value,
                    struct statistic *out);
// Reads an array; false when a fault was reported.
bool statistic_read_list(const struct block_context *context, const struct json *array,
                         struct statistic **out, size_t *count);

// The caveats of the metrics as one remark (注：…。), each once; STR_NONE when they have none,
// or when the picture's foot says them.
struct str statistic_caveats(const struct block_context *context, const struct statistic *items,
                             size_t count);
