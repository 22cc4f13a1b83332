// Tables of expected values in tests/tables: one line a case, its fields separated by tabulators.
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config.h"

enum { TABLE_FIELDS = 24, TABLE_LINE = 16384 };

typedef void table_check(char **fields, size_t count, size_t line);

static inline size_t table_each(const char *name, table_check *check) {
    char path[TABLE_LINE], line[TABLE_LINE];
    snprintf(path, sizeof path, "%s/tests/tables/%s.tsv", TUSHUO_SOURCE_DIR, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t lines = 0;
    while (fgets(line, sizeof line, file)) {
        char *fields[TABLE_FIELDS], *at = line;
        size_t count = 0;
        line[strcspn(line, "\n")] = '\0';
        for (; at && count < TABLE_FIELDS; count++) {
            fields[count] = at;
            at = strchr(at, '\t');
            if (at) {
                *at++ = '\0';
            }
        }
        check(fields, count, ++lines);
    }
    fclose(file);
    return lines;
}
