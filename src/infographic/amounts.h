// Statistics whose amounts are drawn beside one another, in one unit.
#pragma once

#include "infographic/icon.h"
#include "infographic/statistic.h"

// The keys of an object that holds them.
#define AMOUNTS_FIELDS                                                                        \
    {"items", &amounts_shape, true, N_("The numbers: ids of metrics, or objects with one.")}, \
        {"mixed", &amounts_mixed_shape, false,                                                \
         N_("Allows metrics of different unit or measure beside each other: [\"unit\"], "     \
            "[\"measure\"] or both.")},

extern const struct shape amounts_shape, amounts_mixed_shape;

// Reads an array, or the key `items` of an object: each names a metric whose value is a number not
// below zero, and all share their unit and what they count (unless `mixed` allows otherwise). False
// when a fault was reported.
bool amounts_read(const struct block_context *context, const struct json *value,
                  struct statistic **out, size_t *count);

// Whether one of the items stands out, so that the others step back.
bool amounts_have_highlight(const struct statistic *items, size_t count);
