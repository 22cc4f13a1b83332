// bin: amounts into bins, by their lower and upper edges.
#include "chart/bins.h"

#include "chart/transforms/transform.h"

#include <math.h>

enum { DEFAULT_BINS = 10 };

static void span(const struct value *values, size_t count, double extent[2]) {
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        low = fmin(low, transform_number(values[i], INFINITY));
        high = fmax(high, transform_number(values[i], -INFINITY));
    }
    extent[0] = isnan(extent[0]) ? low : extent[0];
    extent[1] = isnan(extent[1]) ? high : extent[1];
}

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    struct str field = json_string(json_get(json, "field"), STR_NONE);
    const struct value *amounts = transform_column(run, table, json, field);
    if (!amounts) {
        return NULL;
    }
    struct bin_spec spec = bins_read(json_get(json, "bin"), DEFAULT_BINS);
    span(amounts, table->row_count, spec.extent);
    bool any = spec.extent[0] <= spec.extent[1];
    struct bins bins = any ? bins_make(&spec, spec.extent[0], spec.extent[1]) : (struct bins){0};
    struct value *starts = ARENA_ARRAY(run->arena, table->row_count, struct value);
    struct value *ends = ARENA_ARRAY(run->arena, table->row_count, struct value);
    for (size_t row = 0; row < table->row_count; row++) {
        double start = any && amounts[row].kind == VALUE_NUMBER
                           ? bins_floor(&bins, amounts[row].number)
                           : INFINITY;
        if (isfinite(start)) {
            starts[row] = (struct value){.kind = VALUE_NUMBER, .number = start};
            ends[row] = (struct value){.kind = VALUE_NUMBER, .number = start + bins.step};
        }
    }
    struct str name = transform_name(json, 0, STR("bin0"));
    struct table *result = derived_rows(run->arena, table, NULL, table->row_count, 2);
    derived_set(result, name, starts);
    derived_set(result, transform_name(json, 1, str_printf(run->arena, "%.*s_end", STR_ARG(name))),
                ends);
    return result;
}

const struct transform transform_bin = {"bin", apply};
