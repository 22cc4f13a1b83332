// Lines of a block in columns beside each other (when vertical: in tiers below each other).
#pragma once

#include "text/text.h"

// A line of the block and its paragraph.
struct column_line {
    struct text_line line; // placed as if there were one column
    bool starts, ends;     // a paragraph
};

struct columns_job {
    struct column_line *lines;
    size_t count;
    unsigned columns;
    double measure; // px, of a column's lines
    double gap;     // px between columns
    double size;    // px
    bool vertical;
};

// Moves the lines into balanced columns; no paragraph's last line begins one. Gives what the lines
// take across: the height, of columns the width.
double columns_arrange(const struct columns_job *job);
