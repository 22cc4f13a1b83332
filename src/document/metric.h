// Metrics: the single statistics of a report, each with its printed form and its proof.
#pragma once

#include "base/zh_number.h"
#include "document/json.h"
#include "document/shape.h"

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

extern const struct shape shape_metrics; // the document's key `metrics`

struct metric_options {
    struct str folder;   // of the document: paths are taken from here
    struct str language; // of labels, measures, caveats that are written by language
    bool allow_outside;  // a path may leave the folder
};

// Reads `value` (NULL: none): an array of metrics, or the path of a JSON or CSV file that holds
// them. CSV heads may be Chinese: 编号 名称 简称 数值 单位 约数 口径 分组 时期 说明 原文. Faults
// are reported; what is sound is in *out, in the arena. Ids are unique in *out: of a repeated id
// the first stays.
size_t metric_read(struct arena *arena, struct diag *diag, const struct json *value,
                   const struct metric_options *options, const struct metric **out);

const struct metric *metric_find(const struct metric *metrics, size_t count, struct str id);
