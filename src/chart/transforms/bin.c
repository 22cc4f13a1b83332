// bin: amounts into bins, by their lower and upper edges.
#include "chart/bins.h"
#include "chart/transforms/transform.h"

enum { DEFAULT_BINS = 10 };

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    struct str field = json_string(json_get(json, "field"), STR_NONE);
    const struct value *amounts = transform_column(run, table, json, field);
    if (!amounts) {
        return NULL;
    }
    struct bin_spec spec = bins_read(json_get(json, "bin"), DEFAULT_BINS);
    struct value *starts = ARENA_ARRAY(run->arena, table->row_count, struct value);
    struct value *ends = ARENA_ARRAY(run->arena, table->row_count, struct value);
    bins_span(&spec, amounts, table->row_count);
    if (spec.extent[0] <= spec.extent[1]) {
        struct bins bins = bins_make(&spec, spec.extent[0], spec.extent[1]);
        bins_fill(&bins, amounts, table->row_count, starts, ends);
    }
    struct str name = transform_name(json, 0, STR("bin0"));
    struct table *result = derived_rows(run->arena, table, NULL, table->row_count, 2);
    derived_set(result, name, starts);
    derived_set(result, transform_name(json, 1, str_printf(run->arena, "%.*s_end", STR_ARG(name))),
                ends);
    return result;
}

const struct transform transform_bin = {"bin", apply};
