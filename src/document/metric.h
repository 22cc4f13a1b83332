// Metrics: the single statistics of a report, each with its printed form and its proof.
#pragma once

#include "base/zh_number.h"
#include "document/json.h"

struct metric {
    struct str id, label, measure, group, period, caveat, quote;
    struct str label_short; // the author's short form, or STR_NONE
    struct zh_number number;
    struct str text;           // as shown: the printed form, or what the tool wrote
    bool printed;              // the author gave the printed form
    const struct json *origin; // for messages; a table's row is resolved by `place`
    struct diag_place place;
};

enum relation_kind { RELATION_SUM, RELATION_SHARE, RELATION_DIFFERENCE, RELATION_GROWTH };

struct relation {
    enum relation_kind kind;
    const struct metric *result;
    const struct metric *const *parts;
    size_t part_count;
    const struct json *origin;
};
