// timeUnit: times cut to a unit, by where it begins and ends.
#include "base/i18n.h"
#include "base/time_units.h"
#include "chart/times.h"
#include "chart/transforms/transform.h"

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    const struct json *word = json_get(json, "timeUnit");
    struct time_units units;
    struct str field = json_string(json_get(json, "field"), STR_NONE);
    if (!times_read_unit(run->arena, run->diag, word, &units)) {
        return NULL;
    }
    const struct value *times = times_of_column(run->arena, run->diag, table, json, field);
    if (!times) {
        return NULL;
    }
    struct value *starts = ARENA_ARRAY(run->arena, table->row_count, struct value);
    struct value *ends = ARENA_ARRAY(run->arena, table->row_count, struct value);
    times_cut(units, times, table->row_count, starts, ends);
    struct str name =
        transform_name(json, 0,
                       str_printf(run->arena, "%.*s_%.*s",
                                  STR_ARG(time_units_title(run->arena, units)), STR_ARG(field)));
    struct table *result = derived_rows(run->arena, table, NULL, table->row_count, 2);
    derived_set(result, name, starts);
    derived_set(result, str_printf(run->arena, "%.*s_end", STR_ARG(name)), ends);
    return result;
}

const struct transform transform_timeUnit = {"timeUnit", apply};
