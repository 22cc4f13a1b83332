// filter: the rows that pass a test.
#include "chart/predicate.h"
#include "chart/transforms/transform.h"

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    struct predicate *test =
        predicate_read(run->arena, run->diag, json_get(json, "filter"), table, run->chinese);
    if (!test) {
        return NULL;
    }
    size_t *rows = ARENA_ARRAY(run->arena, table->row_count, size_t), count = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        if (predicate_passes(test, row)) {
            rows[count++] = row;
        }
    }
    return derived_rows(run->arena, table, rows, count, 0);
}

const struct transform transform_filter = {"filter", apply};
