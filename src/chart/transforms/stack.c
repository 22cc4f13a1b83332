// stack: amounts of a group piled up, by where each begins and ends.
#include "chart/transforms/summary.h"

#include <math.h>

struct pile {
    double up, down; // where the next amount begins
    double total;    // of the sizes
};

static void place(const size_t *rows, size_t count, const struct value *amounts,
                  struct value *starts, struct value *ends) {
    struct pile pile = {0};
    for (size_t i = 0; i < count; i++) {
        double amount = transform_number(amounts[rows[i]], 0);
        double *top = amount < 0 ? &pile.down : &pile.up;
        starts[rows[i]] = (struct value){.kind = VALUE_NUMBER, .number = *top};
        *top += amount;
        ends[rows[i]] = (struct value){.kind = VALUE_NUMBER, .number = *top};
    }
}

static double total_of(const size_t *rows, size_t count, const struct value *amounts) {
    double total = 0;
    for (size_t i = 0; i < count; i++) {
        total += fabs(transform_number(amounts[rows[i]], 0));
    }
    return total;
}

// Of one size for all groups, or about a common middle: all sizes then pile upwards.
static void place_sized(const size_t *rows, size_t count, const struct value *amounts,
                        struct value *starts, struct value *ends, double from, double factor) {
    double at = from;
    for (size_t i = 0; i < count; i++) {
        double next = at + fabs(transform_number(amounts[rows[i]], 0)) * factor;
        starts[rows[i]] = (struct value){.kind = VALUE_NUMBER, .number = at};
        ends[rows[i]] = (struct value){.kind = VALUE_NUMBER, .number = next};
        at = next;
    }
}

static const struct table *apply(const struct transform_run *run, const struct table *table,
                                 const struct json *json) {
    struct groups groups;
    const struct json *field = json_get(json, "stack");
    const struct value *amounts = transform_column(run, table, field, field->string);
    size_t *order = transform_order(run, table, json_get(json, "sort"));
    if (!amounts || !order || !summary_groups(run, table, json_get(json, "groupby"), &groups)) {
        return NULL;
    }
    struct value *starts = ARENA_ARRAY(run->arena, table->row_count, struct value);
    struct value *ends = ARENA_ARRAY(run->arena, table->row_count, struct value);
    size_t *members = summary_order(run->arena, &groups, order, table->row_count);
    struct str offset = json_string(json_get(json, "offset"), STR("zero"));
    double most = 0;
    for (size_t g = 0; g < groups.count; g++) {
        size_t count = groups.starts[g + 1] - groups.starts[g];
        most = fmax(most, total_of(members + groups.starts[g], count, amounts));
    }
    for (size_t g = 0; g < groups.count; g++) {
        const size_t *rows = members + groups.starts[g];
        size_t count = groups.starts[g + 1] - groups.starts[g];
        double total = total_of(rows, count, amounts);
        if (str_is(offset, "normalize")) {
            place_sized(rows, count, amounts, starts, ends, 0, total > 0 ? 1 / total : 0);
        } else if (str_is(offset, "center")) {
            place_sized(rows, count, amounts, starts, ends, (most - total) / 2, 1);
        } else {
            place(rows, count, amounts, starts, ends);
        }
    }
    struct table *result = derived_rows(run->arena, table, NULL, table->row_count, 2);
    struct str name = transform_name(json, 0, STR("stack_start"));
    derived_set(result, name, starts);
    derived_set(result, transform_name(json, 1, str_printf(run->arena, "%.*s_end", STR_ARG(name))),
                ends);
    return result;
}

const struct transform transform_stack = {"stack", apply};
