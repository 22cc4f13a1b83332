// Names of categories along an axis, and the steps that make them fit: one line, two balanced
// lines, the author's short form, above the bar, one size down, vertical, reported. Never cut.
#pragma once

#include "guides/guide.h"

struct category_labels {
    const struct text_block **blocks;
    size_t count;
    double width, height; // of the largest
    bool above;           // of horizontal bars: each stands over its bar
    bool vertical;        // of columns: set as a column of text
    size_t step;          // each step-th is shown: 1 but where nothing else helps
};

struct category_request {
    const struct str *words;
    const struct str *shorts; // the author's short forms (STR_NONE: none), or NULL
    size_t count;
    double width;       // px beside the bars, or of one band of columns; 0: no limit
    double pitch;       // px from column to column; 0: no limit
    double above_width; // px of a line above its bar
};

// For horizontal bars: labels left of the axis, or above their bars when one does not fit.
struct category_labels category_set_rows(const struct guide_context *context,
                                         const struct category_request *request);

// For columns: labels below the axis. Reports the labels that fit in no way.
struct category_labels category_set_columns(const struct guide_context *context,
                                            const struct category_request *request);
