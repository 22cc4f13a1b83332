// Fields of a CSV or TSV text (RFC 4180), one after another.
#pragma once

#include "base/str.h"

struct csv_reader {
    struct arena *arena;
    struct str text;
    char delimiter;
    size_t at;
    size_t line; // of `at`, from 1
};

enum csv_fault { CSV_FINE, CSV_QUOTE_OPEN, CSV_QUOTE_INSIDE, CSV_BEHIND_QUOTE };

struct csv_field {
    struct str text; // borrowed, or in the arena where quotes were doubled
    bool last;       // of its row
    bool quoted;
    enum csv_fault fault;
    size_t line; // where it begins
};

// False at the end of the text. An empty line is a row of one empty field.
bool csv_next(struct csv_reader *reader, struct csv_field *field);
